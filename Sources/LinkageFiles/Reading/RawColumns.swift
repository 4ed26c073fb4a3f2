// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import PlanPackage

/// Some columns of a CSV file as they stand, each distinct value held once.
struct RawColumns {
  /// The columns in the order asked for.
  private(set) var columns: [InternedColumn] = []
  /// The number of each row in the file.
  private(set) var numbers: [Int] = []
  /// Rows set aside.
  private(set) var quarantine: [QuarantinedRow] = []

  /// Reads the columns with these headers.
  ///
  /// - Throws: `PlanError` when the file cannot be read or lacks a column.
  init(_ path: String, headers: [String]) throws {
    let data = try Self.contents(path)
    try data.withUnsafeBytes { try read($0, path, headers) }
  }

  private static func contents(_ path: String) throws -> Data {
    let found: String
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      if data.starts(with: [0x1F, 0x8B]) {
        found = "a compressed file"
      } else if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        found = "an Excel workbook or a zip file"
      } else if data.starts(with: [0x50, 0x41, 0x52, 0x31]) {
        found = "a Parquet file"
      } else {
        return data
      }
    } catch {
      found = "no such file, or one that cannot be read"
    }
    throw PlanError([
      Violation(
        file: path, found: found, expected: "a CSV file",
        advice: "Check the path; unpack a compressed file first.")
    ])
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ path: String, _ headers: [String]
  ) throws {
    var rows = DelimitedRows(bytes)
    defer { rows.finish() }
    guard case .cells? = rows.next() else { throw Self.noHeader(path) }
    let found = rows.cells.map { Self.trimmed(String(decoding: $0, as: UTF8.self)) }
    let places = try Self.places(of: headers, in: found, path)
    var builders = headers.map { ColumnBuilder(name: $0) }
    while let row = rows.next() {
      switch row {
      case .malformed(let reason, let line):
        set(path, rows.number, reason, line)
      case .cells where rows.cells.count != found.count:
        set(
          path, rows.number, "\(rows.cells.count) cells where the header has \(found.count)",
          Self.line(rows.cells))
      case .cells:
        numbers.append(rows.number)
        for (index, place) in places.enumerated() {
          let cell = Self.trimmed(rows.cells[place])
          if cell.isEmpty { builders[index].appendMissing() } else { builders[index].append(cell) }
        }
      }
    }
    columns = builders.map { $0.column() }
  }

  private mutating func set(_ path: String, _ row: Int, _ reason: String, _ text: String) {
    quarantine.append(QuarantinedRow(file: path, row: row, reason: reason, text: text))
  }

  /// What was read of a row, as CSV.
  func text(_ row: Int) -> String {
    String(CSVRecords.line(columns.map { $0.value(row: row) ?? "" }).dropLast())
  }

  private static func line(_ cells: [UnsafeRawBufferPointer]) -> String {
    String(CSVRecords.line(cells.map { TextEncoding.decode($0).text }).dropLast())
  }

  private static func noHeader(_ path: String) -> PlanError {
    PlanError([
      Violation(
        file: path, found: "no rows", expected: "a header and rows",
        advice: "Give a CSV file with a header.")
    ])
  }

  private static func places(of headers: [String], in found: [String], _ path: String) throws
    -> [Int]
  {
    var violations: [Violation] = []
    let places = headers.map { header -> Int in
      if let place = found.firstIndex(of: header) { return place }
      if let place = found.firstIndex(where: { $0.lowercased() == header.lowercased() }) {
        return place
      }
      violations.append(
        Violation(
          file: path, row: 1, found: "no column “\(header)”",
          expected: "one of \(found.joined(separator: ", "))",
          advice: "Give a header of the file."))
      return 0
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    return places
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func trimmed(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    var end = cell.count
    while start < end, cell[start] == 32 || cell[start] == 9 { start += 1 }
    while end > start, cell[end - 1] == 32 || cell[end - 1] == 9 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: cell[start..<end])
  }
}
