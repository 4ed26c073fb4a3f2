// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// What somebody typed for a field, in the one form in which it is kept.
///
/// Days are kept as 2017-06-14, money and numbers as plain decimals, choices, organisations and
/// workstreams as their ids, and yes or no in small letters.
public enum RegisterValue {
  /// Why a text is no value of a field.
  public struct Mistake: Error, Sendable, Equatable {
    /// What stands there.
    public let found: String
    /// What ought to stand there.
    public let expected: String
  }

  /// The value of a text; an empty text is an empty value.
  ///
  /// - Throws: `Mistake`.
  public static func read(
    _ typed: String, _ field: RegisterField, _ plan: RegisterPlan
  ) throws(Mistake) -> String {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.isEmpty {
      guard field.isRequired else { return "" }
      throw Mistake(found: "nothing", expected: expected(field))
    }
    if field.part == .key { return try key(text) }
    switch field.kind {
    case .text:
      guard text.count <= 2000 else {
        throw Mistake(found: "\(text.count) characters", expected: "2,000 characters at most")
      }
      return text
    case .day: return try one(CivilDay(text)?.iso, text, field)
    case .money, .number: return try one(number(text), text, field)
    case .yesNo: return try one(yesNo(text), text, field)
    case .choice: return try one(match(text, field.choices.map { ($0, $0) }), text, field)
    case .organisation: return try one(match(text, plan.organisations), text, field)
    case .workstream: return try one(match(text, plan.workstreams), text, field)
    }
  }

  /// What ought to stand in a field, in words.
  public static func expected(_ field: RegisterField) -> String {
    switch field.kind {
    case .text: field.part == .key ? keyWords : "words"
    case .day: "a day, such as 14/6/2017"
    case .money: "an amount in pounds, such as 1250000"
    case .number: "a number, such as 12 or 1.5"
    case .choice: "one of: " + field.choices.joined(separator: ", ")
    case .organisation: "an organisation of the plan, by id or name"
    case .workstream: "a workstream of the plan, by id or name"
    case .yesNo: "yes or no"
    }
  }

  private static let keyWords = "letters, digits and hyphens, 40 at most"

  private static func key(_ text: String) throws(Mistake) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    guard isPlain, text.count <= 40 else { throw Mistake(found: "“\(text)”", expected: keyWords) }
    return text
  }

  private static func one(
    _ value: String?, _ text: String, _ field: RegisterField
  ) throws(Mistake) -> String {
    guard let value else {
      let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
      throw Mistake(found: "“\(shown)”", expected: expected(field))
    }
    return value
  }

  /// A plain decimal of a number as people write it: "£1,250,000.00" is 1250000.
  private static func number(_ text: String) -> String? {
    let stripped = text.filter { $0 != "£" && $0 != "," && $0 != " " }
    let digits = stripped.hasPrefix("-") ? stripped.dropFirst() : stripped[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard (1...2).contains(parts.count), isPlain, digits.count <= 15,
      let value = Decimal(string: stripped, locale: Locale(identifier: "en_GB"))
    else { return nil }
    return "\(value)"
  }

  private static func yesNo(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "y", "true": "yes"
    case "no", "n", "false": "no"
    default: nil
    }
  }

  private static func match(_ text: String, _ things: [NamedThing]) -> String? {
    match(text, things.map { ($0.id, $0.name) })
  }

  private static func match(_ text: String, _ things: [(id: String, name: String)]) -> String? {
    let small = text.lowercased()
    return things.first { $0.id.lowercased() == small }?.id
      ?? things.first { $0.name.lowercased() == small }?.id
  }
}
