// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Testing

@Suite struct `A network is checked before it runs` {
  private func problems(
    _ change: (inout FlowNetwork) -> Void,
    horizon: FlowHorizon = FlowHorizon(warmUp: 0, length: 10)
  ) -> [FlowProblem] {
    var network = Networks.blocking(community: 5)
    change(&network)
    do throws(FlowProblems) {
      _ = try FlowPlan(network, horizon: horizon)
      return []
    } catch {
      return error.all
    }
  }

  @Test func `and runs when nothing is wrong`() {
    #expect(problems { _ in }.isEmpty)
  }

  @Test func `chances must make 1`() {
    let found = problems { $0.journeys[0].routes[0].chance = 0.3 }
    #expect(found.map(\.part) == [.journey(0)])
    #expect(found[0].expected == "1")
  }

  @Test func `every problem is told at once`() {
    let found = problems(
      { network in
        network.journeys[1].stay = .exponential(mean: -2)
        network.journeys[0].routes[0].unit = 9
        network.arrivals[0].perDay = .nan
        network.arrivals[0].profile.hours = [1, 2]
        network.arrivals[0].profile.weekdays = Array(repeating: 0, count: 7)
        network.classes[0].patience = .observed([])
        network.units[0].kind = .beds([
          BedGroup(
            calendar: BedCalendar(
              beds: -1, weekdays: [1],
              steps: [BedStep(day: 5, change: 1), BedStep(day: 2, change: 1)],
              escalation: [EscalationRule(beds: 1, opensAtQueue: 2, closesAtQueue: 2)]))
        ])
        network.census = [CensusEntry(patientClass: 0, unit: nil, people: -1)]
      }, horizon: FlowHorizon(warmUp: -1, length: 0, auditTime: 1, firstWeekday: 7))
    let parts = Set(found.map(\.part))
    #expect(
      parts == [
        .journey(1), .route(journey: 0, route: 0), .arrivals(0), .patientClass(0), .unit(0),
        .census(0), .horizon,
      ])
    #expect(found.count == 16)
    #expect(found.allSatisfy { !$0.found.isEmpty && !$0.expected.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func `every class must have a journey wherever it comes`() {
    let found = problems { $0.journeys.removeLast() }
    #expect(found.map(\.part) == [.route(journey: 0, route: 0)])
    #expect(found[0].found.contains("without a journey"))
  }

  @Test func `every unit must be reached`() {
    let found = problems { network in
      network.journeys[0].routes = Networks.leaving
    }
    #expect(found.map(\.part) == [.unit(1)])
  }

  @Test func `every journey must lead out in the end`() {
    let found = problems { network in
      network.journeys[1].routes = [Route(chance: 1, to: 1)]
    }
    #expect(found.map(\.part) == [.journey(1)])
  }

  @Test func `every class must find a bed that it may use`() {
    let found = problems { network in
      network.classes.append(PatientClass(id: "other", name: "Other"))
      network.units[1].kind = .beds([
        BedGroup(classes: [1], calendar: BedCalendar(beds: 5))
      ])
    }
    #expect(found.map(\.part) == [.route(journey: 0, route: 0)])
  }

  @Test func `visits are promised ahead, so they cannot be added under pressure`() {
    let found = problems { network in
      network.units[1].kind = .visits(
        HomeVisits(
          calendar: BedCalendar(
            beds: 10, weekdays: [10, 10, 10, 10, 10, 2, 2],
            escalation: [EscalationRule(beds: 1, opensAtQueue: 2, closesAtQueue: 1)]),
          first: (mean: 4, deviation: 1), last: (mean: 5, deviation: -1)))
    }
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.part == .unit(1) })
  }

  @Test func `ids stand once`() {
    let found = problems { $0.units[1].id = "acute" }
    #expect(found.map(\.part) == [.unit(1)])
  }
}
