// SPDX-License-Identifier: Apache-2.0

import DistributedLinkage
import Foundation
import Linkage
import Testing

/// Spark, where this machine has it; continuous integration has no time for it.
enum SparkForTests {
  static let installation = SparkInstallation.found(
    near: URL(filePath: #filePath).deletingLastPathComponent().path)
  static var isThere: Bool { installation != nil }
  static let absence: Comment =
    "there is no Spark: set SPARK_HOME or run scripts/spark-environment"

  /// A new folder that nothing else uses, taken away at the end.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "weald-spark-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }
}
