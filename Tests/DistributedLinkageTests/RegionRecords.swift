// SPDX-License-Identifier: Apache-2.0

import Linkage
import SyntheticRegion

/// The first records of a made-up region as a table, with the truth.
struct RegionRecords {
  private static let columns = [
    "nhs-number", "given-name", "surname", "sex", "date-of-birth", "postcode",
  ]
  let table: RecordTable
  let identifiers: [String]
  let people: [String]

  init(count: Int, seed: UInt64) throws {
    let region = try SyntheticRegion(seed: seed, people: count)
    let sources = RegionSource.allCases.map(\.rawValue)
    var builder = RecordTableBuilder(columns: Self.columns, sourceNames: sources)
    var identifiers: [String] = []
    var truth: [String: String] = [:]
    for number in 0..<region.pieceCount where identifiers.count < count {
      let piece = region.piece(number, withContacts: false)
      for line in Self.lines(piece.truth) { truth[line[0]] = line[1] }
      for (source, bytes) in piece.records.enumerated() {
        for cells in Self.lines(bytes) where identifiers.count < count {
          let values = cells[2...7].map { $0.isEmpty ? nil : $0.lowercased() }
          builder.append(
            source: source, values: Array(values.dropLast()) + [Self.capitals(cells[7])])
          identifiers.append(cells[0])
        }
      }
    }
    table = builder.table()
    self.identifiers = identifiers
    people = identifiers.map { truth[$0] ?? "" }
  }

  private static func capitals(_ text: String) -> String? { text.isEmpty ? nil : text.uppercased() }

  private static func lines(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension LinkageModel {
  /// A model for the records of a region, without probabilities.
  static var region: LinkageModel {
    func comparison(_ column: String, rare: Bool, _ middle: [ComparisonLevel]) -> Comparison {
      let part = FieldPart(column)
      return Comparison(
        column,
        levels: [
          ComparisonLevel("missing", .missing(part), isMissing: true),
          ComparisonLevel(
            "the same", .equal(part), termFrequency: rare ? TermFrequency(column: column) : nil),
        ] + middle + [ComparisonLevel("different", .otherwise)])
    }
    func near(_ column: String, _ least: Double) -> ComparisonLevel {
      ComparisonLevel("\(least)", .similar(FieldPart(column), .jaroWinkler, atLeast: least))
    }
    func edit(_ column: String) -> ComparisonLevel {
      ComparisonLevel("one edit", .edits(FieldPart(column), .damerauLevenshtein, atMost: 1))
    }
    let (given, surname) = (FieldPart("given-name"), FieldPart("surname"))
    let (birth, postcode) = (FieldPart("date-of-birth"), FieldPart("postcode"))
    return LinkageModel(
      scope: .withinAndBetween, prior: 0.0001, strings: .spark,
      blocking: [
        BlockingRule(FieldPart("nhs-number")), BlockingRule(surname, birth),
        BlockingRule(given, birth), BlockingRule(postcode, birth), BlockingRule(postcode, given),
        BlockingRule(FieldPart("surname", .soundex), FieldPart("date-of-birth", .yearAndMonth)),
      ],
      comparisons: [
        comparison("nhs-number", rare: false, [edit("nhs-number")]),
        comparison("given-name", rare: true, [near("given-name", 0.92), near("given-name", 0.85)]),
        comparison("surname", rare: true, [near("surname", 0.92), near("surname", 0.85)]),
        comparison("sex", rare: false, []),
        comparison(
          "date-of-birth", rare: false,
          [
            ComparisonLevel("swapped", .dayAndMonthSwapped(birth)), edit("date-of-birth"),
            ComparisonLevel("the same year", .equal(FieldPart("date-of-birth", .year))),
          ]),
        comparison(
          "postcode", rare: false,
          [
            edit("postcode"),
            ComparisonLevel("the same outcode", .equal(FieldPart("postcode", .outcode))),
          ]),
      ])
  }
}
