// SPDX-License-Identifier: Apache-2.0

/// The areas' lists, nearest first, joined where they begin alike, with what the areas add.
///
/// Neighbouring areas have lists that begin alike: thousands of areas make a few thousand nodes. A
/// node is the candidates of a prefix in their order, reached by the unit last passed.
///
/// Memory is set aside for a node at every place of every list, of which only the part in use is
/// touched; growing arrays would take twice the time on a small problem.
final class PrefixTree {
  /// Groups of four lanes for the sums at a node.
  let sumGroups: Int
  /// Groups of four lanes for the arrivals at a node.
  let unitGroups: Int
  /// How many nodes there are.
  private(set) var count = 0
  /// The candidates passed on the way to each node.
  let prefixes: UnsafeMutablePointer<UInt32>
  /// The node before each node; the root's is itself.
  let parents: UnsafeMutablePointer<Int32>
  /// The unit by which each node is reached; -1 for the root.
  let units: UnsafeMutablePointer<Int32>
  /// What closing a prefix adds: lanes of cost, thresholds, unreachable and outside weight.
  let sums: UnsafeMutablePointer<SIMD4<Double>>
  /// The longest time once a prefix is closed.
  let farthest: UnsafeMutablePointer<Double>
  /// The weight that arrives at the unit of a node once the prefix before it is closed: in all and
  /// within three thresholds of a group.
  let arrivals: UnsafeMutablePointer<SIMD4<Double>>

  private let width: Int
  private let children: UnsafeMutablePointer<Int32>

  init(_ problem: EnumerationProblem, sumGroups: Int, unitGroups: Int) {
    self.sumGroups = sumGroups
    self.unitGroups = unitGroups
    width = problem.candidates.count + problem.alwaysOpen.count
    let most = problem.lists.lengths.reduce(1 + problem.weights.count, +)
    prefixes = .allocate(capacity: most)
    parents = .allocate(capacity: most)
    units = .allocate(capacity: most)
    sums = .allocate(capacity: most * sumGroups)
    farthest = .allocate(capacity: most)
    arrivals = .allocate(capacity: max(1, most * unitGroups))
    children = .allocate(capacity: most * width)
    addNode(prefix: 0, parent: 0, unit: -1)
    let limits = Limits(problem, unitGroups: unitGroups)
    for area in problem.weights.indices { add(area, of: problem, limits) }
  }

  deinit {
    prefixes.deallocate()
    parents.deallocate()
    units.deallocate()
    sums.deallocate()
    farthest.deallocate()
    arrivals.deallocate()
    children.deallocate()
  }

  /// Walks down one area's list.
  private func add(_ area: Int, of problem: EnumerationProblem, _ limits: Limits) {
    let start = area * problem.lists.stride
    let end = start + problem.lists.lengths[area]
    var visit = Visit(weight: problem.weights[area], units: problem.units[area])
    for place in start..<end {
      leave(&visit, minutes: problem.lists.minutes[place], problem, limits)
      arrive(&visit, at: Int(problem.lists.candidates[place]), problem, limits)
    }
    leave(&visit, minutes: problem.lists.fallbackMinutes[area], problem, limits)
    let fallback = problem.lists.fallbacks[area]
    if fallback < 0 {
      addLost(visit, lane: problem.thresholds.count + 1)
    } else if fallback < problem.alwaysOpen.count {
      arrive(&visit, at: problem.candidates.count + fallback, problem, limits)
    } else {
      addLost(visit, lane: problem.thresholds.count + 2)
    }
  }

  /// Adds what closing the prefix so far means: the step to the next place.
  @inline(__always)
  private func leave(
    _ visit: inout Visit, minutes: Double, _ problem: EnumerationProblem, _ limits: Limits
  ) {
    let node = visit.node
    if farthest[node] < minutes { farthest[node] = minutes }
    guard visit.units > 0 else { return }
    let cost =
      minutes < .infinity
      ? problem.fixedPoint.cost(visit.weight, units: visit.units, minutes: minutes) : 0
    if visit.minutes <= limits.highest, minutes > limits.lowest {
      addCrossed(visit, minutes: minutes, problem)
    }
    sums[node * sumGroups].x += cost - visit.cost
    visit.cost = cost
    visit.minutes = minutes
  }

  /// Adds the weight to each threshold that lies between the place before and this one.
  private func addCrossed(_ visit: Visit, minutes: Double, _ problem: EnumerationProblem) {
    for (index, threshold) in problem.thresholds.enumerated()
    where visit.minutes <= threshold && minutes > threshold {
      sums[visit.node * sumGroups + (index + 1) / 4][(index + 1) % 4] += visit.units
    }
  }

  /// Goes on to a unit and adds the weight that arrives there.
  @inline(__always)
  private func arrive(
    _ visit: inout Visit, at unit: Int, _ problem: EnumerationProblem, _ limits: Limits
  ) {
    visit.node = child(of: visit.node, unit: unit, isCandidate: unit < problem.candidates.count)
    let (minutes, weight) = (visit.minutes, visit.units)
    for group in 0..<unitGroups {
      let limit = limits.arrivals[group]
      arrivals[visit.node * unitGroups + group] += SIMD4(
        weight, minutes <= limit.y ? weight : 0, minutes <= limit.z ? weight : 0,
        minutes <= limit.w ? weight : 0)
    }
  }

  /// Adds weight that no judged unit takes, where its lane is kept.
  private func addLost(_ visit: Visit, lane: Int) {
    guard lane / 4 < sumGroups else { return }
    sums[visit.node * sumGroups + lane / 4][lane % 4] += visit.units
  }

  /// The node reached from a node by a unit, made when it isn't there.
  @inline(__always)
  private func child(of node: Int, unit: Int, isCandidate: Bool) -> Int {
    let known = Int(children[node * width + unit])
    return known > 0 ? known : addChild(of: node, unit: unit, isCandidate: isCandidate)
  }

  private func addChild(of node: Int, unit: Int, isCandidate: Bool) -> Int {
    let child = count
    children[node * width + unit] = Int32(child)
    let prefix = isCandidate ? prefixes[node] | 1 << UInt32(unit) : prefixes[node]
    addNode(prefix: prefix, parent: node, unit: unit)
    return child
  }

  private func addNode(prefix: UInt32, parent: Int, unit: Int) {
    (prefixes + count).initialize(to: prefix)
    (parents + count).initialize(to: Int32(parent))
    (units + count).initialize(to: Int32(unit))
    (farthest + count).initialize(to: 0)
    (sums + count * sumGroups).initialize(repeating: .zero, count: sumGroups)
    (arrivals + count * unitGroups).initialize(repeating: .zero, count: unitGroups)
    (children + count * width).initialize(repeating: 0, count: width)
    count += 1
  }
}

/// One area on its way down the tree.
private struct Visit {
  var weight: Double
  /// The weight as a whole number.
  var units: Double
  var node = 0
  /// Cost and minutes of the place before.
  var cost = 0.0
  var minutes = -1.0
}

/// The thresholds where the lanes want them.
private struct Limits {
  /// The lowest and the highest, infinite and -2 when there is none.
  let lowest: Double
  let highest: Double
  /// For the arrivals: no limit on the first lane, then three thresholds, then none near enough.
  private(set) var arrivals: [SIMD4<Double>]

  init(_ problem: EnumerationProblem, unitGroups: Int) {
    lowest = problem.thresholds.min() ?? .infinity
    highest = problem.thresholds.max() ?? -2
    arrivals = Array(repeating: SIMD4(.infinity, -2, -2, -2), count: unitGroups)
    for (index, threshold) in problem.thresholds.enumerated() where index / 3 < unitGroups {
      arrivals[index / 3][index % 3 + 1] = threshold
    }
  }
}
