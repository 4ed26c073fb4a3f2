// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage
import Testing

@Suite struct `Prevention of a plan` {
  private func value(_ assessment: Assessment, _ id: String) -> Double? {
    FactID(id).flatMap { assessment.graph[$0] }?.quantity.value.asDouble
  }

  @Test func `A programme is worked out from the figures that it names`() throws {
    let assessment = try Assessment(PlanReader(files: tinyPlan()))
    #expect(value(assessment, "prevention.walks.taking-part") == 6000)
    #expect(value(assessment, "prevention.walks.changing") == 1200)
    #expect(value(assessment, "prevention.walks.cost") == 60_000)
    #expect(value(assessment, "prevention.walks.saving.year-1") == 36_000)
    #expect(value(assessment, "prevention.walks.saving.year-5") == 72_000)
    #expect(value(assessment, "prevention.walks.changed.year-2") == 2400)
    // Those of the first four years, who have 60% of the extra risk left.
    #expect(value(assessment, "prevention.walks.risks-averted.year-5") == 1920)
    // 0.4 × 0.5 / 1.2
    let share = try #require(value(assessment, "prevention.fraction.heart.sitting"))
    #expect((share - 100.0 / 6).magnitude < 1e-4)
  }

  @Test func `A programme without an effect has no number`() throws {
    let plan = try PlanReader(files: tinyPlan()).plan()
    let assessment = try Assessment(PlanReader(files: tinyPlan()))
    let study = try PreventionStudy(plan) { assessment.graph[$0] }
    #expect(study.unknown.map(\.id) == ["talks"])
    // 60,000 a year against 36,000, then 72,000: 180,000 and 180,000 by the end of the third.
    #expect(study.runs.map(\.breakEven) == [3])
    #expect(!assessment.graph.facts.contains { $0.id.rawValue.hasPrefix("prevention.talks") })
  }

  @Test func `The published return of stop smoking services comes out`() throws {
    let assessment = try Assessment(
      PlanReader(folder: repository + "/Plans/kent-and-medway"))
    let cost = try #require(value(assessment, "prevention.smoking.england.cost.per-stopped"))
    #expect(cost.rounded() == 1213)
    let alone = ["high-blood-pressure", "diabetes"].compactMap {
      value(assessment, "prevention.fraction.heart-attack.\($0)")
    }
    let together = try #require(value(assessment, "prevention.fraction.heart-attack.together"))
    #expect(alone.count == 2 && together < alone.reduce(0, +) && together > (alone.max() ?? 0))
  }
}
