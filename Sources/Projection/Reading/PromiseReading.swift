// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// The promises of a plan, each with its measure, its year and its target.
enum PromiseReading {
  static func promises(
    _ plan: Plan, _ measures: [ProjectionMeasure], _ years: ProjectionYears, _ graph: FactGraph,
    _ violations: inout ViolationList
  ) -> [ProjectionPromise] {
    let known = measures.map(\.id)
    var seen: Set<String> = []
    for id in known where !seen.insert(id).inserted {
      violations.add(
        "demand/services.csv", nil, "id", found: "two measures named “\(id)”",
        expected: "names that can be told apart", advice: "Give a service another id.")
    }
    return plan.projection.promises.compactMap { row in
      func wrong(_ column: String, _ found: String, _ expected: String, _ advice: String) {
        violations.add(
          "demand/promises.csv", row.row, column, found: found, expected: expected, advice: advice)
      }
      if !seen.contains(row.measure) {
        wrong(
          "measure", "“\(row.measure)”", "a measure, such as gap.system or beds.<resource>",
          nearest(to: row.measure, in: known).map { "Did you mean “\($0)”?" }
            ?? "`weald project` lists the measures of the plan.")
      }
      if !years.all.contains(row.year) {
        wrong(
          "year", FinancialYear.name(row.year),
          "\(FinancialYear.name(years.base)) to \(FinancialYear.name(years.last))",
          row.year < years.base
            ? "The year is before the base year." : "The projection does not reach that far.")
      }
      guard let target = target(row, measures, graph, &violations) else { return nil }
      return ProjectionPromise(
        id: row.id, label: row.label, measure: row.measure, year: row.year,
        isAtMost: row.isAtMost, target: target, source: row.source)
    }
  }

  private static func target(
    _ row: PromiseRow, _ measures: [ProjectionMeasure], _ graph: FactGraph,
    _ violations: inout ViolationList
  ) -> Double? {
    let place = CellPlace(file: "demand/promises.csv", row: row.row, column: "target_fact")
    guard (row.target == nil) != (row.targetFact == nil) else {
      violations.add(
        place.file, row.row, "target",
        found: row.target == nil ? "neither a target nor a fact" : "a target and a fact",
        expected: "one of the two", advice: "Leave one of the two cells empty.")
      return nil
    }
    guard let id = row.targetFact else { return row.target }
    guard let fact = graph[id] else {
      violations.unknownFact(id, place)
      return nil
    }
    let value = fact.quantity.value.asDouble
    guard measures.first(where: { $0.id == row.measure })?.isMoney == true else { return value }
    guard let pounds = fact.quantity.unit.pounds else {
      violations.add(
        place.file, row.row, place.column, found: "“\(id)”, in \(fact.quantity.unit)",
        expected: "a fact in money", advice: "The measure is money: name a fact in money.")
      return nil
    }
    return value * Double(pounds) / 1e6
  }
}
