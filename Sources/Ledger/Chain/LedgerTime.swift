// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Times as the ledger writes them: UTC to the millisecond, so that text order is time order.
enum LedgerTime {
  /// From the reference day of `Date` (2001-01-01) back to 1970-01-01, in days.
  private static let referenceDay = 11_323
  private static let millisecondsInDay = 86_400_000

  /// The whole milliseconds since 2001 that have passed at a time.
  ///
  /// A time that was read from text lies a rounding error beside its millisecond; 0.05 of one makes
  /// up for that.
  static func milliseconds(_ date: Date) -> Int {
    let earliest = -63_113_904_000_000.0
    let latest = 252_423_993_599_999.0
    let count = (date.timeIntervalSinceReferenceDate * 1000 + 0.05).rounded(.down)
    return Int(min(max(count.isNaN ? 0 : count, earliest), latest))
  }

  /// A time as text, such as "2019-02-14T18:30:00.000Z".
  static func text(_ date: Date) -> String {
    let (whole, day) = parts(date)
    var bytes = calendarDay(whole)
    bytes.append(UInt8(ascii: "T"))
    append(day / 3_600_000, 2, after: nil, to: &bytes)
    append(day / 60_000 % 60, 2, after: ":", to: &bytes)
    append(day / 1000 % 60, 2, after: ":", to: &bytes)
    append(day % 1000, 3, after: ".", to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A time as text to the second, as JSON of events has it.
  static func secondText(_ date: Date) -> String {
    String(decoding: Array(text(date).utf8.prefix(19)) + [UInt8(ascii: "Z")], as: UTF8.self)
  }

  /// A time from text to the second or the millisecond, or nil.
  static func parsed(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, hasMarks(bytes) else { return nil }
    let fields = [(0, 4), (5, 2), (8, 2), (11, 2), (14, 2), (17, 2)]
    let numbers = fields.compactMap { number(bytes, $0.0, $0.1) }
    let rest = bytes.count == 24 ? number(bytes, 20, 3) : 0
    guard numbers.count == 6, let rest, isReal(numbers) else { return nil }
    let day = days(year: numbers[0], month: numbers[1], day: numbers[2]) - referenceDay
    let time = numbers[3] * 3_600_000 + numbers[4] * 60_000 + numbers[5] * 1000 + rest
    return Date(
      timeIntervalSinceReferenceDate: Double(day * millisecondsInDay + time) / 1000)
  }

  /// A time from text; the distant past when the text is none.
  static func date(_ text: String) -> Date { parsed(text) ?? .distantPast }

  private static func parts(_ date: Date) -> (days: Int, ofDay: Int) {
    let count = milliseconds(date)
    let ofDay = ((count % millisecondsInDay) + millisecondsInDay) % millisecondsInDay
    return ((count - ofDay) / millisecondsInDay + referenceDay, ofDay)
  }

  /// The calendar day of a number of days since 1970-01-01 (Hinnant, 2013, "chrono-compatible
  /// low-level date algorithms"), in the proleptic Gregorian calendar.
  private static func calendarDay(_ since1970: Int) -> [UInt8] {
    let shifted = since1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4, after: nil, to: &bytes)
    append(month, 2, after: "-", to: &bytes)
    append(ofYear - (153 * shiftedMonth + 2) / 5 + 1, 2, after: "-", to: &bytes)
    return bytes
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func append(
    _ number: Int, _ width: Int, after mark: Unicode.Scalar?, to bytes: inout [UInt8]
  ) {
    if let mark { bytes.append(UInt8(ascii: mark)) }
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(48 + number / power % 10))
      power /= 10
    }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int? {
    var value = 0
    for byte in bytes[start..<start + width] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  private static func hasMarks(_ bytes: [UInt8]) -> Bool {
    let marks: [(Int, Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    let ends = bytes.count == 24 ? bytes[19] == UInt8(ascii: ".") : true
    return ends && bytes[bytes.count - 1] == UInt8(ascii: "Z")
      && marks.allSatisfy { bytes[$0.0] == UInt8(ascii: $0.1) }
  }

  private static func isReal(_ numbers: [Int]) -> Bool {
    (1...12).contains(numbers[1]) && (1...31).contains(numbers[2]) && numbers[3] < 24
      && numbers[4] < 60 && numbers[5] < 60
  }
}
