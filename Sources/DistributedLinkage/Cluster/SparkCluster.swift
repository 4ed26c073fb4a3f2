// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A master and workers of Spark on this machine alone, for trials and tests.
///
/// All of them listen on the loopback address at ports that the system gives, and end with this program.
public final class SparkCluster {
  /// The address of the master, such as `spark://127.0.0.1:40417`.
  public let master: String
  private let processes: [SupervisedProcess]

  /// How big a cluster is.
  public struct Size: Sendable, Hashable {
    /// How many workers.
    public var workers = 2
    /// The cores of each.
    public var cores = 1
    /// The memory of each in megabytes.
    public var memory = 2_048

    /// Two workers of a core and 2 GB each.
    public init() {}
  }

  /// Starts a cluster and waits until all workers have come.
  ///
  /// - Parameters:
  ///   - spark: where Spark is.
  ///   - size: how many workers, and how big.
  ///   - folder: where logs and scratch files go.
  ///   - patience: how many seconds to wait for each process.
  /// - Throws: `DistributedLinkageError.clusterFailed` when one does not come up.
  public init(
    _ spark: SparkInstallation, size: Size = Size(), folder: String, patience: Double = 180
  ) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/scratch", withIntermediateDirectories: true)
    let starter = Starter(spark: spark, folder: folder, patience: patience)
    let master = try starter.start(
      "master", class: "org.apache.spark.deploy.master.Master",
      ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"])
    var processes = [master]
    let address = try starter.wait(for: master, "the master of Spark did not come up") { log in
      log.firstMatch(of: /Starting Spark master at (spark:\/\/[0-9.]+:[0-9]+)/).map {
        String($0.1)
      }
    }
    for number in 1...max(1, size.workers) {
      processes.append(
        try starter.start(
          "worker-\(number)", class: "org.apache.spark.deploy.worker.Worker",
          [
            "--host", "127.0.0.1", "--port", "0", "--webui-port", "0", "--cores", "\(size.cores)",
            "--memory", "\(size.memory)m", "--work-dir", "\(folder)/worker-\(number)", address,
          ]))
    }
    _ = try starter.wait(for: master, "the workers of Spark did not come up") { log in
      log.matches(of: /Registering worker/).count >= max(1, size.workers) ? "all" : nil
    }
    self.master = address
    self.processes = processes
  }

  /// Ends the workers and the master.
  public func stop() { for process in processes.reversed() { process.stop() } }

  deinit { stop() }
}

/// Starts the processes of a cluster.
private struct Starter {
  let spark: SparkInstallation
  let folder: String
  let patience: Double

  func start(
    _ name: String, class type: String, _ arguments: [String]
  ) throws -> SupervisedProcess {
    try SupervisedProcess(
      [spark.java, "-XX:+IgnoreUnrecognizedVMOptions"] + SparkInstallation.openModules
        + ["-Xmx512m", "-cp", spark.home + "/jars/*", type] + arguments,
      environment: spark.environment(onLoopback: true, scratch: folder + "/scratch"),
      folder: folder, log: "\(folder)/\(name).log")
  }

  /// Reads a log again and again until it says what is wanted.
  func wait(
    for process: SupervisedProcess, _ failure: String, until found: (String) -> String?
  ) throws -> String {
    let deadline = Date().addingTimeInterval(patience)
    while Date() < deadline {
      if let result = found(process.said) { return result }
      Thread.sleep(forTimeInterval: 0.2)
    }
    throw DistributedLinkageError.clusterFailed(what: failure, log: process.log)
  }
}
