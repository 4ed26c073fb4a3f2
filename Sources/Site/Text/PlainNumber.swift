// SPDX-License-Identifier: Apache-2.0

import Facts

/// Numbers of pages that are worked out when they are asked for, and so are no facts of the plan.
enum PlainNumber {
  /// A number with so many decimals, with a true minus sign and separators.
  static func text(_ value: Double, _ decimals: Int = 0) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "not known" }
    return Quantity(computed: value, decimals: decimals, unit: Unit("")).tableText
  }

  /// A share of one as a percentage with one decimal.
  static func percent(_ share: Double) -> String {
    share.isFinite ? text(share * 100, 1) + "%" : "not known"
  }

  /// Words for a list: “a, b and c”.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
