// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DistributedLinkage
import Foundation
import Linkage
import LinkageFiles
import PlanPackage
import Stewardship

/// Links records on a cluster of Spark.
struct SparkLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spark-link", abstract: "Link records by a trained model on a cluster of Spark.",
    discussion: """
      Writes the model as SQL, runs it by spark-sql, and makes clusters of the pairs that it finds as \
      weald link --model does: the same bytes. Without --master it starts a \
      master and two workers on this machine and stops them at the end. Nothing but SQL runs on the \
      cluster. Spark 4.3 or later is found by SPARK_HOME, or where scripts/spark-environment put it.

      Where this machine cannot reach the cluster: --prepare writes records.csv and link.sql into \
      --folder, and --finish reads its folder pairs. --sql-only prints a script for records that are \
      on the cluster already.
      """)

  @Argument(help: "Files of records: comma-separated, with a header.", completion: .file())
  var files: [String] = []
  @Option(help: "A trained model in JSON, whose string functions are Spark's.", completion: .file())
  var model: String
  @OptionGroup var columns: SparkLinkColumns
  @Option(help: "A file of nicknames, as for weald link.", completion: .file())
  var nicknames: String?
  @OptionGroup var cluster: SparkLinkCluster
  @Option(
    parsing: .unconditional,
    help: "The least weight of a pair that starts a merger of clusters, as for weald link.")
  var threshold: Double = 0
  @Option(help: "Where to write id,cluster.", completion: .file())
  var out: String?
  @Flag(help: "Print the script, and read and run nothing.")
  var sqlOnly = false
  @Option(help: "With --sql-only: csv:PATH, parquet:PATH or table:NAME, as the cluster names it.")
  var records = "csv:records.csv"
  @Option(help: "With --sql-only: the folder that the cluster writes.")
  var results = "pairs"
  @Flag(help: "Write the files for a cluster into --folder, and run nothing.")
  var prepare = false
  @Flag(help: "Read the pairs that a cluster wrote into --folder, and run nothing.")
  var finish = false
  @OptionGroup var stewardship: StewardshipOptions

  func validate() throws {
    try requirePath(model, "--model")
    try requirePath(out, "--out")
    guard threshold.isFinite else { throw ValidationError("--threshold is not a number.") }
    if [sqlOnly, prepare, finish].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --sql-only, --prepare and --finish.")
    }
    guard !sqlOnly else {
      guard sparkInput != nil else {
        throw ValidationError(
          "--records is \(records). Give csv:PATH, parquet:PATH or table:NAME.")
      }
      return
    }
    if files.isEmpty { throw ValidationError("Give at least one file of records.") }
    if prepare || finish, cluster.folder == nil {
      throw ValidationError("--prepare and --finish need --folder.")
    }
    if out == nil, !prepare { throw ValidationError("Give --out, where clusters are written.") }
    _ = try columns.fields()
  }

  /// Where the records are, by `--records`.
  private var sparkInput: SparkInput? {
    let parts = records.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    switch parts[0] {
    case "csv": return .csv(parts[1])
    case "parquet": return .parquet(parts[1])
    case "table": return .table(parts[1])
    default: return nil
    }
  }

  func run() throws {
    try Terminal.run {
      let model = try LinkageModelFile.read(Data(InputFile.bytes(model)), file: model)
      guard sqlOnly, let input = sparkInput else { return try link(model) }
      let job = try SparkJob(
        model.model, records: input, nicknames: "nicknames.csv", results: results,
        atLeast: SparkLinkWork.leastKept)
      Terminal.write(Array(job.script.utf8))
    }
  }

  private func link(_ model: LinkageModelFile) throws {
    let run = try stewardship.begin("link", datasets: columns.datasets(files))
    var records = try RecordFileReader.read(files, columns.read())
    records.table.nicknames = try LinkNicknames.table(nicknames)
    let work = SparkLinkWork(
      file: model, threshold: threshold, cluster: cluster, out: out, records: records)
    let counts =
      if prepare { try work.prepare() } else if finish { try work.finish() } else {
        try work.run()
      }
    try run.finish(
      inputs: files + [self.model], outputs: [out ?? cluster.folder ?? ""], counts: counts)
  }
}

/// Which columns of the files are compared.
struct SparkLinkColumns: ParsableArguments {
  @Option(help: "The column of the identifier.")
  var id = "id"
  @Option(help: "A column and what it holds, as surname=family_name. May be given more than once.")
  var field: [String] = []
  @Option(help: "The column that names the source of a row; otherwise each file is a source.")
  var source: String?

  /// The fields that were named.
  ///
  /// - Throws: `ValidationError` for one that is not KIND=COLUMN.
  func fields() throws -> [RecordField] {
    guard !field.isEmpty else {
      throw ValidationError("Give at least one --field KIND=COLUMN, such as surname=family_name.")
    }
    return try LinkFields(field).fields
  }

  func read() throws -> RecordFileReader.Columns {
    RecordFileReader.Columns(identifier: id, fields: try fields(), source: source)
  }

  /// The names of datasets by which an agreement knows files.
  func datasets(_ files: [String]) -> [String] {
    files.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
  }
}

/// Which cluster is used, and how.
struct SparkLinkCluster: ParsableArguments {
  @Option(
    help:
      "The cluster: spark://HOST:PORT, yarn, k8s://… or local[2]; without it one on this machine.")
  var master: String?
  @Option(help: "A setting of Spark, as spark.executor.memory=4g. May be given more than once.")
  var conf: [String] = []
  @Option(
    help: "A folder for records and pairs that every worker sees under the same path.",
    completion: .directory)
  var folder: String?

  func validate() throws {
    try requirePath(folder, "--folder")
    _ = try settings()
  }

  /// The settings by name.
  ///
  /// - Throws: `ValidationError` for one that is not NAME=VALUE.
  func settings() throws -> [String: String] {
    var settings: [String: String] = [:]
    for text in conf {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].hasPrefix("spark.") else {
        throw ValidationError(
          "--conf is \(text). Give NAME=VALUE with a name such as spark.executor.memory.")
      }
      settings[parts[0]] = parts[1]
    }
    return settings
  }
}
