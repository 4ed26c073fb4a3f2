// SPDX-License-Identifier: Apache-2.0

/// Points as costs: every objective so that less is better.
struct CostTable {
  let costs: [Double]
  let width: Int

  init(values: [Double], directions: [OptimisationDirection]) {
    width = directions.count
    var costs = values
    for (objective, direction) in directions.enumerated() where direction == .maximise {
      for index in stride(from: objective, to: costs.count, by: width) { costs[index].negate() }
    }
    self.costs = costs
  }

  /// The points that no other dominates, ascending.
  func nonDominated() -> [Int] {
    let points = likelyMembers().sorted(by: isInOrder)
    let members =
      switch width {
      case 1, 2: stairs(points)
      case 3: sweep(points)
      default: scan(points)
      }
    return members.sorted()
  }

  /// Whether a point dominates another.
  func dominates(_ left: Int, _ right: Int) -> Bool {
    var isBetter = false
    for objective in 0..<width {
      let leftCost = costs[left * width + objective]
      let rightCost = costs[right * width + objective]
      if leftCost > rightCost { return false }
      if leftCost < rightCost { isBetter = true }
    }
    return isBetter
  }

  /// Leaves out points that one of a few good points dominates.
  ///
  /// In a cloud of points most go here, at one or two comparisons each.
  private func likelyMembers() -> [Int] {
    let count = costs.count / width
    let judgeCount = 32
    guard count > 4 * judgeCount else { return Array(0..<count) }
    let scales = (0..<width).map(scale)
    var judges: [Int] = []
    for judge in 0..<judgeCount {
      let part = stride(from: judge, to: count, by: judgeCount)
      var best = judge
      var least = Double.infinity
      for point in part {
        var sum = 0.0
        for objective in 0..<width { sum += costs[point * width + objective] * scales[objective] }
        if sum < least { (best, least) = (point, sum) }
      }
      judges.append(best)
    }
    return (0..<count).filter { point in
      for index in 0..<judgeCount where dominates(judges[index], point) {
        if index > 0 { judges.swapAt(index, index / 2) }
        return false
      }
      return true
    }
  }

  /// One divided by the range of an objective, so that none outweighs the others.
  private func scale(_ objective: Int) -> Double {
    var least = Double.infinity
    var most = -Double.infinity
    for index in stride(from: objective, to: costs.count, by: width) where costs[index].isFinite {
      least = min(least, costs[index])
      most = max(most, costs[index])
    }
    return most > least ? 1 / (most - least) : 0
  }

  /// Whether a point comes before another, by its first cost that differs.
  ///
  /// A point is only ever dominated by one that comes before it.
  private func isInOrder(_ left: Int, _ right: Int) -> Bool {
    for objective in 0..<width {
      let leftCost = costs[left * width + objective]
      let rightCost = costs[right * width + objective]
      if leftCost != rightCost { return leftCost < rightCost }
    }
    return left < right
  }

  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    (0..<width).allSatisfy { costs[left * width + $0] == costs[right * width + $0] }
  }

  /// For one or two objectives: a point stays if its last cost is below all before it.
  private func stairs(_ points: [Int]) -> [Int] {
    var members: [Int] = []
    for point in points {
      guard let last = members.last else {
        members.append(point)
        continue
      }
      let isLower = width == 2 && costs[point * 2 + 1] < costs[last * 2 + 1]
      if isLower || areEqual(point, last) { members.append(point) }
    }
    return members
  }

  /// For three objectives: a point stays if the lowest third cost among the points before it with
  /// no greater second cost is above its own.
  private func sweep(_ points: [Int]) -> [Int] {
    let seconds = Ranks(points.map { costs[$0 * 3 + 1] })
    var lowest = PrefixMinimum(count: seconds.count)
    var members: [Int] = []
    for (place, point) in points.enumerated() {
      if let last = members.last, areEqual(point, last) {
        members.append(point)
        continue
      }
      let third = costs[point * 3 + 2]
      if let least = lowest.value(upTo: seconds.ranks[place]), least <= third { continue }
      lowest.lower(seconds.ranks[place], to: third)
      members.append(point)
    }
    return members
  }

  /// For many objectives: a point stays if no member before it dominates it.
  ///
  /// A member that dominates one point is likely to dominate the next, so it moves to the front.
  private func scan(_ points: [Int]) -> [Int] {
    var members: [Int] = []
    for point in points {
      if let index = members.firstIndex(where: { dominates($0, point) }) {
        if index > 0 { members.swapAt(index, index / 2) }
      } else {
        members.append(point)
      }
    }
    return members
  }
}

/// The place of each value among the distinct values.
private struct Ranks {
  let ranks: [Int]
  let count: Int

  init(_ values: [Double]) {
    var ranks = [Int](repeating: 0, count: values.count)
    var rank = -1
    var last = Double.nan
    for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
      if values[index] != last { rank += 1 }
      last = values[index]
      ranks[index] = rank
    }
    self.ranks = ranks
    count = rank + 1
  }
}

/// The least of the values at places up to any one, in O(log n) (Fenwick 1994).
private struct PrefixMinimum {
  private var tree: [Double?]

  init(count: Int) { tree = Array(repeating: nil, count: count + 1) }

  /// Lowers the value at a place.
  mutating func lower(_ place: Int, to value: Double) {
    var index = place + 1
    while index < tree.count {
      if let old = tree[index], old <= value { break }
      tree[index] = value
      index += index & -index
    }
  }

  /// The least value at the places up to one; nil while there is none.
  func value(upTo place: Int) -> Double? {
    var least: Double?
    var index = place + 1
    while index > 0 {
      if let value = tree[index], value < least ?? .infinity || least == nil { least = value }
      index &= index - 1
    }
    return least
  }
}
