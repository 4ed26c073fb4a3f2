// SPDX-License-Identifier: Apache-2.0

import Demand
import TestKit
import Testing

@Suite struct OracleTests {
  @Test(arguments: 0..<8)
  func `sums of products are the projection step by step`(_ seed: Int) throws {
    let system = RandomSystem(seed: seed)
    let model = try DemandModel(system.inputs)
    var workspace = model.workspace()
    for number in 0..<1 {
      let draw = system.draw(number)
      try model.run(values: draw.values, variant: draw.variant, in: &workspace)
      let naive = NaiveProjection(
        inputs: system.inputs, values: draw.values, variant: draw.variant)
      for (year, future) in [(2020, DemandCase.withPlan), (2018, .doNothing)] {
        for (service, amounts) in naive.amounts(year, future).enumerated() {
          let run = workspace.run
          #expect(
            isClose(run.amount(.activity, service: service, year: year, future), amounts.activity))
          #expect(
            isClose(run.amount(.bedDays, service: service, year: year, future), amounts.bedDays))
        }
      }
    }
  }
}
