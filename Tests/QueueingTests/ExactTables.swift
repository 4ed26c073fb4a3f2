// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Tables of exact answers in the shared data folder.
enum ExactTables {
  typealias Numbers = [String: Double]

  /// A file as nested dictionaries.
  static func file(_ name: String) throws -> [String: Any] {
    let url = try #require(SharedData.folder).appending(path: "data/patient-flow/" + name)
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return try #require(value as? [String: Any])
  }

  static func exact() throws -> [String: Any] { try file("exact_tables.json") }

  static let isThere: Bool = {
    guard let folder = SharedData.folder else { return false }
    return FileManager.default.fileExists(
      atPath: folder.appending(path: "data/patient-flow/exact_tables.json").path)
  }()
}

/// Whether two numbers agree.
func agree(_ first: Double, _ second: Double, within tolerance: Double = 1e-9) -> Bool {
  abs(first - second) <= tolerance * max(1, abs(second))
}
