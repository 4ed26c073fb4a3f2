// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Testing

@Suite struct `Visits at home` {
  /// Two classes that need three visits a day at first and one at last: one for ten days, one for
  /// three; and a ward that sends people home.
  private func network(overtaking: Bool) -> FlowNetwork {
    let visits = HomeVisits(
      calendar: BedCalendar(
        beds: 11, weekdays: [12, 12, 12, 12, 12, 8, 8],
        steps: [BedStep(day: 30, change: -3), BedStep(day: 45, change: 5)]),
      first: (mean: 3, deviation: 0), last: (mean: 1, deviation: 0), overtaking: overtaking)
    return FlowNetwork(
      classes: [PatientClass(id: "long", name: "Long"), PatientClass(id: "short", name: "Short")],
      units: [
        FlowUnit(id: "home", name: "Home", kind: .visits(visits)), Networks.ward(beds: 6),
      ],
      arrivals: [
        ArrivalStream(id: "long", patientClass: 0, unit: 0, perDay: 0.4),
        ArrivalStream(id: "short", patientClass: 1, unit: 0, perDay: 0.6),
        ArrivalStream(id: "ward", patientClass: 1, unit: 1, perDay: 0.3),
      ],
      journeys: [
        Journey(unit: 0, patientClass: 0, stay: .fixed(10), routes: Networks.leaving),
        Journey(unit: 0, patientClass: 1, stay: .fixed(3.2), routes: Networks.leaving),
        Journey(
          unit: 1, patientClass: 1, stay: .exponential(mean: 4),
          routes: [Route(chance: 1, to: 0)]),
      ])
  }

  private static let needs: [[Int]] = [[3, 3, 3, 2, 2, 2, 2, 1, 1, 1], [3, 2, 1]]

  private static func capacity(_ day: Int) -> Int {
    [12, 12, 12, 12, 12, 8, 8][day % 7] + (day >= 30 ? -3 : 0) + (day >= 45 ? 5 : 0)
  }

  /// Replays the rule from the log: on each day, in the order of the queue, whoever fits starts.
  @Test(arguments: [true, false])
  func `start on the first day from which they all fit`(overtaking: Bool) throws {
    let horizon = FlowHorizon(warmUp: 0, length: 120)
    var kernel = FlowKernel(
      try FlowPlan(network(overtaking: overtaking), horizon: horizon), seed: 5)
    var joined: [(patient: Int, kind: Int, time: Double)] = []
    var started: [Int: Double] = [:]
    let result = kernel.run(replication: 1, logging: 0..<120) { event in
      if event.kind == .queued && event.unit == 0 || event.kind == .blocked && event.next == 0 {
        joined.append((event.patient, event.patientClass, event.time))
      }
      if event.kind == .admitted && event.unit == 0 { started[event.patient] = event.time }
    }
    var made = Array(repeating: 0, count: 200)
    var waiting = joined[...]
    var queue: [(patient: Int, kind: Int, time: Double)] = []
    for day in 0..<120 {
      while let next = waiting.first, next.time < Double(day) {
        queue.append(next)
        waiting.removeFirst()
      }
      var rest: [(patient: Int, kind: Int, time: Double)] = []
      for one in queue {
        let need = Self.needs[one.kind]
        let fits = need.indices.allSatisfy { made[day + $0] + need[$0] <= Self.capacity(day + $0) }
        if fits && (overtaking || rest.isEmpty) {
          for place in need.indices { made[day + place] += need[place] }
          #expect(started[one.patient] == Double(day))
        } else {
          rest.append(one)
        }
      }
      queue = rest
    }
    #expect(result.units[0].admissions > 80)
    #expect(queue.allSatisfy { started[$0.patient] == nil })
    let visits = Double(made[..<120].reduce(0, +)) / 120
    #expect((result.units[0].meanVisits - visits).magnitude < 1e-12)
    #expect(made.indices.prefix(120).allSatisfy { made[$0] <= Self.capacity($0) })
    #expect(result.units[1].meanBlocked == result.units[0].meanWaitingElsewhere)
  }

  @Test func `are made to people of the census too, as many as are left of theirs`() throws {
    var network = network(overtaking: true)
    network.arrivals = []
    network.census = [
      CensusEntry(patientClass: 0, unit: 0, people: 4),
      CensusEntry(patientClass: 1, unit: 1, people: 1),
    ]
    var kernel = FlowKernel(
      try FlowPlan(network, horizon: FlowHorizon(warmUp: 0, length: 40)), seed: 5)
    let result = kernel.run(replication: 1)
    #expect(result.classes.map(\.completed) == [4, 1])
    #expect(result.units[0].meanVisits > 0)
    #expect(result.units[0].meanVisits * 40 <= 4 * 20 + 6)
  }
}
