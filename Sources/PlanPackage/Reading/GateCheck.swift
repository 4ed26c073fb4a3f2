// SPDX-License-Identifier: Apache-2.0

import Facts

/// Checks what the tables of stage gates name, and that no gate waits for one further down.
enum GateCheck {
  static func violations(in tables: [String: Table]) -> [Violation] {
    order(tables["gates"]) + kinds(tables["gate-criteria"]) + tests(tables["gate-criteria"])
      + criteria(tables["gate-events"], tables["gate-criteria"]) + holds(tables["gate-events"])
  }

  /// Gates stand in the order in which they can be passed, so that no loop can be written.
  private static func order(_ table: Table?) -> [Violation] {
    guard let table else { return [] }
    var above: [String] = []
    var found: [Violation] = []
    for row in table.rows {
      for gate in row.list("after") where !above.contains(gate) {
        found.append(
          violation(
            table, row, "after", "“\(gate)”", "ids of gates in the rows above this one",
            nearest(to: gate, in: above).map { "Did you mean “\($0)”?" }
              ?? "Move the row of that gate up, or take it out here."))
      }
      above.append(row["id"])
    }
    return found
  }

  private static func kinds(_ table: Table?) -> [Violation] {
    let known = ["fact", "event", "document", "decision", "verdict"]
    return (table?.rows ?? []).flatMap { row in
      row.list("evidence").filter { !known.contains($0) }.compactMap { kind in
        table.map {
          violation(
            $0, row, "evidence", "“\(kind)”", known.joined(separator: ", "),
            "Use one or more of these, separated by semicolons.")
        }
      }
    }
  }

  private static func tests(_ table: Table?) -> [Violation] {
    guard let table else { return [] }
    return table.rows.filter { $0["test"].isEmpty != $0["condition"].isEmpty }.map { row in
      let column = row["test"].isEmpty ? "test" : "condition"
      return violation(
        table, row, column, "an empty cell", "a test and a condition, or neither",
        "Fill in both: a test is met by any one of its conditions.")
    }
  }

  private static func criteria(_ events: Table?, _ criteria: Table?) -> [Violation] {
    guard let events else { return [] }
    let known = Set((criteria?.rows ?? []).map { [$0["gate"], $0["id"]] })
    return events.rows.filter {
      !$0["criterion"].isEmpty && !known.contains([$0["gate"], $0["criterion"]])
    }.map { row in
      violation(
        events, row, "criterion", "“\(row["criterion"])”",
        "the id of a criterion of the gate “\(row["gate"])”",
        "Add it to governance/gate_criteria.csv, or correct it here.")
    }
  }

  /// A hold begins once, ends at most once, and says what it is.
  private static func holds(_ table: Table?) -> [Violation] {
    guard let table else { return [] }
    var begun: Set<[String]> = []
    var ended: Set<[String]> = []
    let starts = Dictionary(
      table.rows.filter { $0["kind"] == "hold-begins" }
        .map { ([$0["change"], $0["hold"]], Period($0["when"])?.firstDay) },
      uniquingKeysWith: { first, _ in first })
    return table.rows.compactMap { row in
      let name = [row["change"], row["hold"]]
      switch row["kind"] {
      case "hold-begins":
        if row["hold"].isEmpty || row["hold_kind"].isEmpty {
          return violation(
            table, row, row["hold"].isEmpty ? "hold" : "hold_kind", "an empty cell",
            "the name of the hold and what it is", "Fill in hold and hold_kind.")
        }
        return begun.insert(name).inserted ? nil : twice(table, row)
      case "hold-ends":
        guard let start = starts[name] else {
          return violation(
            table, row, "hold", "“\(row["hold"])”", "a hold of this change that has begun",
            "Add the row of its beginning, or correct the name.")
        }
        if let start, let end = Period(row["when"])?.lastDay, end < start {
          return violation(
            table, row, "when", "“\(row["when"])”", "a day after the hold began",
            "Correct this day or that of the beginning.")
        }
        return ended.insert(name).inserted ? nil : twice(table, row)
      default: return nil
      }
    }
  }

  private static func twice(_ table: Table, _ row: Row) -> Violation {
    violation(
      table, row, "hold", "“\(row["hold"])” a second time", "one beginning and one end for a hold",
      "Give each hold a name of its own.")
  }

  private static func violation(
    _ table: Table, _ row: Row, _ column: String, _ found: String, _ expected: String,
    _ advice: String
  ) -> Violation {
    Violation(
      file: table.schema.path, row: row.number, column: column, found: found, expected: expected,
      advice: advice)
  }
}
