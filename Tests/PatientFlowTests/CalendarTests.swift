// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Testing

@Suite struct `Beds that open and close` {
  private func run(
    _ calendar: BedCalendar, waiting: Int, stay: Double, length: Double, firstWeekday: Int = 0
  ) throws -> UnitResult {
    var network = Networks.one(
      Networks.ward("ward", calendar), perDay: 0, stay: .fixed(stay))
    network.census = [CensusEntry(patientClass: 0, unit: nil, waitingFor: 0, people: waiting)]
    let horizon = FlowHorizon(
      warmUp: 0, length: length, auditTime: 0.25, firstWeekday: firstWeekday)
    var kernel = FlowKernel(try FlowPlan(network, horizon: horizon), seed: 1)
    return kernel.run(replication: 1).units[0]
  }

  @Test func `follow the weekday`() throws {
    let calendar = BedCalendar(beds: 9, weekdays: [2, 2, 2, 2, 2, 1, 0])
    let unit = try run(calendar, waiting: 30, stay: 0.5, length: 7, firstWeekday: 4)
    // Friday, Saturday, Sunday and so on; half a day each, so twice as many a day as beds.
    #expect(unit.dailyOccupied == [2, 1, 0, 2, 2, 2, 2])
    #expect(unit.admissions == 22)
    #expect((unit.meanStaffed - 11.0 / 7).magnitude < 1e-12)
  }

  @Test func `close as their patients leave, and open again`() throws {
    let calendar = BedCalendar(
      beds: 4, steps: [BedStep(day: 1.5, change: -3), BedStep(day: 5, change: 2)])
    let unit = try run(calendar, waiting: 20, stay: 2, length: 8)
    // All four stay until day 2; one bed then takes one, and three from day 5.
    #expect(unit.dailyOccupied == [4, 4, 1, 1, 1, 3, 3, 3])
    #expect((unit.meanStaffed - (4 * 1.5 + 3.5 + 3 * 3) / 8).magnitude < 1e-12)
  }

  @Test func `open under pressure after a notice, and close when it is over`() throws {
    let rule = EscalationRule(beds: 2, opensAtQueue: 3, closesAtQueue: 1, notice: 0.5)
    let unit = try run(
      BedCalendar(beds: 1, escalation: [rule]), waiting: 6, stay: 1, length: 6)
    // Five wait at first, so two more open at 0.5: three wait. At 1 two wait, and at 1.5 one, so
    // the two close again, and the last has to wait for the one bed until 2.5.
    #expect(unit.dailyQueue == [5, 2, 1, 0, 0, 0])
    #expect(unit.dailyOccupied == [1, 3, 1, 1, 0, 0])
    #expect(unit.admissions == 6)
    #expect((unit.meanStaffed - (6 * 1 + 2 * 1) / 6.0).magnitude < 1e-12)
  }

  @Test func `are not opened while the queue is shorter`() throws {
    let rule = EscalationRule(beds: 2, opensAtQueue: 3, closesAtQueue: 0)
    let unit = try run(
      BedCalendar(beds: 1, escalation: [rule]), waiting: 3, stay: 1, length: 4)
    #expect(unit.dailyOccupied == [1, 1, 1, 0])
    #expect(unit.meanStaffed == 1)
  }
}

@Suite struct `People who do not wait` {
  @Test func `do not join a queue that is too long for them`() throws {
    let network = Networks.one(
      Networks.ward(beds: 1), perDay: 5, stay: .fixed(1), balksAtQueue: 2)
    let study = try Replications(network, length: 100, count: 2)
    #expect(study.results[0].units[0].auditQueue.count == 3)
    #expect(study.results[0].units[0].turnedAway > 300)
  }

  @Test func `are called off when hardly a bed is free, and come again when booked again`() throws {
    let rule = CancellationRule(freeBedsAtMost: 1, rebookedAfter: 0.25)
    let network = Networks.one(
      Networks.ward(beds: 4), perDay: 3, stay: .exponential(mean: 1), cancellation: rule)
    var kernel = FlowKernel(
      try FlowPlan(network, horizon: FlowHorizon(warmUp: 0, length: 200)), seed: 7)
    let result = kernel.run(replication: 1)
    // Nobody is let in who would leave fewer than one bed free.
    #expect(result.units[0].auditOccupied.count <= 4)
    #expect(result.units[0].foundFull == 0)
    #expect(result.units[0].cancelled > 100)
    #expect(result.classes[0].lost == 0)
    let one = result.classes[0]
    #expect(one.arrivals == one.completed + kernel.presentAtEnd)
  }

  @Test func `are lost when they are called off for good`() throws {
    let network = Networks.one(
      Networks.ward(beds: 4), perDay: 3, stay: .exponential(mean: 1),
      cancellation: CancellationRule(freeBedsAtMost: 0))
    let study = try Replications(network, warmUp: 20, length: 1_000)
    // To call off at no free bed is to turn away: Erlang's loss at a load of 3 and 4 beds.
    let lost = study.agree(with: 0.206_106_870_229_007_6) {
      Double($0.classes[0].lost) / Double($0.classes[0].arrivals)
    }
    #expect(lost.holds, "\(lost)")
  }
}

@Suite struct `Units that wait for each other` {
  private func network(beds: Int) -> FlowNetwork {
    FlowNetwork(
      classes: [PatientClass(id: "all", name: "All")],
      units: ["a", "b", "c"].map { Networks.ward($0, beds: beds, whenFull: .elsewhere) },
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 3)],
      journeys: (0..<3).map {
        Journey(
          unit: $0, patientClass: 0, stay: .exponential(mean: 1),
          routes: [Route(chance: 0.8, to: ($0 + 1) % 3), Route(chance: 0.2, to: nil)])
      })
  }

  @Test func `change places, so that nobody is held up for ever`() throws {
    var kernel = FlowKernel(
      try FlowPlan(network(beds: 2), horizon: FlowHorizon(warmUp: 0, length: 400)), seed: 3)
    var last = 0.0
    var longest = 0.0
    let result = kernel.run(replication: 1, logging: 0..<400) { event in
      guard event.kind == .left else { return }
      longest = max(longest, event.time - last)
      last = event.time
    }
    #expect(result.classes[0].completed > 200)
    #expect(longest < 40)
    for unit in result.units { #expect(unit.auditOccupied.count <= 3) }
  }

  @Test func `and two who want each other's bed swap at once`() throws {
    var network = network(beds: 1)
    network.arrivals = []
    network.journeys = (0..<3).map {
      Journey(unit: $0, patientClass: 0, stay: .fixed(1), routes: Networks.leaving)
    }
    network.census = (0..<3).map {
      CensusEntry(patientClass: 0, unit: $0, waitingFor: ($0 + 1) % 3, people: 1)
    }
    network.journeys[2].routes = [Route(chance: 0.5, to: 0), Route(chance: 0.5, to: nil)]
    network.journeys[0].routes = [Route(chance: 0.5, to: 1), Route(chance: 0.5, to: nil)]
    network.journeys[1].routes = [Route(chance: 0.5, to: 2), Route(chance: 0.5, to: nil)]
    var kernel = FlowKernel(
      try FlowPlan(network, horizon: FlowHorizon(warmUp: 0, length: 0.5)), seed: 3)
    let result = kernel.run(replication: 1)
    #expect(result.units.allSatisfy { $0.admissions == 1 && $0.meanBlocked == 0 })
  }
}
