// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald spark-link` {
  /// A model of one comparison, with a rule of one key.
  private static func model(strings: String = "spark", measure: String = "jaroWinkler") -> String {
    """
    {"scope": "withinAndBetween", "prior": 0.01, "strings": "\(strings)",
     "blocking": [{"keys": [{"left": {"column": "surname", "part": {"soundex": {}}},
                             "right": {"column": "surname", "part": {"soundex": {}}}}]}],
     "comparisons": [{"name": "surname", "levels": [
       {"label": "same", "condition": {"equal": {"_0": {"column": "surname", "part": {"whole": {}}}}},
        "isMissing": false, "m": 0.9, "u": 0.01},
       {"label": "alike", "condition": {"similar":
         {"_0": {"column": "surname", "part": {"whole": {}}}, "_1": "\(measure)", "atLeast": 0.9}},
        "isMissing": false, "m": 0.08, "u": 0.02},
       {"label": "other", "condition": {"otherwise": {}}, "isMissing": false, "m": 0.02, "u": 0.97}]}]}
    """
  }

  /// A folder with three records and a model.
  private func files(_ model: String = Self.model()) throws -> String {
    let folder = try scratch()
    try "id,family\na,Smith\nb,Smyth\nc,Jones\n".write(
      toFile: folder + "/r.csv", atomically: true, encoding: .utf8)
    try model.write(toFile: folder + "/m.json", atomically: true, encoding: .utf8)
    return folder
  }

  @Test func `prints a script without reading a record`() throws {
    let folder = try files()
    let outcome = try weald(
      "spark-link", "--model", folder + "/m.json", "--sql-only", "--records", "table:lake.people",
      "--results", "s3a://place/pairs")

    #expect(outcome.status == 0)
    #expect(outcome.text.contains("from lake.people;"))
    #expect(outcome.text.contains("insert overwrite directory 's3a://place/pairs'"))
    #expect(outcome.text.contains("jaro_winkler_similarity"))
  }

  @Test func `prepares files for a cluster elsewhere and finishes with what it wrote`() throws {
    let folder = try files()
    let common = [
      "spark-link", folder + "/r.csv", "--model", folder + "/m.json", "--field", "surname=family",
      "--folder", folder + "/job", "--threshold", "-6",
    ]
    let prepared = try run(common + ["--prepare"])
    #expect(prepared.status == 0)
    let records = try String(contentsOfFile: folder + "/job/records.csv", encoding: .utf8)
    #expect(records == "row,source,surname\n0,0,smith\n1,0,smyth\n2,0,jones\n")

    try FileManager.default.createDirectory(
      atPath: folder + "/job/pairs", withIntermediateDirectories: true)
    try "0,1,0,1\n".write(
      toFile: folder + "/job/pairs/part-00000.csv", atomically: true, encoding: .utf8)
    let finished = try run(common + ["--finish", "--out", folder + "/clusters.csv"])
    #expect(finished.status == 0)
    let clusters = try String(contentsOfFile: folder + "/clusters.csv", encoding: .utf8)
    #expect(clusters == "id,cluster\na,a\nb,a\nc,c\n")
  }

  @Test func `refuses a model whose strings are another system's, in words`() throws {
    let folder = try files(Self.model(strings: "duckDB"))
    let outcome = try weald("spark-link", "--model", folder + "/m.json", "--sql-only")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("\"strings\" to \"spark\""))
  }

  @Test func `refuses a measure that Spark has not, and what is no model`() throws {
    let jaro = try files(Self.model(measure: "jaro"))
    let broken = try files("{\"scope\": \"between\"}")
    let outcomes = try [jaro, broken].map {
      try weald("spark-link", "--model", $0 + "/m.json", "--sql-only")
    }

    #expect(outcomes.allSatisfy { $0.status == 1 })
    #expect(outcomes[0].talk.contains("surname"))
    #expect(outcomes[1].talk.contains("no model of Weald"))
  }

  @Test(arguments: [
    ["--field", "surname"], ["--field", "shoe-size=x"], ["--conf", "memory"], ["--finish"],
    ["--sql-only", "--records", "somewhere"], [],
  ])
  func `refuses a command that makes no sense`(extra: [String]) throws {
    let folder = try files()
    let outcome = try run(["spark-link", folder + "/r.csv", "--model", folder + "/m.json"] + extra)

    #expect(outcome.status == 64)
  }
}
