// SPDX-License-Identifier: Apache-2.0

/// Three numbers written as a date, whether or not the calendar has that day.
struct DateParts {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the three numbers; nil where the text is not of the shape of a date.
  init?(_ text: String, order: DateOrder) {
    let words = Self.words(text)
    if words.count == 1, let all = words.first, all.count == 8, all.allSatisfy(\.isNumber) {
      self.init(eightDigits: all, order: order)
      return
    }
    guard words.count >= 3 else { return nil }
    let first = Self.number(words[0])
    let second = Self.number(words[1])
    let third = Self.number(words[2])
    guard let first, let second, let third else { return nil }
    if words[0].count == 4 {
      self.init(year: first, month: second, day: third)
    } else if words[2].count == 4 {
      let isMonthFirst = Self.isName(words[0]) || (order == .monthDayYear && !Self.isName(words[1]))
      self.init(
        year: third, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
    } else {
      return nil
    }
    guard month < 100, day < 100 else { return nil }
  }

  private init?(eightDigits text: String, order: DateOrder) {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let yearFirst = Self(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    let firstTwo = number(0..<2)
    let nextTwo = number(2..<4)
    let yearLast =
      order == .dayMonthYear
      ? Self(year: number(4..<8), month: nextTwo, day: firstTwo)
      : Self(year: number(4..<8), month: firstTwo, day: nextTwo)
    let isYearLast = yearFirst.date == nil && yearLast.date != nil && yearLast.isRecent
    self = isYearLast && !yearFirst.isRecent ? yearLast : yearFirst
  }

  /// Whether people alive or their parents can have been born that year.
  private var isRecent: Bool { (1800...2100).contains(year) }

  /// The day, where the calendar has it.
  var date: StandardDate? { StandardDate(year: year, month: month, day: day) }

  /// The numbers as yyyy-mm-dd.
  var text: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

  /// Whether computers write this where no day is known.
  var isPlaceholder: Bool { Self.placeholders.contains(text) }

  private static let placeholders: Set<String> = [
    "1900-01-01", "1899-12-30", "1899-12-31", "1901-01-01", "1800-01-01", "1753-01-01",
    "1111-11-11",
    "0001-01-01", "9999-12-31", "9999-09-09", "2099-12-31",
  ]

  /// Runs of digits and of letters; a time after the date is left out.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isPart = character.isNumber || character.isLetter
      let goesOn = word.last.map { $0.isNumber == character.isNumber } ?? true
      if !isPart || !goesOn {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word.append(character) }
    }
    if !word.isEmpty { words.append(word) }
    return words.count > 3
      ? Array(words.filter { !ordinals.contains($0.lowercased()) }.prefix(3)) : words
  }

  private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func isName(_ word: String) -> Bool { !(word.first?.isNumber ?? true) }

  private static func number(_ word: String) -> Int? {
    if !isName(word) { return word.count <= 4 ? Int(word) : nil }
    return months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
