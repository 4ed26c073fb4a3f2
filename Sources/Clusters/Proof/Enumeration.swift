// SPDX-License-Identifier: Apache-2.0

/// Looks at every grouping that keeps the rules, or rules it out, where there are few units.
///
/// The first unit that has no group gets every set of free units around it that hangs together and is
/// within the band; branches whose cost and bound reach that of the best grouping are cut (branch and
/// bound, Land and Doig 1960).
struct Enumeration {
  /// What was found when everything was looked at.
  struct Result {
    /// The cheapest grouping and its cost; nil when none keeps the rules.
    var best: (grouping: Grouping, cost: Double)?
    /// Whether everything was looked at.
    var isComplete: Bool
  }

  /// More units than bits cannot be looked at.
  static let mostUnits = 48

  private let problem: ClusterProblem
  private let neighbours: [UInt64]
  private let least: [Double]
  private let groups: Int
  private var labels: [Int]
  private var steps: Int
  private var best: (grouping: Grouping, cost: Double)?
  private let hasWishes: Bool

  /// Starts from a grouping that is known to keep the rules, if there is one.
  init(_ problem: ClusterProblem, known: Judgement?, steps: Int) {
    self.problem = problem
    self.steps = steps
    groups = problem.chosenCount
    let all = UInt64(1) << UInt64(problem.units.count) &- 1
    neighbours = problem.units.indices.map { unit in
      guard problem.preferences.mustBeContiguous else { return all }
      return problem.graph.neighbours(of: unit).reduce(0) { $0 | 1 << UInt64($1) }
    }
    least =
      problem.travel == nil
      ? DistanceBound(problem).leastOfUnits : Array(repeating: 0, count: problem.units.count)
    hasWishes =
      !problem.together.isEmpty
      || Wish.allCases.contains { $0 != .compactness && problem.preferences.weight($0) > 0 }
    labels = Array(repeating: -1, count: problem.units.count)
    if let known, known.isAcceptable, known.grouping.count == groups {
      best = (known.grouping, known.cost)
    }
  }

  /// Looks at everything.
  mutating func run() -> Result {
    var free = UInt64(1) << UInt64(problem.units.count) &- 1
    var spent = 0.0
    for (group, set) in problem.exceptions.enumerated() {
      for unit in set {
        labels[unit] = group
        free &= ~(1 << UInt64(unit))
      }
      spent += distance(set.reduce(0) { $0 | 1 << UInt64($1) })
    }
    divide(free, from: problem.exceptions.count, spent)
    return Result(best: best, isComplete: steps > 0)
  }

  private func units(_ set: UInt64) -> [Int] {
    var units: [Int] = []
    var left = set
    while left != 0 {
      units.append(left.trailingZeroBitCount)
      left &= left - 1
    }
    return units
  }

  private func people(_ set: UInt64) -> Int {
    units(set).reduce(0) { $0 + problem.units[$1].people }
  }

  /// Distance times people of a group.
  private func distance(_ set: UInt64) -> Double {
    let group = problem.judgement(
      of: 0, units(set), known: nil, isException: true, splitTowns: [])
    return group.meanDistance * Double(group.people)
  }

  private func cost(_ distance: Double) -> Double {
    problem.preferences.compactness * distance / Double(max(problem.people, 1))
  }

  private mutating func divide(_ free: UInt64, from group: Int, _ spent: Double) {
    steps -= 1
    guard steps > 0 else { return }
    if free == 0 {
      if group == groups { finish(spent) }
      return
    }
    let left = groups - group
    guard left > 0, let counts = problem.band.counts(for: people(free)), counts.contains(left)
    else { return }
    let rest = units(free).reduce(0) { $0 + least[$1] }
    if let best, cost(spent + rest) >= best.cost { return }
    let first = free & (~free + 1)
    extend(
      first, people: people(first), choices: neighbours[first.trailingZeroBitCount] & free & ~first,
      free: free & ~first, group, spent)
  }

  /// Takes the set as a group, and then grows it by each choice in turn; a choice that was passed over is
  /// not taken later, so each set is met once.
  private mutating func extend(
    _ set: UInt64, people: Int, choices: UInt64, free: UInt64, _ group: Int, _ spent: Double
  ) {
    steps -= 1
    guard steps > 0, people <= problem.band.ceiling else { return }
    if people >= problem.band.floor {
      for unit in units(set) { labels[unit] = group }
      divide(freeUnits(without: set), from: group + 1, spent + distance(set))
      for unit in units(set) { labels[unit] = -1 }
    }
    var choices = choices
    var free = free
    while choices != 0 {
      let next = choices & (~choices + 1)
      choices &= ~next
      free &= ~next
      let unit = next.trailingZeroBitCount
      extend(
        set | next, people: people + problem.units[unit].people,
        choices: choices | (neighbours[unit] & free), free: free, group, spent)
    }
  }

  private func freeUnits(without set: UInt64) -> UInt64 {
    var free: UInt64 = 0
    for (unit, label) in labels.enumerated() where label < 0 { free |= 1 << UInt64(unit) }
    return free & ~set
  }

  private mutating func finish(_ spent: Double) {
    let grouping = Grouping(labels)
    guard hasWishes else {
      let cost = cost(spent)
      if cost < best?.cost ?? .infinity { best = (grouping, cost) }
      return
    }
    let judgement = problem.judge(grouping)
    if judgement.isAcceptable && judgement.cost < best?.cost ?? .infinity {
      best = (grouping, judgement.cost)
    }
  }
}
