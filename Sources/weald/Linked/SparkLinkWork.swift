// SPDX-License-Identifier: Apache-2.0

import DistributedLinkage
import Foundation
import Linkage
import LinkageFiles
import PlanPackage

/// Hands records to a cluster and turns the pairs that come back into clusters.
struct SparkLinkWork {
  let model: LinkageModel
  let threshold: Double
  let cluster: SparkLinkCluster
  let out: String?
  let records: LinkageRecords

  private var table: RecordTable { DefaultModel.prepared(records) }

  /// Writes the files for a cluster that this machine cannot reach.
  func prepare() throws -> [String: Int] {
    try sayQuarantine()
    let files = SparkFiles(folder: Self.absolute(cluster.folder ?? "."))
    let job = try SparkLinkage.job(model, files, atLeast: threshold)
    let table = table
    try files.write(table, for: job)
    try AtomicFile.write(job.script, to: files.script)
    Terminal.say("Wrote \(files.records) and \(files.script). Run the script, then --finish.")
    return ["records": table.count]
  }

  /// Reads the pairs that a cluster wrote.
  func finish() throws -> [String: Int] {
    try sayQuarantine()
    let table = table
    let files = SparkFiles(folder: Self.absolute(cluster.folder ?? "."))
    return try write(files.read(table, model, atLeast: threshold), table.count)
  }

  /// Runs the script on a cluster and waits for it.
  func run() throws -> [String: Int] {
    guard let spark = SparkInstallation.found() else {
      throw DistributedLinkageError.noSpark(
        ProcessInfo.processInfo.environment["SPARK_HOME"] ?? "SPARK_HOME or .venv-spark")
    }
    try sayQuarantine()
    let table = table
    let folder = Self.absolute(
      cluster.folder ?? (out ?? "clusters") + ".spark-\(ProcessInfo.processInfo.processIdentifier)")
    var counts: [String: Int] = [:]
    try Interruption.noticed { isOver in
      counts = try run(spark, table, folder, isStopped: isOver)
    }
    return counts
  }

  private func run(
    _ spark: SparkInstallation, _ table: RecordTable, _ folder: String, isStopped: () -> Bool
  ) throws -> [String: Int] {
    // The folder holds records of people, so that one which nobody asked for never stays.
    defer { if cluster.folder == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let own = try cluster.master == nil ? SparkCluster(spark, folder: folder + "/cluster") : nil
    defer { own?.stop() }
    let master = cluster.master ?? own?.master ?? "local[2]"
    Terminal.say("Linking \(table.count) records on \(master).")
    let session = SparkSession(spark, master: master, settings: try cluster.settings())
    let pairs = try SparkLinkage(session, folder: folder).score(
      table, model, atLeast: threshold, isStopped: isStopped)
    return try write(pairs, table.count)
  }

  private func write(_ pairs: ScoredPairs, _ rows: Int) throws -> [String: Int] {
    let clusters = RecordClusters.connected(pairs, count: rows, atLeast: threshold)
    var text = CSVRecords.line(["id", "cluster"])
    for (row, first) in clusters.first.enumerated() {
      text += CSVRecords.line([records.identifier(row), records.identifier(Int(first))])
    }
    try AtomicFile.write(text, to: out ?? "clusters.csv")
    Terminal.say(
      "\(pairs.count) pairs join \(rows) records into \(clusters.count) clusters, in \(out ?? "").")
    return ["records": rows, "pairs": pairs.count, "clusters": clusters.count]
  }

  private func sayQuarantine() throws {
    guard !records.quarantine.isEmpty, let place = out ?? cluster.folder else { return }
    let path = place + ".quarantine.csv"
    let lines = records.quarantine.map { row in
      CSVRecords.line([row.file, String(row.row), row.reason, row.text])
    }
    try AtomicFile.write(
      CSVRecords.line(["file", "row", "reason", "text"]) + lines.joined(), to: path)
    Terminal.say(
      Terminal.counted(records.quarantine.count, "row was", "rows were")
        + " set aside, with the reasons in \(path).")
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

/// A model in JSON.
enum SparkModelFile {
  /// Reads a model.
  ///
  /// - Throws: `PlanError` when it cannot be read or is not a model.
  static func read(_ path: String) throws -> LinkageModel {
    let bytes = try InputFile.bytes(path)
    do {
      return try JSONDecoder().decode(LinkageModel.self, from: Data(bytes))
    } catch let error as DecodingError {
      let (place, reason) = Self.words(error)
      throw PlanError([
        Violation(
          file: path, found: place.isEmpty ? reason : "\(reason), at \(place)",
          expected: "a linkage model in JSON", advice: "Write one with weald link --save-model.")
      ])
    }
  }

  private static func words(_ error: DecodingError) -> (place: String, reason: String) {
    switch error {
    case .keyNotFound(let key, let context): (place(context), "no “\(key.stringValue)”")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      (place(context), context.debugDescription)
    @unknown default: ("", "not a model")
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }
}
