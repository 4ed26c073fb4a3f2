// SPDX-License-Identifier: Apache-2.0

/// A month, counted from the beginning of the calendar.
struct ProfileMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  let number: Int

  init(number: Int) { self.number = number }

  /// The month with which bytes begin: 2026-04, alone or with a day behind it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 7 || bytes.count == 10, bytes[4] == UInt8(ascii: "-") else { return nil }
    var digits: [Int] = []
    for index in [0, 1, 2, 3, 5, 6] {
      guard bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") else { return nil }
      digits.append(Int(bytes[index]) - 48)
    }
    let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
    let month = digits[4] * 10 + digits[5]
    guard (1...12).contains(month), year > 0 else { return nil }
    number = year * 12 + month - 1
  }

  /// How many days it has.
  var days: Int {
    let (year, month) = (number / 12, number % 12 + 1)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  var description: String {
    "\(number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)"
  }

  static func < (left: ProfileMonth, right: ProfileMonth) -> Bool { left.number < right.number }
}

/// What the tables of one dataset hold, in counts.
struct DatasetProfile: Sendable {
  let dataset: String
  var hasContacts = false
  var records = 0
  var repeatedRecords = 0
  var contacts = 0
  var repeatedContacts = 0
  /// Rows that could not be read.
  var unreadable = 0
  /// Filled cells by column, of records and of contacts.
  var filled: [String: Int] = [:]
  var contactsFilled: [String: Int] = [:]
  var contactsByKind: [String: [ProfileMonth: Int]] = [:]
  var contactsByProvider: [String: [ProfileMonth: Int]] = [:]
  /// Contacts with a code, by month; and how many of all codes are in the reference.
  var coded: [ProfileMonth: Int] = [:]
  var codes: [String: Int] = [:]
  var undated = 0

  init(_ dataset: String) { self.dataset = dataset }

  /// Contacts by month.
  var contactsByMonth: [ProfileMonth: Int] {
    contactsByKind.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  mutating func add(_ other: DatasetProfile) {
    records += other.records
    contacts += other.contacts
    unreadable += other.unreadable
    undated += other.undated
    filled.merge(other.filled, uniquingKeysWith: +)
    contactsFilled.merge(other.contactsFilled, uniquingKeysWith: +)
    coded.merge(other.coded, uniquingKeysWith: +)
    codes.merge(other.codes, uniquingKeysWith: +)
    func sum(_ left: [ProfileMonth: Int], _ right: [ProfileMonth: Int]) -> [ProfileMonth: Int] {
      left.merging(right, uniquingKeysWith: +)
    }
    contactsByKind.merge(other.contactsByKind, uniquingKeysWith: sum)
    contactsByProvider.merge(other.contactsByProvider, uniquingKeysWith: sum)
  }
}
