// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage
import TestKit
import Testing

@Suite struct `Segments of a plan` {
  private static func study(_ plan: String) throws -> (SegmentStudy, Assessment) {
    let reader = try PlanReader(folder: plan)
    return (try #require(try SegmentStudy(reader.plan())), try Assessment(reader))
  }

  @Test func `Segments add up to the list and to what is spent in every locality`() throws {
    let (study, assessment) = try Self.study(repository + "/Plans/kent-and-medway")
    #expect(study.addsUp)
    #expect(study.places.count == 8)
    #expect(study.people == 1_937_127)
    for place in study.places {
      let ids = study.rules.compactMap { FactID("segment.\($0.id).people.\(place.locality.id)") }
      let people = ids.compactMap { assessment.graph[$0]?.quantity.value.asDouble }
      #expect(people.count == study.rules.count)
      #expect(people.reduce(0, +) == Double(place.list.people))
    }
  }

  @Test func `A segment of one register that nothing is above has the register's size`() throws {
    let (study, _) = try Self.study(repository + "/Plans/kent-and-medway")
    // The first rule takes everybody on one register, so nothing about it is assumed.
    #expect((study.totals[0].people - 16_227).magnitude <= study.places.count)
    #expect(study.totals[0].limits == 16_227...16_227)
  }

  @Test func `Every number is within its range, and the range within the limits`() throws {
    let (study, _) = try Self.study(repository + "/Plans/kent-and-medway")
    for share in study.places.flatMap(\.shares) + study.totals {
      #expect(share.peopleRange.contains(share.people))
      #expect(share.poundsRange.contains(share.pounds))
      // Rounding to whole people moves a number by less than one in each place.
      #expect(share.limits.lowerBound - 8 <= share.peopleRange.lowerBound)
      #expect(share.peopleRange.upperBound <= share.limits.upperBound + 8)
    }
    #expect(study.places.allSatisfy { $0.misfit <= 1e-6 && $0.misfitted == nil })
  }

  @Test func `Facts name the registers and the assumptions`() throws {
    let (_, assessment) = try Self.study(repository + "/Plans/kent-and-medway")
    let id = try #require(FactID("segment.older-complex.people.thanet"))
    let inputs = try #require(assessment.graph[id]).inputs.map(\.rawValue)
    #expect(inputs.contains("register.list.thanet"))
    #expect(inputs.contains("register.diabetes"))
    #expect(inputs.contains("assumption.segments.association"))
  }

  @Test(.enabled(if: SharedData.isThere, "\(SharedData.absence)"))
  func `Registers and lists are the sums of the practices' own`() throws {
    let plan = try PlanReader(folder: repository + "/Plans/kent-and-medway").plan()
    let rows = try SharedData.table("population/km_gp_qof_registers_2020_21.csv")
    for (column, condition) in [
      ("reg_DEM", "dementia"), ("reg_MH", "severe-mental-illness"), ("reg_DM", "diabetes"),
      ("reg_HF", "heart-failure"),
    ] {
      let practices = rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
      let ours = plan.segments.registers.filter { $0.condition == condition }
        .reduce(0) { $0 + $1.people }
      #expect(practices == ours)
    }
    let lists = rows.reduce(0) { $0 + (Int($1["list_2021_03"] ?? "") ?? 0) }
    #expect(lists == plan.segments.lists.reduce(0) { $0 + $1.people })
  }
}
