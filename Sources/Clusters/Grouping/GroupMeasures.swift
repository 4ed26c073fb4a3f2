// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// Measures one group, or takes over what is known of the same units.
  func judgement(
    of group: Int, _ members: [Int], known: GroupJudgement?, isException: Bool,
    splitTowns: [String]
  ) -> GroupJudgement {
    let people = members.reduce(0) { $0 + units[$1].people }
    let place = known.map { ($0.centre, $0.centralUnit, $0.distances) } ?? centre(of: members)
    let centre = place.0
    let distances = place.2
    let total = zip(members, distances).reduce(0) { $0 + Double(units[$1.0].people) * $1.1 }
    return GroupJudgement(
      group: group, units: members, people: people,
      peopleAtHorizon: peopleAtHorizon(of: members),
      excess: isException ? 0 : excess(people), isException: isException,
      pieces: known?.pieces ?? graph.pieces(of: members), centre: centre, centralUnit: place.1,
      meanDistance: people > 0 ? total / Double(people) : 0,
      distance95: distances.quantile(0.95), deprivation: deprivation(of: members),
      splitTowns: splitTowns, commissioners: commissioners(of: members), distances: distances)
  }

  private func excess(_ people: Int) -> Int {
    people < band.floor ? people - band.floor : max(0, people - band.ceiling)
  }

  /// Centre, central unit and distances: by straight lines from the mean place of people, or by
  /// journeys from the unit that people have the shortest mean journey to.
  private func centre(
    of members: [Int]
  ) -> ((east: Double, north: Double), Int, [Double]) {
    if let travel {
      let sums = members.map { centre in
        members.reduce(0) {
          $0 + Double(units[$1].people) * travel.values[$1 * units.count + centre]
        }
      }
      var best = 0
      for place in sums.indices where sums[place] < sums[best] { best = place }
      let central = members[best]
      return (
        (units[central].east, units[central].north), central,
        members.map { travel.values[$0 * units.count + central] }
      )
    }
    let mean = meanPlace(of: members)
    let distances = members.map { distance(units[$0], mean) }
    var nearest = 0
    for place in distances.indices where distances[place] < distances[nearest] { nearest = place }
    return (mean, members[nearest], distances)
  }

  /// The mean place of people; that of units when there are no people.
  func meanPlace(of members: [Int]) -> (east: Double, north: Double) {
    let people = members.reduce(0) { $0 + units[$1].people }
    var east = 0.0
    var north = 0.0
    for unit in members {
      let weight = people > 0 ? Double(units[unit].people) : 1
      east += weight * units[unit].east
      north += weight * units[unit].north
    }
    let total = people > 0 ? Double(people) : Double(max(members.count, 1))
    return (east / total, north / total)
  }

  private func distance(_ unit: Unit, _ place: (east: Double, north: Double)) -> Double {
    let east = unit.east - place.east
    let north = unit.north - place.north
    return (east * east + north * north).squareRoot()
  }

  private func peopleAtHorizon(of members: [Int]) -> Int? {
    var sum = 0
    for unit in members {
      guard let people = units[unit].peopleAtHorizon else { return nil }
      sum += people
    }
    return sum
  }

  private func deprivation(of members: [Int]) -> Double? {
    var people = 0.0
    var sum = 0.0
    for unit in members {
      guard let score = units[unit].deprivation else { continue }
      people += Double(units[unit].people)
      sum += Double(units[unit].people) * score
    }
    return people > 0 ? sum / people : nil
  }

  private func commissioners(of members: [Int]) -> [String] {
    var people: [String: Int] = [:]
    for unit in members {
      if let name = units[unit].commissioner { people[name, default: 0] += units[unit].people }
    }
    return people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
