// SPDX-License-Identifier: Apache-2.0

public import Linkage
import PlanPackage

/// Finds the pairs of a table on a cluster instead of in this process.
///
/// The pairs, their weights and their order are those of `LinkageEngine`, so that everything after it,
/// clusters first, comes out the same to the last byte.
public struct SparkLinkage: Sendable {
  /// The session that runs the script.
  public let session: SparkSession
  /// The folder of records, script and pairs, which every worker sees under the same path.
  public let files: SparkFiles

  /// Linkage in a session, with files in a folder.
  public init(_ session: SparkSession, folder: String) {
    self.session = session
    files = SparkFiles(folder: folder)
  }

  /// The script for a model, with records handed over as CSV.
  public static func job(
    _ model: LinkageModel, _ files: SparkFiles, atLeast: Double
  ) throws(DistributedLinkageError) -> SparkJob {
    try SparkJob(
      model, records: .csv(files.records), nicknames: files.nicknames, results: files.pairs,
      atLeast: atLeast)
  }

  /// Compares the records of a table and gives the pairs of at least a weight.
  ///
  /// Once `isStopped` says yes, the job is ended.
  ///
  /// - Throws: `DistributedLinkageError` for a model that Spark cannot compute, or when Spark fails.
  public func score(
    _ table: RecordTable, _ model: LinkageModel, atLeast: Double,
    isStopped: () -> Bool = { false }
  ) throws -> ScoredPairs {
    let job = try Self.job(model, files, atLeast: atLeast)
    try files.write(table, for: job)
    try AtomicFile.write(job.script, to: files.script)
    try session.run(files.script, folder: files.folder, isStopped: isStopped)
    return try files.read(table, model, atLeast: atLeast)
  }
}
