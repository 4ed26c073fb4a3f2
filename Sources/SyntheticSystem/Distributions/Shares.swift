// SPDX-License-Identifier: Apache-2.0

/// Things that happen in given shares; a number from 0 to 1 picks one.
struct Shares: Sendable {
  /// The share of each thing; they add up to 1.
  let parts: [Double]
  private let ends: [Double]

  /// Weights of any sum above 0, none below 0.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(total > 0 && weights.allSatisfy { $0 >= 0 }, "weights are 0 or more, not all 0")
    parts = weights.map { $0 / total }
    var sum = 0.0
    ends = parts.map { part in
      sum += part
      return sum
    }
  }

  /// The thing at a point from 0 to below 1, by halving.
  func pick(_ point: Double) -> Int {
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if point < ends[middle] { high = middle } else { low = middle + 1 }
    }
    // Rounding can leave the last end below 1: a thing with no share is never picked.
    while parts[low] == 0 && low > 0 { low -= 1 }
    return low
  }

  /// Whole numbers for all things that add up to a total, each within one of its share (Hamilton's
  /// method of largest remainders; the earlier thing when two are equal).
  func divide(_ total: Int) -> [Int] {
    let exact = parts.map { $0 * Double(total) }
    var whole = exact.map { Int($0) }
    let order = exact.indices.sorted { first, second in
      let (left, right) = (
        exact[first] - Double(whole[first]), exact[second] - Double(whole[second])
      )
      return left == right ? first < second : left > right
    }
    for index in order.prefix(max(0, total - whole.reduce(0, +))) { whole[index] += 1 }
    return whole
  }
}
