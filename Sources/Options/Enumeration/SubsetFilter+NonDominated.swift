// SPDX-License-Identifier: Apache-2.0

extension SubsetFilter {
  /// The subsets within the bounds that no other improves in one column without loss in another.
  ///
  /// Subsets with equal values in all columns are all kept. They come in the order of the first
  /// objective, best first, then the second and so on, then the mask.
  ///
  /// Most subsets fall to a short list of good ones in one pass; the rest are sorted, so that only
  /// earlier ones can dominate later ones, and swept (Kung, Luccio and Preparata 1975).
  /// - Parameter objectives: Two, three or four; a subset with a value that isn't a number is left
  ///   out.
  /// - Returns: The subsets that no other dominates.
  /// - Throws: `EnumerationError.objectiveCount` or `.columnLength`.
  public func nonDominated(
    _ objectives: [SubsetObjective]
  ) throws(EnumerationError) -> [Subset] {
    guard (2...4).contains(objectives.count) else {
      throw .objectiveCount(found: objectives.count)
    }
    for objective in objectives { try check(objective.column) }
    var points = survivors(objectives)
    points.sort { $0.precedes($1) }
    let kept = objectives.count < 4 ? sweep(points) : compareWithKept(points)
    return kept.map { Subset(mask: UInt32($0.row)) }
  }

  /// The rows that a short list of good rows doesn't dominate.
  private func survivors(_ objectives: [SubsetObjective]) -> [Point] {
    var survivors: [Point] = []
    var strong = StrongPoints()
    forEach { row in
      var costs = SIMD4<Double>.zero
      for (index, objective) in objectives.enumerated() { costs[index] = objective.cost(row) }
      let point = Point(costs: costs, row: row)
      guard costs == costs, !strong.dominate(point) else { return }
      survivors.append(point)
    }
    return survivors
  }

  /// Sweeps points sorted by all their costs, of which the fourth is the same for all.
  ///
  /// What was kept so far is at least as good in the first cost; of it only the stairs matter, with
  /// the second cost rising and the third falling.
  private func sweep(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    var stairs: [(second: Double, third: Double)] = []
    for point in points {
      let (second, third) = (point.costs[1], point.costs[2])
      let above = firstIndex(in: stairs, after: second)
      if above > 0, stairs[above - 1].third <= third {
        if let last = kept.last, last.costs == point.costs { kept.append(point) }
        continue
      }
      kept.append(point)
      let start = above > 0 && stairs[above - 1].second == second ? above - 1 : above
      var end = above
      while end < stairs.count, stairs[end].third >= third { end += 1 }
      stairs.replaceSubrange(start..<end, with: [(second: second, third: third)])
    }
    return kept
  }

  /// The number of stairs whose second cost is at most `second`.
  private func firstIndex(
    in stairs: [(second: Double, third: Double)], after second: Double
  ) -> Int {
    var low = 0
    var high = stairs.count
    while low < high {
      let middle = (low + high) / 2
      if stairs[middle].second <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Compares sorted points with all that were kept before.
  private func compareWithKept(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in points where !kept.contains(where: { $0.dominates(point) }) { kept.append(point) }
    return kept
  }
}

/// A subset's costs, the lower the better; unused ones are zero.
private struct Point {
  var costs: SIMD4<Double>
  var row: Int

  func precedes(_ other: Point) -> Bool {
    for index in 0..<4 where costs[index] != other.costs[index] {
      return costs[index] < other.costs[index]
    }
    return row < other.row
  }

  /// Whether it is nowhere worse and somewhere better.
  @inline(__always)
  func dominates(_ other: Point) -> Bool {
    costs[0] <= other.costs[0] && costs[1] <= other.costs[1] && costs[2] <= other.costs[2]
      && costs[3] <= other.costs[3] && costs != other.costs
  }
}

/// A few points that dominate many; the one that did last is tried first.
private struct StrongPoints {
  private var points: [Point] = []
  private static let most = 64

  /// Tells whether one of them dominates; a point that none dominates becomes one of them.
  mutating func dominate(_ point: Point) -> Bool {
    if let index = points.firstIndex(where: { $0.dominates(point) }) {
      points.swapAt(index, index / 2)
      return true
    }
    points.removeAll { point.dominates($0) }
    if points.count == Self.most { points.removeLast() }
    points.append(point)
    return false
  }
}
