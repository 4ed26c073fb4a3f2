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
