// SPDX-License-Identifier: Apache-2.0

/// Reads one CSV file against its schema and reports everything that is wrong at once.
enum TableReader {
  /// The table, as far as it can be read, and its violations.
  static func read(_ bytes: [UInt8], as schema: TableSchema) -> (Table, [Violation]) {
    let csv = CSVRecords(bytes: bytes, file: schema.path)
    var violations = csv.violations
    guard let header = csv.records.first else {
      // A workbook has no records either, and has been reported as what it is.
      if violations.isEmpty {
        violations.append(
          Violation(
            file: schema.path, row: 1, found: "an empty file", expected: "a header row",
            advice: "Begin with: \(schema.fields.map(\.name).joined(separator: ","))"))
      }
      return (Table(schema: schema, header: [], records: []), violations)
    }
    violations += headerViolations(header.cells, schema)
    let table = Table(
      schema: schema, header: header.cells, records: Array(csv.records.dropFirst()))
    violations += check(table, apartFrom: Set(csv.violations.compactMap(\.row)))
    return (table, violations)
  }

  /// Every violation among the rows of a table.
  ///
  /// The cells of rows that could not be read as CSV are not looked at: what is wrong with them
  /// would hide the one thing that has to be put right.
  static func check(_ table: Table, apartFrom unreadable: Set<Int> = []) -> [Violation] {
    var violations: [Violation] = []
    for row in table.rows where !unreadable.contains(row.number) {
      if let total = totalRowViolation(row, table) {
        violations.append(total)
        continue
      }
      if row.width > table.header.count {
        violations.append(widthViolation(row, table))
      }
      violations += cellViolations(row, table)
    }
    return violations + keyViolations(table)
  }

  private static func headerViolations(_ header: [String], _ schema: TableSchema) -> [Violation] {
    if header.count == 1, header[0].contains(";") || header[0].contains("\t") {
      return [
        Violation(
          file: schema.path, row: 1, column: "1", found: "columns separated by semicolons or tabs",
          expected: "columns separated by commas",
          advice: "Save the file as “CSV UTF-8 (comma delimited)”.")
      ]
    }
    var violations: [Violation] = []
    let names = schema.fields.map(\.name)
    for (index, name) in header.enumerated() {
      if !name.isEmpty && header[..<index].contains(name) {
        violations.append(
          Violation(
            file: schema.path, row: 1, column: name, found: "the column “\(name)” twice",
            expected: "each column once", advice: "Take one of them away."))
      } else if !names.contains(name) {
        let guess = nearest(to: name, in: names).map { "Did you mean “\($0)”? " } ?? ""
        violations.append(
          Violation(
            file: schema.path, row: 1, column: name.isEmpty ? "\(index + 1)" : name,
            found: name.isEmpty ? "a column without a name" : "an unknown column “\(name)”",
            expected: "one of \(names.joined(separator: ", "))",
            advice: guess + "`weald schema` writes a documented template of each table."))
      }
    }
    for name in names where !header.contains(name) {
      violations.append(
        Violation(
          file: schema.path, row: 1, column: name, found: "no column “\(name)”",
          expected: "a column that holds: \(schema.field(name)?.meaning.dropLast() ?? "")",
          advice: "Add the column; its cells may be empty unless the schema requires them."))
    }
    return violations
  }

  private static func cellViolations(_ row: Row, _ table: Table) -> [Violation] {
    table.schema.fields.compactMap { field in
      guard table.has(field.name) else { return nil }
      let text = row[field.name]
      guard let problem = field.problem(in: text) else { return nil }
      return Violation(
        file: table.schema.path, row: row.number, column: field.name,
        found: text.isEmpty ? "an empty cell" : "“\(text)”", expected: problem.expected,
        advice: problem.advice)
    }
  }

  private static func totalRowViolation(_ row: Row, _ table: Table) -> Violation? {
    // “Total” is a fair word to explain in a glossary, which has nothing to add up.
    guard row.number == table.rows.last?.number,
      table.schema.fields.contains(where: { $0.kind == .number || $0.kind == .integer }),
      let first = table.header.lazy.map({ (name: $0, text: row[$0]) })
        .first(where: { !$0.text.isEmpty })
    else { return nil }
    let words: Set<String> = ["total", "totals", "grand total", "sum"]
    guard words.contains(first.text.lowercased()) else { return nil }
    return Violation(
      file: table.schema.path, row: row.number, column: first.name, found: "a row of totals",
      expected: "one row for each thing, and no totals",
      advice: "Take the row away; Weald adds up, and a total would be counted twice.")
  }

  private static func widthViolation(_ row: Row, _ table: Table) -> Violation {
    Violation(
      file: table.schema.path, row: row.number, column: "\(table.header.count + 1)",
      found: "\(row.width) cells", expected: "\(table.header.count) cells, as in the header",
      advice: "Put a cell that contains a comma in quotation marks.")
  }

  private static func keyViolations(_ table: Table) -> [Violation] {
    // With half a key, rows that differ in the missing half would all seem to be the same.
    let key = table.schema.primaryKey
    guard let last = key.last, key.allSatisfy(table.has) else { return [] }
    var rowsByKey: [[String]: Int] = [:]
    return table.rows.compactMap { row in
      let value = key.map { row[$0] }
      guard value.contains(where: { !$0.isEmpty }) else { return nil }
      guard let earlier = rowsByKey.updateValue(row.number, forKey: value) else { return nil }
      return Violation(
        file: table.schema.path, row: row.number, column: last,
        found: "“\(value.joined(separator: ", "))” again, already in row \(earlier)",
        expected: "each \(key.joined(separator: " and ")) once",
        advice: "Give one of the two rows another id, or take it away.")
    }
  }
}
