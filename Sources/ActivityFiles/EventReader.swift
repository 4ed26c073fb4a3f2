// SPDX-License-Identifier: Apache-2.0

import LinkedActivity
import RecordFiles

/// Why a row of a file is put aside.
public enum QuarantineReason: String, Sendable, CaseIterable {
  /// More or fewer cells than the header.
  case columns = "wrong number of cells"
  /// A quotation mark is not closed, or something follows the closing one.
  case quotes = "quotation marks out of place"
  /// No linked person has this record.
  case record = "unknown record"
  /// Neither yyyy-mm-dd nor yyyy-mm.
  case date = "not a date"
  /// Nothing says what the contact was.
  case kind = "no kind"
  /// Not pounds with at most two decimals, or below zero.
  case cost = "not a cost"
}

/// A row that was put aside.
public struct QuarantinedRow: Sendable, Hashable {
  /// The file.
  public let file: String
  /// The line in it, the header being 1.
  public let line: Int
  /// Why.
  public let reason: QuarantineReason
}

/// Reads the lines of a file of contacts into columns.
struct EventReader: Sendable {
  static let columns = ["record", "date", "kind", "provider", "condition", "cost"]
  /// Beyond so many rows, reasons are only counted.
  static let mostListed = 10_000

  private var layout: [Int] = []
  private var width = 0
  private(set) var kinds = NewNames()
  private(set) var providers = NewNames()
  private(set) var codes = NewNames()
  private(set) var batch = EventBatch()
  private(set) var lines = 0
  /// Lines that are not empty.
  private(set) var rows = 0
  /// The pence of the rows that were not put aside.
  private(set) var penceRead = 0
  private(set) var quarantined: [QuarantineReason: Int] = [:]
  /// The line within the chunk and the reason, for the first rows that were put aside.
  private(set) var listed: [(line: Int, reason: QuarantineReason)] = []
  private(set) var withoutCost = 0
  private(set) var months: ClosedRange<UInt16>?

  mutating func begin(header: [String]) {
    layout = EventReader.columns.map { header.firstIndex(of: $0) ?? 0 }
    width = header.count
  }

  /// Reads a chunk; the batch then has its contacts, and the counts are those of this chunk.
  mutating func read(_ chunk: [UInt8], _ people: LinkedRecords) {
    batch.empty()
    lines = 0
    rows = 0
    penceRead = 0
    quarantined = [:]
    listed = []
    withoutCost = 0
    chunk.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes)
      while scanner.next(rows: &lines) {
        rows += 1
        if let reason = take(scanner, people) {
          quarantined[reason, default: 0] += 1
          if listed.count < EventReader.mostListed { listed.append((lines, reason)) }
        }
      }
    }
  }

  private mutating func take(
    _ row: RowScanner, _ people: LinkedRecords
  ) -> QuarantineReason? {
    guard row.problem == nil else { return .quotes }
    guard row.count == width else { return .columns }
    let record = HashedNames.hash(row.content(layout[0]))
    guard let person = people.person(record) else { return .record }
    guard let month = FieldValue.month(row.content(layout[1])) else { return .date }
    let kind = row.content(layout[2])
    guard !kind.isEmpty else { return .kind }
    let cost = row.content(layout[5])
    guard let pence = FieldValue.pence(cost) else { return .cost }
    if cost.isEmpty { withoutCost += 1 }
    penceRead += pence
    let code = row.content(layout[4])
    batch.append(
      person: person, month: month, kind: kinds.number(kind),
      provider: providers.number(row.content(layout[3])),
      condition: code.isEmpty ? EventBatch.none : codes.number(code), pence: pence)
    let known = months ?? month...month
    if !known.contains(month) || months == nil {
      months = min(known.lowerBound, month)...max(known.upperBound, month)
    }
    return nil
  }
}

/// Values of cells, from their bytes.
enum FieldValue {
  /// The month of yyyy-mm or yyyy-mm-dd, counted from January of year 0; nil for anything else.
  static func month(_ bytes: UnsafeRawBufferPointer) -> UInt16? {
    guard bytes.count == 7 || bytes.count == 10, bytes[4] == UInt8(ascii: "-"),
      let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7),
      (1900...2200).contains(year), (1...12).contains(month)
    else { return nil }
    if bytes.count == 10 {
      guard bytes[7] == UInt8(ascii: "-"), let day = digits(bytes, 8..<10), day >= 1,
        day <= days(month, year)
      else { return nil }
    }
    return UInt16(year * 12 + month - 1)
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func digits(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var value = 0
    for position in range {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Pence of pounds with at most two decimals; zero for an empty cell; nil for anything else.
  static func pence(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count <= 12 else { return nil }
    var value = 0
    var decimals = -1
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, decimals < 2 else { return nil }
      value = value * 10 + Int(digit)
      if decimals >= 0 { decimals += 1 }
    }
    guard bytes.isEmpty || (bytes[0] != UInt8(ascii: ".") && decimals != 0) else { return nil }
    return decimals == 1 ? value * 10 : decimals == 2 ? value : value * 100
  }
}
