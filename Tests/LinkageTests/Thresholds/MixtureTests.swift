// SPDX-License-Identifier: Apache-2.0

import Linkage
import Testing

@Suite struct MixtureTests {
  private let comparisons = ["name", "number", "family", "place", "date"].map { name in
    Comparison(
      name,
      levels: [
        ComparisonLevel("same", .equal(FieldPart(name)), u: 0.01),
        ComparisonLevel("other", .otherwise, u: 0.99),
      ])
  }

  /// Pairs of 10,000 persons with m = 0.9, and of households and twins where asked for, among 10^9 pairs.
  private func counts(households: Double, twins: Double) -> PatternCounts {
    let classes: [(pairs: Double, same: [Double])] = [
      (10_000, [0.9, 0.9, 0.9, 0.9, 0.9]), (households, [0.01, 0.01, 0.9, 0.9, 0.01]),
      (twins, [0.01, 0.01, 0.9, 0.9, 0.9]), (1e9, [0.01, 0.01, 0.01, 0.01, 0.01]),
    ]
    var counts = PatternCounts(levels: [2, 2, 2, 2, 2])
    // A pair that agrees in nothing is brought together by no rule.
    for pattern in 0..<31 {
      let levels = (0..<5).map { pattern >> (4 - $0) & 1 }
      let pairs = classes.reduce(0) { sum, kind in
        sum + zip(levels, kind.same).reduce(kind.pairs) { $0 * ($1.0 == 0 ? $1.1 : 1 - $1.1) }
      }
      counts.add(UInt64(pattern), Int(pairs.rounded()))
    }
    return counts
  }

  @Test func `finds how many pairs are of one person and how often they agree`() throws {
    let fit = try MixtureFit(
      counts(households: 0, twins: 0), comparisons, possiblePairs: 1e9, prior: 1e-6)
    #expect(abs(fit.matches / 10_000 - 1) < 0.05)
    #expect(abs(fit.m[0][0] - 0.9) < 0.02)
  }

  @Test func `people of one household are not counted as one person`() throws {
    let counts = counts(households: 400_000, twins: 10_000)
    let plain = try MixtureFit(counts, comparisons, possiblePairs: 1e9, prior: 1e-6)
    let fit = try MixtureFit(
      counts, comparisons, roles: [.personal, .personal, .shared, .shared, .sharedByTwins],
      possiblePairs: 1e9,
      prior: 1e-6)
    let related = try #require(fit.related)
    #expect(abs(fit.matches / 10_000 - 1) < 0.15)
    #expect(abs(fit.matches - 10_000) < abs(plain.matches - 10_000))
    #expect(related.households * 1e9 > 200_000)
    #expect(related.twins * 1e9 > 5_000)
  }

  @Test func `nothing personal or nothing shared tells no households`() {
    #expect(!RelatedPeople.canBeTold([.personal, .sharedByTwins]))
    #expect(!RelatedPeople.canBeTold([.shared]))
    #expect(RelatedPeople.canBeTold([.personal, .shared]))
  }

  @Test func `what is expected adds up`() {
    let pairs = ScoredPairs(left: [0, 0], right: [1, 2], weight: [0, 0], rule: [0, 0])
    let expected = ExpectedAccuracy(pairs, RecordClusters(labels: [0, 0, 1]))
    #expect(expected.linked == 1)
    #expect(expected.falseMatches == 0.5)
    #expect(expected.missedMatches == 0.5)
    #expect(expected.precision == 0.5)
    #expect(expected.recall == 0.5)
  }
}
