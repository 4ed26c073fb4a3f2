// SPDX-License-Identifier: Apache-2.0

import Linkage

/// The comparisons of the leading tool's library, and the settings that both are timed with.
struct Settings {
  static func name(_ column: String) -> Comparison {
    let part = FieldPart(column)
    return Comparison(
      column,
      levels: [
        ComparisonLevel("missing", .missing(part), isMissing: true),
        ComparisonLevel("exact", .equal(part), termFrequency: TermFrequency(column: column)),
        ComparisonLevel("0.92", .similar(part, .jaroWinkler, atLeast: 0.92)),
        ComparisonLevel("0.88", .similar(part, .jaroWinkler, atLeast: 0.88)),
        ComparisonLevel("0.7", .similar(part, .jaroWinkler, atLeast: 0.7)),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }

  static func date(_ column: String) -> Comparison {
    let part = FieldPart(column)
    return Comparison(
      column,
      levels: [
        // What is no date of the calendar counts as missing: no two such are any number of days apart.
        ComparisonLevel("missing", .not(.daysApart(part, atMost: .infinity)), isMissing: true),
        ComparisonLevel("exact", .equal(part)),
        ComparisonLevel("one change", .edits(part, .levenshtein, atMost: 1)),
        ComparisonLevel("a month", .daysApart(part, atMost: 30.4375)),
        ComparisonLevel("a year", .daysApart(part, atMost: 365.25)),
        ComparisonLevel("ten years", .daysApart(part, atMost: 3652.5)),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }

  static func postcode(_ column: String) -> Comparison {
    Comparison(
      column,
      levels: [
        ComparisonLevel("missing", .missing(FieldPart(column)), isMissing: true),
        ComparisonLevel("exact", .equal(FieldPart(column))),
        ComparisonLevel("sector", .equal(FieldPart(column, .postcodeSector))),
        ComparisonLevel("outcode", .equal(FieldPart(column, .outcode))),
        ComparisonLevel("area", .equal(FieldPart(column, .postcodeArea))),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }

  static func exact(_ column: String, termFrequency: Bool = false) -> Comparison {
    Comparison(
      column,
      levels: [
        ComparisonLevel("missing", .missing(FieldPart(column)), isMissing: true),
        ComparisonLevel(
          "exact", .equal(FieldPart(column)),
          termFrequency: termFrequency ? TermFrequency(column: column) : nil),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }

  /// A table's columns, its model and how it is trained.
  let columns: [String]
  let model: LinkageModel
  let plan: TrainingPlan

  private static func part(_ column: String, _ length: Int? = nil) -> FieldPart {
    length.map { FieldPart(column, .characters(start: 1, length: $0)) } ?? FieldPart(column)
  }

  /// The made-up table of a region, with two wide rules more when it is loose.
  static func region(loose: Bool) -> Settings {
    let (given, family, birth) = (part("first_name"), part("surname"), part("dob"))
    let (postcode, number) = (part("postcode"), part("nhs_number"))
    var rules = [
      BlockingRule(number), BlockingRule(family, birth), BlockingRule(given, birth),
      BlockingRule(postcode, family), BlockingRule(postcode, given),
      BlockingRule(given, family, part("dob", 4)),
      BlockingRule(birth, part("postcode", 3), part("sex")),
    ]
    if loose { rules += [BlockingRule(postcode), BlockingRule(family, part("dob", 4))] }
    return Settings(
      columns: ["first_name", "surname", "sex", "dob", "postcode", "nhs_number"],
      model: LinkageModel(
        scope: .withinAndBetween, prior: 0.0001, strings: .duckDB, blocking: rules,
        comparisons: [
          name("first_name"), name("surname"), date("dob"), Self.postcode("postcode"),
          exact("sex"), exact("nhs_number"),
        ]),
      plan: TrainingPlan(
        seed: 1, certain: [BlockingRule(number), BlockingRule(given, family, birth)],
        recall: 0.85, sessions: [BlockingRule(family, birth), BlockingRule(given, postcode)]))
  }

  /// The labelled table of historical persons, with the rules of the peer's own example.
  static let historical: Settings = {
    let (given, family, birth) = (part("first_name"), part("surname"), part("dob"))
    let (postcode, district) = (part("postcode_fake"), part("postcode_fake", 3))
    return Settings(
      columns: [
        "first_and_surname", "first_name", "surname", "dob", "birth_place", "postcode_fake",
        "occupation",
      ],
      model: LinkageModel(
        scope: .withinAndBetween, prior: 0.0001, strings: .duckDB,
        blocking: [
          BlockingRule(part("first_name", 3), part("surname", 4)), BlockingRule(family, birth),
          BlockingRule(given, birth), BlockingRule(postcode, given),
          BlockingRule(postcode, family), BlockingRule(birth, part("birth_place")),
          BlockingRule(district, birth), BlockingRule(district, given),
          BlockingRule(district, family),
          BlockingRule(part("first_name", 2), part("surname", 2), part("dob", 4)),
        ],
        comparisons: [
          fullName, date("dob"), Self.postcode("postcode_fake"),
          exact("birth_place", termFrequency: true), exact("occupation", termFrequency: true),
        ]),
      plan: TrainingPlan(
        seed: 1,
        certain: [
          BlockingRule(given, family, birth),
          BlockingRule(part("first_name", 2), family, part("postcode_fake", 2)),
          BlockingRule(birth, postcode),
        ], recall: 0.6, sessions: [BlockingRule(given, family), BlockingRule(birth)]))
  }()

  /// First name and surname together, exact, swapped, alike, or one of them alone.
  private static var fullName: Comparison {
    let (given, family) = (part("first_name"), part("surname"))
    func alike(_ least: Double) -> LevelCondition {
      .all([
        .similar(given, .jaroWinkler, atLeast: least),
        .similar(family, .jaroWinkler, atLeast: least),
      ])
    }
    return Comparison(
      "first_name_surname",
      levels: [
        ComparisonLevel("missing", .all([.missing(given), .missing(family)]), isMissing: true),
        ComparisonLevel(
          "exact", .equal(part("first_and_surname")),
          termFrequency: TermFrequency(column: "first_and_surname")),
        ComparisonLevel("swapped", .swapped(given, family)),
        ComparisonLevel("0.92", alike(0.92)), ComparisonLevel("0.88", alike(0.88)),
        ComparisonLevel(
          "surname", .equal(family), termFrequency: TermFrequency(column: "surname")),
        ComparisonLevel(
          "first name", .equal(given), termFrequency: TermFrequency(column: "first_name")),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }
}
