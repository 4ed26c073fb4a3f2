// SPDX-License-Identifier: Apache-2.0

/// A date written yyyy-mm-dd.
struct WrittenDate {
  let year: Int
  let month: Int
  let day: Int

  /// Reads a date that is in the calendar; nil for anything else.
  init?(_ text: ArraySlice<UInt8>) {
    guard Self.isWritten(text) else { return nil }
    let start = text.startIndex
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(text[start + $1]) - 0x30 }
    }
    year = number(0..<4)
    month = number(5..<7)
    day = number(8..<10)
    guard (1...12).contains(month), day >= 1, day <= Self.days(year, month) else { return nil }
  }

  /// Whether a text has the form of a date, even if there is no such day.
  static func isWritten(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 10 else { return false }
    for (place, byte) in text.enumerated() {
      let isDash = place == 4 || place == 7
      guard isDash ? byte == 0x2D : (0x30...0x39).contains(byte) else { return false }
    }
    return true
  }

  /// Days since 1 March of the year 0, in the Gregorian calendar.
  var dayNumber: Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let month = (self.month + 9) % 12
    return Int32(
      shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (month * 153 + 2) / 5 + day - 1)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
