// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import PlanPackage
import RecordFiles

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
    try data.withUnsafeBytes { try read($0.assumingMemoryBound(to: UInt8.self), path, headers) }
  }

  private static func contents(_ path: String) throws -> Data {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file, or one that cannot be read", expected: "a CSV file",
          advice: "Check the path and its permissions.")
      ])
    }
    try FileContent.check(data, of: path)
    return data
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ headers: [String]
  ) throws {
    var rows = RowScanner(bytes, breaksLinesInQuotes: true)
    var number = 0
    guard rows.next(rows: &number), rows.problem == nil else { throw Self.noHeader(path) }
    let found = (0..<rows.count).map { Self.trimmed(rows.text($0)) }
    let places = try Self.places(of: headers, in: found, path)
    var builders = headers.map { ColumnBuilder(name: $0) }
    while rows.next(rows: &number) {
      let width = rows.count == found.count
      let count = "\(rows.count) cells where the header has \(found.count)"
      if let problem = rows.problem ?? (width ? nil : count) {
        set(path, number, problem, TextEncoding.guessed(rows.lineBytes).text)
        continue
      }
      numbers.append(number)
      for (index, place) in places.enumerated() {
        if rows.hasMarksWithin(place) {
          rows.value(place).withUnsafeBytes { Self.append($0, to: &builders[index]) }
        } else {
          Self.append(rows.content(place), to: &builders[index])
        }
      }
    }
    columns = builders.map { $0.column() }
  }

  private static func append(_ value: UnsafeRawBufferPointer, to builder: inout ColumnBuilder) {
    let cell = trimmed(value)
    if cell.isEmpty { builder.appendMissing() } else { builder.append(cell) }
  }

  private mutating func set(_ path: String, _ row: Int, _ reason: String, _ text: String) {
    quarantine.append(QuarantinedRow(file: path, row: row, reason: reason, text: text))
  }

  /// What was read of a row, as CSV.
  func text(_ row: Int) -> String {
    String(CSVRecords.line(columns.map { $0.value(row: row) ?? "" }).dropLast())
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
