// SPDX-License-Identifier: Apache-2.0

import Clusters
import TestKit
import Testing

@Suite struct `A comparison of groupings` {
  @Test func `finds a grouping like itself`() {
    let grouping = Grouping([0, 0, 1, 1, 2])
    let comparison = GroupingComparison(grouping, grouping, people: [1, 2, 3, 4, 5])
    #expect(comparison.peopleWhoMove == 0)
    #expect(comparison.adjustedRandIndex == 1)
    #expect(comparison.pairs.map(\.second) == [0, 1, 2])
  }

  /// Hubert and Arabie 1985, from a table with rows 1 1 0, 1 2 1, 0 0 4: sum of pairs 7, rows 1 + 6 + 6,
  /// columns 1 + 3 + 10, all 45.
  @Test func `has the adjusted Rand index of a worked table`() {
    let first = Grouping([0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    let second = Grouping([0, 1, 0, 1, 1, 2, 2, 2, 2, 2])
    let comparison = GroupingComparison(first, second, people: Array(repeating: 1, count: 10))
    let expected = 13.0 * 14 / 45
    #expect(abs(comparison.adjustedRandIndex - (7 - expected) / (13.5 - expected)) < 1e-12)
    // Partners: the third with the third, the second with the second, the first with the first.
    #expect(comparison.pairs.map(\.people) == [1, 2, 4])
    #expect(comparison.peopleWhoMove == 3)
  }
}

@Suite struct `Links between points` {
  @Test func `join points with no third between them`() {
    let places: [(Double, Double)] = [(0, 0), (1, 0), (2, 0), (0, 1), (40, 0)]
    let units = places.enumerated().map {
      Unit(id: "\($0)", name: "", people: 1, east: $1.0, north: $1.1)
    }
    #expect(NeighbourLinks.links(units) == [Link(0, 1), Link(0, 3), Link(1, 2), Link(1, 3)])
    #expect(NeighbourLinks.links(units, longest: 50).contains(Link(2, 4)))
  }

  @Test func `join points at one place to each other and to the same neighbours`() {
    let units = [0.0, 0, 3].enumerated().map {
      Unit(id: "\($0)", name: "", people: 1, east: $1, north: 0)
    }
    #expect(NeighbourLinks.links(units) == [Link(0, 1), Link(0, 2), Link(1, 2)])
  }

  @Test func `join everything that is near enough`() throws {
    var draws = SeededDraws(seed: 3)
    let units = (0..<150).map {
      Unit(
        id: "\($0)", name: "", people: 1, east: draws.number(0, 50), north: draws.number(0, 50))
    }
    let problem = try ClusterProblem(
      units: units, links: NeighbourLinks.links(units, longest: 200),
      band: PeopleBand(floor: 1, ceiling: 150))
    #expect(problem.judge(Grouping(units.map { _ in 0 })).groupsInOnePiece == 1)
  }
}

@Suite struct `The next tier` {
  @Test func `has the groups of the one below as units`() throws {
    let problem = try line([30, 10, 20, 20, 40], band: PeopleBand(floor: 40, ceiling: 40))
    let judgement = problem.judge(Grouping([0, 0, 1, 1, 2]))
    let tier = problem.nextTier(judgement)
    #expect(tier.units.map(\.people) == [40, 40, 40])
    #expect(tier.units.map(\.east) == [0.25, 2.5, 4])
    #expect(tier.links == [Link(0, 1), Link(1, 2)])
    #expect(
      ClusterProblem.unfolded(Grouping([0, 0, 1]), over: judgement.grouping)
        == Grouping([0, 0, 0, 0, 1]))
  }
}
