// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit
import Testing

@Suite struct `A judgement` {
  @Test func `measures distance from the mean place of people`() throws {
    // Centres at 0.25 and 2.5: (30 · 0.25 + 10 · 0.75 + 20 · 0.5 + 20 · 0.5) / 80.
    let problem = try line([30, 10, 20, 20], band: PeopleBand(floor: 40, ceiling: 40))
    let judgement = problem.judge(Grouping([0, 0, 1, 1]))
    #expect(abs(judgement.meanDistance - 35.0 / 80) < 1e-12)
    #expect(judgement.cost == judgement.meanDistance)
    #expect(abs(judgement.groups[0].centre.east - 0.25) < 1e-12)
    #expect(judgement.isAcceptable)
    #expect(judgement.groupsInBand == 2)
  }

  @Test func `takes the unit with the shortest mean journey for the centre of journeys`() throws {
    let units = (0..<3).map { Unit(id: "\($0)", name: "", people: 10, east: 0, north: 0) }
    let problem = try ClusterProblem(
      units: units, links: [Link(0, 1), Link(1, 2)], band: PeopleBand(floor: 1, ceiling: 30),
      travel: TravelTable(.minutes, values: [0, 5, 9, 5, 0, 7, 9, 7, 0]))
    let judgement = problem.judge(Grouping([0, 0, 0]))
    #expect(judgement.groups[0].centralUnit == 1)
    #expect(judgement.groups[0].distances == [5, 0, 7])
    #expect(judgement.meanDistance == 4)
  }

  @Test func `names every rule that is broken`() throws {
    let problem = try line([10, 50, 10, 10], band: PeopleBand(floor: 20, ceiling: 50), count: 3)
    let judgement = problem.judge(Grouping([0, 1, 0, 1]))
    #expect(
      judgement.brokenRules == [
        .inPieces(group: 0, pieces: 2),
        .aboveCeiling(group: 1, people: 60, ceiling: 50), .inPieces(group: 1, pieces: 2),
        .count(found: 2, asked: 3),
      ])
    #expect(judgement.brokenRules[1].sentence.contains("10 over the ceiling of 50"))
  }

  @Test func `counts people apart from most of their town, commissioner and group`() throws {
    let towns = ["a", "a", "b", nil]
    let units = towns.enumerated().map { place, town in
      Unit(
        id: "\(place)", name: "", people: 10 * (place + 1), east: Double(place), north: 0,
        town: town, commissioner: place < 3 ? "c" : "d", existingGroup: "old")
    }
    let problem = try ClusterProblem(
      units: units, links: [], band: PeopleBand(floor: 1, ceiling: 100),
      preferences: Preferences(
        mustBeContiguous: false, towns: 1, commissioners: 2, existingGroups: 3))
    let judgement = problem.judge(Grouping([0, 1, 1, 1]))
    let shares = Dictionary(
      judgement.terms.map { ($0.wish, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(shares[.towns] == 0.1)
    #expect(shares[.commissioners] == 0.4)
    #expect(shares[.existingGroups] == 0.1)
    #expect(judgement.groups[0].splitTowns == ["a"])
  }

  @Test func `shares the variation of deprivation between and within groups`() throws {
    let units = [0.0, 2, 4, 6].enumerated().map { place, score in
      Unit(
        id: "\(place)", name: "", people: 1, east: Double(place), north: 0, deprivation: score)
    }
    let problem = try ClusterProblem(
      units: units, links: (0..<3).map { Link($0, $0 + 1) },
      band: PeopleBand(floor: 1, ceiling: 4), preferences: Preferences(deprivationBalance: 1))
    // Between: 2 · 2² · 2 = 16 of 9 + 1 + 1 + 9 = 20.
    let term = problem.judge(Grouping([0, 0, 1, 1])).terms.last
    #expect(term?.wish == .deprivationBalance)
    #expect(abs((term?.value ?? 0) - 0.8) < 1e-12)
  }

  @Test(arguments: 1...8)
  func `of a change by hand is that from nothing`(seed: Int) throws {
    let problem = try randomProblem(seed, preferences: everyWish)
    var draws = SeededDraws(seed: seed)
    var judgement = problem.judge(
      Grouping(problem.units.indices.map { _ in draws.below(5) }))
    for _ in 0..<20 {
      let change = problem.moving(
        draws.below(problem.units.count), to: draws.below(judgement.groups.count + 1),
        in: judgement)
      #expect(change.after == problem.judge(change.after.grouping))
      #expect(abs(change.cost - change.terms.reduce(0) { $0 + $1.cost }) < 1e-9)
      judgement = change.after
    }
  }

  @Test func `of a change by hand says what broke and what was mended`() throws {
    let problem = try line([20, 20, 20, 20], band: PeopleBand(floor: 40, ceiling: 40))
    let good = problem.judge(Grouping([0, 0, 1, 1]))
    let bad = problem.moving(1, to: 1, in: good)
    #expect(bad.broken.count == 2)
    #expect(bad.mended.isEmpty)
    let back = problem.moving(1, to: 0, in: bad.after)
    #expect(back.broken.isEmpty)
    #expect(back.mended.count == 2)
    #expect(abs(back.cost + bad.cost) < 1e-12)
  }
}

@Suite struct `A grouping` {
  @Test func `is numbered by first units`() {
    #expect(Grouping([7, 3, 7, 9]) == Grouping([1, 0, 1, 2]))
    #expect(Grouping([7, 3, 7, 9]).groups == [0, 1, 0, 2])
    #expect(Grouping([7, 3, 7, 9]).members == [[0, 2], [1], [3]])
  }
}
