// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// The root of the checkout.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

/// A plan in memory: the one that `weald new` makes, with files replaced or added.
func starter(_ changes: [String: String] = [:]) -> [PlanFile] {
  var files = Dictionary(
    StarterPlan.files(name: "test", title: "Test", area: "Here").map { ($0.path, $0.text) },
    uniquingKeysWith: { first, _ in first })
  files.merge(changes) { _, new in new }
  return files.map { PlanFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

/// The text of a file of the plan that `weald new` makes, or nil.
func starterText(_ path: String) -> String? {
  StarterPlan.files(name: "test", title: "Test", area: "Here").first { $0.path == path }?.text
}
