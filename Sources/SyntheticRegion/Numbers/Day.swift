// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, as days since 1 January 1970.
struct Day: Hashable, Comparable {
  let number: Int

  init(_ number: Int) { self.number = number }

  /// The day of a date, by counting in eras of 400 years that begin in March.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// Year, month and day.
  var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let calendar = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (calendar <= 2 ? 1 : 0), calendar, day)
  }

  static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  /// Days in a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}

extension [UInt8] {
  /// Appends a date as yyyy-mm-dd.
  mutating func appendDate(_ year: Int, _ month: Int, _ day: Int) {
    appendDecimal(year, width: 4)
    append(UInt8(ascii: "-"))
    appendDecimal(month, width: 2)
    append(UInt8(ascii: "-"))
    appendDecimal(day, width: 2)
  }
}
