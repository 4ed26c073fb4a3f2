// SPDX-License-Identifier: Apache-2.0

import Localities
import PlanPackage

/// The addresses of pages about clusters, hubs and systems.
enum ClusterPaths {
  static let index = "/local-care/clusters"
  static let find = index + "/find"
  /// Pages that a server works out as they are asked for; static sites have none of them.
  static let edit = index + "/edit"
  static let trial = index + "/try"
  static let edited = index + "/edited.csv"
  static let changes = index + "/changes.csv"

  /// The files of what was worked out.
  static let files = [
    ("groups.csv", "Every group (CSV)"), ("neighbourhoods.csv", "Every neighbourhood (CSV)"),
    ("groups.json", "Groups, rules and bounds (JSON)"),
  ]

  static func file(_ name: String) -> String { "\(index)/\(name)" }

  /// The page of a tier: the first has the address of all.
  static func tier(_ tier: GroupingTier, in reading: GroupingReading) -> String {
    tier.row.id == reading.tiers.first?.row.id ? index : "\(index)/\(tier.row.id)"
  }

  /// The page of a group.
  static func group(_ group: Int, of tier: GroupingTier) -> String {
    "\(index)/\(tier.labels[group].lowercased())"
  }
}
