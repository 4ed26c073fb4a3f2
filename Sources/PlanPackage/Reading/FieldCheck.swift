// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation

/// What is wrong with one cell, and what to do about it.
struct CellProblem: Hashable {
  let expected: String
  let advice: String
}

extension Field {
  /// What is wrong with the text of a cell of this column, or nil.
  func problem(in text: String) -> CellProblem? {
    if text.isEmpty {
      return isRequired
        ? CellProblem(expected: "a value", advice: "This column may not be empty: \(meaning)")
        : nil
    }
    if Field.isSpace(text.unicodeScalars.first) || Field.isSpace(text.unicodeScalars.last) {
      return CellProblem(
        expected: "no spaces at the ends", advice: "Take the spaces away; they hide in a cell.")
    }
    if text.unicodeScalars.contains(where: {
      $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t"
    }) {
      return CellProblem(
        expected: "text without control characters",
        advice: "Type the cell again; something invisible has been pasted into it.")
    }
    if let choices, !choices.contains(text) {
      return CellProblem(
        expected: "one of " + choices.filter { !$0.isEmpty }.joined(separator: ", "),
        advice: nearest(to: text, in: choices).map { "Did you mean “\($0)”?" }
          ?? "Choose one of these words, in lower case.")
    }
    return kindProblem(text)
  }

  private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    // Most cells begin and end with a plain character, for which no table is looked up.
    guard let scalar else { return false }
    return scalar.isASCII ? scalar.value <= 32 : scalar.properties.isWhitespace
  }

  private func kindProblem(_ text: String) -> CellProblem? {
    switch kind {
    case .text: nil
    case .identifier: identifierProblem(text)
    case .identifiers:
      text.split(separator: ";").lazy
        .compactMap { identifierProblem($0.trimmingCharacters(in: .whitespaces)) }.first
    case .unit: unitProblem(text)
    case .priceBase:
      text == "cash" || Period(text)?.firstFinancialYear != nil
        ? nil
        : CellProblem(
          expected: "cash, or a financial year such as 2016-17",
          advice: "Say in which year's prices the money is; cash is prices of the day.")
    case .financialYear:
      Period(text).map { $0.start == $0.end && $0.firstFinancialYear != nil } == true
        ? nil
        : CellProblem(
          expected: "one financial year such as 2016-17", advice: "Rates are by financial year.")
    case .shares: sharesProblem(text)
    case .numbers: numbersProblem(text)
    case .number: numberProblem(text)
    case .integer:
      numberProblem(text)
        ?? (Int(text) == nil
          ? CellProblem(expected: "a whole number", advice: "Leave out the decimals.") : nil)
    case .date: Day(iso: text) == nil ? .date(text) : nil
    case .period: Period(text) == nil ? .period(text) : nil
    case .formula: formulaProblem(text)
    }
  }

  private func identifierProblem(_ text: String) -> CellProblem? {
    guard FactID(text) != nil else { return .identifier }
    // An id is also the name of a file and the end of an address.
    let endings = [".json", ".csv", ".svg", ".html", ".css"]
    if let ending = endings.first(where: text.hasSuffix) {
      return CellProblem(
        expected: "an id that does not end in \(ending)",
        advice: "Pages and downloads are named after ids; choose another end.")
    }
    guard text.utf8.count <= 150 else {
      return CellProblem(
        expected: "an id of at most 150 characters", advice: "Files are named after ids.")
    }
    return nil
  }

  private func unitProblem(_ text: String) -> CellProblem? {
    let unit = Unit(text)
    let looksLikeMoney = text.uppercased().hasPrefix("GBP") || text.contains("£")
    guard looksLikeMoney && unit.pounds == nil else { return nil }
    return CellProblem(
      expected: "GBP, GBP million or GBP billion",
      advice: "Money has one of these three units, written exactly so.")
  }

  private func sharesProblem(_ text: String) -> CellProblem? {
    let isShares = text.split(separator: ";", omittingEmptySubsequences: false).allSatisfy { part in
      let share = part.trimmingCharacters(in: .whitespaces)
      guard Quantity(printed: share, unit: .percent) != nil, let value = Double(share) else {
        return false
      }
      return (0...1).contains(value)
    }
    return isShares
      ? nil
      : CellProblem(
        expected: "shares from 0 to 1 separated by semicolons, such as 0.25;0.5;1",
        advice: "One share for each year from the first; the last one goes on.")
  }

  private func numbersProblem(_ text: String) -> CellProblem? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    return parts.allSatisfy { Quantity(printed: String($0), unit: .percent) != nil }
      ? nil
      : CellProblem(
        expected: "numbers separated by semicolons, such as 30;45;60",
        advice: "Write plain numbers, with nothing between them but semicolons.")
  }

  private func numberProblem(_ text: String) -> CellProblem? {
    guard Quantity(printed: text, unit: .percent) != nil, let value = Double(text) else {
      return .number(text)
    }
    if let minimum, value < minimum {
      return CellProblem(
        expected: "at least \(plain(minimum))", advice: "Check the figure and its unit.")
    }
    if let maximum, value > maximum {
      return CellProblem(
        expected: "at most \(plain(maximum))", advice: "Check the figure and its unit.")
    }
    if zeroMeansUnknown && value == 0 {
      return CellProblem(
        expected: "a number above zero, or an empty cell",
        advice: "Zero is a figure and “not known” is not. Leave the cell empty when it is not "
          + "known.")
    }
    return nil
  }

  private func formulaProblem(_ text: String) -> CellProblem? {
    do {
      _ = try Formula(text)
      return nil
    } catch {
      return CellProblem(
        expected: "a formula such as {fact.a} / {fact.b} * 100",
        advice: "The formula cannot be read: \(error.plainEnglish).")
    }
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}

extension CellProblem {
  fileprivate static let identifier = CellProblem(
    expected: "an id of lower-case letters, numbers, hyphens and full stops",
    advice: "Ids are permanent names such as finance.gap.2020-21: no spaces, no capitals.")

  fileprivate static func number(_ text: String) -> CellProblem {
    let expected = "a plain number such as 1234.5"
    let bare = text.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" }
    let blanks: Set<String> = ["n/a", "na", "-", "–", "—", "unknown", "tbc", "not known", "null"]
    if blanks.contains(text.lowercased()) {
      return CellProblem(
        expected: expected + ", or an empty cell",
        advice: "Leave the cell empty when the figure is not known; say why in a note.")
    }
    if bare != text, Quantity(printed: bare, unit: .percent) != nil {
      return CellProblem(
        expected: expected, advice: "Write \(bare), without separators between thousands.")
    }
    if text.contains("£") || text.hasSuffix("%") || text.last.map({ "kmb".contains($0) }) == true {
      return CellProblem(
        expected: expected, advice: "Write the number alone; its unit has a column of its own.")
    }
    if text.uppercased().contains("E+") {
      return CellProblem(
        expected: expected,
        advice: "A spreadsheet has shortened the number. Format the column as a number and save "
          + "again.")
    }
    return CellProblem(
      expected: expected, advice: "Digits, with a full stop before decimals and nothing else.")
  }

  fileprivate static func date(_ text: String) -> CellProblem {
    let expected = "a date such as 2017-04-24"
    if let serial = Int(text), (20_000...60_000).contains(serial) {
      // Excel counts days from 30 December 1899, because it takes 1900 for a leap year.
      return CellProblem(
        expected: expected,
        advice: "This is how Excel counts days. Write \(Day(number: serial - 25_569).iso).")
    }
    if let day = dayFirst(text) {
      return CellProblem(
        expected: expected, advice: "Write \(day.iso), if the day came first.")
    }
    return CellProblem(
      expected: expected, advice: "Write year, month and day with hyphens, and a real day.")
  }

  /// The day that 24/04/2017 is, or nil.
  private static func dayFirst(_ text: String) -> Day? {
    let parts = text.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
    guard parts.count == 3, parts[2] > 1900 else { return nil }
    return Day(year: parts[2], month: parts[1], day: parts[0])
  }

  fileprivate static func period(_ text: String) -> CellProblem {
    let expected = "a period such as 2016-17, 2016, 2017-04, 2017-04-24 or two joined by /"
    let dashed = text.replacingOccurrences(of: "/", with: "-")
    if text.contains("/"), Period(dashed) != nil {
      return CellProblem(
        expected: expected, advice: "Write \(dashed); a slash joins two ends of a range.")
    }
    if let serial = Int(text), (20_000...60_000).contains(serial) {
      return CellProblem(
        expected: expected,
        advice: "This is how Excel counts days. Write \(Day(number: serial - 25_569).iso).")
    }
    if let day = dayFirst(text) {
      return CellProblem(
        expected: expected, advice: "Write \(day.iso), if the day came first.")
    }
    let years = text.split(separator: "-")
    if years.count == 2, let shortened = Period("\(years[0])-\(years[1].suffix(2))"),
      shortened.firstFinancialYear.map({ "\($0 + 1)" == years[1] }) == true
    {
      return CellProblem(
        expected: expected, advice: "Write \(shortened), with two digits for the second year.")
    }
    return CellProblem(
      expected: expected,
      advice: "Add a question mark at the end when the document does not state it.")
  }
}

/// The candidate that a misspelt word was most likely meant to be, or nil.
///
/// Levenshtein (1966) distance, at most two edits and fewer than half the letters.
package func nearest(to text: String, in candidates: [String]) -> String? {
  let scored = candidates.filter { !$0.isEmpty }.map { ($0, editDistance(text, $0)) }
  guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= 2, best.1 * 2 < best.0.count
  else { return nil }
  return best.0
}

private func editDistance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.utf8), Array(right.utf8))
  guard abs(a.count - b.count) <= 2 else { return 3 }
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      let change = previous[j] + (a[i] == b[j] ? 0 : 1)
      current.append(min(change, previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
