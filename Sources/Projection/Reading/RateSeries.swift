// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// A series of yearly rates: for each year after the base year a number, or an assumption.
struct RateSeries: Hashable, Sendable {
  /// One rate in %.
  enum Rate: Hashable, Sendable {
    /// A fact.
    case number(Double)
    /// An assumption, by its position among the inputs.
    case input(Int)

    func value(_ draws: [Double]) -> Double {
      switch self {
      case .number(let value): value
      // A fall of all there is would leave nothing to grow from.
      case .input(let position): max(draws[position], -99.9)
      }
    }
  }

  let rates: [Rate]

  var isDrawn: Bool {
    rates.contains { if case .input = $0 { true } else { false } }
  }

  /// Reads a series of finance/rates.csv.
  init?(
    _ name: String, _ plan: Plan, _ years: ProjectionYears, use: String, _ place: CellPlace,
    _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) {
    let rows = plan.rates.filter { $0.series == name }
    guard !rows.isEmpty else {
      violations.add(
        place.file, place.row, place.column, found: "“\(name)”",
        expected: "a series of finance/rates.csv")
      return nil
    }
    var rates: [Rate] = []
    for year in years.all.dropFirst() {
      guard let row = rows.first(where: { $0.year == year || $0.year == nil }) else {
        violations.add(
          place.file, place.row, place.column,
          found: "“\(name)”, which has no rate for \(FinancialYear.name(year))",
          expected: "a rate for each year to \(FinancialYear.name(years.last))",
          advice: "Add the year to finance/rates.csv.")
        return nil
      }
      let cell = CellPlace(file: "finance/rates.csv", row: row.row, column: "fact")
      guard let fact = registry.fact(row.fact) else {
        violations.unknownFact(row.fact, cell)
        return nil
      }
      guard fact.quantity.unit.isPercentage else {
        violations.add(
          cell.file, cell.row, cell.column, found: "“\(row.fact)”, in \(fact.quantity.unit)",
          expected: "a rate in %")
        return nil
      }
      registry.note(row.fact, use: use, within: -99...1000)
      if let position = registry.position(row.fact) {
        rates.append(.input(position))
      } else {
        rates.append(.number(fact.quantity.value.asDouble))
      }
    }
    self.rates = rates
  }
}
