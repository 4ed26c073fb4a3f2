// SPDX-License-Identifier: Apache-2.0

import Linkage

/// Records that are joined by pairs of at least a weight, directly or through others.
enum Components {
  /// The lowest row of each record's component (union by index, path halving).
  static func find(_ pairs: ScoredPairs, records: Int, atLeast: Double) -> [Int32] {
    var parents = (0..<Int32(records)).map { $0 }
    func root(_ row: Int32, _ parents: inout [Int32]) -> Int32 {
      var row = row
      while parents[Int(row)] != row {
        parents[Int(row)] = parents[Int(parents[Int(row)])]
        row = parents[Int(row)]
      }
      return row
    }
    for index in 0..<pairs.count where pairs.weight[index] >= atLeast {
      let left = root(pairs.left[index], &parents)
      let right = root(pairs.right[index], &parents)
      if left < right { parents[Int(right)] = left } else { parents[Int(left)] = right }
    }
    for row in 0..<Int32(records) { parents[Int(row)] = root(row, &parents) }
    return parents
  }
}
