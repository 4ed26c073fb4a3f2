// SPDX-License-Identifier: Apache-2.0

/// A CSV file with a code in its first column and numbers in all the others.
///
/// A national matrix has millions of cells, so they are read from the bytes and never become
/// strings unless something is wrong with one.
struct NumberTable {
  /// No journey takes longer, and sums of such numbers stay exact enough.
  static let mostMinutes = 1e9
  /// Beyond so many, more of the same teaches nothing.
  static let mostViolations = 50

  private let bytes: [UInt8]
  private let file: String
  private var position: Int
  private(set) var header: [String] = []
  private(set) var codes: [String] = []
  private(set) var values: [Double] = []
  private(set) var violations: [Violation] = []

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the first line: a name for the codes, then one for each column of numbers.
  mutating func readHeader() {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return report(
        nil, nil, "an Excel workbook or a zip file", "a CSV file",
        "Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.")
    }
    header = cellsOfLine()
    guard header.count >= 2 else {
      return report(
        1, nil, header.isEmpty ? "an empty file" : "one column: “\(header[0])”",
        "a header with the word area and then one column for each site, or area,site,minutes",
        "Separate columns by commas.")
    }
    var seen: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      if name.isEmpty {
        report(1, "\(index + 1)", "a column without a name", "the code of a site", "Name it.")
      } else if let earlier = seen.updateValue(index, forKey: name) {
        report(
          1, name, "the column “\(name)” twice, columns \(earlier + 1) and \(index + 1)",
          "each site once", "Take one of them away.")
      }
    }
  }

  /// Reads the other lines.
  mutating func readRows() {
    var seen: [String: Int] = [:]
    var row = 1
    let width = header.count - 1
    values.reserveCapacity(bytes.count / 5)
    while position < bytes.count, violations.count < NumberTable.mostViolations {
      row += 1
      if skipsBlankLine() { continue }
      let code = text()
      if code.isEmpty {
        report(row, header[0], "an empty cell", "the code of an area", "Give it its code.")
      } else if let earlier = seen.updateValue(row, forKey: code) {
        report(
          row, header[0], "“\(code)” again, already in row \(earlier)", "each area once",
          "Take one of the rows away.")
      }
      codes.append(code)
      readNumbers(row, width)
    }
    if codes.isEmpty && violations.isEmpty {
      report(2, nil, "no row", "one row for each area", "Add the rows.")
    }
  }

  private mutating func readNumbers(_ row: Int, _ width: Int) {
    var count = 0
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      position += 1
      let start = position
      let value = number()
      if count < width {
        if let value { values.append(value) } else { reportCell(row, header[count + 1], start) }
      }
      count += 1
    }
    endLine()
    guard count != width else { return }
    report(
      row, nil, "\(count + 1) cells", "\(width + 1) cells, as in the header",
      "Give every area a cell for every site; it may be empty where there is no route.")
  }

  /// The number of a cell; infinite when it is empty; nil when it is something else.
  private mutating func number() -> Double? {
    let start = position
    var digits: UInt64 = 0
    var length = 0
    var decimals = 0
    var hasPoint = false
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits &* 10 &+ UInt64(bytes[position] &- UInt8(ascii: "0"))
        length += 1
        if hasPoint { decimals += 1 }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break scan
      default:
        return slowNumber(from: start)
      }
      position += 1
    }
    if position == start { return .infinity }
    // With few digits both the digits and the power of ten are exact, so the quotient is rounded
    // once, as a careful parser would.
    guard length >= 1, length <= 15 else { return slowNumber(from: start) }
    let value = hasPoint ? Double(digits) / NumberTable.powers[decimals] : Double(digits)
    return value <= NumberTable.mostMinutes ? value : nil
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private mutating func slowNumber(from start: Int) -> Double? {
    position = start
    let text = text()
    if text.isEmpty { return .infinity }
    guard let value = Double(text), value >= 0, value <= NumberTable.mostMinutes else { return nil }
    return value
  }

  private mutating func reportCell(_ row: Int, _ column: String, _ start: Int) {
    let end = position
    position = start
    let found = text()
    position = end
    report(
      row, column, "“\(found.prefix(40))”",
      "a number from 0 to a thousand million, or an empty cell for no route",
      "Write minutes as digits, with a full stop before decimals.")
  }

  private mutating func skipsBlankLine() -> Bool {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r")
    else { return false }
    endLine()
    return true
  }

  private mutating func cellsOfLine() -> [String] {
    guard position < bytes.count else { return [] }
    var cells = [text()]
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      position += 1
      cells.append(text())
    }
    endLine()
    return cells
  }

  /// The text of a cell, without its quotation marks.
  private mutating func text() -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      content.append(bytes[position])
      position += 1
    }
    position = min(position + 1, bytes.count)
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return String(decoding: content, as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func endLine() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func report(
    _ row: Int?, _ column: String?, _ found: String, _ expected: String, _ advice: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }
}
