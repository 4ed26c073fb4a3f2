// SPDX-License-Identifier: Apache-2.0

import Linkage

/// What is compared, and with what, where records are pseudonymised: tokens are equal or not, and
/// encodings of names have shares of bits in common.
enum TokenModel {
  /// The columns of a pseudonymised file that are used, and what they hold.
  static let kinds: [(header: String, kind: FieldKind)] = [
    ("nhs-number-token", .token), ("given-name-token", .token), ("given-name-sound-token", .token),
    ("given-name-encoding", .encoding), ("surname-token", .token), ("surname-sound-token", .token),
    ("surname-encoding", .encoding), ("date-of-birth-token", .token), ("year-of-birth", .token),
    ("month-token", .token), ("day-token", .token), ("year-month-token", .token),
    ("day-month-swapped-token", .token), ("postcode-token", .token),
    ("postcode-sector-token", .token), ("outcode-token", .token), ("sex", .sex),
  ]

  /// Comparisons of those columns that are there, each with what people of one household share.
  static func comparisons(of names: Set<String>) -> [(comparison: Comparison, role: ComparisonRole)]
  {
    let all: [(Comparison?, ComparisonRole)] = [
      (name("given-name", names), .personal), (name("surname", names), .shared),
      (date(names), .sharedByTwins), (postcode(names), .shared),
      (plain("nhs-number-token", "nhs-number", names), .personal),
      (plain("sex", "sex", names), .personal),
    ]
    return all.compactMap { comparison, role in comparison.map { ($0, role) } }
  }

  /// Rules from those columns that are there.
  static func blocking(of names: Set<String>) -> [BlockingRule] {
    let rules = [
      ["nhs-number-token"], ["date-of-birth-token"], ["given-name-token", "surname-token"],
      ["postcode-token", "given-name-token"], ["postcode-token", "surname-token"],
      ["surname-token", "year-of-birth"], ["given-name-token", "year-month-token"],
      ["surname-sound-token", "given-name-sound-token", "year-of-birth"],
      ["outcode-token", "given-name-token", "year-of-birth"], ["postcode-token"],
      ["surname-sound-token", "month-token", "day-token"],
      ["postcode-sector-token", "year-month-token"],
    ]
    return rules.filter(names.isSuperset).map { rule in
      BlockingRule(
        keys: rule.map { BlockingKey(left: FieldPart($0), right: FieldPart($0)) })
    }
  }

  private static func whole(
    _ name: String, _ column: String, _ middle: [ComparisonLevel]
  ) -> Comparison {
    Comparison(
      name,
      levels: [
        ComparisonLevel("missing", .missing(FieldPart(column)), isMissing: true),
        ComparisonLevel(
          "the same", .equal(FieldPart(column)),
          termFrequency: column == "sex" ? nil : TermFrequency(column: column)),
      ] + middle + [ComparisonLevel("different", .otherwise)])
  }

  private static func plain(_ column: String, _ name: String, _ names: Set<String>) -> Comparison? {
    names.contains(column) ? whole(name, column, []) : nil
  }

  private static func level(
    _ label: String, _ column: String, _ names: Set<String>
  ) -> [ComparisonLevel] {
    names.contains(column) ? [ComparisonLevel(label, .equal(FieldPart(column)))] : []
  }

  private static func name(_ name: String, _ names: Set<String>) -> Comparison? {
    guard names.contains("\(name)-token") else { return nil }
    let encoding = FieldPart("\(name)-encoding")
    func alike(_ least: Double) -> [ComparisonLevel] {
      names.contains(encoding.column)
        ? [
          ComparisonLevel(
            "encodings alike at least \(least)", .similar(encoding, .dice, atLeast: least))
        ] : []
    }
    return whole(
      name, "\(name)-token",
      alike(0.85) + level("sounds the same", "\(name)-sound-token", names) + alike(0.7)
        + alike(0.55))
  }

  private static func date(_ names: Set<String>) -> Comparison? {
    let whole = FieldPart("date-of-birth-token")
    guard names.contains(whole.column) else { return nil }
    let exchanged = FieldPart("day-month-swapped-token")
    func both(_ a: String, _ b: String) -> LevelCondition? {
      names.isSuperset(of: [a, b]) ? .all([.equal(FieldPart(a)), .equal(FieldPart(b))]) : nil
    }
    let two = [both("month-token", "day-token"), both("year-of-birth", "day-token")].compactMap {
      $0
    }
    return Self.whole(
      "date-of-birth", whole.column,
      (names.contains(exchanged.column)
        ? [
          ComparisonLevel(
            "day and month exchanged",
            .any([
              .crossed(left: whole, right: exchanged), .crossed(left: exchanged, right: whole),
            ]))
        ] : [])
        + level("year and month the same", "year-month-token", names)
        + (two.isEmpty
          ? [] : [ComparisonLevel("two of year, month and day the same", .any(two))])
        + level("the same year", "year-of-birth", names))
  }

  private static func postcode(_ names: Set<String>) -> Comparison? {
    guard names.contains("postcode-token") else { return nil }
    return whole(
      "postcode", "postcode-token",
      level("the same sector", "postcode-sector-token", names)
        + level("the same outcode", "outcode-token", names))
  }
}
