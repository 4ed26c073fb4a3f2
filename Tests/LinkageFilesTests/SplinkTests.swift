// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles
import PlanPackage
import Testing

@Suite struct SplinkTests {
  private func settings(_ condition: String, rule: String = #"l."dob" = r."dob""#) -> Data {
    let level: [String: Any] = [
      "sql_condition": condition, "m_probability": 0.9, "u_probability": 0.1,
    ]
    let last: [String: Any] = ["sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9]
    let object: [String: Any] = [
      "link_type": "dedupe_only", "probability_two_random_records_match": 0.002,
      "sql_dialect": "duckdb", "blocking_rules_to_generate_predictions": [["blocking_rule": rule]],
      "comparisons": [["output_column_name": "c", "comparison_levels": [level, last]]],
    ]
    return (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
  }

  @Test(arguments: [
    (#""name_l" IS NULL OR "name_r" IS NULL"#, LevelCondition.missing(FieldPart("name"))),
    (#""name_l" = "name_r""#, .equal(FieldPart("name"))),
    (
      #"jaro_winkler_similarity("name_l", "name_r") >= 0.92"#,
      .similar(FieldPart("name"), .jaroWinkler, atLeast: 0.92)
    ),
    (
      #"levenshtein(CAST("dob_l" AS TEXT), CAST("dob_r" AS TEXT)) <= 1"#,
      .edits(FieldPart("dob"), .levenshtein, atMost: 1)
    ),
    (
      #"ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 86400.0"#,
      .daysApart(FieldPart("dob"), atMost: 1)
    ),
    (
      #"NULLIF(regexp_extract("pc_l", '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract("pc_r", '^[A-Za-z]{1,2}', 0), '')"#,
      .equal(FieldPart("pc", .postcodeArea))
    ),
    (
      #"SUBSTR("name_l", 1, 3) = SUBSTR("name_r", 1, 3)"#,
      .equal(FieldPart("name", .characters(start: 1, length: 3)))
    ),
    (
      #"("a_l" = "a_r") AND ("b_l" = "b_r")"#,
      .all([.equal(FieldPart("a")), .equal(FieldPart("b"))])
    ),
    (
      #"("a_l" IS NULL OR "a_r" IS NULL) AND ("b_l" IS NULL OR "b_r" IS NULL)"#,
      .all([.missing(FieldPart("a")), .missing(FieldPart("b"))])
    ),
    (
      #""a_l" = "b_r" AND "a_r" = "b_l""#,
      .all([
        .crossed(left: FieldPart("a"), right: FieldPart("b")),
        .crossed(left: FieldPart("b"), right: FieldPart("a")),
      ])
    ),
  ])
  func `reads a condition as Splink writes it`(sql: String, condition: LevelCondition) throws {
    let model = try SplinkSettings.model(from: settings(sql), file: "m.json")
    #expect(model.comparisons.first?.levels.first?.condition == condition)
    #expect(model.prior == 0.002)
    #expect(model.blocking == [BlockingRule(FieldPart("dob"))])
  }

  @Test func `refuses a condition that it cannot read, by name`() {
    let sql = #"array_length(list_intersect("a_l", "a_r")) >= 1"#
    let error = #expect(throws: PlanError.self) {
      try SplinkSettings.model(from: settings(sql), file: "m.json")
    }
    #expect(error?.violations.first?.found.contains("list_intersect") == true)
  }

  @Test func `refuses what is no settings`() {
    #expect(throws: PlanError.self) {
      try SplinkSettings.model(from: Data("{}".utf8), file: "m.json")
    }
  }

  @Test func `what is written is read back the same`() throws {
    let part = FieldPart("name")
    let model = LinkageModel(
      scope: .withinAndBetween, prior: 0.001, strings: .duckDB,
      blocking: [
        BlockingRule(part), BlockingRule(FieldPart("pc", .outcode), FieldPart("dob")),
        BlockingRule(keys: [BlockingKey(left: FieldPart("a"), right: FieldPart("b"))]),
      ],
      comparisons: [
        Comparison(
          "name",
          levels: [
            ComparisonLevel("missing", .missing(part), isMissing: true),
            ComparisonLevel(
              "same", .equal(part), m: 0.8, u: 0.01, termFrequency: TermFrequency(column: "name")),
            ComparisonLevel(
              "near", .similar(part, .jaroWinkler, atLeast: 0.92), m: 0.1, u: 0.02),
            ComparisonLevel(
              "edits", .edits(part, .damerauLevenshtein, atMost: 2), m: 0.05, u: 0.03),
            ComparisonLevel("other", .otherwise, m: 0.05, u: 0.94),
          ])
      ])
    let data = try SplinkSettings.data(from: model, file: "m.json")
    #expect(try SplinkSettings.model(from: data, file: "m.json") == model)
  }
}
