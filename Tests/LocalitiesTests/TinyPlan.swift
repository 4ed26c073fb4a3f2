// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage
import Testing

/// The root of the checkout.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// The files of the small plan of the fixtures, with changes to their texts.
func tinyPlan(_ changes: [(file: String, from: String, to: String)] = []) throws -> [PlanFile] {
  let folder = repository + "/Tests/Fixtures/tiny"
  let paths = try #require(FileManager.default.enumerator(atPath: folder)).compactMap {
    $0 as? String
  }
  return try paths.sorted().filter { $0.contains(".") }.map { path in
    var text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    for change in changes where change.file == path {
      try #require(text.contains(change.from))
      text = text.replacing(change.from, with: change.to)
    }
    return PlanFile(path: path, bytes: Array(text.utf8))
  }
}

/// The small plan of the fixtures worked out.
enum TinyPlan {
  static func assessment(
    _ changes: [(file: String, from: String, to: String)] = []
  ) throws -> Assessment {
    try Assessment(PlanReader(files: tinyPlan(changes)))
  }

  /// What is wrong with the plan once it is changed.
  static func violations(file: String, from: String, to: String) throws -> [Violation] {
    do {
      _ = try assessment([(file, from, to)])
      return []
    } catch let error as PlanError {
      return error.violations
    }
  }
}

extension Assessment {
  /// The value of a fact, or nil when there is none.
  func value(_ id: String) -> Double? {
    FactID(id).flatMap { graph[$0] }.map { NSDecimalNumber(decimal: $0.quantity.value).doubleValue }
  }
}
