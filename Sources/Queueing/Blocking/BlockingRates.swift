// SPDX-License-Identifier: Apache-2.0

/// The rates at which the blocking chain moves, in terms of people at the acute hospital (`level`)
/// and people in the community or blocked (`place`).
struct BlockingRates {
  let arrival: Double
  /// Rates at which one person in an acute bed becomes ready to go home, and to go on.
  let home: Double
  let onward: Double
  /// The rate at which one person leaves the community.
  let community: Double
  let acuteBeds: Int
  let communityBeds: Int
  /// The most people at the acute hospital.
  let top: Int

  init(_ inputs: BlockingChain.Inputs) {
    arrival = inputs.arrivalRate
    home = (1 - inputs.communityShare) / inputs.acuteStay
    onward = inputs.communityShare / inputs.acuteStay
    community = 1 / inputs.communityStay
    acuteBeds = inputs.acuteBeds
    communityBeds = inputs.communityBeds
    top = inputs.acuteBeds + inputs.queueLimit
  }

  /// How many places a level has: nobody is blocked who has no acute bed.
  func width(_ level: Int) -> Int { communityBeds + min(level, acuteBeds) + 1 }

  func blocked(_ place: Int) -> Int { max(0, place - communityBeds) }

  func active(_ level: Int, _ place: Int) -> Int { min(level, acuteBeds) - blocked(place) }

  /// The rate of leaving the community, out of a place.
  func leaving(_ place: Int) -> Double { community * Double(min(place, communityBeds)) }

  /// The rate of moves that stay on the level and add a person to be moved on.
  func blocks(_ level: Int, _ place: Int) -> Double {
    place >= communityBeds ? onward * Double(active(level, place)) : 0
  }

  /// The rate of moves to the level below with the same place: somebody goes home.
  func goesHome(_ level: Int, _ place: Int) -> Double { home * Double(active(level, place)) }

  /// The rate of moves to the level below that add a person to the community.
  func goesOn(_ level: Int, _ place: Int) -> Double {
    place < communityBeds ? onward * Double(active(level, place)) : 0
  }

  /// The rate of all moves out of a state.
  func out(_ level: Int, _ place: Int) -> Double {
    (level < top ? arrival : 0) + (home + onward) * Double(active(level, place)) + leaving(place)
  }

  /// The rate at which people are completed when there is always a queue: the most arrivals that
  /// can be cleared (Neuts' drift condition for such chains).
  ///
  /// With every acute bed in use, people in the community or blocked are a birth-and-death
  /// process.
  var saturatedThroughput: Double {
    var (weight, all, active) = (1.0, 0.0, 0.0)
    for place in 0...(communityBeds + acuteBeds) {
      let treated = Double(acuteBeds - blocked(place))
      all += weight
      active += weight * treated
      weight *= onward * treated / leaving(place + 1)
      // Only ratios matter: keep the weights from overflowing.
      if weight > 1e200 { (weight, all, active) = (1, all / weight, active / weight) }
    }
    return (home + onward) * active / all
  }

  /// The largest difference of flow into a state and out of it.
  func residual(_ levels: [[Double]]) -> Double {
    var flow = levels.enumerated().map { level, chances in
      chances.enumerated().map { place, chance in -chance * out(level, place) }
    }
    for (level, chances) in levels.enumerated() {
      for (place, chance) in chances.enumerated() {
        if level < top { flow[level + 1][place] += chance * arrival }
        if place > 0 {
          // Who leaves the community makes room for somebody blocked.
          let isBlocked = place > communityBeds
          flow[isBlocked ? level - 1 : level][place - 1] += chance * leaving(place)
        }
        if blocks(level, place) > 0 { flow[level][place + 1] += chance * blocks(level, place) }
        if goesHome(level, place) > 0 { flow[level - 1][place] += chance * goesHome(level, place) }
        if goesOn(level, place) > 0 { flow[level - 1][place + 1] += chance * goesOn(level, place) }
      }
    }
    return flow.joined().reduce(0) { max($0, $1.magnitude) }
  }
}
