// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Facts that the engine of local care finds, all made in one way.
struct CareFacts {
  let plan: Plan

  /// A figure worked out by the engine, for the whole area or for a locality.
  func fact(
    _ id: String, _ label: String, _ value: Double, decimals: Int, unit: Unit,
    locality: String = "",
    year: Int? = nil, rule: String, inputs: [FactID], note: String = ""
  ) -> Fact {
    guard let id = FactID(id) else {
      preconditionFailure("ids of roles, tiers, rooms and localities are checked when read")
    }
    var unique: [FactID] = []
    for input in inputs where !unique.contains(input) { unique.append(input) }
    return Fact(
      id: id, measure: id.rawValue, label: label,
      quantity: Quantity(
        computed: value, decimals: decimals, unit: unit,
        priceBase: unit.isMoney ? plan.metadata.priceBase : nil),
      period: year.map { .financialYear($0) } ?? plan.metadata.horizon, basis: .modelled,
      scope: name(locality),
      origin: .derived(.init(rule: rule, inputs: unique, method: "local-care")),
      note: note)
  }

  /// The name of a locality, or of the whole area.
  func name(_ locality: String) -> String {
    plan.local.localities.first { $0.id == locality }?.name ?? plan.metadata.area
  }

  /// Facts that the plan names and that are not there, each with its row.
  static func missing(
    _ named: [(file: String, row: Int, column: String, id: FactID?)], _ values: Values
  ) -> [Violation] {
    named.compactMap { file, row, column, id in
      guard let id, values[id] == nil else { return nil }
      return Violation(
        file: file, row: row, column: column, found: "“\(id)”", expected: "a fact of the plan",
        advice: nearest(to: id.rawValue, in: values.facts.keys.map(\.rawValue).sorted())
          .map { "Did you mean “\($0)”?" } ?? "Correct the id, or add the fact.")
    }
  }
}
