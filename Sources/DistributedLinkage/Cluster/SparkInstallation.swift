// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where Spark is on this machine.
public struct SparkInstallation: Sendable, Hashable {
  /// The folder that holds `jars` and `bin`.
  public let home: String
  /// The program that runs Java.
  public let java: String

  /// Spark in a folder.
  ///
  /// - Throws: `DistributedLinkageError.noSpark` when the folder holds none.
  public init(home: String, java: String? = nil) throws(DistributedLinkageError) {
    let hasJars = FileManager.default.fileExists(atPath: home + "/jars")
    guard hasJars, FileManager.default.isExecutableFile(atPath: home + "/bin/spark-sql") else {
      throw .noSpark(home)
    }
    self.home = home
    self.java = java ?? Self.java()
  }

  /// Spark where the variable SPARK_HOME says, or in the environment that scripts/spark-environment made
  /// in this folder or one above it; nil when there is none.
  public static func found(near folder: String? = nil) -> SparkInstallation? {
    if let home = ProcessInfo.processInfo.environment["SPARK_HOME"] {
      return try? SparkInstallation(home: home)
    }
    var folder = URL(filePath: folder ?? FileManager.default.currentDirectoryPath)
    while folder.path.count > 1 {
      let environment = folder.appending(path: ".venv-spark/lib").path
      for version in (try? FileManager.default.contentsOfDirectory(atPath: environment)) ?? [] {
        let home = "\(environment)/\(version)/site-packages/pyspark"
        if let found = try? SparkInstallation(home: home) { return found }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func java() -> String {
    let environment = ProcessInfo.processInfo.environment
    if let home = environment["JAVA_HOME"], !home.isEmpty { return home + "/bin/java" }
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { $0 + "/java" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    } ?? "/usr/bin/java"
  }

  /// The variables that Spark's programs need.
  ///
  /// The version of Scala has to be named: a worker that was installed as a Python package cannot find
  /// it out, and its executors end at once.
  func environment(onLoopback: Bool, scratch: String) -> [String: String] {
    var variables = ProcessInfo.processInfo.environment
    variables["SPARK_HOME"] = home
    variables["SPARK_SCALA_VERSION"] = "2.13"
    variables["SPARK_LOCAL_DIRS"] = scratch
    if onLoopback { variables["SPARK_LOCAL_IP"] = "127.0.0.1" }
    return variables
  }

  /// Modules that Spark opens in Java 17 and later.
  static let openModules =
    [
      "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio",
      "java.util", "java.util.concurrent", "java.util.concurrent.atomic", "sun.nio.ch",
      "sun.nio.cs",
      "sun.security.action", "sun.util.calendar",
    ].map { "--add-opens=java.base/\($0)=ALL-UNNAMED" }
}
