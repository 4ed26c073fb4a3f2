// SPDX-License-Identifier: Apache-2.0

/// Checks what lists in the tables of engagement name, and that each consultation has its form.
enum EngagementCheck {
  static func violations(
    in tables: [String: Table], forms: Set<String>
  ) -> [Violation] {
    let lists: [(table: String, column: String, target: String)] = [
      ("consultations", "options", "configurations"), ("consultations", "documents", "documents"),
      ("places", "areas", "areas"),
    ]
    let names = lists.flatMap { list -> [Violation] in
      guard let table = tables[list.table] else { return [] }
      let known = (tables[list.target]?.rows ?? []).map { $0["id"] }
      return table.rows.flatMap { check($0, list.column, known, list.target, table.schema.path) }
    }
    return names + formless(tables["consultations"], forms)
  }

  private static func check(
    _ row: Row, _ column: String, _ known: [String], _ target: String, _ file: String
  ) -> [Violation] {
    let index = Set(known)
    let path = PlanTables.schema(target)?.path ?? target
    return row.list(column).filter { !index.contains($0) }.map { name in
      Violation(
        file: file, row: row.number, column: column, found: "“\(name)”",
        expected: "ids of \(path), separated by semicolons",
        advice: nearest(to: name, in: known).map { "Did you mean “\($0)”?" }
          ?? "Add it to \(path), or take it out here.")
    }
  }

  private static func formless(_ table: Table?, _ forms: Set<String>) -> [Violation] {
    (table?.rows ?? []).filter { !forms.contains($0["form"]) }.map { row in
      Violation(
        file: table?.schema.path ?? "", row: row.number, column: "form",
        found: "“\(row["form"])”", expected: "the name of a file in engagement/forms/",
        advice: nearest(to: row["form"], in: Array(forms)).map { "Did you mean “\($0)”?" }
          ?? "Write the form, or correct its name here.")
    }
  }
}
