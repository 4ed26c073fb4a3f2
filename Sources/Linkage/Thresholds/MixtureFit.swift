// SPDX-License-Identifier: Apache-2.0

/// Splits counted pairs into those of one person and those of two, by how their levels go together.
///
/// Expectation and maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988) over the pairs of
/// all blocking rules at once, with every comparison taking part. u stays as random pairs have it, and pairs
/// that no rule brought together count as pairs of two people: the odds are those among all pairs, so that
/// people of one household, whom the rules bring together, are not taken for one person.
public struct MixtureFit: Sendable, Hashable {
  /// The share of pairs of one person at each level of each comparison.
  public private(set) var m: [[Double]]
  /// The share of all pairs that are of one person.
  public private(set) var prior: Double
  /// How many pairs there are, those not counted among them.
  public let possiblePairs: Double
  /// How many rounds it took.
  public private(set) var rounds = 0

  /// The number of pairs of one person among those counted.
  public var matches: Double { prior * possiblePairs }

  /// Fits the mixture.
  ///
  /// - Parameters:
  ///   - counts: Pairs by pattern.
  ///   - comparisons: The comparisons, all with u; m is where the search begins, when it is there.
  ///   - possiblePairs: How many pairs there are, those not counted among them.
  ///   - prior: Where the search for the share of pairs of one person begins.
  ///   - mostRounds: No more rounds than this.
  public init(
    _ counts: PatternCounts, _ comparisons: [Comparison], possiblePairs: Double, prior: Double,
    mostRounds: Int = 200
  ) throws(LinkageError) {
    let rows = counts.rows
    self.possiblePairs = possiblePairs
    self.prior = prior
    m = []
    for comparison in comparisons { m.append(try StartingProbabilities(comparison).m) }
    let u = comparisons.map { $0.levels.map { $0.u ?? 1 } }
    let isMissing = comparisons.map { $0.levels.map(\.isMissing) }
    for _ in 0..<mostRounds {
      let movement = round(rows, u, isMissing)
      rounds += 1
      if movement < 1e-5 { break }
    }
  }

  /// Pairs of one person that every level is given, so that a level seen once or never has no weight
  /// without end.
  private static let prudence = 0.5

  private mutating func round(
    _ rows: [(levels: [Int], pairs: Int)], _ u: [[Double]], _ isMissing: [[Bool]]
  ) -> Double {
    let weights = m.indices.map { index in
      m[index].indices.map { level in
        isMissing[index][level] ? 0 : Base2.log(m[index][level] / u[index][level])
      }
    }
    let base = Base2.log(prior / (1 - prior))
    var matched = m.map { $0.map { _ in Self.prudence } }
    var all = 0.0
    for row in rows {
      var weight = base
      for (index, level) in row.levels.enumerated() { weight += weights[index][level] }
      let expected = Base2.probability(weight: weight) * Double(row.pairs)
      guard expected > 0 else { continue }
      for (index, level) in row.levels.enumerated() { matched[index][level] += expected }
      all += expected
    }
    return take(matched, all, isMissing)
  }

  private mutating func take(_ matched: [[Double]], _ all: Double, _ isMissing: [[Bool]]) -> Double
  {
    let next = min(max(all / max(1, possiblePairs), 1e-15), 0.9)
    var movement = abs(next - prior) / next
    prior = next
    for index in m.indices {
      let shown = m[index].indices.filter { !isMissing[index][$0] }
      let total = shown.reduce(0.0) { $0 + matched[index][$1] }
      for level in shown {
        let new = matched[index][level] / total
        movement = max(movement, abs(new - m[index][level]))
        m[index][level] = new
      }
    }
    return movement
  }
}
