// SPDX-License-Identifier: Apache-2.0

import Foundation

extension Quantity {
  /// The figure as printed in a sentence: `£486 million`, `1,000 patients`, `16%`, `£7,000`.
  public var plainEnglish: String {
    let number = magnitudeText
    let sign = value < 0 && !isZeroAsShown ? "−" : ""
    if unit.isMoney {
      return "\(sign)£\(number)\(unit.name.dropFirst(3))"
    }
    if unit.isPercentage { return "\(sign)\(number)%" }
    return "\(sign)\(number) \(isOne ? Quantity.singular(unit.name) : unit.name)"
  }

  /// The number alone with thousands separators, as in a table whose header has the unit.
  public var tableText: String {
    (value < 0 && !isZeroAsShown ? "−" : "") + magnitudeText
  }

  /// The number as a program reads it: no separators, a hyphen for minus.
  public var plainNumber: String { NSDecimalNumber(decimal: value).description(withLocale: nil) }

  private var isZeroAsShown: Bool { value.rounded(to: decimals) == 0 }

  private var isOne: Bool { decimals == 0 && value.rounded(to: 0) == 1 }

  private var magnitudeText: String {
    let rounded = abs(value.rounded(to: decimals))
    let digits = NSDecimalNumber(decimal: rounded).description(withLocale: nil)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = Quantity.grouped(String(parts[0]))
    guard decimals > 0 else { return whole }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return whole + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// The singular of a plural count noun: good enough for the units that plans use.
  static func singular(_ plural: String) -> String {
    switch plural {
    case "people": return "person"
    case "bodies": return "body"
    case "analyses": return "analysis"
    default: break
    }
    if plural.hasSuffix("ies") { return plural.dropLast(3) + "y" }
    if plural.hasSuffix("ches") || plural.hasSuffix("sses") { return String(plural.dropLast(2)) }
    if plural.hasSuffix("s") && !plural.hasSuffix("ss") { return String(plural.dropLast()) }
    return plural
  }
}

extension Fact {
  /// The figure in a sentence, with its qualifier: `over 1,000 patients`.
  public var figureText: String { qualifier.words + quantity.plainEnglish }
}
