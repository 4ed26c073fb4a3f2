// SPDX-License-Identifier: Apache-2.0

/// Numbers as reports and files print them: the same on every machine.
enum ReportNumber {
  /// A number rounded to so many decimals, without zeros at its end: "2.5".
  static func text(_ value: Double, _ decimals: Int = 2) -> String {
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

  /// A number with its noun: "1 bed", "24 beds".
  static func count(_ value: Int, _ one: String, _ many: String) -> String {
    value == 1 ? "1 \(one)" : "\(grouped(value)) \(many)"
  }

  /// A whole number with commas between thousands.
  static func grouped(_ value: Int) -> String {
    var rest = String(value.magnitude)
    var groups: [String] = []
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([rest] + groups).joined(separator: ",")
  }
}
