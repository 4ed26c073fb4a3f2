// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// Builds a CSV file byte by byte: millions of rows pass through here.
struct CSVText {
  private(set) var bytes: [UInt8] = []

  init(_ header: [String]) { row(header) }

  /// Adds a row of texts, quoted where they need it.
  mutating func row(_ cells: [String]) { bytes.append(contentsOf: CSVRecords.line(cells).utf8) }

  /// Adds bytes as they are.
  mutating func raw(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  mutating func byte(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

  /// Adds a whole number.
  mutating func number(_ value: Int) {
    var digits: [UInt8] = []
    var rest = value.magnitude
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { byte("-") }
    bytes.append(contentsOf: digits.reversed())
  }

  /// Adds a number of which every digit after the point is kept, without zeros at the end.
  mutating func decimal(_ value: Double, _ decimals: Int) {
    let scale = decimals == 6 ? 1e6 : 1e3
    let whole = (value * scale).rounded()
    guard whole.magnitude < 9e15 else {
      bytes.append(contentsOf: "\(value)".utf8)
      return
    }
    fixed(Int(whole), decimals)
  }

  /// Adds a whole number of units of the last digit.
  mutating func fixed(_ whole: Int, _ decimals: Int) {
    let scale = decimals == 6 ? 1_000_000 : 1_000
    if whole < 0 { byte("-") }
    number(Int(whole.magnitude) / scale)
    var part = Int(whole.magnitude) % scale
    guard part > 0 else { return }
    byte(".")
    var unit = scale / 10
    while part > 0 {
      byte(Unicode.Scalar(UInt8(ascii: "0") + UInt8(part / unit)))
      part %= unit
      unit /= 10
    }
  }
}

extension Double {
  /// With so many digits after the point, and no zeros at the end.
  func text(_ decimals: Int) -> String {
    guard isFinite else { return "" }
    var csv = CSVText([])
    let start = csv.bytes.count
    csv.decimal(self, decimals)
    return String(decoding: csv.bytes[start...], as: UTF8.self)
  }
}
