// SPDX-License-Identifier: Apache-2.0

/// A problem in flat arrays, as the search uses it.
///
/// All costs of the search are in kilometres (or minutes) times people, so that sums stay exact for long.
struct SearchModel: Sendable {
  let problem: ClusterProblem
  let count: Int
  let people: [Double]
  let later: [Double]
  let east: [Double]
  let north: [Double]
  /// Deprivation about its mean, and its weight: zero for units without a score.
  let deprivation: [Double]
  let deprivationPeople: [Double]
  /// Neighbours to move along: links, and near units too where groups need not hang together.
  let graph: LinkGraph
  let floor: Double
  let ceiling: Double
  let totalPeople: Double
  let journeys: [Double]?
  let weights: Preferences
  /// What it costs per unit of the sum of squares between groups.
  let deprivationCost: Double
  /// Towns, existing groups and sets that have to be together: labels that are to be in one group each.
  let kept: [KeptLabels]
  /// The commissioner of each unit, or -1.
  let commissioner: [Int]
  /// Whether a unit is in an exception and never moves.
  let isFixed: [Bool]

  /// Labels of which each is to be in one group.
  struct KeptLabels: Sendable {
    /// The label of each unit, or -1.
    let labels: [Int]
    let labelCount: Int
    /// What a person outside costs; nil for a rule, which costs as much as a person outside the band.
    let cost: Double?
  }

  init(_ problem: ClusterProblem) {
    let units = problem.units
    self.problem = problem
    count = units.count
    people = units.map { Double($0.people) }
    later = units.map { Double($0.peopleAtHorizon ?? $0.people) }
    east = units.map(\.east)
    north = units.map(\.north)
    totalPeople = Double(max(problem.people, 1))
    floor = Double(problem.band.floor)
    ceiling = Double(problem.band.ceiling)
    weights = problem.preferences
    journeys = problem.travel?.values
    graph =
      weights.mustBeContiguous
      ? problem.graph
      : LinkGraph(count: units.count, links: NearUnits.links(units, and: problem.links))
    var isFixed = Array(repeating: false, count: units.count)
    for unit in problem.exceptions.joined() { isFixed[unit] = true }
    self.isFixed = isFixed

    let scored = units.indices.filter { units[$0].deprivation != nil }
    let scoredPeople = scored.reduce(0) { $0 + Double(units[$1].people) }
    let mean =
      scored.reduce(0) { $0 + Double(units[$1].people) * (units[$1].deprivation ?? 0) }
      / max(scoredPeople, 1)
    let deviations = units.map { ($0.deprivation ?? mean) - mean }
    let variation = zip(units, deviations).reduce(0) { $0 + Double($1.0.people) * $1.1 * $1.1 }
    deprivation = deviations
    deprivationPeople = units.map { $0.deprivation == nil ? 0 : Double($0.people) }
    deprivationCost =
      variation > 0 ? weights.deprivationBalance * totalPeople / variation : 0

    kept = Self.kept(problem)
    commissioner =
      weights.commissioners > 0
      ? Self.numbered(units.map(\.commissioner)).labels : Array(repeating: -1, count: units.count)
  }

  private static func kept(_ problem: ClusterProblem) -> [KeptLabels] {
    var kept: [KeptLabels] = []
    let wishes = [
      (problem.preferences.towns, problem.units.map(\.town)),
      (problem.preferences.existingGroups, problem.units.map(\.existingGroup)),
    ]
    for (weight, names) in wishes where weight > 0 {
      let (labels, count) = numbered(names)
      kept.append(KeptLabels(labels: labels, labelCount: count, cost: weight))
    }
    if !problem.together.isEmpty {
      var labels = Array(repeating: -1, count: problem.units.count)
      for (number, set) in problem.together.enumerated() {
        for unit in set { labels[unit] = number }
      }
      kept.append(KeptLabels(labels: labels, labelCount: problem.together.count, cost: nil))
    }
    return kept
  }

  private static func numbered(_ names: [String?]) -> (labels: [Int], count: Int) {
    var numbers: [String: Int] = [:]
    let labels = names.map { name -> Int in
      guard let name else { return -1 }
      if let number = numbers[name] { return number }
      numbers[name] = numbers.count
      return numbers.count - 1
    }
    return (labels, numbers.count)
  }
}
