// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Capacity

@Suite struct LargestMeansTests {
  @Test(arguments: [0.9, 0.2, 0.05, 0.01, 1e-6])
  func `interpolated values are those solved`(chance: Double) throws {
    for measure in ShortageMeasure.allCases {
      for variability in measure == .turnedAway ? [1.0] : [1, 1.2, 3, 10] {
        let rule = try PlacesRule(chance: chance, variability: variability, measure: measure)
        let values = LargestMeans(rule, upTo: 6000).values
        var worst = 0.0
        for units in stride(from: 1, to: values.count, by: 391) {
          worst = max(worst, abs(values[units] - rule.threshold(units)))
        }
        #expect(worst < LargestMeans.margin / 10)
        let rises = zip(values, values.dropFirst()).allSatisfy(<)
        #expect(rises)
      }
    }
  }
}
