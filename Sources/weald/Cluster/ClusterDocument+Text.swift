// SPDX-License-Identifier: Apache-2.0

import Foundation

extension ClusterDocument {
  /// The tiers as a reader sees them in a terminal.
  var text: String {
    tiers.map(Self.text).joined(separator: "\n") + (comparison.map(Self.text) ?? "")
  }

  private static func text(_ tier: Tier) -> String {
    let head = String(
      format: "%d %@ of %d to %d people: %d in band, %d in one piece, mean distance %.2f km",
      tier.groups.count, tier.name, tier.floor, tier.ceiling, tier.inBand, tier.inOnePiece,
      tier.meanDistance)
    let proof =
      switch tier.proof {
      case "exact": "No other grouping costs less: all were looked at or ruled out."
      case "bound":
        String(
          format: "Cost %.2f km; none can cost less than %.2f km, which leaves a gap of %.0f%%.",
          tier.cost, tier.bound, tier.gap * 100)
      case "impossible": "No grouping keeps the rules: this one breaks them least."
      default: "None was found that keeps the rules: this one breaks them least."
      }
    var lines = [head, proof, "", "group  people  units  pieces  mean km  around"]
    for group in tier.groups {
      lines.append(
        String(
          format: "%5d %7d %6d %7d %8.2f  ", group.group, group.people, group.units.count,
          group.pieces, group.meanDistance) + group.around
          + (group.isException ? " (an exception)" : ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ comparison: Comparison) -> String {
    String(
      format: """

        Published grouping: %d groups, %d in band, %d in one piece, mean distance %.2f km.
        %d people (%.0f%%) would be in another group; adjusted Rand index %.2f.

        """,
      comparison.groups, comparison.inBand, comparison.inOnePiece, comparison.meanDistance,
      comparison.peopleWhoMove, comparison.shareWhoMove * 100, comparison.adjustedRandIndex)
  }
}
