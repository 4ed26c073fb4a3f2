// SPDX-License-Identifier: Apache-2.0

import Costing
import TestKit

/// A system of one trust with one line that follows one driver, for tests to change.
func trust(
  lastYear: Int = 2018, baseline: Double = 100, parts: [CostPart], monthly: Bool = true
) -> CostingInputs {
  var line = CostLine(id: "wards", organisation: "trust", flow: .cost(to: nil), baseline: baseline)
  line.driver = "beds"
  line.parts = parts
  var inputs = CostingInputs(
    baseYear: 2016, lastYear: lastYear,
    organisations: [CostingOrganisation(id: "trust", label: "Trust")], lines: [line],
    confidence: .expected, transfers: .refuse)
  inputs.drivers = [CostDriver(id: "beds", resolution: monthly ? .monthly : .yearly)]
  return inputs
}

/// Runs of equal amounts, one after another: `[(12, 100), (24, 74)]` is a year of 100 and two of 74.
func months(_ runs: [(count: Int, amount: Double)]) -> [Double] {
  runs.flatMap { Array(repeating: $0.amount, count: $0.count) }
}

/// A draw in which the plan changes nothing.
func same(_ series: [[Double]]) -> CostingDraw {
  CostingDraw(doNothing: series, withPlan: series)
}

/// The cost outside the system of the only organisation, do nothing, by year.
func costs(_ inputs: CostingInputs, _ draw: CostingDraw) throws -> [Double] {
  let run = try CostingModel(inputs).run(draw)
  return (0..<run.yearCount).map {
    run.account(organisation: 0, year: $0).doNothing.externalCost
  }
}

/// Whether two amounts agree to less than a tenth of a penny.
func agree(_ left: Double, _ right: Double) -> Bool { (left - right).magnitude < 1e-8 }

/// What a model says is wrong.
func mistakes(_ inputs: CostingInputs) -> [CostingError] {
  do {
    _ = try CostingModel(inputs)
    return []
  } catch {
    return error.all
  }
}

/// What a run says is wrong with its draw.
func mistakes(_ inputs: CostingInputs, _ draw: CostingDraw) throws -> [CostingError] {
  let model = try CostingModel(inputs)
  do {
    _ = try model.run(draw)
    return []
  } catch {
    return error.all
  }
}
