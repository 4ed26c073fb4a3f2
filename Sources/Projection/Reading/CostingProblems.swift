// SPDX-License-Identifier: Apache-2.0

import Costing
import PlanPackage

extension CostingReading {
  /// What the engine says is wrong, at its file, row and column; a double use names every row of it.
  static func violations(_ error: CostingError, _ plan: Plan) -> [Violation] {
    switch error {
    case .savingUsedTwice(let double): return doubleUse(double, plan)
    case .savedTwice(let scheme, let mitigator):
      let row = plan.projection.mitigators.first { $0.id == mitigator }?.row
      return [
        Violation(
          file: "demand/mitigators.csv", row: row, column: "scheme", found: "\(error)",
          expected: "a saving counted once",
          advice: "Let the scheme “\(scheme)” have a full-year effect of 0, or take the mitigator "
            + "“\(mitigator)” off it.")
      ]
    default:
      let place = place(of: error, plan)
      return [
        Violation(
          file: place.file, row: place.row, column: place.column, found: "\(error)",
          expected: "money that the costing engine accepts", advice: "Correct the row.")
      ]
    }
  }

  private static func doubleUse(_ double: DoubleUse, _ plan: Plan) -> [Violation] {
    let rows = plan.projection.usesOfSavings
    let named = double.parts.compactMap { part in rows.first { $0.id == part.row } }
    return named.prefix(1).map { first in
      Violation(
        file: "finance/uses_of_savings.csv", row: named.last?.row ?? first.row, column: "amount",
        found: double.description, expected: "uses of £\(double.saving.plain)m at most",
        advice: "A pound closes the gap or pays for something: take one use away, or divide the "
          + "saving between them.")
    }
  }

  private static func place(
    of error: CostingError, _ plan: Plan
  ) -> (file: String, row: Int?, column: String?) {
    func line(_ id: String) -> Int? { plan.lines.first { $0.id == id }?.row }
    func scheme(_ id: String) -> Int? { plan.schemes.first { $0.id == id }?.row }
    func driver(_ line: String) -> Int? {
      plan.projection.drivers.first { $0.line == line }?.row
    }
    switch error {
    case .sharesAboveOne(let id, _): return ("costs/drivers.csv", driver(id), "share")
    case .driverIsZeroInBaseYear(let name, let id):
      let own = plan.projection.drivers.first {
        $0.line == id && (name == "service " + $0.service || name == "resource " + $0.resource)
      }
      return (
        "costs/drivers.csv", own?.row ?? driver(id),
        own?.service.isEmpty == false ? "service" : "resource"
      )
    case .partWithoutDriver(let id, _): return ("costs/drivers.csv", driver(id), "service")
    case .tradesWithItself(let id): return ("finance/lines.csv", line(id), "counterparty")
    case .transfersToItself(let id): return ("finance/schemes.csv", scheme(id), "transfer_to")
    case .transferDrawsOnPool(let id, _), .schemeOutsidePool(let id, _):
      return ("finance/schemes.csv", scheme(id), "pool")
    case .claimExceedsPool(let id, _, _, _, _):
      return ("finance/schemes.csv", scheme(id), "full_year_effect")
    case .unknown(_, let place), .number(_, let place, _), .yearOutsideHorizon(_, let place),
      .wrongCount(_, let place, _):
      return Self.place(place.record, place.field.column, plan)
    case .duplicate(let record), .blankIdentifier(let record, _):
      return Self.place(record, "id", plan)
    case .amountTooLarge(let record, _): return Self.place(record, "baseline", plan)
    case .horizonEndsBeforeBase, .horizonOutOfRange: return ("plan.yaml", nil, "last_year")
    default: return ("finance/lines.csv", nil, nil)
    }
  }

  private static func place(
    _ record: CostingRecord, _ column: String, _ plan: Plan
  ) -> (file: String, row: Int?, column: String?) {
    switch record {
    case .line(let id):
      return ("finance/lines.csv", plan.lines.first { $0.id == id }?.row, column)
    case .scheme(let id):
      return ("finance/schemes.csv", plan.schemes.first { $0.id == id }?.row, column)
    case .pool(let id):
      return ("finance/pools.csv", plan.pools.first { $0.id == id }?.row, column)
    case .use(let id):
      return (
        "finance/uses_of_savings.csv",
        plan.projection.usesOfSavings.first { $0.id == id }?.row, column
      )
    case .driver(let name):
      let row = plan.projection.drivers.first {
        name == "service " + $0.service || name == "resource " + $0.resource
      }
      return ("costs/drivers.csv", row?.row, "service")
    case .mitigator(let id):
      return (
        "demand/mitigators.csv", plan.projection.mitigators.first { $0.id == id }?.row, "scheme"
      )
    default: return ("finance/lines.csv", nil, column)
    }
  }
}

extension CostingPlace.Field {
  /// The column that the field comes from.
  fileprivate var column: String {
    switch self {
    case .fullYearEffect: "full_year_effect"
    case .delay: "delay_months"
    case .effect: "transfer_to"
    case .investments: "investment_recurrent"
    case .prices, .growth: "price"
    default: rawValue
    }
  }
}
