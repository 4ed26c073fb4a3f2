// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Linkage

@Suite struct TrainingTests {
  private static let plan: TrainingPlan = {
    var plan = TrainingPlan(
      certain: [BlockingRule(FieldPart("given"), FieldPart("family"), FieldPart("birth"))],
      recall: 0.5, sessions: [BlockingRule(FieldPart("birth")), BlockingRule(FieldPart("given"))])
    plan.mostRandomPairs = 30_000
    return plan
  }()

  @Test func `fills in every probability, and those of a comparison add up to one`() throws {
    let trained = try Training(Samples.table(500, seed: 6), Samples.model(), Self.plan).run()
    for comparison in trained.model.comparisons {
      let shown = comparison.levels.filter { !$0.isMissing }
      #expect(shown.allSatisfy { $0.m != nil && $0.u != nil })
      if !trained.warnings.contains(where: { $0.contains(comparison.name) }) {
        #expect(abs(shown.reduce(0) { $0 + ($1.u ?? 0) } - 1) < 1e-9)
      }
    }
    #expect(trained.sessions.count == 2)
    #expect(trained.sessions[0].comparisons == ["names", "family"])
    #expect(trained.sessions[1].comparisons == ["family", "birth"])
  }

  @Test func `the same seed gives the same model on any number of workers`() throws {
    let table = Samples.table(500, seed: 6)
    let backwards = Workers { count, work in for index in (0..<count).reversed() { work(index) } }
    let one = try Training(table, Samples.model(), Self.plan).run()
    let other = try Training(table, Samples.model(), Self.plan).run(backwards)
    #expect(one == other)
  }

  @Test func `the prior is what the certain rules find, over their recall and all pairs`() throws {
    var builder = RecordTableBuilder(columns: Samples.columns)
    for row in 0..<100 {
      builder.append(values: ["n\(row / 2)", "f", "1980-01-02", "CT1 2AB", nil])
    }
    let trained = try Training(builder.table(), Samples.model(), Self.plan).run()
    #expect(trained.certainPairs == 50)
    #expect(abs(trained.model.prior - 50 / 0.5 / 4950) < 1e-12)
  }

  @Test func `u is the share among all pairs when all are drawn`() throws {
    let rows = Samples.rows(200, seed: 8)
    let table = Samples.table(rows)
    var plan = Self.plan
    plan.mostRandomPairs = 1_000_000
    plan.enoughOfEachLevel = .max
    let trained = try Training(table, Samples.model(), plan).run()
    let slow = SlowInterpreter(rows: rows, model: Samples.model(), nicknames: table.nicknames)
    let comparison = Samples.model().comparisons[2]
    var counts = [Int](repeating: 0, count: comparison.levels.count)
    for left in 0..<200 {
      for right in (left + 1)..<200 { counts[slow.level(comparison, left, right)] += 1 }
    }
    let total = counts.dropFirst().reduce(0, +)
    for level in 1..<counts.count where counts[level] > 0 {
      let u = trained.model.comparisons[2].levels[level].u
      #expect(u == Double(counts[level]) / Double(total))
    }
  }

  @Test func `finds the probabilities that pairs were made from`() throws {
    var counts = PatternCounts(levels: [2, 2, 2])
    let (m, u, share) = ([0.9, 0.8, 0.95], [0.1, 0.3, 0.05], 0.2)
    for pattern in 0..<8 {
      let bits = (0..<3).map { (pattern >> (2 - $0)) & 1 }
      let matched = zip(bits, m).reduce(share) { $0 * ($1.0 == 0 ? $1.1 : 1 - $1.1) }
      let unmatched = zip(bits, u).reduce(1 - share) { $0 * ($1.0 == 0 ? $1.1 : 1 - $1.1) }
      counts.add(UInt64(pattern), Int(((matched + unmatched) * 1_000_000).rounded()))
    }
    let comparisons = (0..<3).map { index in
      Comparison(
        "c\(index)",
        levels: [
          ComparisonLevel("exact", .equal(FieldPart("c\(index)")), u: u[index]),
          ComparisonLevel("otherwise", .otherwise, u: 1 - u[index]),
        ])
    }
    var found = try ExpectationMaximisation(counts, comparisons, prior: 0.3)
    found.run(mostRounds: 500, convergence: 1e-9)
    #expect(abs(found.prior - share) < 0.001)
    for index in 0..<3 { #expect(abs(found.m[index][0] - m[index]) < 0.001) }
  }

  @Test func `says what could not be trained`() throws {
    let table = Samples.table(3, seed: 1)
    let trained = try Training(table, Samples.model(), Self.plan).run()
    #expect(!trained.warnings.isEmpty)
    var plan = Self.plan
    plan.recall = 0
    #expect(throws: LinkageError.self) { try Training(table, Samples.model(), plan) }
  }

  @Test func `the trained engine has the model's own rules`() throws {
    let table = Samples.table(300, seed: 6)
    let training = try Training(table, Samples.model(), Self.plan)
    let trained = try training.run()
    let one = try training.engine(for: trained).score(atLeast: -5)
    #expect(one == (try LinkageEngine(table, trained.model).score(atLeast: -5)))
  }

  @Test func `random pairs are enough and never the same record`() {
    for (records, most) in [(2, 10), (1_000, 10_000_000), (5_000, 1_000_000), (100_000, 2_000_000)]
    {
      let random = RandomPairs(records: records, most: most, seed: 3)
      #expect(Set(random.rows).count == random.rows.count)
      let pairs = random.rounds.joined().reduce(0) { sum, piece in
        sum + piece.lefts.reduce(0) { $0 + piece.end - $1 - 1 }
      }
      #expect(pairs <= most || records == 2)
      #expect(Double(pairs) >= 0.5 * min(Double(most), Double(records * (records - 1) / 2)))
    }
  }
}
