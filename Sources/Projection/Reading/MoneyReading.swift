// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage

extension InputRegistry {
  /// The amount of a fact in millions of pounds; nil and a violation when it is none.
  func millions(
    _ id: FactID, _ place: CellPlace, _ violations: inout ViolationList
  ) -> Double? {
    guard let fact = fact(id) else {
      violations.unknownFact(id, place)
      return nil
    }
    guard let pounds = fact.quantity.unit.pounds else {
      violations.add(
        place.file, place.row, place.column, found: "“\(id)”, in \(fact.quantity.unit)",
        expected: "a fact in money", advice: "Correct the id, or the unit of the fact.")
      return nil
    }
    return (fact.quantity.value * Decimal(pounds) / 1_000_000).asDouble
  }

  /// The position of an assumption that can be drawn, and its central value, or nil.
  ///
  /// An amount follows a draw as a multiple of the central value, which cannot be zero.
  func multiple(_ id: FactID, use: String) -> (position: Int, central: Double)? {
    guard let position = position(id), entries[position].central != 0 else { return nil }
    return (position, entries[position].central)
  }
}
