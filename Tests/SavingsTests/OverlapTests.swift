// SPDX-License-Identifier: Apache-2.0

import Savings
import TestKit
import Testing

@Suite struct `Overlap of schemes on one pool` {
  private func shares(_ shares: [Double], of amount: Double = 10e6) throws -> OverlapModel {
    try OverlapModel(
      pools: [OverlapPool(id: "pool", parent: nil, amount: amount)],
      claims: shares.enumerated().map {
        OverlapClaim(scheme: "s\($0)", pool: "pool", .share($1))
      })
  }

  @Test func `is £0.6m of £5.0m for 30% and 20% of £10m`() throws {
    let result = try shares([0.3, 0.2]).result(.independent)
    #expect(result.gross == 5_000_000)
    #expect(abs(result.net - 4_400_000) < 1e-6)
    #expect(abs(result.removed - 600_000) < 1e-6)
    #expect(abs(result.parts[0].net - 2_700_000) < 1e-6)
    #expect(abs(result.parts[1].net - 1_700_000) < 1e-6)
    #expect(result.pairs.map(\.amount) == [600_000])
    #expect(result.isExact)
  }

  @Test func `by hand for 50%, 40% and 10%`() throws {
    // 1 - 0.5 x 0.6 x 0.9 = 0.73. First scheme: 0.5/3 x (1 + (0.6 + 0.9)/2 + 0.54) = 0.381667.
    // Second: 0.4/3 x (1 + (0.5 + 0.9)/2 + 0.45) = 0.286667. Third: 0.1/3 x (1 + 0.55 + 0.3).
    let parts = try shares([0.5, 0.4, 0.1], of: 1).result(.independent).parts.map(\.net)
    let expected = [0.5 * 2.29 / 3, 0.4 * 2.15 / 3, 0.1 * 1.85 / 3]
    for (found, wanted) in zip(parts, expected) { #expect(abs(found - wanted) < 1e-12) }
    #expect(abs(parts.reduce(0, +) - 0.73) < 1e-12)
  }

  @Test func `in a given order leaves later schemes less`() throws {
    let result = try shares([0.3, 0.2]).result(.sequential)
    #expect(abs(result.parts[0].net - 3_000_000) < 1e-6)
    #expect(abs(result.parts[1].net - 1_400_000) < 1e-6)
    #expect(abs(result.net - 4_400_000) < 1e-6)
  }

  @Test func `never passes the reducible share`() throws {
    let model = try OverlapModel(
      pools: [OverlapPool(id: "pool", parent: nil, amount: 10, reducible: 0.25)],
      claims: [
        OverlapClaim(scheme: "a", pool: "pool", .share(0.3)),
        OverlapClaim(scheme: "b", pool: "pool", .share(0.2)),
      ])
    let result = model.result(.capped)
    // Alone 0.25 and 0.2, together 0.25: (0.25 + 0.05)/2 and (0.2 + 0)/2.
    #expect(result.net == 2.5)
    #expect(abs(result.parts[0].net - 1.5) < 1e-12)
    #expect(abs(result.parts[1].net - 1.0) < 1e-12)
  }

  @Test func `gives a scheme that claims nothing nothing, and equal schemes the same`() throws {
    let parts = try shares([0.3, 0, 0.3]).result(.independent).parts
    #expect(parts.map(\.scheme) == ["s0", "s1", "s2"])
    #expect(parts[1].net == 0)
    #expect(parts[0].net == parts[2].net)
  }

  @Test func `of none is nothing`() throws {
    let result = try shares([]).result(.independent)
    #expect(result.gross == 0 && result.net == 0 && result.parts.isEmpty)
  }
}

@Suite struct `Shapley values of shares` {
  /// The definition: the mean gain over all orders.
  private func byDefinition(_ shares: [Double], cap: Double) -> [Double] {
    let count = shares.count
    func worth(_ subset: Int) -> Double {
      var left = 1.0
      for place in shares.indices where subset & (1 << place) != 0 { left *= 1 - shares[place] }
      return min(cap, 1 - left)
    }
    func factorial(_ number: Int) -> Double {
      number < 2 ? 1 : (2...number).reduce(1) { $0 * Double($1) }
    }
    return shares.indices.map { place in
      var value = 0.0
      for subset in 0..<(1 << count) where subset & (1 << place) == 0 {
        let size = subset.nonzeroBitCount
        let weight: Double = factorial(size) * factorial(count - size - 1) / factorial(count)
        value += weight * (worth(subset | (1 << place)) - worth(subset))
      }
      return value
    }
  }

  @Test(arguments: 1...5) func `for 12 shares are those of the definition`(_ seed: Int) {
    var draws = SeededDraws(seed: seed)
    let shares = draws.numbers(12, 0, 1)
    for (found, wanted) in zip(ShapleyShares.exact(shares), byDefinition(shares, cap: 1)) {
      #expect(abs(found - wanted) < 1e-12)
    }
    let capped = byDefinition(shares, cap: 0.6)
    for (found, wanted) in zip(ShapleyShares.exact(shares, cap: 0.6), capped) {
      #expect(abs(found - wanted) < 1e-12)
    }
  }

  @Test func `for 200 shares sum to what they save together`() {
    var draws = SeededDraws(seed: 7)
    let shares = draws.numbers(200, 0, 0.05)
    let values = ShapleyShares.exact(shares)
    let whole = 1 - shares.reduce(1) { $0 * (1 - $1) }
    #expect(abs(values.reduce(0, +) - whole) < 1e-12)
  }

  @Test func `drawn for 30 shares lie within their stated error of the exact ones`() {
    var draws = SeededDraws(seed: 30)
    let shares = draws.numbers(30, 0, 0.3)
    let exact = ShapleyShares.exact(shares)
    let drawn = ShapleyShares.sampled(shares, cap: 1, .standard)
    for place in shares.indices {
      #expect(drawn.errors[place] > 0 && drawn.errors[place] < 0.001)
      // Thirty at 4.5 standard errors: a false alarm for 2 seeds in 10,000, and the seed is fixed.
      #expect(abs(drawn.values[place] - exact[place]) < 4.5 * drawn.errors[place])
    }
    #expect(abs(drawn.values.reduce(0, +) - exact.reduce(0, +)) < 1e-9)
  }

  @Test func `drawn twice with one seed are the same`() {
    let shares = (0..<20).map { 0.01 * Double($0) }
    let sampling = OverlapSampling(orders: 50, seed: 3)
    let one = ShapleyShares.sampled(shares, cap: 0.4, sampling)
    let other = ShapleyShares.sampled(shares, cap: 0.4, sampling)
    #expect(one.values == other.values && one.errors == other.errors)
  }
}
