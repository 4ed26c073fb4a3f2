// SPDX-License-Identifier: Apache-2.0

import Sampling
import Sensitivity
import TestKit
import Testing

@Suite struct `A fan` {
  @Test func `has the percentiles of its runs`() throws {
    let values = (0...100).map(Double.init)
    let fan = try Fan(years: [2026, 2027], totals: [values, values.map { $0 * 2 }])
    #expect(fan.years[0].percentiles == [5, 10, 25, 50, 75, 90, 95])
    #expect(fan.years[0].mean == 50)
    #expect(fan.years[1].median == 100)
    #expect(fan.years[1].low == 20)
    #expect(fan.years[1].high == 180)
  }

  /// One part is high in the runs in which the other is low: the total never varies.
  @Test func `of a total is not the sum of the fans of its parts`() throws {
    let up = (0...100).map(Double.init)
    let down = up.map { 100 - $0 }
    let total = try Fan(years: [2030], parts: [[up], [down]])
    #expect(total.years[0].percentiles == [Double](repeating: 100, count: 7))
    let parts = try [up, down].map { try Fan(years: [2030], totals: [$0]).years[0] }
    #expect(parts[0].high + parts[1].high == 180)
    #expect(total.years[0].high == 100)
  }

  @Test func `of one run is that run`() throws {
    let year = try Fan(years: [2030], totals: [[7]]).years[0]
    #expect(year.percentiles == [Double](repeating: 7, count: 7))
    #expect(year.standardErrorOfMean == 0)
  }

  @Test func `needs runs that are numbers, as many in every year`() {
    #expect(throws: SensitivityError.self) { try Fan(years: [1], totals: [[]]) }
    #expect(throws: SensitivityError.self) { try Fan(years: [1, 2], totals: [[1]]) }
    #expect(throws: SensitivityError.self) { try Fan(years: [1, 2], totals: [[1], [1, 2]]) }
    #expect(throws: SensitivityError.notANumber(of: "the total in 1", run: 1)) {
      try Fan(years: [1], totals: [[1, .nan]])
    }
    #expect(throws: SensitivityError.self) { try Fan(years: [1], parts: [[[1]], [[1, 2]]]) }
    #expect(throws: SensitivityError.self) { try Fan(years: [1], parts: []) }
  }
}

@Suite struct `A promise` {
  /// Worked by hand for 8 of 10 at 95%: (0.8 + 1.9208 / 10 ± …) gives 0.4902 to 0.9433.
  @Test func `has the interval of Wilson`() throws {
    let chance = try Chance(count: 8, runs: 10)
    #expect(abs(chance.low - 0.4902) < 5e-5)
    #expect(abs(chance.high - 0.9433) < 5e-5)
    #expect(chance.share == 0.8)
  }

  @Test func `is kept on its side of the target, and on it`() throws {
    let values = [1.0, 2, 3, 4]
    #expect(try Promise(.atMost, 3).chance(in: values).count == 3)
    #expect(try Promise(.atLeast, 3).chance(in: values).count == 2)
  }

  @Test(arguments: [1, 10, 1_000, 1_000_000])
  func `is never certain`(runs: Int) throws {
    let always = try Chance(count: runs, runs: runs)
    #expect(always.low < 1 && always.high == 1 && always.estimate < 1)
    let never = try Chance(count: 0, runs: runs)
    #expect(never.low == 0 && never.high > 0 && never.estimate > 0)
  }

  @Test func `holds the truth about as often as it says`() throws {
    // Exact coverage at n = 100, summed over every count, for several truths.
    for truth in [0.05, 0.3, 0.5, 0.9] {
      let sampler = try BinomialSampler(trials: 100, probability: truth)
      var covered = 0.0
      for count in 0...100 {
        let chance = try Chance(count: count, runs: 100)
        guard (chance.low...chance.high).contains(truth) else { continue }
        let logarithm = sampler.logarithmOfChance(count)
        covered += StandardNormal.density((-2 * logarithm).squareRoot())
      }
      covered /= StandardNormal.density(0)
      #expect((0.92...0.98).contains(covered))
    }
  }

  @Test func `needs runs, a target and a confidence`() throws {
    #expect(throws: SensitivityError.self) { try Promise(.atMost, .nan) }
    let promise = try Promise(.atMost, 3)
    #expect(throws: SensitivityError.self) { try promise.chance(in: []) }
    #expect(throws: SensitivityError.self) { try promise.chance(in: [.nan]) }
    #expect(throws: SensitivityError.confidence(1)) {
      try promise.chance(in: [1], confidence: 1)
    }
    #expect(throws: SensitivityError.self) { try Chance(count: 5, runs: 3) }
    #expect(throws: SensitivityError.self) { try Chance(count: 0, runs: 0) }
  }
}

@Suite struct `A paired difference` {
  @Test func `compares run with run`() throws {
    let first = [10.0, 20, 30, 40]
    let difference = try PairedDifference(first: first, second: [9, 19, 29, 41])
    #expect(difference.mean == -0.5)
    #expect(difference.lower.count == 3)
    #expect(difference.higher.count == 1)
    #expect(difference.standardError == 0.5)
    #expect((difference.runsSaved ?? 0) > 100)
  }

  @Test func `of a scenario with itself is nothing`() throws {
    let same = try PairedDifference(first: [1, 2], second: [1, 2])
    #expect(same.mean == 0 && same.standardError == 0 && same.runsSaved == nil)
    #expect(same.lower.count == 0 && same.lower.estimate > 0)
  }

  @Test func `needs the same runs of both`() {
    #expect(throws: SensitivityError.self) { try PairedDifference(first: [], second: []) }
    #expect(throws: SensitivityError.self) { try PairedDifference(first: [1], second: [1, 2]) }
    #expect(throws: SensitivityError.self) { try PairedDifference(first: [1], second: [.nan]) }
  }
}
