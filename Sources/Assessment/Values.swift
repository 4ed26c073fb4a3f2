// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage

/// The figures known so far while an assessment is put together.
///
/// Stated facts and assumptions come first. Formulas are worked out as soon as everything that
/// they name is known, before the engines and again after, since a formula may use what an
/// engine found.
struct Values {
  private(set) var facts: [FactID: Fact] = [:]
  private var pending: [DerivedRow]
  private(set) var violations: [Violation] = []

  init(plan: Plan) {
    pending = plan.derived
    for fact in plan.facts { add(fact) }
    for row in plan.assumptions { add(Fact(row, plan: plan)) }
    if let loop = FactGraph.cycle(in: plan.derived.map { ($0.id, $0.formula.references) }) {
      violations.append(Values.cycle(loop, plan))
      pending = []
    }
  }

  subscript(id: FactID) -> Fact? { facts[id] }

  mutating func add(_ fact: Fact) {
    guard facts[fact.id] == nil else {
      violations.append(
        Violation(
          file: "facts.csv", column: "id",
          found: "“\(fact.id)” twice, here or in derived.csv, "
            + "assumptions.csv or a model", expected: "each id once",
          advice: "Give one of them another id."))
      return
    }
    facts[fact.id] = fact
  }

  /// Works out every formula whose facts are known, and repeats until none is left to do.
  mutating func deriveWhatIsKnown() {
    var isMoving = true
    while isMoving {
      isMoving = false
      var waiting: [DerivedRow] = []
      for row in pending {
        guard row.formula.references.allSatisfy({ facts[$0] != nil }) else {
          waiting.append(row)
          continue
        }
        derive(row)
        isMoving = true
      }
      pending = waiting
    }
  }

  /// Reports every formula that names a fact which nothing provides.
  mutating func reportUnknown() {
    let known = Set(facts.keys).union(pending.map(\.id))
    for row in pending {
      for id in row.formula.references where !known.contains(id) {
        violations.append(
          Violation(
            file: "derived.csv", row: row.row, column: "formula", found: "“{\(id)}”",
            expected: "a fact of the plan", advice: "Correct the id, or add the fact."))
      }
    }
  }

  private mutating func derive(_ row: DerivedRow) {
    do {
      let value = try row.formula.value(of: { facts[$0]?.quantity.value })
      let quantity = Quantity(
        value: value.rounded(to: max(row.decimals + 4, 6)), decimals: row.decimals,
        unit: row.unit, priceBase: row.priceBase)
      let derivation = Derivation(
        rule: row.formula.text, inputs: row.formula.references, method: "formula")
      add(
        Fact(
          id: row.id, measure: row.measure, label: row.label, quantity: quantity,
          period: row.period, basis: row.basis, scope: row.scope, origin: .derived(derivation),
          note: row.note))
    } catch {
      violations.append(
        Violation(
          file: "derived.csv", row: row.row, column: "formula", found: "“\(row.formula.text)”",
          expected: "a formula with a value", advice: "\(error.plainEnglish)."))
    }
  }

  private static func cycle(_ loop: [FactID], _ plan: Plan) -> Violation {
    let row = plan.derived.first { $0.id == loop.first }?.row
    let names = loop.map(\.rawValue).joined(separator: " → ")
    return Violation(
      file: "derived.csv", row: row, column: "formula", found: "a circle: \(names)",
      expected: "formulas that lead back to stated facts",
      advice: "Work one of these figures out from something else.")
  }
}

extension Fact {
  fileprivate init(_ row: AssumptionRow, plan: Plan) {
    let citation = Citation(
      source: row.source, locator: "assumptions.csv, row \(row.row)", quotation: "",
      qualifier: .exactly)
    self.init(
      id: row.id, measure: row.id.rawValue, label: row.label, quantity: row.central,
      period: plan.metadata.horizon, basis: .estimate, scope: plan.metadata.area,
      origin: .stated([citation]), confidence: .read, note: row.why)
  }
}
