// SPDX-License-Identifier: Apache-2.0

/// How a chart prints its numbers: `£` before, `m` after, so many decimals.
///
/// Locale plays no part: a comma between thousands, a point before decimals and a true minus sign,
/// everywhere and always.
public struct NumberStyle: Sendable, Hashable {
  /// Printed before the number and after the minus sign, for example "£".
  public var prefix: String

  /// Printed after the number, for example "m", "%" or " beds".
  public var suffix: String

  /// Digits after the decimal point, 0 to 6.
  public var decimals: Int

  /// Makes a style.
  public init(prefix: String = "", suffix: String = "", decimals: Int = 0) {
    self.prefix = prefix
    self.suffix = suffix
    self.decimals = min(max(decimals, 0), 6)
  }

  /// What is printed for a value nobody knows.
  public static let notKnown = "not known"

  /// The number in words for a label: "−£190m", or "not known" for a missing or endless value.
  public func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return Self.notKnown }
    let digits = Digits.text(value.magnitude, decimals: decimals)
    return Self.sign(value, digits) + prefix + digits + suffix
  }

  /// The number as a change: "+£41m", "−£190m", "£0m".
  public func signed(_ value: Double?) -> String {
    guard let value, value.isFinite, value > 0, !Self.isZero(value, decimals) else {
      return text(value)
    }
    return "+" + text(value)
  }

  /// The number for a table cell, without prefix and suffix, which the column heading gives.
  public func bare(_ value: Double?) -> String {
    NumberStyle(decimals: decimals).text(value)
  }

  /// The same style with at least so many decimals, so that steps of 0.5 do not print twice alike.
  func withDecimals(atLeast count: Int) -> NumberStyle {
    NumberStyle(prefix: prefix, suffix: suffix, decimals: max(decimals, count))
  }

  private static func sign(_ value: Double, _ digits: String) -> String {
    value < 0 && digits.contains { $0 >= "1" && $0 <= "9" } ? "\u{2212}" : ""
  }

  private static func isZero(_ value: Double, _ decimals: Int) -> Bool {
    !Digits.text(value.magnitude, decimals: decimals).contains { $0 >= "1" && $0 <= "9" }
  }
}

/// Decimal digits without Foundation, the same on every platform.
enum Digits {
  /// Digits of a non-negative number, with commas between thousands, halves rounded away from zero.
  static func text(_ magnitude: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled < 9e18 else { return "\(magnitude)" }
    let units = Int64(scaled)
    let divisor = Int64(scale)
    let whole = grouped(units / divisor)
    guard decimals > 0 else { return whole }
    let fraction = String(units % divisor)
    return whole + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A coordinate with at most one decimal and no trailing zero: "12", "12.5", "-3".
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int64((min(max(value, -1e9), 1e9) * 10).rounded())
    let magnitude = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    let fraction = magnitude % 10 == 0 ? "" : ".\(magnitude % 10)"
    return sign + "\(magnitude / 10)" + fraction
  }

  private static func grouped(_ value: Int64) -> String {
    var rest = String(value)
    var groups: [String] = []
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}
