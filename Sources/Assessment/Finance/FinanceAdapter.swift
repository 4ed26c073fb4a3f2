// SPDX-License-Identifier: Apache-2.0

import Facts
import Finance
import PlanPackage

/// Maps a plan's finance tables to the engine's inputs, and its result to facts.
enum FinanceAdapter {
  /// Runs the engine and adds what it finds to the values; nil for a plan without a model.
  static func run(
    _ plan: Plan, _ values: inout Values
  ) throws(PlanError) -> FinanceFindings? {
    guard let settings = plan.metadata.finance, !plan.lines.isEmpty else { return nil }
    let inputs = try FinanceReading(plan: plan, settings: settings, values: values)
    let model: FinanceModel
    do {
      model = try FinanceModel(inputs.inputs)
    } catch {
      throw PlanError(error.all.map { violation($0.description, plan) })
    }
    let bridge: Bridge
    do {
      bridge = try model.bridge(inputs.solutions)
    } catch {
      throw PlanError(error.all.map { violation($0.description, plan) })
    }
    var writer = FinanceFacts(plan: plan, settings: settings, reading: inputs, model: model)
    let findings = writer.write(bridge, into: &values)
    return findings
  }

  /// An engine's complaint with the row that it is about: it names the line or the scheme.
  private static func violation(_ found: String, _ plan: Plan) -> Violation {
    let line = plan.lines.first { found.contains("line '\($0.id)'") }
    let scheme = plan.schemes.first { found.contains("scheme '\($0.id)'") }
    let file = line == nil && scheme != nil ? "finance/schemes.csv" : "finance/lines.csv"
    return Violation(
      file: file, row: line?.row ?? scheme?.row, column: "id", found: found,
      expected: "inputs that the finance engine accepts",
      advice: "Correct the row, or the series in finance/rates.csv that it names.")
  }
}
