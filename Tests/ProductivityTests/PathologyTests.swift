// SPDX-License-Identifier: Apache-2.0

import Productivity
import TestKit
import Testing

@Suite struct `Pathology` {
  private let cold = PathologyTestClass(
    "cold", unitCost: 1, scaleExponent: 0.5, analysisMinutes: 60, limitMinutes: 1440)
  private let hot = PathologyTestClass(
    "hot", unitCost: 1, scaleExponent: 1, analysisMinutes: 30, limitMinutes: 60)

  private func two(stranded: Double = 0, minutes: Double = 40) -> PathologyNetwork {
    PathologyNetwork(
      sites: [
        PathologySite("A", fullCost: 100, essentialCost: 10),
        PathologySite("B", fullCost: 100, essentialCost: 20),
      ],
      classes: [cold, hot],
      routes: [PathologyRoute(from: "A", to: "B", minutes: minutes, costPerTest: 0.05)],
      volumes: [
        PathologyVolume(site: "A", testClass: "cold", tests: 144),
        PathologyVolume(site: "A", testClass: "hot", tests: 5),
        PathologyVolume(site: "B", testClass: "cold", tests: 81),
        PathologyVolume(site: "B", testClass: "hot", tests: 5),
      ], strandedShare: stranded)
  }

  @Test func `keeps hot tests where they are and moves cold ones`() throws {
    let found = try PathologyChoice(two())
    // Before: 200 + √144 + √81 + 10 = 231.
    #expect(found.before.total == 231)
    // Hub A: 100 + 20 + √225 + 10 + 81 × 0.05 = 149.05; hub B: 110 + 25 + 7.20 = 142.20.
    #expect(found.best.hubs == ["B"])
    #expect((found.best.total - 142.2).magnitude < 1e-9)
    #expect((found.saving - 88.8).magnitude < 1e-9)
    #expect(found.moves.map(\.testClass) == ["cold"])
    #expect(found.places.map(\.laboratory) == [.essential, .hub])
    #expect(found.plans.map(\.hubs) == [["B"], ["A"], ["A", "B"]])
    #expect(found.plans.last?.total == 231)
  }

  @Test func `says what stays in the first year`() throws {
    let found = try PathologyChoice(two(stranded: 0.5))
    #expect(found.best.stranded == 45)
    #expect((found.firstYearSaving - 43.8).magnitude < 1e-9)
  }

  @Test func `closes a laboratory when even hot tests get there in time`() throws {
    let found = try PathologyChoice(two(minutes: 30))
    #expect(found.places.map(\.laboratory).contains(.closed))
    #expect(found.moves.count == 2)
  }

  @Test func `cannot move what no van reaches`() throws {
    var network = two()
    network.routes = []
    let found = try PathologyChoice(network)
    #expect(found.moves.isEmpty)
    #expect(found.plans.allSatisfy { $0.variable == 31 })
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `has the least cost of all sets as its best`(seed: UInt64) throws {
    var draws = SeededDraws(seed: seed)
    let names = ["A", "B", "C", "D", "E"]
    var routes: [PathologyRoute] = []
    for (place, name) in names.enumerated() {
      for other in names.prefix(place) {
        routes.append(
          PathologyRoute(
            from: name, to: other, minutes: .random(in: 10...90, using: &draws),
            costPerTest: .random(in: 0...0.2, using: &draws)))
      }
    }
    let volumes = names.flatMap { site in
      ["cold", "hot"].map {
        PathologyVolume(site: site, testClass: $0, tests: .random(in: 1...900, using: &draws))
      }
    }
    let network = PathologyNetwork(
      sites: names.map {
        PathologySite(
          $0, fullCost: .random(in: 50...200, using: &draws),
          essentialCost: .random(in: 0...50, using: &draws))
      }, classes: [cold, hot], routes: routes, volumes: volumes)
    let found = try PathologyChoice(network)
    #expect(found.plans.count == 31)
    #expect(found.plans.allSatisfy { $0.total >= found.best.total })
    let hubs = found.best.hubs
    #expect(found.moves.allSatisfy { hubs.contains($0.to) && !hubs.contains($0.from) })
    #expect(found.moves.count + hubs.count * 2 <= 10)
    #expect(found.places.count { $0.laboratory == .hub } == hubs.count)
    #expect(found.plans.first { $0.hubs.count == 5 }?.total == found.before.total)
  }

  @Test func `refuses names that nobody has and numbers that make no sense`() {
    var network = two()
    network.volumes.append(PathologyVolume(site: "X", testClass: "cold", tests: 1))
    #expect(throws: ProductivityError.unknown(what: "site", name: "X")) {
      try PathologyChoice(network)
    }
    network = two(stranded: 2)
    #expect(throws: ProductivityError.self) { try PathologyChoice(network) }
    network = two()
    network.sites.append(network.sites[0])
    #expect(throws: ProductivityError.repeated(what: "site", name: "A")) {
      try PathologyChoice(network)
    }
    network = two()
    network.sites = (0..<15).map { PathologySite("S\($0)", fullCost: 1, essentialCost: 1) }
    network.routes = []
    network.volumes = [PathologyVolume(site: "S0", testClass: "cold", tests: 1)]
    #expect(throws: ProductivityError.self) { try PathologyChoice(network) }
    network.sites = [PathologySite("S0", fullCost: 1, essentialCost: 1, mayBeHub: false)]
    #expect(throws: ProductivityError.self) { try PathologyChoice(network) }
    network.volumes = []
    #expect(throws: ProductivityError.self) { try PathologyChoice(network) }
  }
}
