// SPDX-License-Identifier: Apache-2.0

/// How far each wish is unmet by a grouping, as a share from 0 to 1.
struct WishMeasures {
  let problem: ClusterProblem
  let grouping: Grouping
  let groups: [GroupJudgement]

  func share(_ wish: Wish) -> Double {
    switch wish {
    case .compactness: 0
    case .contiguity: share(of: peopleApart)
    case .towns: share(of: peopleOutside { $0.town })
    case .existingGroups: share(of: peopleOutside { $0.existingGroup })
    case .commissioners: share(of: peopleOfOthers)
    case .growth: shareOutsideBandLater
    case .deprivationBalance: shareOfVariation
    }
  }

  private func share(of people: Int) -> Double { Double(people) / Double(max(problem.people, 1)) }

  private func people(_ units: [Int]) -> Int { units.reduce(0) { $0 + problem.units[$1].people } }

  private var peopleApart: Int {
    groups.reduce(0) { $0 + $1.people - ($1.pieces.map(people).max() ?? 0) }
  }

  /// People who are in another group than most of those with their label.
  private func peopleOutside(_ label: (Unit) -> String?) -> Int {
    var shares: [String: [Int: Int]] = [:]
    for (unit, group) in zip(problem.units, grouping.groups) {
      if let name = label(unit) { shares[name, default: [:]][group, default: 0] += unit.people }
    }
    return shares.values.reduce(0) {
      $0 + $1.values.reduce(0, +) - ($1.values.max() ?? 0)
    }
  }

  /// People in a group of which another commissioner has most people.
  private var peopleOfOthers: Int {
    groups.reduce(0) { sum, group in
      var shares: [String: Int] = [:]
      for unit in group.units {
        let unit = problem.units[unit]
        if let name = unit.commissioner { shares[name, default: 0] += unit.people }
      }
      return sum + shares.values.reduce(0, +) - (shares.values.max() ?? 0)
    }
  }

  /// A unit of which nothing is known at the horizon counts as it is now.
  private var shareOutsideBandLater: Double {
    let outside = groups.count { group in
      let later = group.units.reduce(0) {
        $0 + (problem.units[$1].peopleAtHorizon ?? problem.units[$1].people)
      }
      return !group.isException && !problem.band.contains(later)
    }
    return Double(outside) / Double(max(groups.count, 1))
  }

  /// The sum of squares between groups as a share of the whole, by people.
  private var shareOfVariation: Double {
    let scored = problem.units.indices.filter { problem.units[$0].deprivation != nil }
    func score(_ unit: Int) -> Double { problem.units[unit].deprivation ?? 0 }
    func weight(_ unit: Int) -> Double { Double(problem.units[unit].people) }
    let people = scored.reduce(0) { $0 + weight($1) }
    guard people > 0 else { return 0 }
    let mean = scored.reduce(0) { $0 + weight($1) * score($1) } / people
    func deviation(_ unit: Int) -> Double { score(unit) - mean }
    let whole = scored.reduce(0) { $0 + weight($1) * deviation($1) * deviation($1) }
    guard whole > 0 else { return 0 }
    var between = 0.0
    for group in groups {
      let members = group.units.filter { problem.units[$0].deprivation != nil }
      let people = members.reduce(0) { $0 + weight($1) }
      let sum = members.reduce(0) { $0 + weight($1) * deviation($1) }
      if people > 0 { between += sum * sum / people }
    }
    return between / whole
  }
}
