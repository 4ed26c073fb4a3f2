// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// Judges a grouping of all units.
  ///
  /// - Precondition: the grouping has as many units as the problem.
  public func judge(_ grouping: Grouping) -> Judgement { judge(grouping, knowing: nil) }

  /// Judges a grouping; groups with the same units as before are not measured again.
  public func judge(_ grouping: Grouping, knowing before: Judgement?) -> Judgement {
    precondition(grouping.groups.count == units.count, "a grouping has a group for each unit")
    let exempt = Set(exceptions.map { $0.sorted() })
    let townPeople = townsByGroup(grouping)
    let groups = grouping.members.enumerated().map { group, members -> GroupJudgement in
      let known = before.flatMap { before -> GroupJudgement? in
        let old = before.groups[before.grouping.groups[members[0]]]
        return old.units == members ? old : nil
      }
      return judgement(
        of: group, members, known: known, isException: exempt.contains(members),
        splitTowns: splitTowns(of: members, townPeople))
    }
    return whole(grouping, groups)
  }

  private func whole(_ grouping: Grouping, _ groups: [GroupJudgement]) -> Judgement {
    var distances = Array(repeating: 0.0, count: units.count)
    for group in groups {
      for (unit, distance) in zip(group.units, group.distances) { distances[unit] = distance }
    }
    let people = Double(max(self.people, 1))
    let mean = zip(units, distances).reduce(0) { $0 + Double($1.0.people) * $1.1 } / people
    let measures = WishMeasures(problem: self, grouping: grouping, groups: groups)
    let terms = Wish.allCases.compactMap { wish -> WishTerm? in
      let weight = preferences.weight(wish)
      guard weight > 0 || wish == .compactness else { return nil }
      return WishTerm(
        wish: wish, value: wish == .compactness ? mean : measures.share(wish), weight: weight)
    }
    return Judgement(
      grouping: grouping, groups: groups, meanDistance: mean,
      distance95: distances.quantile(0.95), terms: terms,
      cost: terms.reduce(0) { $0 + $1.cost }, brokenRules: brokenRules(grouping, groups))
  }

  private func brokenRules(_ grouping: Grouping, _ groups: [GroupJudgement]) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    for group in groups {
      if group.excess < 0 {
        broken.append(
          .belowFloor(group: group.group, people: group.people, floor: band.floor))
      }
      if group.excess > 0 {
        broken.append(
          .aboveCeiling(group: group.group, people: group.people, ceiling: band.ceiling))
      }
      if preferences.mustBeContiguous && group.pieces.count > 1 {
        broken.append(.inPieces(group: group.group, pieces: group.pieces.count))
      }
    }
    for (number, set) in together.enumerated() {
      let found = Set(set.map { grouping.groups[$0] }).count
      if found > 1 { broken.append(.separated(set: number, groups: found)) }
    }
    for (number, set) in exceptions.enumerated() {
      let group = groups[grouping.groups[set[0]]]
      if group.units != set.sorted() { broken.append(.exceptionBroken(set: number)) }
    }
    if let count, count != grouping.count {
      broken.append(.count(found: grouping.count, asked: count))
    }
    return broken
  }

  /// How many people each town has in each group.
  private func townsByGroup(_ grouping: Grouping) -> [String: Set<Int>] {
    var towns: [String: Set<Int>] = [:]
    for (unit, group) in zip(units, grouping.groups) {
      if let town = unit.town { towns[town, default: []].insert(group) }
    }
    return towns
  }

  private func splitTowns(of members: [Int], _ groups: [String: Set<Int>]) -> [String] {
    Set(members.compactMap { units[$0].town }).filter { (groups[$0]?.count ?? 0) > 1 }.sorted()
  }
}
