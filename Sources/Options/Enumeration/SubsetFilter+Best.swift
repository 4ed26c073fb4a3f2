// SPDX-License-Identifier: Apache-2.0

extension SubsetFilter {
  /// The best subset within the bounds; of equally good ones the lowest mask, nil when none is left.
  ///
  /// - Throws: `EnumerationError.columnLength`.
  public func best(_ objective: SubsetObjective) throws(EnumerationError) -> Subset? {
    try check(objective.column)
    var best: Int?
    var lowest = Double.infinity
    forEach { row in
      let cost = objective.cost(row)
      guard cost < lowest || (best == nil && cost == .infinity) else { return }
      best = row
      lowest = cost
    }
    return best.map { Subset(mask: UInt32($0)) }
  }

  /// The best subset within the bounds for each number of open candidates.
  ///
  /// - Returns: One entry for each number from 0 to all; nil where no subset is left. Of equally
  ///   good ones the lowest mask.
  /// - Throws: `EnumerationError.columnLength`.
  public func bestByOpenCount(
    _ objective: SubsetObjective
  ) throws(EnumerationError) -> [Subset?] {
    try check(objective.column)
    var costs = Array(repeating: Double.infinity, count: candidates + 1)
    var best = [Int?](repeating: nil, count: candidates + 1)
    forEach { row in
      let cost = objective.cost(row)
      let open = row.nonzeroBitCount
      if cost < costs[open] || (best[open] == nil && cost == .infinity) {
        costs[open] = cost
        best[open] = row
      }
    }
    return best.map { $0.map { Subset(mask: UInt32($0)) } }
  }

  /// Every subset within the bounds whose value is near the best of them, best first.
  ///
  /// Equal values are in the order of their masks. When even the best is infinite, all that are
  /// infinite too.
  /// - Parameters:
  ///   - objective: The column and which end of it is wanted.
  ///   - margin: How far from the best is near enough, that distance included.
  /// - Returns: The subsets, the best first.
  /// - Throws: `EnumerationError.columnLength` or `.impossibleMargin`.
  public func nearBest(
    _ objective: SubsetObjective, within margin: SubsetMargin
  ) throws(EnumerationError) -> [Subset] {
    guard margin.size >= 0 else { throw .impossibleMargin(margin.size) }
    guard let best = try best(objective) else { return [] }
    let lowest = objective.cost(best.row)
    let limit = lowest.isFinite ? margin.limit(from: lowest) : lowest
    var near: [(row: Int, cost: Double)] = []
    forEach { row in
      let cost = objective.cost(row)
      if cost <= limit { near.append((row, cost)) }
    }
    near.sort { ($0.cost, $0.row) < ($1.cost, $1.row) }
    return near.map { Subset(mask: UInt32($0.row)) }
  }
}

extension EnumerationProblem {
  /// The number of open candidates of every subset, as a column.
  public var openCounts: [Double] { (0..<subsetCount).map { Double($0.nonzeroBitCount) } }
}
