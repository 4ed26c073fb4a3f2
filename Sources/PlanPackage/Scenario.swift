// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A named set of changes to a plan, with a reason: "what if?".
public struct Scenario: Sendable {
  /// The permanent name.
  public let id: String
  /// The title for a reader.
  public let title: String
  /// Why anybody would look at it.
  public let reason: String
  /// Values of assumptions: a number, or `low`, `central` or `high`.
  public let assumptions: [(id: FactID, value: String, line: Int)]
  /// Cells of tables.
  public let cells: [Cell]

  /// A new value for one cell of a table.
  public struct Cell: Sendable {
    /// The table, by its file.
    public let file: String
    /// The id of the row; where several columns make the key, their values joined by `/`.
    public let row: String
    /// The name of the column.
    public let column: String
    /// The new value.
    public let value: String
    /// Why, in words.
    public let reason: String
    /// The line of the scenario's own file.
    public let line: Int
  }

  static func read(text: String, file: String, id: String) -> (Scenario, [Violation]) {
    var yaml = YAMLReader(text: text, file: file)
    let title = yaml.text("title", means: "the name of the scenario")
    let reason = yaml.text("reason", means: "why anybody would look at it")
    var assumptions: [(id: FactID, value: String, line: Int)] = []
    if var mapping = yaml.mapping("assumptions") {
      for key in mapping.keys {
        let line = mapping.line(of: key) ?? 1
        let value = mapping.text(key, means: "a number, low, central or high")
        guard let fact = FactID(key) else {
          yaml.add(
            Violation(
              file: file, row: line, column: key, found: "“\(key)”",
              expected: "an id of assumptions.csv",
              advice: "Correct the name of the assumption."))
          continue
        }
        assumptions.append((fact, value, line))
      }
      mapping.violations.forEach { yaml.add($0) }
    }
    let cells = yaml.mappings("tables").map { reader -> Cell in
      var cell = reader
      defer { cell.violations.forEach { yaml.add($0) } }
      cell.allowOnly(["file", "row", "column", "value", "reason"])
      return Cell(
        file: cell.text("file", means: "a table of the plan"),
        row: cell.text("row", means: "the id of a row"),
        column: cell.text("column", means: "a column of the table"),
        value: cell.text("value", means: "the new value"),
        reason: cell.text("reason", means: "why it changes"),
        line: cell.line(of: "file") ?? 1)
    }
    yaml.allowOnly(["title", "reason", "assumptions", "tables"])
    let scenario = Scenario(
      id: id, title: title, reason: reason, assumptions: assumptions, cells: cells)
    return (scenario, yaml.violations)
  }
}
