// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// Files that a command is given by name.
enum InputFile {
  /// The bytes of a file.
  ///
  /// - Throws: `PlanError` when it cannot be read.
  static func bytes(_ path: String) throws -> [UInt8] {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    guard exists, !isDirectory.boolValue, let data = FileManager.default.contents(atPath: path)
    else {
      throw PlanError([
        Violation(
          file: path, found: !exists ? "no such file" : "a folder, or a file that cannot be read",
          expected: "a readable file", advice: "Check the path and its permissions.")
      ])
    }
    return Array(data)
  }

  /// Demand from a file.
  static func demand(_ path: String) throws -> DemandFile {
    try value(DemandFile.read(bytes(path), file: path))
  }

  /// Journey times from a file, wide, long or packed.
  static func travel(_ path: String, areas: String?, sites: String?) throws -> TravelFile {
    guard let areas, let sites, path.hasSuffix(".bin") else {
      return try value(TravelFile.read(bytes(path), file: path))
    }
    return try value(
      TravelFile.packed(
        bytes(path), file: path, areas: firstColumn(areas), sites: firstColumn(sites)))
  }

  private static func firstColumn(_ path: String) throws -> [String] {
    let csv = CSVRecords(bytes: try bytes(path), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    return csv.records.dropFirst().map { $0.cells.first ?? "" }
  }

  private static func value<Value>(_ read: (Value?, [Violation])) throws -> Value {
    guard let value = read.0 else { throw PlanError(read.1) }
    return value
  }
}
