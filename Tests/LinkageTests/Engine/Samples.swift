// SPDX-License-Identifier: Apache-2.0

@testable import Linkage

/// Small made-up tables and models for the tests of the engine.
enum Samples {
  static let columns = ["given", "family", "birth", "postcode", "code"]
  private static let given = ["anna", "ana", "hannah", "john", "jon", "johan", "mary", "marie"]
  private static let family = [
    "smith", "smyth", "smithe", "jones", "john", "de la cruz", "la cruz", "obrien",
  ]
  private static let births = [
    "1980-01-02", "1980-02-01", "1980-01-03", "1981-01-02", "1990-12-31", "1980-13-40", "unknown",
  ]
  private static let postcodes = [
    "CT1 2AB", "CT1 2AC", "CT1 3AB", "CT2 1AA", "M1 1AA", "CT", "zoë",
  ]

  /// Records with many missing values, of three sources.
  static func rows(_ count: Int, seed: UInt64) -> [(source: Int, values: [String?])] {
    var generator = SplitMix(seed: seed)
    func pick(_ list: [String], _ generator: inout SplitMix) -> String? {
      generator.below(8) == 0 ? nil : list[generator.below(list.count)]
    }
    return (0..<count).map { _ in
      (
        generator.below(3),
        [
          pick(given, &generator), pick(family, &generator), pick(births, &generator),
          pick(postcodes, &generator), pick((0..<40).map { "c\($0)" }, &generator),
        ]
      )
    }
  }

  static func table(_ rows: [(source: Int, values: [String?])]) -> RecordTable {
    var builder = RecordTableBuilder(columns: columns, sourceNames: ["one", "two", "three"])
    for row in rows { builder.append(source: row.source, values: row.values) }
    return builder.table(
      nicknames: NicknameTable(groups: [["john", "jon"], ["mary", "marie", "jon"]]))
  }

  static func table(_ count: Int, seed: UInt64) -> RecordTable { table(rows(count, seed: seed)) }

  /// A model with every kind of level that is the same from left and from right.
  static func model(
    scope: LinkageScope = .withinAndBetween, strings: StringVariant = .duckDB
  ) -> LinkageModel {
    let given = FieldPart("given")
    let family = FieldPart("family")
    let birth = FieldPart("birth")
    return LinkageModel(
      scope: scope, prior: 0.01, strings: strings,
      blocking: [
        BlockingRule(family, birth), BlockingRule(FieldPart("postcode", .outcode)),
        BlockingRule(FieldPart("given", .soundex), FieldPart("birth", .year)),
        BlockingRule(keys: [
          BlockingKey(left: given, right: family), BlockingKey(left: family, right: given),
        ]),
      ],
      comparisons: [
        Comparison(
          "names",
          levels: [
            ComparisonLevel("missing", .all([.missing(given), .missing(family)]), isMissing: true),
            ComparisonLevel(
              "exact", .equal(given), m: 0.6, u: 0.05, termFrequency: TermFrequency(column: "given")
            ),
            ComparisonLevel("swapped", .swapped(given, family), m: 0.1, u: 0.001),
            ComparisonLevel(
              "alike", .any([.similar(given, .jaroWinkler, atLeast: 0.85), .nickname(given)]),
              m: 0.2, u: 0.05),
            ComparisonLevel("otherwise", .otherwise, m: 0.1, u: 0.899),
          ]),
        Comparison(
          "family",
          levels: [
            ComparisonLevel("missing", .missing(family), isMissing: true),
            ComparisonLevel(
              "exact", .equal(family), m: 0.7, u: 0.05,
              termFrequency: TermFrequency(column: "family", weight: 0.5, minimumShare: 0.01)),
            ComparisonLevel(
              "edits", .edits(family, .damerauLevenshtein, atMost: 2), m: 0.1, u: 0.05),
            ComparisonLevel(
              "tokens", .similar(family, .sharedTokens, atLeast: 0.5), m: 0.1, u: 0.1),
            ComparisonLevel("otherwise", .otherwise, m: 0.1, u: 0.8),
          ]),
        Comparison(
          "birth",
          levels: [
            ComparisonLevel("missing", .missing(birth), isMissing: true),
            ComparisonLevel("exact", .equal(birth), m: 0.8, u: 0.1),
            ComparisonLevel("changed over", .dayAndMonthSwapped(birth), m: 0.05, u: 0.05),
            ComparisonLevel("a month", .daysApart(birth, atMost: 31), m: 0.1, u: 0.15),
            ComparisonLevel("otherwise", .otherwise, m: 0.05, u: 0.7),
          ]),
      ])
  }
}
