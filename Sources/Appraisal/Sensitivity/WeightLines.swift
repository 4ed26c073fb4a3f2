// SPDX-License-Identifier: Apache-2.0

/// The totals of all options as the weight of one criterion or group goes from 0 to 1.
///
/// The other weights keep their proportions, so each total is a straight line:
///
///     total(t) = (1 - t) x total by the others + t x total by the varied
struct WeightLines {
  /// The weight now.
  let current: Double
  /// The totals when the weight is 0.
  let atZero: [Double]
  /// The totals when the weight is 1.
  let atOne: [Double]

  /// The lines for the criteria at the positions `varied`, whose weight is varied as one.
  init(_ table: ValueTable, weights: [Double], within: [Double], varied: [Int]) {
    let others = weights.indices.filter { !varied.contains($0) }
    current = varied.reduce(0) { $0 + weights[$1] }
    // A group without weight keeps its inner shares; criteria without any count the same.
    let inside = Self.proportions(of: varied, weights) ?? Self.proportions(of: varied, within)
    let outside = Self.proportions(of: others, weights)
    atOne = table.totals(inside ?? Self.equal(varied, of: weights.count))
    atZero =
      others.isEmpty ? atOne : table.totals(outside ?? Self.equal(others, of: weights.count))
  }

  private static func proportions(of members: [Int], _ weights: [Double]) -> [Double]? {
    guard let shares = normalised(members.map { weights[$0] }) else { return nil }
    return spread(shares, over: members, of: weights.count)
  }

  private static func equal(_ members: [Int], of count: Int) -> [Double] {
    spread(members.map { _ in 1 / Double(members.count) }, over: members, of: count)
  }

  private static func spread(
    _ shares: [Double], over members: [Int], of count: Int
  ) -> [Double] {
    var all = [Double](repeating: 0, count: count)
    for (member, share) in zip(members, shares) { all[member] = share }
    return all
  }

  /// The weights over which an option leads; nil when it never does.
  func leadingRange(of option: Int) -> (low: Double, high: Double)? {
    var (low, high) = (0.0, 1.0)
    for other in atZero.indices where other != option {
      let (start, end) = difference(option, other)
      switch (start < 0, end < 0) {
      case (false, false): continue
      case (true, true): return nil
      case (true, false): low = max(low, start / (start - end))
      case (false, true): high = min(high, start / (start - end))
      }
    }
    guard low <= high + tieTolerance else { return nil }
    return (min(low, high), high)
  }

  /// How far one option is ahead of another at weight 0 and at weight 1; ties are exactly zero.
  func difference(_ option: Int, _ other: Int) -> (atZero: Double, atOne: Double) {
    let start = atZero[option] - atZero[other]
    let end = atOne[option] - atOne[other]
    return (
      start.magnitude <= tieTolerance ? 0 : start, end.magnitude <= tieTolerance ? 0 : end
    )
  }
}
