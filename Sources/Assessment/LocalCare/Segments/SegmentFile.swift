// SPDX-License-Identifier: Apache-2.0

public import PlanPackage
import Segments

/// A file of an analyst: rows by the names of their columns, with what is wrong in them.
public struct SegmentFile: Sendable {
  /// The name of the file.
  public let name: String
  let rows: [Row]

  struct Row: Sendable {
    let number: Int
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }

    /// A cell of names separated by semicolons.
    func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map { part in
        var text = part
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
      }.filter { !$0.isEmpty }
    }
  }

  /// Reads a file whose header has certain columns.
  ///
  /// - Throws: `PlanError` when it cannot be read or a column is missing.
  public init(_ bytes: [UInt8], name: String, columns: [String]) throws(PlanError) {
    let csv = CSVRecords(bytes: bytes, file: name)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    let header = csv.records.first?.cells ?? []
    let missing = columns.filter { !header.contains($0) }
    guard missing.isEmpty else {
      throw PlanError([
        Violation(
          file: name, row: 1,
          found: header.isEmpty ? "an empty file" : header.joined(separator: ","),
          expected: "a column \(missing.joined(separator: ", "))",
          advice: "The columns are named in the first row.")
      ])
    }
    self.name = name
    rows = csv.records.dropFirst().map { record in
      Row(
        number: record.row,
        cells: Dictionary(zip(header, record.cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  func violation(
    _ row: Row?, _ column: String, _ found: String, _ expected: String, _ advice: String
  ) -> Violation {
    Violation(
      file: name, row: row?.number, column: column, found: found, expected: expected,
      advice: advice)
  }

  /// A whole number that is not below 0.
  func whole(
    _ row: Row, _ column: String, ifEmpty: Int? = nil, _ violations: inout [Violation]
  ) -> Int {
    if row[column].isEmpty, let ifEmpty { return ifEmpty }
    if let number = Int(row[column]), (0...1_000_000_000_000).contains(number) { return number }
    violations.append(
      violation(
        row, column, "“\(row[column])”", "a whole number from 0",
        "Write it without separators, signs or decimals."))
    return 0
  }

  /// A count, or the range of one that was hidden: `12`, `1-6` or `<7`.
  func count(_ row: Row, _ column: String, _ violations: inout [Violation]) -> ClosedRange<Int> {
    let text = row[column]
    if text.first == "<", let above = Int(text.dropFirst()), above > 1 { return 1...(above - 1) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 2, let low = parts[0], let high = parts[1], low >= 0, low <= high {
      return low...high
    }
    if text.first == "<" || parts.count == 2 || text == "*" {
      violations.append(
        violation(
          row, column, "“\(text)”", "a count, a range such as 1-6, or <7",
          "Say between which counts a hidden one lies."))
      return 0...0
    }
    let number = whole(row, column, &violations)
    return number...number
  }
}
