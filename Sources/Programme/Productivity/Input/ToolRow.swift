// SPDX-License-Identifier: Apache-2.0

import Engagement

/// A row whose cells were checked.
struct ToolRow: Sendable {
  /// As a spreadsheet counts: the header is row 1.
  let number: Int
  fileprivate(set) var texts: [String: String] = [:]

  init(number: Int, texts: [String: String]) {
    self.number = number
    self.texts = texts
  }

  func text(_ column: String) -> String { texts[column] ?? "" }

  /// The number of a cell; nil when it is empty.
  func number(_ column: String) -> Double? { ToolNumbers.read(text(column)) }

  /// The number of a cell that must be there.
  func value(_ column: String) -> Double { number(column) ?? 0 }

  func whole(_ column: String) -> Int { Int(value(column)) }

  func isYes(_ column: String) -> Bool { ToolRow.isYes(text(column)) ?? false }

  func day(_ column: String) -> CivilDay? { CivilDay(text(column)) }

  static func isYes(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0", "": false
    default: nil
    }
  }
}

/// Numbers of tables and reports, without a locale.
public enum ToolNumbers {
  /// The number of a cell: digits, perhaps grouped by commas, perhaps with £ or % around them.
  static func read(_ text: String) -> Double? {
    var rest = Substring(text.filter { $0 != " " })
    var sign = 1.0
    if rest.hasPrefix("-") || rest.hasPrefix("−") {
      sign = -1
      rest = rest.dropFirst()
    }
    if rest.hasPrefix("£") { rest = rest.dropFirst() }
    if rest.hasSuffix("%") { rest = rest.dropLast() }
    guard let plain = ungrouped(rest), let value = Double(plain), value.isFinite else { return nil }
    return sign * value
  }

  /// The same digits without commas; nil when they do not stand between groups of three.
  private static func ungrouped(_ text: Substring) -> String? {
    guard let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: ".")
    else { return nil }
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.contains(","), let whole = halves.first else { return String(text) }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      halves.count == 1 || !halves[1].contains(",")
    else { return nil }
    return text.filter { $0 != "," }
  }

  /// A number for people: commas between thousands, a true minus sign, so many decimals.
  public static func text(_ value: Double, decimals: Int = 0, prefix: String = "") -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "not known" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let units = Int64((value.magnitude * scale).rounded())
    var whole = String(units / Int64(scale))
    var grouped = ""
    while whole.count > 3 {
      grouped = "," + whole.suffix(3) + grouped
      whole.removeLast(3)
    }
    let fraction = String(units % Int64(scale))
    let decimal =
      decimals == 0
      ? "" : "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    return (value < 0 && units > 0 ? "−" : "") + prefix + whole + grouped + decimal
  }

  /// Pounds for people.
  static func pounds(_ value: Double, decimals: Int = 0) -> String {
    text(value, decimals: decimals, prefix: "£")
  }

  /// A number for programs: rounded to a few more places than people see, so that no last bit of
  /// the machine shows.
  public static func plain(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "" }
    let scale = (0..<min(decimals + 4, 8)).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = value.magnitude < 1e15 / scale ? (value * scale).rounded() / scale : value
    let text = "\(rounded == 0 ? 0 : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Such as "1 shift" or "1,200 shifts".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(text(Double(number))) \(number == 1 ? one : many)"
  }
}
