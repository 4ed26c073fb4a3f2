// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// Records read from files, standardised, with what is kept beside them.
public struct LinkageRecords: Sendable {
  /// The values to compare.
  public var table: RecordTable
  /// The identifier of each row.
  public let identifiers: InternedColumn
  /// The fields that were read, by the names of their columns.
  public let fields: [RecordField]
  /// The true person of each row, where a column of the files tells it.
  public let truth: InternedColumn?
  /// Columns that groups for error rates are made of, such as ethnicity, by name.
  public let groups: [InternedColumn]
  /// Rows set aside.
  public let quarantine: [QuarantinedRow]
  /// How many rows were left out because somebody has objected.
  public let leftOut: Int
  /// What was found in each field of each file.
  public let findings: [FieldFindings]

  /// The identifier of a row.
  public func identifier(_ row: Int) -> String { identifiers.value(row: row) ?? "" }
}

/// What standardising found in one field of one file, counted in rows.
public struct FieldFindings: Sendable, Hashable, Codable {
  /// The file.
  public let file: String
  /// The header of the column.
  public let header: String
  /// Rows whose value was good as it was.
  public var kept = 0
  /// Rows whose value was put right.
  public var repaired = 0
  /// Rows without a value.
  public var missing = 0
  /// Rows whose value cannot be right.
  public var invalid = 0
  /// Rows whose value was not UTF-8 and was read as Windows-1252.
  public var otherEncoding = 0
}
