// SPDX-License-Identifier: Apache-2.0

import DistributedLinkage
import Foundation
import Linkage
import TestKit
import Testing

@Suite(
  .enabled(if: SparkForTests.isThere, SparkForTests.absence), .serialized)
struct `Spark` {
  private func session(
    _ body: (SparkSession, String) throws -> Void
  ) throws {
    let spark = try #require(SparkForTests.installation)
    try SparkForTests.withFolder { folder in
      try body(SparkSession(spark, master: "local[1]"), folder)
    }
  }

  /// Pairs of texts of few letters, so that letters repeat, stand far apart and are out of order.
  private static func hardPairs(_ count: Int) -> [(String, String)] {
    var draws = SeededDraws(seed: 43)
    let letters = Array("abcdeé'").map(String.init)
    return (0..<count).map { number in
      func text(_ most: Int) -> String {
        (0..<draws.whole(1...most)).map { _ in draws.pick(letters) }.joined()
      }
      let one = text(number % 3 == 0 ? 30 : 12)
      guard number % 2 == 0 else { return (one, text(12)) }
      var other = Array(one)
      for _ in 0..<draws.whole(1...3) {
        let place = draws.below(other.count)
        other.swapAt(place, draws.below(other.count))
        if draws.below(3) == 0 { other[place] = "f" }
      }
      return (one, String(other))
    }
  }

  @Test func `and the native engine compute the same similarities to the last bit`() throws {
    let pairs = Self.hardPairs(10_000)
    try session { session, folder in
      let lines = pairs.enumerated().map { "\($0),\"\($1.0)\",\"\($1.1)\"" }
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: folder + "/texts.csv", atomically: true, encoding: .utf8)
      let script = """
        create temporary view texts (n int, a string, b string) using csv
        options (path '\(folder)/texts.csv', quote '"', escape '"');
        select n, jaro_winkler_similarity(a, b), levenshtein(a, b) from texts order by n;
        """
      try script.write(toFile: folder + "/texts.sql", atomically: true, encoding: .utf8)
      let output = try session.run(folder + "/texts.sql", folder: folder)

      let rows = output.split(separator: "\n").map { $0.split(separator: "\t") }
      #expect(rows.count == pairs.count)
      var wrong = 0
      for (pair, row) in zip(pairs, rows) {
        let native = Jaro.similarity(pair.0, pair.1, .spark, winkler: true)
        let edits = Edits.distance(pair.0, pair.1, .levenshtein, .spark)
        guard Double(row[1]) != native || Int(row[2]) != edits else { continue }
        wrong += 1
        if wrong < 6 {
          Issue.record("\(pair): Spark \(row[1]) \(row[2]), native \(native) \(edits)")
        }
      }
      #expect(wrong == 0)
    }
  }

  @Test(arguments: [LinkageScope.withinAndBetween, .between])
  func `and the native engine find the same pairs by every condition`(
    scope: LinkageScope
  ) throws {
    let table = MadeUpRecords(people: 700, seed: 5).table
    var model = LinkageModel.everyCondition
    model.scope = scope
    let native = try LinkageEngine(table, model).score(atLeast: -10)
    try session { session, folder in
      let found = try SparkLinkage(session, folder: folder).score(table, model, atLeast: -10)

      #expect(native.count > 500)
      #expect(found == native)
    }
  }
}
