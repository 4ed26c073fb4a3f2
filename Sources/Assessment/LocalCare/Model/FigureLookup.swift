// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage

/// Figures as they stand, or as they would be with some assumptions changed.
///
/// A figure that a formula works out of a changed one is worked out again; what an engine found is
/// left as it is.
struct FigureLookup {
  private let facts: [FactID: Fact]
  private let derived: [FactID: DerivedRow]
  private let changed: [FactID: Double]

  init(_ plan: Plan, _ values: Values) {
    facts = values.facts
    derived = Dictionary(plan.derived.map { ($0.id, $0) }) { first, _ in first }
    changed = [:]
  }

  private init(_ other: FigureLookup, changed: [FactID: Double]) {
    facts = other.facts
    derived = other.derived
    self.changed = changed
  }

  /// The same figures with others in place of some.
  func with(_ changes: [FactID: Double]) -> FigureLookup {
    FigureLookup(self, changed: changed.merging(changes) { _, new in new })
  }

  /// The fact as it stands.
  func fact(_ id: FactID) -> Fact? { facts[id] }

  /// The value in the unit of the fact.
  func value(_ id: FactID) -> Double? {
    if let value = changed[id] { return value }
    if let row = derived[id], isTouched(row) {
      let found = try? row.formula.value { value($0).map { Decimal($0) } }
      return found?.asDouble
    }
    return facts[id]?.quantity.value.asDouble
  }

  /// An amount of money in pounds.
  func pounds(_ id: FactID) -> Double? {
    guard let unit = facts[id]?.quantity.unit.pounds else { return nil }
    return value(id).map { $0 * Double(unit) }
  }

  /// The facts that a figure comes from by formulas, itself among them.
  func roots(of id: FactID) -> [FactID] {
    guard let row = derived[id] else { return [id] }
    return [id] + row.formula.references.flatMap(roots)
  }

  private func isTouched(_ row: DerivedRow) -> Bool {
    guard !changed.isEmpty else { return false }
    return row.formula.references.contains { id in
      changed[id] != nil || derived[id].map(isTouched) == true
    }
  }
}
