// SPDX-License-Identifier: Apache-2.0

import Demand
import Testing

@Suite struct MitigatorTests {
  /// A run of a service with 1,000 units and 5,000 bed days beside a service for visits, one with
  /// beds and one for telephone calls.
  private func run(_ mitigators: [Mitigator], values: [Double] = []) throws -> DemandRun {
    let inputs = Systems.one(
      bedDays: 5000, mitigators: mitigators,
      others: [
        Systems.empty("visits"), Systems.empty("beds", kind: .bed),
        Systems.empty("calls", kind: .contact),
      ], inputCount: values.count)
    return try DemandModel(inputs).run(values: values)
  }

  private func amounts(_ run: DemandRun, _ service: Int, year: Int = 2017) -> [Double] {
    [
      run.amount(.activity, service: service, year: year),
      run.amount(.bedDays, service: service, year: year),
    ]
  }

  private let first = ActivityScope(service: "a")

  @Test func `avoided activity goes with its bed days, reach times effect times ramp`() throws {
    let run = try run([
      Mitigator(
        id: "m", reach: .number(0.5), effect: .number(0.4), from: 2018, ramp: [0.25, 0.5, 1])
    ])
    #expect(amounts(run, 0, year: 2017) == [1000, 5000])
    #expect(zip(amounts(run, 0, year: 2018), [950, 4750]).allSatisfy { isClose($0, $1) })
    #expect(zip(amounts(run, 0, year: 2021), [800, 4000]).allSatisfy { isClose($0, $1) })
    #expect(run.amount(.activity, service: 0, year: 2021, .doNothing) == 1000)
  }

  @Test func `shorter stays leave activity as it is`() throws {
    let run = try run([
      Mitigator(id: "m", kind: .lengthOfStay, scope: first, effect: .number(0.1))
    ])
    #expect(zip(amounts(run, 0), [1000, 4500]).allSatisfy { isClose($0, $1) })
  }

  @Test func `freed bed days become visits at home`() throws {
    let run = try run([
      Mitigator(
        id: "m", kind: .lengthOfStay, scope: first, effect: .number(0.1), toService: "visits",
        unitsPerUnit: 2)
    ])
    #expect(zip(amounts(run, 0), [1000, 4500]).allSatisfy { isClose($0, $1) })
    #expect(zip(amounts(run, 1), [1000, 0]).allSatisfy { isClose($0, $1) })
  }

  @Test(arguments: [Mitigator.Kind.dayCase, .sameDay, .virtual])
  func `what becomes a case of another kind brings no bed days`(_ kind: Mitigator.Kind) throws {
    let run = try run([
      Mitigator(id: "m", kind: kind, scope: first, effect: .number(0.2), toService: "beds")
    ])
    #expect(zip(amounts(run, 0), [800, 4000]).allSatisfy { isClose($0, $1) })
    #expect(zip(amounts(run, 2), [200, 0]).allSatisfy { isClose($0, $1) })
  }

  @Test func `bed days follow a move to beds and no other`() throws {
    let toBeds = try run([
      Mitigator(id: "m", kind: .move, scope: first, effect: .number(0.2), toService: "beds")
    ])
    #expect(zip(amounts(toBeds, 2), [200, 1000]).allSatisfy { isClose($0, $1) })
    let toVisits = try run([
      Mitigator(
        id: "m", kind: .move, scope: first, effect: .number(0.2), toService: "visits",
        unitsPerUnit: 3)
    ])
    #expect(zip(amounts(toVisits, 1), [600, 0]).allSatisfy { isClose($0, $1) })
    let stated = try run([
      Mitigator(
        id: "m", kind: .move, scope: first, effect: .number(0.2), toService: "beds",
        bedDaysPerBedDay: 1.5)
    ])
    #expect(zip(amounts(stated, 2), [200, 1500]).allSatisfy { isClose($0, $1) })
  }

  @Test func `the second acts on what the first left`() throws {
    let run = try run([
      Mitigator(id: "m", scope: first, effect: .number(0.5)),
      Mitigator(id: "n", scope: first, effect: .number(0.5)),
      Mitigator(id: "o", kind: .move, scope: first, effect: .number(1), toService: "visits"),
    ])
    #expect(zip(amounts(run, 0), [0, 0]).allSatisfy { isClose($0, $1) })
    #expect(isClose(amounts(run, 1)[0], 250))
  }

  @Test func `what was moved in can be moved on, and is counted once`() throws {
    let run = try run([
      Mitigator(id: "m", kind: .move, scope: first, effect: .number(0.4), toService: "visits"),
      Mitigator(
        id: "n", kind: .virtual, scope: ActivityScope(provider: "west", kind: .visit),
        effect: .number(0.25), toService: "calls"),
    ])
    #expect(isClose(amounts(run, 0)[0], 600))
    #expect(isClose(amounts(run, 1)[0], 300))
    #expect(isClose(amounts(run, 3)[0], 100))
  }

  @Test func `a mitigator before the move does not see what moves in later`() throws {
    let inputs = Systems.one(
      mitigators: [
        Mitigator(
          id: "n", scope: ActivityScope(service: "b"), effect: .number(0.5)),
        Mitigator(id: "m", kind: .move, scope: first, effect: .number(0.4), toService: "b"),
      ],
      others: [ServiceLine(id: "b", cells: [ActivityCell(activity: 10)])])
    let run = try DemandModel(inputs).run(values: [])
    #expect(isClose(run.amount(.activity, service: 1, year: 2017), 405))
  }

  @Test func `a broad scope leaves out its own destination`() throws {
    let inputs = Systems.one(
      mitigators: [Mitigator(id: "m", kind: .move, effect: .number(0.5), toService: "b")],
      others: [ServiceLine(id: "b", cells: [ActivityCell(activity: 10)])])
    let run = try DemandModel(inputs).run(values: [])
    #expect(isClose(run.amount(.activity, service: 0, year: 2017), 500))
    #expect(isClose(run.amount(.activity, service: 1, year: 2017), 510))
  }

  @Test func `draws of reach and effect are held to 0 to 1`() throws {
    let mitigator = Mitigator(
      id: "m", kind: .move, scope: first, reach: .input(0), effect: .input(1), toService: "visits")
    #expect(zip(amounts(try run([mitigator], values: [3, 2]), 0), [0, 0]).allSatisfy(isClose0))
    let none = try run([mitigator], values: [-1, 1])
    #expect(amounts(none, 0) == [1000, 5000])
    #expect(amounts(none, 1) == [0, 0])
  }

  private func isClose0(_ first: Double, _ second: Double) -> Bool { isClose(first, second) }
}
