// SPDX-License-Identifier: Apache-2.0

/// Checks that each register can be kept: one key and one title, and a status that can move.
enum RegisterCheck {
  static func violations(in tables: [String: Table]) -> [Violation] {
    let rows = tables["register-fields"]?.rows ?? []
    let fields = Dictionary(grouping: rows) { $0["register"] }
    let registers = tables["registers"]?.rows ?? []
    return registers.flatMap { parts(of: $0, fields[$0["id"]] ?? []) } + rows.flatMap(choices)
  }

  private static let file = MeasureTables.fields.path

  private static func parts(of register: Row, _ fields: [Row]) -> [Violation] {
    ["key", "title", "status", "due"].compactMap { part in
      let found = fields.filter { $0["part"] == part }
      let isNeeded = part == "key" || part == "title"
      guard found.count > 1 || (found.isEmpty && isNeeded) else { return nil }
      return Violation(
        file: found.isEmpty ? MeasureTables.registers.path : file,
        row: found.dropFirst().first?.number ?? register.number,
        column: found.isEmpty ? "id" : "part",
        found: "\(found.count) fields of “\(register["id"])” with the part \(part)",
        expected: isNeeded ? "exactly one" : "one at most",
        advice: found.isEmpty
          ? "Give one of its rows in \(file) the part \(part)."
          : "Take the part out of the others.")
    }
  }

  /// Names that the forms of an entry use for themselves.
  private static let reserved: Set<String> = ["reason", "on", "act", "token", "secret", "words"]

  private static func choices(_ row: Row) -> [Violation] {
    let known = row.list("choices")
    var wrong: [Violation] = []
    if reserved.contains(row["field"]) {
      wrong.append(
        Violation(
          file: file, row: row.number, column: "field", found: "“\(row["field"])”",
          expected: "a name that forms do not use themselves", advice: "Choose another name."))
    }
    if (row["type"] == "choice") == known.isEmpty {
      wrong.append(
        Violation(
          file: file, row: row.number, column: "choices",
          found: known.isEmpty ? "no choices" : "choices for the type \(row["type"])",
          expected: "choices for the type choice, and for no other",
          advice: "List the values, separated by semicolons, or change the type."))
    }
    if row["part"] == "status", row["type"] != "choice" {
      wrong.append(
        Violation(
          file: file, row: row.number, column: "type", found: "“\(row["type"])”",
          expected: "choice, as it is the status", advice: "Change the type and list the values."))
    }
    if row["part"] == "due", row["type"] != "day" {
      wrong.append(
        Violation(
          file: file, row: row.number, column: "type", found: "“\(row["type"])”",
          expected: "day, as something is due by it", advice: "Change the type or the part."))
    }
    return wrong + moves(row, Set(known))
  }

  private static func moves(_ row: Row, _ known: Set<String>) -> [Violation] {
    row.list("moves").compactMap { move in
      let ends = move.split(separator: ">").map(String.init)
      guard row["part"] != "status" || ends.count != 2 || !ends.allSatisfy(known.contains) else {
        return nil
      }
      return Violation(
        file: file, row: row.number, column: "moves", found: "“\(move)”",
        expected: "two values of the status, as from>to",
        advice: "Choose from the column choices, or take it out.")
    }
  }
}
