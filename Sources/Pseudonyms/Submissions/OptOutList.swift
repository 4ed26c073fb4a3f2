// SPDX-License-Identifier: Apache-2.0

import Identifiers
public import PlanPackage

/// The NHS numbers of people who have objected to some uses of their data.
///
/// Held as numbers and never written anywhere.
public struct OptOutList: Sendable {
  /// How many numbers objected to planning and research: the national data opt-out.
  public var national: Int { nationalNumbers.count }
  /// How many objected to leave the practice: type 1.
  public var typeOne: Int { typeOneNumbers.count }
  private var nationalNumbers: Set<UInt64> = []
  private var typeOneNumbers: Set<UInt64> = []

  /// A list of nobody.
  public init() {}

  /// Reads a table with the column `nhs-number` and perhaps `kind`, which is `national` or `type-1`.
  ///
  /// Without a kind an objection is national. A file without a header, one number a line, will do.
  /// - Throws: `PlanError` that names rows and never repeats a number.
  public init(bytes: [UInt8], file: String) throws(PlanError) {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    var records = csv.records[...]
    var (numberColumn, kindColumn): (Int, Int?) = (0, nil)
    if let header = records.first, let column = header.cells.firstIndex(of: "nhs-number") {
      (numberColumn, kindColumn) = (column, header.cells.firstIndex(of: "kind"))
      records = records.dropFirst()
    }
    var violations: [Violation] = []
    for (row, cells) in records {
      let kind = kindColumn.map { cells.indices.contains($0) ? cells[$0] : "" } ?? "national"
      guard cells.indices.contains(numberColumn), let number = NHSNumber(cells[numberColumn]),
        let value = UInt64(number.text), kind == "national" || kind == "type-1"
      else {
        violations.append(
          Violation(
            file: file, row: row, found: "what is not an objection",
            expected: "an NHS number, and national or type-1",
            advice: "The number is not repeated here. An objection must not be missed: correct it."
          ))
        continue
      }
      if kind == "national" {
        nationalNumbers.insert(value)
      } else {
        typeOneNumbers.insert(value)
      }
    }
    guard violations.isEmpty else { throw PlanError(violations) }
  }

  /// Who is left out of a source: all national objections, and those of type 1 in records of
  /// practices.
  func numbers(for source: String) -> Set<UInt64> {
    source == "gp" ? nationalNumbers.union(typeOneNumbers) : nationalNumbers
  }
}
