// SPDX-License-Identifier: Apache-2.0

import Facts

/// Applies the changes of a scenario to the tables of a plan.
enum ScenarioOverrides {
  /// The tables with the changes made, checked against their schemas again.
  static func apply(
    _ scenario: Scenario, to tables: [String: Table]
  ) throws(PlanError) -> [String: Table] {
    var tables = tables
    var violations: [Violation] = []
    let file = "scenarios/\(scenario.id).yaml"
    for assumption in scenario.assumptions {
      set(assumption, in: &tables, file, &violations)
    }
    for cell in scenario.cells { set(cell, in: &tables, file, &violations) }
    for table in tables.values.sorted(by: { $0.schema.path < $1.schema.path }) {
      violations += TableReader.check(table)
    }
    violations += ReferenceCheck.violations(in: tables)
    guard violations.isEmpty else { throw PlanError(violations) }
    return tables
  }

  private static func set(
    _ assumption: (id: FactID, value: String, line: Int),
    in tables: inout [String: Table], _ file: String, _ violations: inout [Violation]
  ) {
    guard let table = tables["assumptions"],
      let index = table.rows.firstIndex(where: { $0["id"] == assumption.id.rawValue })
    else {
      violations.append(
        Violation(
          file: file, row: assumption.line, column: assumption.id.rawValue,
          found: "“\(assumption.id)”", expected: "an id of assumptions.csv",
          advice: "Correct the name of the assumption."))
      return
    }
    let ends = ["low", "central", "high"]
    let value =
      ends.contains(assumption.value) ? table.rows[index][assumption.value] : assumption.value
    let field = table.schema.field("central")
    if let problem = field?.problem(in: value) {
      violations.append(
        Violation(
          file: file, row: assumption.line, column: assumption.id.rawValue,
          found: value.isEmpty ? "“\(assumption.value)”, which is empty" : "“\(value)”",
          expected: problem.expected, advice: problem.advice))
      return
    }
    tables["assumptions"]?.rows[index].set("central", to: value)
  }

  private static func set(
    _ cell: Scenario.Cell, in tables: inout [String: Table], _ file: String,
    _ violations: inout [Violation]
  ) {
    guard let schema = PlanTables.schema(cell.file), let table = tables[schema.name],
      table.has(cell.column), !schema.primaryKey.isEmpty,
      let index = table.rows.firstIndex(where: { row in
        schema.primaryKey.map { row[$0] }.joined(separator: "/") == cell.row
      })
    else {
      violations.append(
        Violation(
          file: file, row: cell.line, column: cell.column,
          found: "“\(cell.file)”, row “\(cell.row)”, column “\(cell.column)”",
          expected: "a table, a row and a column of the plan",
          advice: "Correct the file, the id of the row or the name of the column."))
      return
    }
    if let problem = schema.field(cell.column)?.problem(in: cell.value) {
      violations.append(
        Violation(
          file: file, row: cell.line, column: cell.column, found: "“\(cell.value)”",
          expected: problem.expected, advice: problem.advice))
      return
    }
    tables[schema.name]?.rows[index].set(cell.column, to: cell.value)
  }
}
