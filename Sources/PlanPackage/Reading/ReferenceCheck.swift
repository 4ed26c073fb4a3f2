// SPDX-License-Identifier: Apache-2.0

/// Checks that what one table names exists in another.
enum ReferenceCheck {
  /// Every cell that names a row which is not there.
  ///
  /// A table in `unreadable` is not looked into: one mistake in it would be reported again for
  /// every row that names one of its own.
  static func violations(
    in tables: [String: Table], apartFrom unreadable: Set<String> = []
  ) -> [Violation] {
    PlanTables.all.flatMap { schema -> [Violation] in
      guard let table = tables[schema.name] else { return [] }
      return schema.fields.flatMap { field -> [Violation] in
        guard let target = field.references.flatMap({ PlanTables.schema($0.table)?.path }),
          !unreadable.contains(target)
        else { return [] }
        return check(field, table, tables)
      }
    }
  }

  private static func check(
    _ field: Field, _ table: Table, _ tables: [String: Table]
  ) -> [Violation] {
    guard let target = field.references, let path = PlanTables.schema(target.table)?.path
    else { return [] }
    let known = (tables[target.table]?.rows ?? []).map { $0[target.column] }
    let index = Set(known)
    return table.rows.compactMap { row in
      let text = row[field.name]
      guard !text.isEmpty, !index.contains(text) else { return nil }
      return Violation(
        file: table.schema.path, row: row.number, column: field.name, found: "“\(text)”",
        expected: "an id of \(path)",
        advice: nearest(to: text, in: known).map { "Did you mean “\($0)”?" }
          ?? "Add it to \(path), or correct it here.")
    }
  }
}
