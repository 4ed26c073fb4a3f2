// SPDX-License-Identifier: Apache-2.0

import DistributedLinkage
import Foundation
import Linkage
import LinkageFiles
import PlanPackage

/// Hands records to a cluster and turns the pairs that come back into clusters.
struct SparkLinkWork {
  let file: LinkageModelFile
  let threshold: Double
  let cluster: SparkLinkCluster
  let out: String?
  let records: LinkageRecords

  /// Pairs below this weight say nothing, and weald link does not keep them either.
  static let leastKept = -6.0

  private var model: LinkageModel { file.model }
  private var table: RecordTable { DefaultModel.prepared(records) }

  /// Writes the files for a cluster that this machine cannot reach.
  func prepare() throws -> [String: Int] {
    try sayQuarantine()
    let files = SparkFiles(folder: Self.absolute(cluster.folder ?? "."))
    let job = try SparkLinkage.job(model, files, atLeast: Self.leastKept)
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
    return try write(files.read(table, model, atLeast: Self.leastKept), table)
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
      table, model, atLeast: Self.leastKept, isStopped: isStopped)
    return try write(pairs, table)
  }

  private func write(_ pairs: ScoredPairs, _ table: RecordTable) throws -> [String: Int] {
    let engine = try LinkageEngine(table, model)
    let weighed = pairs.reweighed(engine, file.related, atLeast: Self.leastKept)
    let weigher = PairWeigher(engine, file.related)
    // As in weald link: records of one person are less alike on the whole than their likest pair.
    let clusters = ClusterGrowth.clusters(
      of: weighed, count: table.count,
      settings: .init(
        pairThreshold: threshold, meanThreshold: threshold - 2, ceiling: max(12, threshold + 4)),
      rules: ClusterRules(sources: table.sources)
    ) { weigher.weight($0, $1) }
    var text = CSVRecords.line(["id", "cluster"])
    for (row, first) in clusters.first.enumerated() {
      text += CSVRecords.line([records.identifier(row), records.identifier(Int(first))])
    }
    try AtomicFile.write(text, to: out ?? "clusters.csv")
    Terminal.say(
      "\(weighed.count) pairs of \(table.count) records make \(clusters.count) clusters, in \(out ?? "")."
    )
    return ["records": table.count, "pairs": weighed.count, "clusters": clusters.count]
  }

  private func sayQuarantine() throws {
    guard !records.quarantine.isEmpty, let place = out ?? cluster.folder else { return }
    let path = place + ".quarantine.csv"
    try AtomicFile.write(QuarantineFile.text(records.quarantine), to: path)
    Terminal.say(
      Terminal.counted(records.quarantine.count, "row was", "rows were")
        + " set aside, with the reasons in \(path).")
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
