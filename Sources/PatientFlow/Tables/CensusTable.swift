// SPDX-License-Identifier: Apache-2.0

/// The ways on of people in care at the start.
struct CensusTable: Sendable {
  /// The first route of the journey.
  var firstRoute = 0
  /// The share of people met in a census who take each route or one before: a long stay makes a
  /// route likelier to be met.
  var cumulative: [Double] = []
  /// The stay of each route.
  var stays: [StayTime] = []

  /// The table of a journey.
  init(_ journey: Journey, firstRoute: Int) {
    self.firstRoute = firstRoute
    stays = journey.routes.map { $0.stay ?? journey.stay }
    let days = zip(journey.routes, stays).map { $0.chance * $1.mean }
    let all = days.reduce(0, +)
    let weights = all > 0 ? days.map { $0 / all } : journey.routes.map(\.chance)
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// The table of people who are not in care.
  init() {}
}
