// SPDX-License-Identifier: Apache-2.0

import Productivity
import Testing

@Suite struct `A percentile` {
  private let seven: [Double] = [64, 1, 2, 4, 8, 16, 32]
  private let eight: [Double] = [1, 2, 4, 8, 16, 32, 64, 128]

  /// What numpy's nine methods of the same names give.
  @Test(arguments: [
    (0.1, [1, 1, 1, 1, 1.2, 1, 1.6, 1.066666666666667, 1.1]),
    (0.25, [2, 2, 2, 1.75, 2.5, 2, 3, 2.333333333333333, 2.375]),
    (0.3, [4, 4, 2, 2.2, 3.2, 2.8, 3.6, 3.066666666666667, 3.1]),
    (0.5, [8, 8, 8, 6, 8, 8, 8, 8, 8]),
    (0.75, [32, 32, 16, 20, 28, 32, 24, 29.33333333333333, 29]),
    (0.9, [64, 64, 32, 41.6, 57.6, 64, 44.8, 61.866666666666667, 60.8]),
  ])
  func `of seven values follows its rule`(share: Double, expected: [Double]) throws {
    for (rule, value) in zip(QuantileRule.allCases, expected) {
      let found = try #require(rule.quantile(share, of: seven))
      #expect((found - value).magnitude < 1e-12, "\(rule.name) at \(share): \(found)")
    }
  }

  @Test(arguments: [
    (0.25, [2, 3, 2, 2, 3, 2.5, 3.5, 2.833333333333333, 2.875]),
    (0.5, [8, 12, 8, 8, 12, 12, 12, 12, 12]),
    (0.9, [128, 128, 64, 76.8, 108.8, 128, 83.2, 117.3333333333333, 115.2]),
  ])
  func `of eight values follows its rule`(share: Double, expected: [Double]) throws {
    for (rule, value) in zip(QuantileRule.allCases, expected) {
      let found = try #require(rule.quantile(share, of: eight))
      #expect((found - value).magnitude < 1e-12, "\(rule.name) at \(share): \(found)")
    }
  }

  @Test(arguments: QuantileRule.allCases)
  func `stays within the values and never falls`(rule: QuantileRule) throws {
    let found = try (0...100).map { try #require(rule.quantile(Double($0) / 100, of: seven)) }
    #expect(found.first == 1 && found.last == 64)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(rule.quantile(0.3, of: [5]) == 5)
    #expect(rule.quantile(0.5, of: []) == nil)
    #expect(rule.name.contains("type \(rule.rawValue)"))
  }
}
