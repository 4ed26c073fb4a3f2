// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import PlanPackage

/// Pairs for somebody to decide on, both records side by side.
///
/// Bridges come first, weakest first: pairs that alone hold a cluster together. Then come those nearest to
/// the threshold.
public enum ReviewFile {
  /// The file: left and right identifier, weight, chance, an empty decision, and each field of both.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - outcome: What was found.
  ///   - most: At most so many pairs.
  /// - Returns: CSV.
  public static func text(
    _ records: LinkageRecords, _ outcome: LinkageJob.Outcome, most: Int
  ) -> String {
    let pairs = outcome.pairs
    let bridges = Set(outcome.bridges)
    let first = pairs.left.indices.sorted {
      let isBridge = (bridges.contains($0), bridges.contains($1))
      if isBridge.0 != isBridge.1 { return isBridge.0 }
      let one = abs(pairs.weight[$0] - outcome.threshold)
      let other = abs(pairs.weight[$1] - outcome.threshold)
      return one != other ? one < other : $0 < $1
    }.prefix(most)
    let columns = records.fields.compactMap { records.table.column($0.name) }
    var text = CSVRecords.line(
      ["left", "right", "decision", "weight", "chance", "together", "bridge"]
        + columns.flatMap { ["\($0.name) left", "\($0.name) right"] })
    for index in first {
      let left = Int(pairs.left[index])
      let right = Int(pairs.right[index])
      let chance = 1 / (1 + exp2(-pairs.weight[index]))
      let isTogether = outcome.clusters.first[left] == outcome.clusters.first[right]
      text += CSVRecords.line(
        [
          records.identifier(left), records.identifier(right), "",
          String(format: "%.2f", pairs.weight[index]), String(format: "%.4f", chance),
          isTogether ? "yes" : "no", bridges.contains(index) ? "yes" : "no",
        ] + columns.flatMap { [$0.value(row: left) ?? "", $0.value(row: right) ?? ""] })
    }
    return text
  }
}
