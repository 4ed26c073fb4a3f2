// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Numbers of a simulation as readers and as other programs see them.
enum FlowNumber {
  /// A number with about three figures, such as `1.01`, `25.5` or `1,240`.
  static func plain(_ value: Double) -> String {
    let size = value.magnitude
    guard size.isFinite else { return "—" }
    guard size >= 1e-9 else { return "0" }
    let digits = size >= 1e15 ? 0 : min(9, max(0, 2 - Int(log10(size).rounded(.down))))
    let text = String(format: "%.\(digits)f", value)
    let parts = text.split(separator: ".", maxSplits: 1)
    let whole = grouped(String(parts[0]))
    guard parts.count > 1 else { return whole }
    let tail = String(parts[1].reversed().drop { $0 == "0" }.reversed())
    return tail.isEmpty ? whole : whole + "." + tail
  }

  /// A share in percent, such as `97.7%`.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "more than everything" }
    return plain(share * 100) + "%"
  }

  /// A number without the digits that another processor may find otherwise: nine are kept.
  static func stable(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value.isFinite ? 0 : value }
    return Double(String(format: "%.8e", value)) ?? value
  }

  /// A number rounded to so many decimals, without zeros at its end and without commas, for files and
  /// reports.
  static func rounded(_ value: Double, _ decimals: Int = 2) -> String {
    guard value.isFinite else { return "not known" }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let units = Int(scaled)
    let whole = "\(units / Int(scale))"
    var rest = String(units % Int(scale))
    rest = String(repeating: "0", count: max(decimals - rest.count, 0)) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    let sign = value < 0 && units > 0 ? "-" : ""
    return sign + (decimals == 0 || rest.isEmpty ? whole : "\(whole).\(rest)")
  }

  /// A number with its noun: `1 bed`, `24 beds`.
  static func count(_ value: Int, _ one: String, _ many: String) -> String {
    value == 1 ? "1 \(one)" : "\(grouped(String(value))) \(many)"
  }

  private static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let bare = Array(digits.drop { $0 == "-" })
    var text = ""
    for (place, digit) in bare.enumerated() {
      if place > 0, (bare.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return sign + text
  }
}
