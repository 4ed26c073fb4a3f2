// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// The groups of a grouping as units of the next tier: clusters to be grouped into hubs, or hubs into
  /// systems.
  ///
  /// A group stands where the mean of its people is, and has the town and commissioner of most of them.
  /// Two groups are joined when a link joins any unit of one to any of the other.
  public func nextTier(_ judgement: Judgement) -> (units: [Unit], links: [Link]) {
    let units = judgement.groups.map { group in
      Unit(
        id: "group-\(group.group + 1)", name: self.units[group.centralUnit].name,
        people: group.people, peopleAtHorizon: group.peopleAtHorizon, east: group.centre.east,
        north: group.centre.north, deprivation: group.deprivation,
        town: most(of: group.units) { $0.town },
        commissioner: most(of: group.units) { $0.commissioner },
        existingGroup: most(of: group.units) { $0.existingGroup })
    }
    let groups = judgement.grouping.groups
    let touching = Set(
      links.map { Link(groups[$0.first], groups[$0.second]) }.filter { $0.first != $0.second })
    return (units, touching.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
  }

  /// The grouping of units that a grouping of their groups comes to.
  public static func unfolded(_ upper: Grouping, over lower: Grouping) -> Grouping {
    Grouping(lower.groups.map { upper.groups[$0] })
  }

  private func most(of members: [Int], _ label: (Unit) -> String?) -> String? {
    var people: [String: Int] = [:]
    for unit in members {
      if let name = label(units[unit]) { people[name, default: 0] += units[unit].people }
    }
    return people.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
