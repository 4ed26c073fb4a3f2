// SPDX-License-Identifier: Apache-2.0

/// A whole number shared out in proportion, so that the shares sum to it exactly.
///
/// The method of largest remainders (Hamilton): each gets the whole part of its share, and those with
/// the largest remainders one more; equal remainders go in order.
public enum Shares {
  /// - Throws: `LocalCareError` for a weight below 0, or when all are 0.
  public static func of(_ total: Int, by weights: [Double]) throws(LocalCareError) -> [Int] {
    for weight in weights { try Check.notNegative(weight, "a share") }
    let sum = weights.reduce(0, +)
    try Check.positive(sum, "the sum of the shares")
    // Signs are put aside, so that a loss is shared out as a gain is.
    let exact = weights.map { Double(abs(total)) * $0 / sum }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = weights.indices.sorted {
      let (first, second) = (exact[$0] - Double(whole[$0]), exact[$1] - Double(whole[$1]))
      return first == second ? $0 < $1 : first > second
    }
    for index in order.prefix(max(0, abs(total) - whole.reduce(0, +))) { whole[index] += 1 }
    return total < 0 ? whole.map { -$0 } : whole
  }
}
