// SPDX-License-Identifier: Apache-2.0

/// Expectation and maximisation over counted patterns.
///
/// In turn: which pairs are of one person, given m, and m, given that. u stays as it is.
struct ExpectationMaximisation {
  private let rows: [(levels: [Int], pairs: Int)]
  private let isMissing: [[Bool]]
  private let u: [[Double]]
  private(set) var m: [[Double]]
  private(set) var prior: Double
  /// Whether any pair was at a level.
  private(set) var seen: [[Bool]]
  private(set) var priors: [Double] = []
  private(set) var movements: [Double] = []

  /// The m of a level that no pair was at.
  private static let unseen = 1e-6

  init(_ counts: PatternCounts, _ comparisons: [Comparison], prior: Double) throws(LinkageError) {
    rows = counts.rows
    isMissing = comparisons.map { $0.levels.map(\.isMissing) }
    var m: [[Double]] = []
    var u: [[Double]] = []
    for comparison in comparisons {
      let known = try StartingProbabilities(comparison)
      m.append(known.m)
      u.append(known.u)
    }
    self.m = m
    self.u = u
    self.prior = prior
    seen = isMissing.map { $0.map { _ in false } }
    for row in rows {
      for (index, level) in row.levels.enumerated() { seen[index][level] = true }
    }
  }

  /// Goes on until nothing moves by as much as `convergence`, or for so many rounds.
  mutating func run(mostRounds: Int, convergence: Double) {
    for _ in 0..<mostRounds {
      let movement = round()
      priors.append(prior)
      movements.append(movement)
      if movement < convergence { return }
    }
  }

  private mutating func round() -> Double {
    let weights = levelWeights
    let base = Base2.log(prior / (1 - prior))
    var matched = m.map { $0.map { _ in 0.0 } }
    var allMatched = 0.0
    var all = 0.0
    for row in rows {
      var weight = base
      for (index, level) in row.levels.enumerated() { weight += weights[index][level] }
      let expected = Base2.probability(weight: weight) * Double(row.pairs)
      for (index, level) in row.levels.enumerated() { matched[index][level] += expected }
      allMatched += expected
      all += Double(row.pairs)
    }
    return take(matched, prior: allMatched / all)
  }

  private var levelWeights: [[Double]] {
    m.indices.map { index in
      m[index].indices.map { level in
        guard !isMissing[index][level] else { return 0 }
        return Base2.log(max(m[index][level], 1e-300) / max(u[index][level], 1e-300))
      }
    }
  }

  /// Takes new probabilities over and gives the largest movement of any.
  private mutating func take(_ matched: [[Double]], prior new: Double) -> Double {
    var movement = abs(new - prior)
    // A prior of exactly 0 or 1 has no odds.
    prior = min(max(new, 1e-300), 1 - 0x1p-53)
    for index in m.indices {
      let shown = m[index].indices.filter { !isMissing[index][$0] }
      let total = shown.reduce(0.0) { $0 + matched[index][$1] }
      for level in shown {
        let next = seen[index][level] && total > 0 ? matched[index][level] / total : Self.unseen
        movement = max(movement, abs(next - m[index][level]))
        m[index][level] = next
      }
    }
    return movement
  }
}
