// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Testing

@Suite struct `The tables of delivery` {
  @Test func `are read into pools, parts, groups, schemes and benefits`() throws {
    let plan = try PlanReader(folder: "\(fixtures)/tiny").plan()
    #expect(plan.costPools.map(\.id) == ["all-costs", "post-costs"])
    #expect(plan.costPools[1].parent == "all-costs")
    #expect(plan.costPools[1].reducible == 0.5)
    #expect(plan.poolParts.map(\.organisation) == ["hospital-trust"])
    #expect(plan.workingGroups.map(\.stage) == ["quantified", "starting-shortly"])
    #expect(plan.workingGroups[0].focus == ["Fewer letters", "Second class stamps"])
    #expect(plan.savingsSchemes.map(\.fullYear.rawValue) == ["saving.letters"])
    #expect(plan.benefits.map(\.owner) == ["Head of post"])
  }
}
