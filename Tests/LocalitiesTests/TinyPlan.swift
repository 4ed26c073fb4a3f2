// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

/// The small plan of the fixtures, with texts of some files changed.
enum TinyPlan {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func assessment(
    _ changes: [(file: String, from: String, to: String)] = []
  ) throws -> Assessment {
    let reader = try PlanReader(folder: repository + "/Tests/Fixtures/tiny")
    guard !changes.isEmpty else { return try Assessment(reader) }
    let files = reader.plan().files.map { file -> PlanFile in
      var text = String(decoding: file.bytes, as: UTF8.self)
      for change in changes where change.file == file.path {
        text = text.replacing(change.from, with: change.to)
      }
      return PlanFile(path: file.path, bytes: Array(text.utf8))
    }
    return try Assessment(PlanReader(files: files))
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
