// SPDX-License-Identifier: Apache-2.0

import Demand
import Testing

@Suite struct RunTests {
  @Test func `two factors of a tenth turn 1,000 into 1,210`() throws {
    let inputs = Systems.one(growth: [
      GrowthFactor(id: "x", amount: .number(0.1), timing: .once),
      GrowthFactor(id: "y", kind: .other, amount: .input(0, scale: 0.01), timing: .once),
    ], inputCount: 1)
    let run = try DemandModel(inputs).run(values: [10])
    #expect(run.amount(.activity, service: 0, year: 2016) == 1000)
    #expect(abs(run.amount(.activity, service: 0, year: 2017) - 1210) < 1e-9)
    #expect(abs(run.amount(.activity, service: 0, year: 2021, .doNothing) - 1210) < 1e-9)
  }
}
