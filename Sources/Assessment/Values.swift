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
  private let places: [FactID: Finding.Place]
  private(set) var violations: [Violation] = []

  init(plan: Plan) {
    pending = plan.derived
    places = plan.factPlaces
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
      let place = places[fact.id]
      violations.append(
        Violation(
          file: place?.file ?? "facts.csv", row: place?.row, column: "id",
          found: "“\(fact.id)” twice, here or in derived.csv, "
            + "assumptions.csv or a model", expected: "each id once",
          advice: "Give one of them another id."))
      return
    }
    facts[fact.id] = fact
  }

  /// Works out every formula whose facts are known, and those that this makes known in turn.
  ///
  /// Each formula counts what it still waits for and is woken by the last of these (Kahn, 1962),
  /// so that a long chain takes no longer than a short one of as many formulas.
  mutating func deriveWhatIsKnown() {
    var missing: [Int: Int] = [:]
    var waiting: [FactID: [Int]] = [:]
    var ready: [Int] = []
    for (index, row) in pending.enumerated() {
      let unknown = row.formula.references.filter { facts[$0] == nil }
      missing[index] = unknown.count
      for id in unknown { waiting[id, default: []].append(index) }
      if unknown.isEmpty { ready.append(index) }
    }
    var done: Set<Int> = []
    while let index = ready.popLast() {
      derive(pending[index])
      done.insert(index)
      // What waits for a figure that could not be worked out has nothing wrong with itself.
      guard facts[pending[index].id] != nil else { continue }
      for next in waiting[pending[index].id] ?? [] {
        missing[next, default: 1] -= 1
        if missing[next] == 0 { ready.append(next) }
      }
    }
    pending = pending.enumerated().filter { !done.contains($0.offset) }.map(\.element)
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
