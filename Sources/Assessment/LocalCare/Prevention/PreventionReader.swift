// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Prevention

/// Reads programmes and causes, works them out, and remembers what is wrong.
struct PreventionReader {
  private let rows: PreventionRows
  private let fact: (FactID) -> Fact?
  private(set) var violations: [Violation] = []
  private static let programmes = "local-care/prevention_programmes.csv"
  private static let risks = "local-care/prevention_risks.csv"
  private static let lags = "local-care/prevention_lags.csv"

  init(rows: PreventionRows, fact: @escaping (FactID) -> Fact?) {
    self.rows = rows
    self.fact = fact
  }

  /// A programme with all its figures.
  mutating func run(_ row: PreventionProgrammeRow) -> PreventionStudy.Run? {
    for (column, id) in row.figures where id == nil {
      violations.append(
        Violation(
          file: Self.programmes, row: row.row, column: column, found: "an empty cell",
          expected: "a figure, or no figure of the programme at all",
          advice: "Name the fact, or empty the other cells and say in “needed” what is missing."))
    }
    if (row.saving == nil) != (row.savingYears == nil) {
      violations.append(
        Violation(
          file: Self.programmes, row: row.row, column: "saving_years", found: "one of two cells",
          expected: "a saving and the years over which it is saved", advice: "Fill both, or none."))
    }
    let before = violations.count
    func value(_ id: FactID?, _ column: String, _ scale: Double = 1) -> Double? {
      number(id, Self.programmes, row.row, column).map { $0 * scale }
    }
    let eligible = value(row.eligible, "eligible")
    let reach = value(row.reach, "reach", 0.01)
    let uptake = row.uptake == nil ? 1 : value(row.uptake, "uptake", 0.01)
    let effect = value(row.effect, "effect", 0.01)
    let kept = row.kept == nil ? 1 : value(row.kept, "kept", 0.01)
    let cost = value(row.cost, "cost")
    let saving = row.saving == nil ? 0 : value(row.saving, "saving")
    guard violations.count == before, let eligible, let reach, let uptake, let effect, let kept,
      let cost, let saving
    else { return nil }
    do {
      let programme = try PreventionProgramme(
        eligible: eligible, reach: reach, uptake: uptake, effect: effect, kept: kept,
        costPerPerson: cost, savingPerChange: saving, savingYears: row.savingYears ?? 1)
      let run = try PreventionRun(
        programme, years: PreventionStudy.years, lag: try lag(row.lag, of: row))
      return PreventionStudy.Run(
        row: row, takingPart: programme.takingPart, changing: programme.changing,
        cost: programme.cost,
        years: run.years.map {
          .init(changed: $0.changed, risksAverted: $0.risksAverted, saving: $0.saving)
        }, breakEven: run.breakEven)
    } catch {
      violations.append(refused(error, Self.programmes, row.row, "id"))
      return nil
    }
  }

  /// How the extra risk of a group of conditions fades, or nil when no group is named.
  private mutating func lag(
    _ group: String, of row: PreventionProgrammeRow
  ) throws(PreventionError) -> RiskLag? {
    guard !group.isEmpty else { return nil }
    let points = rows.lags.filter { $0.group == group }
    guard !points.isEmpty else {
      violations.append(
        Violation(
          file: Self.programmes, row: row.row, column: "lag", found: "“\(group)”",
          expected: "a group of \(Self.lags)", advice: "Add its rows, or empty the cell."))
      return nil
    }
    var read: [(years: Int, left: Double)] = []
    for point in points {
      guard let left = number(point.left, Self.lags, point.row, "left") else { return nil }
      read.append((point.years, left / 100))
    }
    return try RiskLag(read)
  }

  /// Every condition with what its causes explain.
  mutating func conditions() -> [PreventionStudy.Condition] {
    var order: [String] = []
    for row in rows.risks where !order.contains(row.condition) { order.append(row.condition) }
    return order.compactMap { condition($0) }
  }

  private mutating func condition(_ id: String) -> PreventionStudy.Condition? {
    let causes = rows.risks.filter { $0.condition == id }
    var fractions: [Double] = []
    for row in causes {
      guard let share = number(row.prevalence, Self.risks, row.row, "prevalence"),
        let risk = number(row.relativeRisk, Self.risks, row.row, "relative_risk")
      else { return nil }
      do {
        fractions.append(
          try AttributableFraction.levin(share: share / 100, relativeRisk: risk))
      } catch {
        violations.append(refused(error, Self.risks, row.row, "relative_risk"))
        return nil
      }
    }
    guard let together = try? AttributableFraction.joint(fractions) else {
      violations.append(
        Violation(
          file: Self.risks, row: causes.first?.row, column: "relative_risk",
          found: "a cause that makes the condition rarer", expected: "relative risks of 1 or more",
          advice: "Turn it round: let the cause be the lack of what protects."))
      return nil
    }
    return .init(causes: causes, fractions: fractions, together: together)
  }

  private mutating func number(
    _ id: FactID?, _ file: String, _ row: Int, _ column: String
  ) -> Double? {
    guard let id else { return nil }
    if let fact = fact(id) { return fact.quantity.value.asDouble }
    violations.append(
      Violation(
        file: file, row: row, column: column, found: "“\(id)”", expected: "a fact of the plan",
        advice: "Correct the id, or add the fact."))
    return nil
  }

  private func refused(
    _ error: PreventionError, _ file: String, _ row: Int, _ column: String
  ) -> Violation {
    Violation(
      file: file, row: row, column: column, found: error.description,
      expected: "shares from 0 to 100%, risks above 0 and amounts that are not below 0",
      advice: "Correct the figure that the row names.")
  }
}
