// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit
import Testing

@Suite struct `An obstacle` {
  /// Twelve places of the mainland in a row, and an island two kilometres off its end.
  private func coast(island: [Int], band: PeopleBand) throws -> ClusterProblem {
    let mainland = (0..<12).map {
      Unit(id: "m\($0)", name: "Mainland \($0)", people: 10_000, east: Double($0), north: 0)
    }
    let places = island.enumerated().map {
      Unit(id: "i\($0)", name: "Island \($0)", people: $1, east: 13 + Double($0), north: 0)
    }
    let links =
      (0..<11).map { Link($0, $0 + 1) }
      + island.indices.dropLast().map { Link(12 + $0, 13 + $0) }
    return try ClusterProblem(units: mainland + places, links: links, band: band)
  }

  @Test func `is an island under the floor, with a lower floor, a bridge or an exception`() throws {
    let problem = try coast(
      island: [8_000, 7_000], band: PeopleBand(floor: 20_000, ceiling: 60_000))
    let obstacles = problem.obstacles()
    #expect(obstacles.count == 1)
    let obstacle = try #require(obstacles.first)
    #expect(obstacle.reason == .islandUnderFloor)
    #expect(obstacle.units == [12, 13])
    #expect(obstacle.sentence.contains("15,000 people, 5,000 under the floor of 20,000"))
    #expect(
      obstacle.relaxations.map(\.relaxation) == [
        .link(Link(11, 12), kilometres: 2), .floor(15_000), .standAlone([12, 13]),
      ])
    #expect(!obstacle.relaxations.contains { !$0.isVerified })
    for trial in obstacle.relaxations {
      let solution = try problem.relaxed(by: trial.relaxation).solve(effort: .quick)
      #expect(solution.judgement.isAcceptable)
    }
  }

  @Test func `is an island whose people fit no number of groups`() throws {
    let problem = try coast(
      island: [32_000, 33_000], band: PeopleBand(floor: 40_000, ceiling: 60_000))
    let obstacle = try #require(problem.obstacles().first)
    #expect(obstacle.reason == .islandFitsNoCount)
    #expect(
      obstacle.relaxations.map(\.relaxation) == [
        .link(Link(11, 12), kilometres: 2), .floor(32_000), .ceiling(65_000),
        .standAlone([12, 13]),
      ])
    for trial in obstacle.relaxations where trial.isVerified {
      let solution = try problem.relaxed(by: trial.relaxation).solve(effort: .quick)
      #expect(solution.judgement.isAcceptable, "\(trial)")
    }
    #expect(obstacle.relaxations.count { $0.isVerified } >= 3)
  }

  @Test func `is a unit above the ceiling, which may stand alone`() throws {
    let problem = try line(
      [20, 20, 90, 20, 20], band: PeopleBand(floor: 30, ceiling: 60))
    let obstacle = try #require(problem.obstacles().first)
    #expect(obstacle.reason == .unitAboveCeiling)
    #expect(obstacle.units == [2])
    #expect(obstacle.relaxations.first?.relaxation == .standAlone([2]))
    let relaxed = try problem.relaxed(by: .standAlone([2]))
    #expect(relaxed.obstacles().isEmpty)
    #expect(relaxed.solve().judgement.isAcceptable)
  }

  @Test func `is a number of groups that the band cannot have`() throws {
    let problem = try line(
      [20, 20, 20, 20, 20, 20], band: PeopleBand(floor: 40, ceiling: 60), count: 5)
    let obstacle = try #require(problem.obstacles().first)
    #expect(obstacle.reason == .count(asked: 5, possible: 2...3))
    #expect(obstacle.relaxations.map(\.relaxation) == [.count(3)])
    #expect(obstacle.relaxations[0].isVerified)
  }

  @Test func `is a gate behind which there is too much`() throws {
    // Two dead ends of 15 each behind a gate of 25: together 55, over 50; each alone under 20.
    let people = [15, 25, 15, 30, 30]
    let units = people.enumerated().map { place, people in
      Unit(id: "u\(place)", name: "u\(place)", people: people, east: Double(place), north: 0)
    }
    let problem = try ClusterProblem(
      units: units, links: [Link(0, 1), Link(1, 2), Link(1, 3), Link(3, 4)],
      band: PeopleBand(floor: 20, ceiling: 50))
    let obstacle = try #require(problem.obstacles().first)
    #expect(obstacle.reason == .deadEnd(gate: 1))
    #expect(obstacle.units == [0, 1, 2])
    #expect(obstacle.relaxations.first?.relaxation == .ceiling(55))
    #expect(problem.solve().proof == .impossible)
  }

  @Test func `is not seen where there is a grouping`() throws {
    for seed in 1...30 {
      let problem = try randomProblem(
        seed, side: 3, band: PeopleBand(floor: 100, ceiling: 330))
      if problem.solve(effort: .quick).judgement.isAcceptable {
        #expect(problem.obstacles().isEmpty)
      }
    }
  }
}

@Suite struct `A problem that is none` {
  @Test func `names every fault at once`() throws {
    let units = [
      Unit(id: "a", name: "", people: -1, east: 0, north: .nan),
      Unit(id: "a", name: "", people: 1, east: 0, north: 0, deprivation: .infinity),
    ]
    let error = #expect(throws: ClusterProblemError.self) {
      try ClusterProblem(
        units: units, links: [Link(0, 2), Link(1, 1)], band: PeopleBand(floor: 9, ceiling: 8),
        count: 3, preferences: Preferences(towns: 1, growth: -1),
        travel: TravelTable(.minutes, values: [1]), together: [[]], exceptions: [[0], [0]])
    }
    #expect(
      error?.faults == [
        .negativePeople(unit: 0, id: "a", people: -1),
        .notANumber(unit: 0, id: "a", what: "place"),
        .duplicate(id: "a", first: 0, second: 1),
        .notANumber(unit: 1, id: "a", what: "deprivation score"), .linkToNowhere(link: 0, unit: 2),
        .linkToItself(link: 1, unit: 1), .floorAboveCeiling(floor: 9, ceiling: 8),
        .count(3, units: 2), .noData(for: .towns, needs: "town"), .weight(.growth, -1),
        .travelShape(found: 1, expected: 4),
        .fixedSet("A set of units that have to be together is empty: take it out."),
        .fixedSet("a is named twice among the exceptions from the band: name it once."),
      ])
    #expect(error?.description.contains("exchange them, or lower the floor") == true)
  }
}
