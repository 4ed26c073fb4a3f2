// SPDX-License-Identifier: Apache-2.0

/// One start of the search: simulated annealing of units that change groups at their borders
/// (Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", 1983).
///
/// A step moves a unit to a neighbour's group, or a chain of two or three units, each out of the group
/// that the one before came into: so units that are too large for the room that there is find some.
struct Annealing {
  var state: SearchState
  var random: SplitMix64
  /// The best grouping so far: the least outside the band, and of those the cheapest.
  var best: [Int]
  var bestOutside: Double
  var bestCost: Double
  var trail: [Improvement] = []
  var wasStopped = false
  let start: Int
  let steps: Int

  init(_ model: SearchModel, start: Int, seed: UInt64, stepsPerUnit: Int) {
    self.start = start
    steps = stepsPerUnit * model.count
    var seeding = Seeding(
      model: model, allotment: GroupAllotment(model.problem),
      random: SplitMix64(seed: seed, start: start))
    let (labels, groups) = seeding.labels()
    random = seeding.random
    state = SearchState(model, labels: labels, groups: groups, penalty: 0)
    best = labels
    bestCost = state.cost
    bestOutside = state.peopleOutsideBand + state.peopleSeparated
    note(0)
  }

  /// Cools from moves that cost about as much as a unit's way to its centre to moves that cost nothing.
  mutating func run(_ goOn: (ClusterProgress) -> Bool) {
    let model = state.model
    guard state.first.count > 1, model.count > state.first.count else { return }
    let meanWay = max(state.cost / model.totalPeople, 1e-9)
    let unitPeople = model.totalPeople / Double(model.count)
    let hot = 4 * meanWay * unitPeople
    let cold = hot / 100
    let blocks = 200
    for block in 0..<blocks {
      let share = Double(block) / Double(blocks - 1)
      let temperature = hot * Elementary.power(cold / hot, share)
      state.penalty = meanWay * (2 + 18 * share)
      state.penaltyBase = unitPeople * share
      for _ in 0..<max(1, steps / blocks) { step(random.below(model.count), temperature) }
      keep((block + 1) * max(1, steps / blocks))
      let progress = ClusterProgress(
        start: start, share: share, cost: bestCost / model.totalPeople,
        peopleOutsideBand: Int(bestOutside))
      if !goOn(progress) {
        wasStopped = true
        break
      }
    }
    descend()
    repair(3 * cold, meanWay)
  }

  /// Where groups are still outside the band, goes on in them and around them alone: what is too many in one
  /// group wanders from neighbour to neighbour until there is room for it.
  private mutating func repair(_ temperature: Double, _ meanWay: Double) {
    state.penalty = 50 * meanWay
    var rounds = 0
    while state.peopleOutsideBand > 0 && rounds < 300 && !wasStopped {
      rounds += 1
      let region = unitsAroundTrouble
      for _ in 0..<(20 * region.count) { step(region[random.below(region.count)], temperature) }
      keep(steps)
    }
    if rounds > 0 { descend() }
  }

  /// The units of groups outside the band, and of the groups that touch them.
  private var unitsAroundTrouble: [Int] {
    var isNear = Array(repeating: false, count: state.first.count)
    for unit in 0..<state.model.count {
      let group = state.group[unit]
      guard state.outside(group, state.people[group]) > 0 else { continue }
      isNear[group] = true
      for neighbour in state.model.graph.neighbours(of: unit) {
        isNear[state.group[neighbour]] = true
      }
    }
    return (0..<state.model.count).filter { isNear[state.group[$0]] }
  }

  /// Tries one change of a unit.
  private mutating func step(_ unit: Int, _ temperature: Double) {
    guard let target = otherGroup(near: unit) else { return }
    let first = state.difference(unit, to: target)
    if isTaken(first, temperature) {
      if mayLeave(unit) { state.move(unit, to: target) }
    } else if random.below(8) == 0, mayLeave(unit) {
      chain(unit, to: target, costing: first, temperature)
    }
  }

  /// A move that alone is not worth it, followed by another out of the group that it came into.
  private mutating func chain(
    _ unit: Int, to target: Int, costing first: Double, _ temperature: Double
  ) {
    let source = state.group[unit]
    state.move(unit, to: target)
    var cost = first
    var done = [(unit, source)]
    var crowded = target
    for _ in 0..<2 {
      guard let (other, next) = borderUnit(of: crowded, not: unit) else { break }
      let difference = state.difference(other, to: next)
      guard mayLeave(other) else { break }
      done.append((other, crowded))
      state.move(other, to: next)
      cost += difference
      if isTaken(cost, temperature) { return }
      crowded = next
    }
    for (unit, group) in done.reversed() { state.move(unit, to: group) }
  }

  /// A unit of a group that touches another group, and that group; a few are tried.
  private mutating func borderUnit(of group: Int, not unit: Int) -> (Int, Int)? {
    let count = state.unitCount[group]
    guard count > 1 else { return nil }
    for _ in 0..<4 {
      var member = state.first[group]
      for _ in 0..<random.below(count) { member = state.next[member] }
      if member != unit, let other = otherGroup(near: member) { return (member, other) }
    }
    return nil
  }

  /// The group of a random neighbour when it is another.
  private mutating func otherGroup(near unit: Int) -> Int? {
    let graph = state.model.graph
    let start = graph.starts[unit]
    let degree = graph.starts[unit + 1] - start
    guard degree > 0, !state.model.isFixed[unit] else { return nil }
    let target = state.group[graph.neighbours[start + random.below(degree)]]
    return target == state.group[unit] || state.isFixed[target] ? nil : target
  }

  private mutating func mayLeave(_ unit: Int) -> Bool {
    state.model.weights.mustBeContiguous
      ? state.hangsTogether(without: unit) : state.unitCount[state.group[unit]] > 1
  }

  private mutating func isTaken(_ cost: Double, _ temperature: Double) -> Bool {
    cost <= 0 || random.fraction() < Elementary.exponential(-cost / temperature)
  }

  /// Every move that makes it better, until there is none.
  private mutating func descend() {
    var isBetter = true
    var rounds = 0
    while isBetter && rounds < 100 {
      isBetter = false
      rounds += 1
      for unit in 0..<state.model.count where !state.model.isFixed[unit] {
        for place in state.model.graph.starts[unit]..<state.model.graph.starts[unit + 1] {
          let target = state.group[state.model.graph.neighbours[place]]
          guard target != state.group[unit], !state.isFixed[target],
            state.difference(unit, to: target) < -1e-6, mayLeave(unit)
          else { continue }
          state.move(unit, to: target)
          isBetter = true
        }
      }
    }
    keep(steps)
  }

  /// Keeps the grouping when it is the best so far.
  private mutating func keep(_ step: Int) {
    let outside = state.peopleOutsideBand + state.peopleSeparated
    let cost = state.cost
    guard (outside, cost) < (bestOutside, bestCost) else { return }
    best = state.group
    bestOutside = outside
    bestCost = cost
    note(step)
  }

  private mutating func note(_ step: Int) {
    trail.append(
      Improvement(
        start: start, step: step, cost: bestCost / state.model.totalPeople,
        peopleOutsideBand: Int(bestOutside)))
  }
}
