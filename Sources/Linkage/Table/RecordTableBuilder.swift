// SPDX-License-Identifier: Apache-2.0

/// Gathers records row by row.
public struct RecordTableBuilder: Sendable {
  private var builders: [ColumnBuilder]
  private var sources: [UInt16] = []
  private let sourceNames: [String]

  /// Begins a table of these columns, whose records are of these sources.
  public init(columns: [String], sourceNames: [String] = ["records"]) {
    builders = columns.map { ColumnBuilder(name: $0) }
    self.sourceNames = sourceNames
  }

  /// Makes room for so many records.
  public mutating func reserve(_ rows: Int) {
    sources.reserveCapacity(rows)
    for index in builders.indices { builders[index].reserve(rows) }
  }

  /// Adds a record: its source, and a value or nil for each column in their order.
  public mutating func append(source: Int = 0, values: [String?]) {
    precondition(values.count == builders.count, "one value for each column")
    sources.append(UInt16(source))
    for index in builders.indices { builders[index].append(values[index]) }
  }

  /// Adds a record of UTF-8 texts without making strings of them; an empty one is missing.
  public mutating func append(
    source: Int = 0, fields: UnsafeBufferPointer<UnsafeRawBufferPointer>
  ) {
    precondition(fields.count == builders.count, "one value for each column")
    sources.append(UInt16(source))
    for index in builders.indices {
      if fields[index].isEmpty {
        builders[index].appendMissing()
      } else {
        builders[index].append(fields[index])
      }
    }
  }

  /// The finished table.
  public func table(nicknames: NicknameTable = NicknameTable()) -> RecordTable {
    RecordTable(
      columns: builders.map { $0.column() }, sources: sources, sourceNames: sourceNames,
      nicknames: nicknames)
  }
}
