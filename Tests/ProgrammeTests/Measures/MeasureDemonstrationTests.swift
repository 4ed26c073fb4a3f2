// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import ProcessControl
import Programme
import Testing

@Suite struct `Two made-up years of measures, people and registers` {
  @Test func `fill every measure and register of a plan, in the order of time`() async throws {
    let bench = try RegisterBench(on: "2016-04-01")
    let stage = ProgrammeStage(
      data: bench.data, plan: bench.plan, clock: bench.clock, office: RegisterBench.office,
      seed: 7, first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    for step in try ProgrammeDemonstration.steps(stage) {
      bench.set(step.time)
      try await step.act()
    }
    let day = ProgrammeDemonstration.last
    let measures = MeasureView(
      plan: bench.plan.measures, state: try bench.data.ledger.state(MeasureState.self), day: day)
    #expect(measures.standings.allSatisfy { $0.months.count == 24 && $0.chart.latest != nil })
    #expect(measures.standing("deficit")?.missingCount == 1)
    let registers = try bench.registerView(day.iso)
    #expect(registers.standings.allSatisfy { $0.lines.count == 7 })
    #expect(registers.standings[0].overdue.isEmpty == false)
    let resources = ResourceView(
      plan: bench.plan.resources, state: try bench.data.ledger.state(ResourceState.self), day: day)
    #expect(resources.decision != nil && resources.fault == nil && !resources.lines.isEmpty)
    let payloads = try bench.data.ledger.entries(family: "register").map(\.payload)
    #expect(payloads.allSatisfy { !$0.contains("added") || $0.contains("ynthetic") })
  }
}
