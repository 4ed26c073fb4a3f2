// SPDX-License-Identifier: Apache-2.0

import Linkage
import TestKit

/// Records of made-up people, several of some of them, with mistakes.
struct MadeUpRecords {
  static let columns = [
    "given-name", "surname", "date-of-birth", "postcode", "address", "encoding",
  ]
  let table: RecordTable

  private static let given = [
    "anna", "ann", "john", "jon", "jack", "mary", "élise", "li", "robert",
  ]
  private static let starts = ["smi", "bar", "clar", "wood", "o'b", "mac", "har", "zü", "fitz"]
  private static let ends = ["th", "ker", "ke", "ham", "rien", "donald", "ris", "rich", "gerald"]

  init(people: Int, seed: Int) {
    var draws = SeededDraws(seed: seed)
    var builder = RecordTableBuilder(columns: Self.columns, sourceNames: ["gp", "acute"])
    for _ in 0..<people {
      let values: [String] = [
        draws.pick(Self.given), draws.pick(Self.starts) + draws.pick(Self.ends),
        Self.date(&draws), Self.postcode(&draws), Self.address(&draws), Self.encoding(&draws),
      ]
      for copy in 0..<(1 + draws.below(3)) {
        builder.append(
          source: copy % 2, values: values.map { Self.recorded($0, &draws) })
      }
    }
    let groups = [["anna", "ann"], ["john", "jon", "jack"], ["mary", "molly"]]
    table = builder.table(nicknames: NicknameTable(groups: groups))
  }

  private static func date(_ draws: inout SeededDraws) -> String {
    let (month, day) = (draws.whole(1...12), draws.whole(1...28))
    return "19\(draws.whole(50...59))-" + (month < 10 ? "0\(month)" : "\(month)") + "-"
      + (day < 10 ? "0\(day)" : "\(day)")
  }

  private static func postcode(_ draws: inout SeededDraws) -> String {
    "\(draws.pick(["FE", "K", "UE"]))\(draws.whole(1...12)) \(draws.below(10))AB"
  }

  private static func address(_ draws: inout SeededDraws) -> String {
    "\(draws.whole(1...9)) \(draws.pick(["mill", "long", "\"new\""])) "
      + draws.pick(["lane", "road, east", "street"])
  }

  private static func encoding(_ draws: inout SeededDraws) -> String {
    let digits = (0..<draws.whole(20...24)).map { _ in
      String(draws.next() & draws.next() & 15, radix: 16)
    }
    return digits.joined()
  }

  /// A value as it is recorded: at times missing, with a letter changed, or with two exchanged.
  private static func recorded(_ value: String, _ draws: inout SeededDraws) -> String? {
    var letters = Array(value)
    let place = draws.below(max(1, letters.count - 1))
    switch draws.below(20) {
    case 0: return nil
    case 1, 2: letters.swapAt(place, min(place + 1, letters.count - 1))
    case 3: letters.remove(at: place)
    case 4: letters[place] = letters[draws.below(letters.count)]
    case 5 where value.hasPrefix("19"):
      return value.prefix(5) + value.suffix(2) + "-" + value.dropFirst(5).prefix(2)
    default: break
    }
    return letters.isEmpty ? nil : String(letters)
  }
}

extension LinkageModel {
  /// A model with every condition that Spark can compute.
  static var everyCondition: LinkageModel {
    func level(_ label: String, _ condition: LevelCondition, _ m: Double, _ u: Double)
      -> ComparisonLevel
    {
      ComparisonLevel(label, condition, m: m, u: u)
    }
    func exact(_ column: String, _ u: Double) -> ComparisonLevel {
      ComparisonLevel(
        "same", .equal(FieldPart(column)), m: 0.8, u: u,
        termFrequency: TermFrequency(column: column, weight: 0.9, minimumShare: 0.003))
    }
    func missing(_ column: String) -> ComparisonLevel {
      ComparisonLevel("missing", .missing(FieldPart(column)), isMissing: true)
    }
    let (given, surname) = (FieldPart("given-name"), FieldPart("surname"))
    let (birth, postcode) = (FieldPart("date-of-birth"), FieldPart("postcode"))
    return LinkageModel(
      scope: .withinAndBetween, prior: 0.003, strings: .spark,
      blocking: [
        BlockingRule(birth),
        BlockingRule(FieldPart("surname", .soundex), FieldPart("postcode", .outcode)),
        BlockingRule(keys: [
          BlockingKey(left: given, right: surname), BlockingKey(left: birth, right: birth),
        ]),
        BlockingRule(
          FieldPart("given-name", .characters(start: 1, length: 2)),
          FieldPart("date-of-birth", .yearAndMonth)),
        BlockingRule(FieldPart("postcode", .postcodeSector)),
      ],
      comparisons: [
        Comparison(
          "given-name",
          levels: [
            missing("given-name"), exact("given-name", 0.1),
            level("nickname", .nickname(given), 0.05, 0.02),
            level("alike", .similar(given, .jaroWinkler, atLeast: 0.88), 0.05, 0.03),
            level(
              "exchanged",
              .any([
                .swapped(given, surname), .crossed(left: surname, right: given),
                .similarAcross(left: given, right: surname, .jaroWinkler, atLeast: 0.95),
              ]), 0.02, 0.001),
            level(
              "initial",
              .all([
                .equal(FieldPart("given-name", .characters(start: 1, length: 1))),
                .not(.missing(FieldPart("given-name", .characters(start: 2, length: 1)))),
              ]), 0.03, 0.1),
            level("other", .otherwise, 0.05, 0.75),
          ]),
        Comparison(
          "surname",
          levels: [
            missing("surname"), exact("surname", 0.02),
            level("alike", .similar(surname, .jaroWinkler, atLeast: 0.92), 0.1, 0.01),
            level("one edit", .edits(surname, .damerauLevenshtein, atMost: 1), 0.03, 0.01),
            level("two edits", .edits(surname, .damerauLevenshtein, atMost: 2), 0.02, 0.01),
            level("sounds alike", .equal(FieldPart("surname", .soundex)), 0.02, 0.01),
            level("other", .otherwise, 0.03, 0.94),
          ]),
        Comparison(
          "date-of-birth",
          levels: [
            missing("date-of-birth"), level("same", .equal(birth), 0.85, 0.001),
            level("swapped", .dayAndMonthSwapped(birth), 0.03, 0.001),
            level("one edit", .edits(birth, .levenshtein, atMost: 1), 0.05, 0.005),
            level("a swap", .edits(birth, .damerauLevenshtein, atMost: 2), 0.03, 0.02),
            level("a month", .daysApart(birth, atMost: 30.5), 0.01, 0.02),
            level("the day", .equal(FieldPart("date-of-birth", .day)), 0.01, 0.03),
            level("other", .otherwise, 0.02, 0.923),
          ]),
        Comparison(
          "postcode",
          levels: [
            missing("postcode"), level("same", .equal(postcode), 0.7, 0.002),
            level("sector", .equal(FieldPart("postcode", .postcodeSector)), 0.1, 0.01),
            level("area", .equal(FieldPart("postcode", .postcodeArea)), 0.1, 0.3),
            level("other", .otherwise, 0.1, 0.688),
          ]),
        Comparison(
          "address",
          levels: [
            missing("address"),
            level(
              "words", .similar(FieldPart("address"), .sharedTokens, atLeast: 0.5), 0.8, 0.1),
            level("other", .otherwise, 0.2, 0.9),
          ]),
        Comparison(
          "encoding",
          levels: [
            missing("encoding"),
            level("alike", .similar(FieldPart("encoding"), .dice, atLeast: 0.8), 0.8, 0.02),
            level("near", .similar(FieldPart("encoding"), .dice, atLeast: 0.5), 0.1, 0.1),
            level("other", .otherwise, 0.1, 0.88),
          ]),
      ])
  }
}
