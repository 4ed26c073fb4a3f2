// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Testing

/// The root of the checkout.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// The files of the small plan of the tests, with changes to their text.
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
