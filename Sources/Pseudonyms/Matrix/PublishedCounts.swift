// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Counts that somebody else has published, to compare a dataset with.
public struct PublishedCounts: Sendable {
  struct Row: Sendable {
    let dataset: String
    let kind: String
    /// The month 2026-04, or the year 2026.
    let period: String
    let contacts: Int
  }

  let rows: [Row]

  /// Reads a table with the columns `dataset,kind,period,contacts`.
  ///
  /// - Throws: `PlanError` with everything that is wrong in it.
  public init(bytes: [UInt8], file: String) throws(PlanError) {
    let csv = CSVRecords(bytes: bytes, file: file)
    var violations = csv.violations
    var rows: [Row] = []
    let header = csv.records.first?.cells ?? []
    let names = ["dataset", "kind", "period", "contacts"]
    let columns = names.compactMap(header.firstIndex)
    if columns.count != names.count {
      violations.append(
        Violation(
          file: file, row: 1, found: header.joined(separator: ", "),
          expected: names.joined(separator: ", "), advice: "Name the columns so."))
      throw PlanError(violations)
    }
    for (row, cells) in csv.records.dropFirst() {
      guard cells.count == header.count, let contacts = Int(cells[columns[3]]), contacts > 0,
        Self.isPeriod(cells[columns[2]])
      else {
        violations.append(
          Violation(
            file: file, row: row, found: cells.joined(separator: ","),
            expected: "a period such as 2026 or 2026-04, and a whole number above 0",
            advice: "Correct the row, or take it out."))
        continue
      }
      rows.append(
        Row(
          dataset: cells[columns[0]], kind: cells[columns[1]], period: cells[columns[2]],
          contacts: contacts))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    self.rows = rows
  }

  private static func isPeriod(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.count == 4 { return bytes.allSatisfy { (48...57).contains($0) } }
    guard bytes.count == 7 else { return false }
    return bytes.withUnsafeBufferPointer { ProfileMonth($0) != nil }
  }
}
