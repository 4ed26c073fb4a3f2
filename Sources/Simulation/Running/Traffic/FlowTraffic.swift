// SPDX-License-Identifier: Apache-2.0

import PatientFlow

/// How many come to each unit when nobody is held up longer than capacity makes them: the traffic
/// equations, solved for each class at each unit.
///
/// A unit that cannot keep up sends on only what it completes (Goodman and Massey 1984, "The
/// non-ergodic Jackson network"); what blocking costs beyond that is not in here.
struct FlowTraffic {
  let network: FlowNetwork
  /// For each journey, people a day who come.
  private(set) var rates: [Double]
  /// For each unit, people a day who come from outside.
  let outside: [Double]
  /// For each unit, the share of what comes that it can care for.
  private(set) var completed: [Double]

  private let entering: [Double]
  private let horizon: FlowHorizon
  private let journeyPlaces: [Int: Int]

  init(_ network: FlowNetwork, _ horizon: FlowHorizon) {
    self.network = network
    self.horizon = horizon
    let places = Dictionary(
      network.journeys.enumerated().map { (Self.key($1.unit, $1.patientClass, network), $0) },
      uniquingKeysWith: { first, _ in first })
    journeyPlaces = places
    var entering = [Double](repeating: 0, count: network.journeys.count)
    var outside = [Double](repeating: 0, count: network.units.count)
    let days = (first: Int(horizon.warmUp), last: Int(horizon.warmUp + horizon.length))
    for stream in network.arrivals {
      let factor = stream.profile.meanFactor(
        from: days.first, to: days.last, firstWeekday: horizon.firstWeekday)
      outside[stream.unit] += stream.perDay * factor
      if let place = places[Self.key(stream.unit, stream.patientClass, network)] {
        entering[place] += stream.perDay * factor
      }
    }
    self.entering = entering
    self.outside = outside
    completed = Array(repeating: 1, count: network.units.count)
    rates = entering
    settle()
  }

  /// People a day who come to a unit.
  func arrivals(_ unit: Int) -> Double {
    sum(unit) { rates[$0] }
  }

  /// Beds that would be in use on average if nobody were turned away or held up.
  func offeredBeds(_ unit: Int) -> Double {
    sum(unit) { rates[$0] * network.journeys[$0].bedTime.mean }
  }

  /// The same for people in need of care.
  func offeredCare(_ unit: Int) -> Double {
    sum(unit) { rates[$0] * network.journeys[$0].careDays }
  }

  /// The mean time for which a bed is kept, over all who come.
  func bedTime(_ unit: Int) -> StayMoments {
    let all = arrivals(unit)
    guard all > 0 else { return StayMoments(mean: 0, square: 0) }
    return StayMoments(
      mean: offeredBeds(unit) / all,
      square: sum(unit) { rates[$0] * network.journeys[$0].bedTime.square } / all)
  }

  /// How full a unit would be, of those who come or of some of them.
  func pressure(_ unit: Int, rates: [Double]? = nil) -> UnitPressure? {
    UnitPressure(self, unit, rates: rates ?? self.rates, horizon)
  }

  /// For each journey, people a day who cannot go elsewhere, however long the queue: those from other
  /// units, and those from outside who wait for as long as it takes.
  var firmRates: [Double] {
    network.journeys.indices.map { place in
      let journey = network.journeys[place]
      let mayLeave = !network.classes[journey.patientClass].isPatient
      let isSentAway = network.units[journey.unit].whenFull != .wait(limit: nil)
      return mayLeave || isSentAway ? rates[place] - entering[place] : rates[place]
    }
  }

  func journeys(_ unit: Int) -> [Int] {
    network.journeys.indices.filter { network.journeys[$0].unit == unit }
  }

  private func sum(_ unit: Int, _ value: (Int) -> Double) -> Double {
    journeys(unit).reduce(0) { $0 + value($1) }
  }

  private static func key(_ unit: Int, _ patientClass: Int, _ network: FlowNetwork) -> Int {
    unit * network.classes.count + patientClass
  }

  /// Solves the equations again with what full units complete, until nothing changes.
  private mutating func settle() {
    for _ in 0..<100 {
      rates = solved()
      var next = completed
      for unit in network.units.indices {
        next[unit] = pressure(unit).map { min(1, 1 / max($0.load, 1e-300)) } ?? 1
      }
      let change = zip(next, completed).map { ($0 - $1).magnitude }.max() ?? 0
      completed = next
      if change < 1e-13 { return }
    }
  }

  /// Elimination with the largest element; there are as many unknowns as journeys.
  private func solved() -> [Double] {
    let count = entering.count
    var rows = (0..<count).map { row in
      (0...count).map { $0 == count ? entering[row] : $0 == row ? 1.0 : 0 }
    }
    for (from, journey) in network.journeys.enumerated() {
      for route in journey.routes {
        guard let unit = route.unit,
          let to = journeyPlaces[
            Self.key(unit, route.becomes ?? journey.patientClass, network)]
        else { continue }
        rows[to][from] -= route.chance * completed[journey.unit]
      }
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { rows[$0][pivot].magnitude < rows[$1][pivot].magnitude }
      rows.swapAt(pivot, best ?? pivot)
      let line = rows[pivot]
      guard line[pivot] != 0 else { continue }
      for row in (pivot + 1)..<max(count, pivot + 1) where rows[row][pivot] != 0 {
        let factor = rows[row][pivot] / line[pivot]
        for column in pivot...count { rows[row][column] -= factor * line[column] }
      }
    }
    var values = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      var value = rows[row][count]
      for column in (row + 1)..<max(count, row + 1) { value -= rows[row][column] * values[column] }
      values[row] = rows[row][row] == 0 ? 0 : value / rows[row][row]
    }
    return values
  }
}
