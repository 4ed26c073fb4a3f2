// SPDX-License-Identifier: Apache-2.0

import Assessment
import Clusters
import Foundation
import Localities
import PlanPackage
import Testing

@Suite struct `Groups of a plan` {
  @Test func `four places in a row become two pairs of neighbours`() throws {
    let reading = try RowOfPlaces().reading()
    let tier = try #require(reading.tiers.first)

    #expect(tier.judgement.isAcceptable)
    #expect(tier.groupOfNeighbourhood == [0, 0, 1, 1])
    #expect(tier.labels == ["C1", "C2"])
    #expect(tier.names == ["Westown", "Eastown"])
  }

  @Test func `kilometres are those of the sphere at the middle latitude`() throws {
    let reading = try RowOfPlaces().reading()
    let units = reading.neighbourhoods
    // 0.1 degrees of longitude at 51 degrees north on a sphere of 6371.0088 km.
    let expected = 0.1 * 111.195_08 * 0.629_320_391

    #expect(abs(units[1].east - units[0].east - expected) < 0.001)
    #expect(abs(units[0].east + units[3].east) < 1e-9)
    #expect(units.allSatisfy { abs($0.north) < 1e-9 })
  }

  @Test func `the next tier is made of the groups of the one below`() throws {
    var places = RowOfPlaces()
    places.groupings += "hubs,Hubs,hub,H,clusters,,band.hub,,1,made-up,\n"
    let reading = try places.reading()
    let hubs = try #require(reading.tier("hubs"))

    #expect(hubs.problem.units.map(\.id) == ["C1", "C2"])
    #expect(hubs.problem.units.map(\.people) == [50, 50])
    #expect(hubs.count == 1)
    #expect(hubs.neighbourhoods(of: 0) == [0, 1, 2, 3])
  }

  @Test func `a change by hand is made after the search, and breaks what it breaks`() throws {
    var places = RowOfPlaces()
    places.changes = "grouping,area,to,reason,source\nclusters,B,C,One team.,made-up\n"
    let tier = try #require(try places.reading().tiers.first)

    #expect(tier.groupOfNeighbourhood == [0, 1, 1, 1])
    #expect(tier.solution.judgement.isAcceptable)
    #expect(
      tier.judgement.brokenRules == [
        .belowFloor(group: 0, people: 20, floor: 40),
        .aboveCeiling(group: 1, people: 80, ceiling: 60),
      ])
  }

  @Test func `a change to a group that is not next door is refused at its row`() throws {
    var places = RowOfPlaces()
    places.changes = "grouping,area,to,reason,source\nclusters,A,D,No road.,made-up\n"

    let error = try #require(throws: PlanError.self) { try places.reading() }

    let violation = try #require(error.violations.first)
    #expect(violation.file == "local-care/group_changes.csv")
    #expect((violation.row, violation.column ?? "") == (2, "to"))
  }

  @Test func `a floor that is no figure of the plan is named at its cell`() throws {
    var places = RowOfPlaces()
    places.groupings = places.groupings.replacing("band.floor", with: "band.flor")

    let error = try #require(throws: PlanError.self) { try places.reading() }

    let violation = try #require(error.violations.first)
    #expect(violation.file == "local-care/groupings.csv")
    #expect((violation.row, violation.column ?? "") == (2, "floor"))
    #expect(violation.found == "“band.flor”")
  }

  @Test func `a floor above the ceiling is named at its row`() throws {
    var places = RowOfPlaces()
    places.groupings = places.groupings.replacing(
      "band.floor,band.ceiling", with: "band.ceiling,band.floor")

    let error = try #require(throws: PlanError.self) { try places.reading() }

    let violation = try #require(error.violations.first)
    #expect((violation.row, violation.column ?? "") == (2, "floor"))
    #expect(violation.advice.contains("above the ceiling"))
  }

  @Test func `the same plan gives the same files every time`() throws {
    let first = GroupingFiles(try RowOfPlaces().reading())
    let second = GroupingFiles(try RowOfPlaces().reading())

    #expect(first.json == second.json)
    #expect(first.groups == second.groups)
    #expect(
      first.neighbourhoods.hasPrefix(
        "area,name,locality,town,residents,at_horizon,clusters\nA,Place A,here,Westown,20,,C1\n"))
  }
}

@Suite struct `Published groups` {
  @Test func `one named after a town is estimated by its neighbourhoods`() throws {
    let reading = try RowOfPlaces().reading()
    let comparison = try #require(PublishedComparison.all(reading).first)

    #expect(comparison.found == [0, 1])
    #expect(comparison.entries.map(\.neighbourhoods) == [[0, 1], []])
    #expect(comparison.entries.map(\.people) == [50, 0])
    #expect(comparison.entries.map(\.agrees) == [true, nil])
  }
}
