// SPDX-License-Identifier: Apache-2.0

/// Sharing out whole people and whole pounds.
public enum Apportionment {
  /// Whole numbers that are as near to shares of a total as can be, and add up to it exactly.
  ///
  /// Each share is rounded down, and what is left goes to the largest remainders (Hamilton, 1792);
  /// equal remainders are served in order. A total that is shared by nothing goes to the first.
  public static func share(_ total: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      return weights.indices.map { $0 == 0 ? total : 0 }
    }
    let exact = weights.map { Double(total) * ($0 / sum) }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted { left, right in
      let first = exact[left] - Double(whole[left])
      let second = exact[right] - Double(whole[right])
      return first == second ? left < right : first > second
    }
    let left = total - whole.reduce(0, +)
    // Rounding of the shares themselves can leave one too many as well as too few.
    for step in 0..<abs(left) {
      if left > 0 {
        whole[order[step % order.count]] += 1
      } else if let most = whole.indices.max(by: { whole[$0] < whole[$1] }) {
        whole[most] -= 1
      }
    }
    return whole
  }
}
