// SPDX-License-Identifier: Apache-2.0

import Pictures

/// Numbers of the lab as people and machines write them.
enum LabNumbers {
  /// The shortest decimal that a machine reads back: "0.5", "12", "-3".
  static func machine(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
  }

  /// A number that somebody typed, or nil: "1,000", "7.5%", "£5", "−2" and "+2" are read.
  static func typed(_ text: String) -> Double? {
    var plain = text.filter { !$0.isWhitespace && $0 != "," && $0 != "£" }
    if plain.hasSuffix("%") { plain.removeLast() }
    if let first = plain.first, first == "\u{2212}" || first == "–" {
      plain = "-" + plain.dropFirst()
    }
    let letters = plain.utf8
    guard !letters.isEmpty, letters.count <= 30,
      letters.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) })
    else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number with as many decimals as it needs, and three where none would do: "0.5", "1,200".
  static func plain(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberStyle.notKnown }
    var scale = 1.0
    for decimals in 0..<6 {
      defer { scale *= 10 }
      if ((value * scale).rounded() / scale - value).magnitude < 1e-9 * max(1, value.magnitude) {
        return NumberStyle(decimals: decimals).text(value)
      }
    }
    return NumberStyle(decimals: 3).text(value)
  }

  /// A number with its unit: "15%", "3 days", "£5 million".
  static func text(_ value: Double?, _ unit: String) -> String {
    guard let value, value.isFinite else { return NumberStyle.notKnown }
    let number = plain(value.magnitude)
    let sign = value < 0 && number.contains { ("1"..."9").contains($0) } ? "\u{2212}" : ""
    if unit.hasPrefix("£") { return "\(sign)£\(number)\(unit.dropFirst())" }
    let isJoined = unit.hasPrefix("%") || unit.isEmpty
    return isJoined ? "\(sign)\(number)\(unit)" : "\(sign)\(number) \(unit)"
  }

  /// Two numbers as a range: "between 10% and 20%".
  static func between(_ low: Double, _ high: Double, _ unit: String) -> String {
    "between \(text(low, unit)) and \(text(high, unit))"
  }
}
