// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage
import Testing

@Suite struct `The core model of local care` {
  @Test func `takes staff for the people that a fact counts`() throws {
    // 60,000 people, 600 for each navigator.
    let tiny = try TinyPlan.assessment()

    #expect(tiny.value("team.navigators.needed.town") == 100)
    #expect(tiny.value("team.navigators.needed") == 100)
  }

  @Test func `takes the share of another fact where that one is not there`() throws {
    let tiny = try TinyPlan.assessment([
      (
        "local-care/roles.csv",
        "population.registered.{locality},,,",
        "segment.frail.people.{locality},population.registered.{locality},room.use,"
      )
    ])

    #expect(tiny.value("team.navigators.needed.town") == 80)
  }

  @Test func `names the facts that it rests on`() throws {
    let tiny = try TinyPlan.assessment()
    let id = try #require(FactID("team.navigators.needed.town"))
    let fact = try #require(tiny.graph[id])

    #expect(
      fact.inputs.map(\.rawValue) == ["population.registered.town", "assumption.case-load"])
  }

  @Test(arguments: [
    ("local-care/differences.csv", "A nurse,A doctor", "A nurse,A nurse", "local"),
    ("local-care/differences.csv", ",home-team,", ",hme-team,", "element"),
    ("local-care/differences.csv", "There are few nurses.", "", "reason"),
    ("local-care/functions.csv", "home-team,1,", "home-team,2,", "ambitions"),
    ("local-care/roles.csv", "population.registered.{locality}", "people.residents", "driver"),
    ("local-care/roles.csv", "population.registered.{locality}", "none.{locality}", "driver"),
    ("local-care/role_parameters.csv", "assumption.case-load", "assumption.cse-load", "fact"),
    ("local-care/role_parameters.csv", "navigators,case-load", "navigators,minutes", "fact"),
    ("local-care/effects.csv", "case.reach", "case.rech", "reach"),
    ("local-care/case.csv", "1;1,0.5;1", "1;1,1", "effect_ramp"),
  ])
  func `refuses what cannot be, by file and column`(
    file: String, from: String, to: String, column: String
  ) throws {
    let found = try TinyPlan.violations(file: file, from: from, to: to)

    #expect(found.contains { $0.file == file && $0.column == column && $0.row == 2 }, "\(found)")
  }

  @Test func `asks that every ambition is served`() throws {
    let found = try TinyPlan.violations(
      file: "programme/ambitions.csv", from: "made-up-leaflet,\n",
      to: "made-up-leaflet,\n2,One number,One number to call.,made-up-leaflet,\n")

    #expect(found.map(\.file) == ["programme/ambitions.csv"])
    #expect(found.first?.row == 3)
  }
}
