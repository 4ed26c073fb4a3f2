// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Linkage

@Suite struct EngineTests {
  private struct Pair: Hashable {
    let left: Int32
    let right: Int32
    let rule: UInt8
    let weight: Double
  }

  private static func list(_ pairs: ScoredPairs) -> [Pair] {
    (0..<pairs.count).map {
      Pair(
        left: pairs.left[$0], right: pairs.right[$0], rule: pairs.rule[$0],
        weight: pairs.weight[$0])
    }
  }

  @Test(arguments: [LinkageScope.withinAndBetween, .between], [StringVariant.duckDB, .spark])
  func `finds the pairs, rules and weights that the definitions give`(
    _ scope: LinkageScope, _ strings: StringVariant
  ) throws {
    let rows = Samples.rows(160, seed: 3)
    let model = Samples.model(scope: scope, strings: strings)
    let table = Samples.table(rows)
    let slow = SlowInterpreter(rows: rows, model: model, nicknames: table.nicknames)
    let found = try LinkageEngine(table, model).score(atLeast: -.infinity)
    var next = 0
    for left in rows.indices {
      for right in (left + 1)..<rows.count {
        if scope == .between, rows[left].source == rows[right].source { continue }
        guard let rule = model.blocking.firstIndex(where: { slow.holds($0, left, right) }) else {
          continue
        }
        try #require(next < found.count)
        try #require(found.left[next] == left && found.right[next] == right)
        try #require(found.rule[next] == rule)
        try #require(abs(found.weight[next] - slow.weight(left, right)) < 1e-9)
        next += 1
      }
    }
    #expect(next == found.count)
    #expect(next > 300)
  }

  @Test func `a rule that always holds gives all pairs`() throws {
    var builder = RecordTableBuilder(columns: ["same", "given"])
    for row in 0..<300 { builder.append(values: ["x", "n\(row % 17)"]) }
    var model = Samples.model()
    model.blocking = [BlockingRule(FieldPart("same"))]
    model.comparisons = [
      Comparison(
        "given",
        levels: [
          ComparisonLevel("exact", .equal(FieldPart("given")), m: 0.9, u: 0.1),
          ComparisonLevel("otherwise", .otherwise, m: 0.1, u: 0.9),
        ])
    ]
    let engine = try LinkageEngine(builder.table(), model)
    #expect(engine.score(atLeast: -.infinity).count == 300 * 299 / 2)
    #expect(engine.blockSizes()[0].pairs == 300 * 299 / 2)
    #expect(engine.blockSizes()[0].largest.first?.key == "x")
    #expect(engine.score(atLeast: 0).count < 300 * 299 / 2)
  }

  @Test(arguments: [-8.0, -2, 0, 1.5, 6])
  func `giving pairs up early loses none`(_ least: Double) throws {
    let engine = try LinkageEngine(Samples.table(400, seed: 9), Samples.model())
    let all = Self.list(engine.score(atLeast: -.infinity)).filter { $0.weight >= least }
    #expect(Self.list(engine.score(atLeast: least)) == all)
  }

  @Test(arguments: [1, 7, 100, 1_000_000])
  func `pieces of any size give the same pairs`(_ size: Int) throws {
    let engine = try LinkageEngine(Samples.table(200, seed: 5), Samples.model())
    var kept: [ScoredPairs] = []
    for rule in engine.model.blocking.indices {
      let blocks = engine.blocks(rule: rule)
      let pieces = blocks.pieces(ofAbout: size)
      kept += pieces.reversed().map { engine.score($0, of: blocks, atLeast: -3) }
    }
    #expect(ScoredPairs(gathering: kept, records: 200) == engine.score(atLeast: -3))
  }

  @Test func `the order of records does not matter`() throws {
    let rows = Samples.rows(250, seed: 11)
    let model = Samples.model()
    var generator = SplitMix(seed: 2)
    let order = Array(rows.indices).shuffled(using: &generator)
    let one = try LinkageEngine(Samples.table(rows), model).score(atLeast: -.infinity)
    let other = try LinkageEngine(Samples.table(order.map { rows[$0] }), model)
      .score(atLeast: -.infinity)
    let mapped = Set(
      Self.list(other).map { pair in
        let ends = [order[Int(pair.left)], order[Int(pair.right)]].sorted()
        return [ends[0], ends[1], Int(pair.rule), Int((pair.weight * 1e6).rounded())]
      })
    let plain = Set(
      Self.list(one).map {
        [Int($0.left), Int($0.right), Int($0.rule), Int(($0.weight * 1e6).rounded())]
      })
    #expect(mapped == plain)
  }

  @Test func `an explanation adds up to the weight`() throws {
    let engine = try LinkageEngine(Samples.table(200, seed: 4), Samples.model())
    let pairs = engine.score(atLeast: -.infinity)
    for index in stride(from: 0, to: pairs.count, by: 37) {
      let (left, right) = (Int(pairs.left[index]), Int(pairs.right[index]))
      let lines = engine.explanation(left, right)
      #expect(lines == engine.explanation(right, left))
      let sum = lines.reduce(engine.priorWeight) { $0 + $1.weight + $1.termFrequency }
      #expect(abs(sum - pairs.weight[index]) < 1e-9)
    }
  }

  @Test func `random conditions mean what they say`() throws {
    let rows = Samples.rows(60, seed: 21)
    let table = Samples.table(rows)
    var generator = SplitMix(seed: 99)
    for round in 0..<100 {
      var model = Samples.model(strings: round % 2 == 0 ? .duckDB : .spark)
      let comparisons = (0..<3).map { number in
        Comparison(
          "c\(number)",
          levels: (0..<3).map {
            ComparisonLevel("l\($0)", RandomCondition.make(&generator, depth: 2), m: 0.5, u: 0.25)
          } + [ComparisonLevel("otherwise", .otherwise, m: 0.5, u: 0.25)])
      }
      model.comparisons = comparisons
      let engine = try LinkageEngine(table, model)
      let slow = SlowInterpreter(rows: rows, model: model, nicknames: table.nicknames)
      for _ in 0..<60 {
        let ends = [generator.below(60), generator.below(60)].sorted()
        guard ends[0] != ends[1] else { continue }
        let levels = engine.explanation(ends[0], ends[1]).map(\.index)
        let expected = comparisons.map { slow.level($0, ends[0], ends[1]) }
        try #require(levels == expected, "\(comparisons) \(rows[ends[0]]) \(rows[ends[1]])")
      }
    }
  }

  @Test func `a model that does not fit is refused by name`() throws {
    let table = Samples.table(10, seed: 1)
    var model = Samples.model()
    model.blocking = [BlockingRule(FieldPart("height"))]
    #expect(throws: LinkageError.unknownColumn("height", known: Samples.columns)) {
      try LinkageEngine(table, model)
    }
    model = Samples.model()
    model.comparisons[0].levels.removeLast()
    #expect(throws: LinkageError.noLastLevel(comparison: "names")) {
      try LinkageEngine(table, model)
    }
    model = Samples.model()
    model.comparisons[1].levels[1].m = 1.5
    #expect(
      throws: LinkageError.probabilityOutOfRange(comparison: "family", level: "exact", 1.5)
    ) { try LinkageEngine(table, model) }
    model = Samples.model()
    model.prior = 0
    #expect(throws: LinkageError.priorOutOfRange(0)) { try LinkageEngine(table, model) }
    model = Samples.model()
    model.comparisons = []
    #expect(throws: LinkageError.noComparisons) { try LinkageEngine(table, model) }
    model = Samples.model()
    model.blocking.append(BlockingRule(keys: []))
    #expect(throws: LinkageError.emptyRule(5)) { try LinkageEngine(table, model) }
  }

  @Test func `no records and one record give no pairs`() throws {
    for count in [0, 1] {
      let engine = try LinkageEngine(Samples.table(count, seed: 1), Samples.model())
      #expect(engine.score(atLeast: -.infinity).count == 0)
      #expect(engine.blockSizes().allSatisfy { $0.pairs == 0 && $0.largest.isEmpty })
    }
  }

  @Test func `more parts than one line of lanes holds are compared as well`() throws {
    let rows = Samples.rows(120, seed: 31)
    let table = Samples.table(rows)
    var model = Samples.model()
    for start in 1...7 {
      for column in ["given", "family", "birth"] {
        let part = FieldPart(column, .characters(start: start, length: 2))
        model.comparisons.append(
          Comparison(
            "\(column) \(start)",
            levels: [
              ComparisonLevel("missing", .missing(part), isMissing: true),
              ComparisonLevel("exact", .equal(part), m: 0.9, u: 0.2),
              ComparisonLevel("otherwise", .otherwise, m: 0.1, u: 0.8),
            ]))
      }
    }
    let engine = try LinkageEngine(table, model)
    #expect(engine.records.width > 1)
    let slow = SlowInterpreter(rows: rows, model: model, nicknames: table.nicknames)
    let pairs = engine.score(atLeast: -.infinity)
    for index in 0..<pairs.count {
      let expected = slow.weight(Int(pairs.left[index]), Int(pairs.right[index]))
      try #require(abs(pairs.weight[index] - expected) < 1e-9)
    }
  }
}
