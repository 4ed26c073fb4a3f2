// SPDX-License-Identifier: Apache-2.0

import Linkage

/// The comparisons of the leading tool's library, and the settings that both are timed with.
enum Settings {
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
        ComparisonLevel("missing", .missing(part), isMissing: true),
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

  static func exact(_ column: String) -> Comparison {
    Comparison(
      column,
      levels: [
        ComparisonLevel("missing", .missing(FieldPart(column)), isMissing: true),
        ComparisonLevel("exact", .equal(FieldPart(column))),
        ComparisonLevel("otherwise", .otherwise),
      ])
  }

  static let columns = ["first_name", "surname", "sex", "dob", "postcode", "nhs_number"]

  /// The model of the made-up table of a region, with two wide rules more when it is loose.
  static func region(loose: Bool) -> LinkageModel {
    let year = FieldPart("dob", .characters(start: 1, length: 4))
    let district = FieldPart("postcode", .characters(start: 1, length: 3))
    let given = FieldPart("first_name")
    let family = FieldPart("surname")
    let birth = FieldPart("dob")
    let postcode = FieldPart("postcode")
    var rules = [
      BlockingRule(FieldPart("nhs_number")), BlockingRule(family, birth),
      BlockingRule(given, birth), BlockingRule(postcode, family), BlockingRule(postcode, given),
      BlockingRule(given, family, year), BlockingRule(birth, district, FieldPart("sex")),
    ]
    if loose { rules += [BlockingRule(postcode), BlockingRule(family, year)] }
    return LinkageModel(
      scope: .withinAndBetween, prior: 0.0001, strings: .duckDB, blocking: rules,
      comparisons: [
        name("first_name"), name("surname"), date("dob"), Self.postcode("postcode"), exact("sex"),
        exact("nhs_number"),
      ])
  }

  static let plan = TrainingPlan(
    seed: 1,
    certain: [
      BlockingRule(FieldPart("nhs_number")),
      BlockingRule(FieldPart("first_name"), FieldPart("surname"), FieldPart("dob")),
    ], recall: 0.85,
    sessions: [
      BlockingRule(FieldPart("surname"), FieldPart("dob")),
      BlockingRule(FieldPart("first_name"), FieldPart("postcode")),
    ])
}
