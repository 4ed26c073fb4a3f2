// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Testing

@Suite struct `Luck and memory` {
  /// Most of what the simulator can do, in one network.
  private func network(community: Int = 5) -> FlowNetwork {
    var network = Networks.blocking(community: community)
    network.classes.append(
      PatientClass(
        id: "planned", name: "Planned", priority: 1, patience: .exponential(mean: 2),
        balksAtQueue: 6, cancellation: CancellationRule(freeBedsAtMost: 0, rebookedAfter: 3)))
    network.arrivals.append(
      ArrivalStream(
        id: "planned", patientClass: 1, unit: 0, perDay: 0.5,
        profile: ArrivalProfile(weekdays: [2, 2, 1, 1, 1, 0, 0])))
    network.journeys.append(
      Journey(
        unit: 0, patientClass: 1, stay: .lognormal(location: 1, scale: 0.5),
        routes: [Route(chance: 1, to: nil, transition: .uniform(low: 0, high: 1))]))
    network.units[0].order = .priority
    network.census = [
      CensusEntry(patientClass: 0, unit: 0, people: 12),
      CensusEntry(patientClass: 0, unit: 0, waitingFor: 1, people: 3),
      CensusEntry(patientClass: 1, unit: nil, waitingFor: 0, people: 2),
    ]
    return network
  }

  private func plan(community: Int = 5) throws -> FlowPlan {
    try FlowPlan(
      network(community: community), horizon: FlowHorizon(warmUp: 0, length: 150))
  }

  @Test func `a replication is the same alone and after others, in any order`() throws {
    let plan = try plan()
    var kernel = FlowKernel(plan, seed: 7)
    let inOrder = (1...4).map { kernel.run(replication: $0) }
    let backwards = (1...4).reversed().map { kernel.run(replication: $0) }
    var alone = FlowKernel(plan, seed: 7)
    #expect(backwards.reversed() == inOrder)
    #expect(alone.run(replication: 3) == inOrder[2])
    #expect(Set(inOrder).count == 4)
    var other = FlowKernel(plan, seed: 8)
    #expect(other.run(replication: 1) != inOrder[0])
  }

  @Test func `the log changes nothing, and tells what the counts count`() throws {
    let plan = try plan()
    var kernel = FlowKernel(plan, seed: 7)
    let plain = kernel.run(replication: 2)
    var counts: [FlowEvent.Kind: Int] = [:]
    var last = 0.0
    let logged = kernel.run(replication: 2, logging: 0..<1e9) { event in
      counts[event.kind, default: 0] += 1
      #expect(event.time >= last)
      last = event.time
    }
    #expect(logged == plain)
    #expect(counts[.left] == plain.classes.reduce(0) { $0 + $1.completed })
    #expect(counts[.reneged] ?? 0 == plain.units.reduce(0) { $0 + $1.reneged })
    #expect(counts[.turnedAway] ?? 0 == plain.units.reduce(0) { $0 + $1.turnedAway })
    #expect(counts[.cancelled] ?? 0 == plain.units.reduce(0) { $0 + $1.cancelled })
    var part = 0
    _ = kernel.run(replication: 2, logging: 10..<20) { event in
      part += 1
      #expect((10..<20).contains(event.time))
    }
    #expect(part > 0)
  }

  @Test(arguments: 1...5)
  func `everybody who came has left, was lost or is there`(replication: Int) throws {
    var kernel = FlowKernel(try plan(), seed: 7)
    let result = kernel.run(replication: replication)
    let came = 17 + result.classes.reduce(0) { $0 + $1.arrivals }
    let gone = result.classes.reduce(0) { $0 + $1.completed + $1.lost }
    #expect(came == gone + kernel.presentAtEnd)
    for unit in result.units {
      let parts = unit.meanNeeded + unit.meanBlocked + unit.meanTransition
      #expect((unit.meanOccupied - parts).magnitude < 1e-9)
      #expect(unit.waits.count == 24 * 14 + 2)
      #expect(unit.waits.reduce(0, +) == unit.admissions)
    }
    #expect(
      (result.units[0].meanBlocked - result.units[1].meanWaitingElsewhere).magnitude < 1e-9)
  }

  @Test func `another bed changes nobody's arrival, stay or way`() throws {
    let lives = try [5, 9].map { try stays(community: $0) }
    let both = Set(lives[0].keys).intersection(lives[1].keys)
    #expect(both.count > 150)
    for patient in both {
      // Times differ by when care began, so only rounding is between the two.
      #expect(((lives[0][patient] ?? 0) - (lives[1][patient] ?? 0)).magnitude < 1e-9)
    }
  }

  /// How long each patient from outside needed acute care, by the time of coming.
  private func stays(community: Int) throws -> [Double: Double] {
    var kernel = FlowKernel(try plan(community: community), seed: 7)
    var came: [Int: Double] = [:]
    var began: [Int: Double] = [:]
    var stays: [Double: Double] = [:]
    _ = kernel.run(replication: 1, logging: 0..<1e9) { event in
      guard event.patientClass == 0, event.unit == 0 else { return }
      switch event.kind {
      case .arrived: came[event.patient] = event.time
      case .admitted: began[event.patient] = event.time
      case .careEnded:
        guard let time = came[event.patient], let start = began[event.patient] else { return }
        stays[time] = event.time - start
      default: break
      }
    }
    return stays
  }

  @Test func `what is kept does not grow with the length of the run`() throws {
    let network = Networks.one(Networks.ward(beds: 5), perDay: 4, stay: .exponential(mean: 1))
    let study = try Replications(network, length: 20_000, count: 1)
    let unit = study.results[0].units[0]
    #expect(unit.dailyOccupied.count == 2_000)
    #expect(unit.dailyQueue.count == 2_000 && unit.dailyBlocked.count == 2_000)
    #expect(unit.auditOccupied.reduce(0, +) == 20_000)
  }
}
