// SPDX-License-Identifier: Apache-2.0

import Capacity
import TestKit
import Testing

@Suite struct PoolingTests {
  @Test func `four wards of 25 in use need more apart than as one`() throws {
    let pools = [PoolDemand](repeating: PoolDemand(meanInUse: 25), count: 4)
    let pooling = try Pooling(pools, chance: 0.01, measure: .demandAbove)
    let rule = try PlacesRule(chance: 0.01, measure: .demandAbove)
    let apart = try rule.required(meanInUse: 25)
    #expect(pooling.ringFenced == [Int](repeating: apart, count: 4))
    #expect(pooling.pooled == 124 && apart == 37)
    #expect(pooling.saved == 24)
  }

  @Test(arguments: 0..<200)
  func `one pool never needs more than its parts`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let measure = draws.pick(ShortageMeasure.allCases)
    let chance = draws.pick([0.2, 0.1, 0.05, 0.01, 0.001])
    let variability = measure == .turnedAway ? 1 : draws.number(1, 4)
    let pools = (0..<draws.whole(1...6)).map { _ in
      PoolDemand(
        meanInUse: draws.pick([0, 0.01, 0.3, 2, 15, 80]) * draws.number(0.5, 2),
        variability: variability)
    }
    let pooling = try Pooling(pools, chance: chance, measure: measure)
    #expect(pooling.saved >= 0)
    #expect(abs(pooling.variability - (pooling.meanInUse > 0 ? variability : 1)) < 1e-12)
  }

  @Test func `the variability of a pool is the weighted mean of its parts`() throws {
    let pooling = try Pooling(
      [PoolDemand(meanInUse: 30, variability: 3), PoolDemand(meanInUse: 10)], chance: 0.05)
    #expect(pooling.variability == 2.5 && pooling.meanInUse == 40)
  }

  @Test func `pools of nobody need nothing, and none at all`() throws {
    #expect(try Pooling([], chance: 0.05).pooled == 0)
    #expect(try Pooling([PoolDemand(meanInUse: 0)], chance: 0.05).ringFenced == [0])
    #expect(throws: CapacityError.self) { try Pooling([PoolDemand(meanInUse: .nan)], chance: 0.05) }
    #expect(throws: CapacityError.self) { try Pooling([], chance: 1) }
  }

  @Test func `the normal distribution agrees within its stated band`() throws {
    var worst = [1.0: 0, 2: 0, 5: 0]
    for chance in [0.2, 0.1, 0.05, 0.01, 0.001] {
      for variability in [1.0, 2, 5] {
        let rule = try PlacesRule(chance: chance, variability: variability)
        var mean = 10 * variability
        while mean < 1e6 {
          let exact = try rule.required(meanInUse: mean)
          let difference = abs(try NormalStaffing.corrected(rule, meanInUse: mean) - exact)
          worst[variability] = max(worst[variability] ?? 0, difference)
          mean *= 1.37
        }
      }
    }
    #expect(worst[1] ?? 9 <= 1)
    #expect(worst[2] ?? 9 <= 2 && worst[5] ?? 9 <= 2)
  }

  @Test func `the square-root rule is what it says`() throws {
    let rule = try PlacesRule(chance: 0.05, variability: 4)
    #expect(abs(try NormalStaffing.squareRoot(rule, meanInUse: 100) - 132.89707253902945) < 1e-9)
    #expect(try NormalStaffing.squareRoot(rule, meanInUse: 0) == 0)
    let loss = try PlacesRule(chance: 0.05, measure: .turnedAway)
    #expect(throws: CapacityError.self) { try NormalStaffing.squareRoot(loss, meanInUse: 1) }
  }
}
