// SPDX-License-Identifier: Apache-2.0

/// Finds every fault of a problem before it is one.
struct ProblemChecks {
  let units: [Unit]
  let links: [Link]
  let band: PeopleBand
  let count: Int?
  let preferences: Preferences
  let travel: TravelTable?
  let together: [[Int]]
  let exceptions: [[Int]]

  var faults: [ClusterFault] {
    unitFaults + linkFaults + bandFaults + wishFaults + travelFaults
      + setFaults(together, "units that have to be together")
      + setFaults(exceptions, "exceptions from the band")
  }

  private var unitFaults: [ClusterFault] {
    if units.isEmpty { return [.noUnits] }
    var faults: [ClusterFault] = []
    var places: [String: Int] = [:]
    for (index, unit) in units.enumerated() {
      if let first = places[unit.id] {
        faults.append(.duplicate(id: unit.id, first: first, second: index))
      } else {
        places[unit.id] = index
      }
      for people in [unit.people, unit.peopleAtHorizon ?? 0] where people < 0 {
        faults.append(.negativePeople(unit: index, id: unit.id, people: people))
      }
      if !unit.east.isFinite || !unit.north.isFinite {
        faults.append(.notANumber(unit: index, id: unit.id, what: "place"))
      }
      if let score = unit.deprivation, !score.isFinite {
        faults.append(.notANumber(unit: index, id: unit.id, what: "deprivation score"))
      }
    }
    return faults
  }

  private var linkFaults: [ClusterFault] {
    links.enumerated().flatMap { index, link -> [ClusterFault] in
      let lost = [link.first, link.second].filter { !units.indices.contains($0) }
      if !lost.isEmpty { return lost.map { .linkToNowhere(link: index, unit: $0) } }
      return link.first == link.second ? [.linkToItself(link: index, unit: link.first)] : []
    }
  }

  private var bandFaults: [ClusterFault] {
    var faults: [ClusterFault] = []
    if band.floor < 0 || band.ceiling < 1 {
      faults.append(.bandOfNobody(floor: band.floor, ceiling: band.ceiling))
    } else if band.floor > band.ceiling {
      faults.append(.floorAboveCeiling(floor: band.floor, ceiling: band.ceiling))
    }
    if let count, !units.isEmpty, !(1...units.count).contains(count) {
      faults.append(.count(count, units: units.count))
    }
    return faults
  }

  private var wishFaults: [ClusterFault] {
    Wish.allCases.flatMap { wish -> [ClusterFault] in
      let weight = preferences.weight(wish)
      guard weight.isFinite, weight >= 0 else { return [.weight(wish, weight)] }
      guard weight > 0, let needs = missing(for: wish) else { return [] }
      return [.noData(for: wish, needs: needs)]
    }
  }

  /// What no unit has although a wish needs it.
  private func missing(for wish: Wish) -> String? {
    switch wish {
    case .compactness, .contiguity: nil
    case .towns: units.contains { $0.town != nil } ? nil : "town"
    case .commissioners: units.contains { $0.commissioner != nil } ? nil : "commissioner"
    case .existingGroups: units.contains { $0.existingGroup != nil } ? nil : "existing group"
    case .growth: units.contains { $0.peopleAtHorizon != nil } ? nil : "people at the horizon"
    case .deprivationBalance:
      units.contains { $0.deprivation != nil } ? nil : "deprivation score"
    }
  }

  private var travelFaults: [ClusterFault] {
    guard let travel else { return [] }
    guard travel.values.count == units.count * units.count else {
      return [.travelShape(found: travel.values.count, expected: units.count * units.count)]
    }
    return travel.values.indices.filter { !(travel.values[$0].isFinite && travel.values[$0] >= 0) }
      .map {
        .journey(
          from: units[$0 / units.count].id, to: units[$0 % units.count].id,
          value: travel.values[$0])
      }
  }

  private func setFaults(_ sets: [[Int]], _ what: String) -> [ClusterFault] {
    var faults: [ClusterFault] = []
    var seen: Set<Int> = []
    for set in sets {
      if set.isEmpty { faults.append(.fixedSet("A set of \(what) is empty: take it out.")) }
      for unit in set {
        if !units.indices.contains(unit) {
          faults.append(
            .fixedSet("A set of \(what) names unit number \(unit), which is not there."))
        } else if !seen.insert(unit).inserted {
          faults.append(
            .fixedSet("\(units[unit].id) is named twice among the \(what): name it once."))
        }
      }
    }
    return faults
  }
}
