// SPDX-License-Identifier: Apache-2.0

/// Records to link, by columns; a record is known here by its row.
public struct RecordTable: Sendable {
  /// How many records there are.
  public let count: Int
  /// Their columns, all of `count` rows.
  public let columns: [InternedColumn]
  /// Which source each record is of, an index of `sourceNames`.
  public let sources: [UInt16]
  /// The names of the sources.
  public let sourceNames: [String]
  /// Names that one person may bear, for the condition `nickname`.
  public var nicknames: NicknameTable

  /// Puts columns together that were filled one by one.
  ///
  /// `sources` may be empty when there is one source.
  public init(
    columns: [InternedColumn], sources: [UInt16] = [], sourceNames: [String] = ["records"],
    nicknames: NicknameTable = NicknameTable()
  ) {
    let rows = columns.first?.codes.count ?? sources.count
    precondition(columns.allSatisfy { $0.codes.count == rows }, "columns differ in length")
    precondition(sources.isEmpty || sources.count == rows, "sources and columns differ in length")
    count = rows
    self.columns = columns
    self.sources = sources.isEmpty ? [UInt16](repeating: 0, count: rows) : sources
    self.sourceNames = sourceNames
    self.nicknames = nicknames
  }

  /// The column of a name, if there is one.
  public func column(_ name: String) -> InternedColumn? {
    columns.first { $0.name == name }
  }
}
