// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs scripts of SQL by Spark's own command line.
public struct SparkSession: Sendable {
  /// Where Spark is.
  public let spark: SparkInstallation
  /// The address of the cluster: `spark://…`, `yarn`, `k8s://…`, or `local[2]` for this process alone.
  public let master: String
  /// Settings of Spark by their names, such as `spark.executor.memory`.
  public let settings: [String: String]

  /// A session at a cluster.
  public init(
    _ spark: SparkInstallation, master: String, settings: [String: String] = [:]
  ) {
    self.spark = spark
    self.master = master
    self.settings = settings
  }

  private var isLoopback: Bool { master.hasPrefix("local") || master.contains("127.0.0.1") }

  private var arguments: [String] {
    var all = ["spark.sql.catalogImplementation": "in-memory", "spark.ui.enabled": "false"]
    if isLoopback {
      all["spark.sql.shuffle.partitions"] = "8"
      all["spark.driver.memory"] = "2g"
    }
    all.merge(settings) { $1 }
    return ["--master", master]
      + all.sorted { $0.key < $1.key }.flatMap { ["--conf", "\($0.key)=\($0.value)"] }
  }

  /// Runs a script and waits for its end.
  ///
  /// - Parameters:
  ///   - script: the path of the script.
  ///   - folder: where the log and scratch files go.
  ///   - isStopped: asked a few times a second; once it says yes, the job is ended.
  /// - Returns: what it printed.
  /// - Throws: `DistributedLinkageError.jobFailed` with the last lines that Spark said, or `stopped`.
  @discardableResult
  public func run(
    _ script: String, folder: String, isStopped: () -> Bool = { false }
  ) throws -> String {
    try FileManager.default.createDirectory(
      atPath: folder + "/scratch", withIntermediateDirectories: true)
    let (output, log) = (folder + "/spark-sql.out", folder + "/spark-sql.log")
    for file in [output, log] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let process = Process()
    process.executableURL = URL(filePath: spark.home + "/bin/spark-sql")
    process.arguments = arguments + ["-f", script]
    process.environment = spark.environment(
      onLoopback: isLoopback, scratch: folder + "/scratch")
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
    while process.isRunning {
      Thread.sleep(forTimeInterval: 0.1)
      guard isStopped() else { continue }
      process.terminate()
      Thread.sleep(forTimeInterval: 2)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      throw DistributedLinkageError.stopped
    }
    guard process.terminationStatus == 0 else {
      throw DistributedLinkageError.jobFailed(Self.complaint(log))
    }
    return (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
  }

  /// The first lines that name an error, or the last ones.
  private static func complaint(_ log: String) -> [String] {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").map { String($0.prefix(300)) }
    let errors = lines.filter { line in
      !line.hasPrefix("\t") && ["Error", "Exception", "[", "Caused"].contains(where: line.contains)
    }
    return Array((errors.isEmpty ? lines.suffix(8) : errors.suffix(8)))
  }
}
