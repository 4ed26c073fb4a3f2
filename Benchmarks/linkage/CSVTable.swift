// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage

/// A file of comma-separated values read into columns, and the truth beside them.
struct CSVTable {
  private(set) var table: RecordTable
  /// The person of each record, as a number, -1 where there is none.
  private(set) var truth: [Int32]

  /// Reads the columns of these names; `truth` names the column that holds the person.
  init(_ path: String, columns: [String], truth: String) throws {
    let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    let names = columns + [truth]
    var builders = names.map { ColumnBuilder(name: $0) }
    try data.withUnsafeBytes { bytes in
      var reader = CSVReader(bytes)
      let header = reader.row().map { String(decoding: $0, as: UTF8.self) }
      var target = [Int](repeating: -1, count: header.count)
      for (index, name) in names.enumerated() {
        guard let place = header.firstIndex(of: name) else { throw MissingColumn(name: name) }
        target[place] = index
      }
      while !reader.isAtEnd {
        reader.eachField { place, field in
          guard place < target.count, target[place] >= 0 else { return }
          if field.isEmpty {
            builders[target[place]].appendMissing()
          } else {
            builders[target[place]].append(field)
          }
        }
      }
    }
    let made = builders.map { $0.column() }
    table = RecordTable(columns: Array(made.dropLast()))
    self.truth = made[made.count - 1].codes
  }

  struct MissingColumn: Error {
    let name: String
  }
}

/// Reads rows of comma-separated values; a quote within a quoted field stays doubled, as it is written.
struct CSVReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  /// The fields of the next row.
  mutating func row() -> [UnsafeRawBufferPointer] {
    var fields: [UnsafeRawBufferPointer] = []
    eachField { _, field in fields.append(field) }
    return fields
  }

  /// Visits the fields of the next row.
  mutating func eachField(_ visit: (Int, UnsafeRawBufferPointer) -> Void) {
    var index = 0
    while place < bytes.count {
      let isQuoted = bytes[place] == 0x22
      if isQuoted { place += 1 }
      let start = place
      while place < bytes.count {
        let byte = bytes[place]
        if isQuoted, byte == 0x22, place + 1 < bytes.count, bytes[place + 1] == 0x22 {
          place += 2
          continue
        }
        if isQuoted ? byte == 0x22 : byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
        place += 1
      }
      visit(index, UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
      if isQuoted { place += 1 }
      index += 1
      while place < bytes.count, bytes[place] == 0x0D { place += 1 }
      guard place < bytes.count else { return }
      place += 1
      if bytes[place - 1] == 0x0A { return }
    }
  }
}
