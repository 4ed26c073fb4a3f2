// SPDX-License-Identifier: Apache-2.0

import Sampling
import TestKit
import Testing

@Suite struct `The standard normal distribution` {
  /// Quantiles printed in the paper of algorithm AS 241 and in tables.
  @Test(
    arguments: [
      (0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814),
      (1e-20, -9.262_340_089_798_408), (0.975, 1.959_963_984_540_054),
      (0.9, 1.281_551_565_544_600_4), (0.5, 0), (1e-300, -37.047_096_299_361_2),
    ])
  func `has the known quantiles`(share: Double, value: Double) {
    #expect(abs(StandardNormal.quantile(share) - value) <= 4e-15 * max(1, abs(value)))
  }

  @Test(
    arguments: [
      (0.0, 0.5), (1, 0.841_344_746_068_542_9), (-3, 1.349_898_031_630_094_6e-3),
      (-10, 7.619_853_024_160_527e-24), (1.959_963_984_540_054, 0.975),
    ])
  func `has the known shares below`(z: Double, share: Double) {
    #expect(abs(StandardNormal.cumulative(z) / share - 1) < 2e-14)
  }

  @Test func `comes back from share to value to share`() {
    for step in 1..<2_000 {
      let share = Double(step) / 2_000
      #expect(abs(StandardNormal.cumulative(StandardNormal.quantile(share)) - share) < 1e-15)
    }
    for power in 4...290 {
      let share = Double("1e-\(power)") ?? 0
      let back = StandardNormal.cumulative(StandardNormal.quantile(share))
      #expect(abs(back / share - 1) < 1e-12)
    }
  }

  @Test func `has infinite ends and nothing beyond`() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN)
    #expect(StandardNormal.quantile(1.1).isNaN)
    #expect(StandardNormal.quantile(.nan).isNaN)
  }

  @Test func `has an 80% interval of the stated width`() {
    let width = StandardNormal.quantile(0.9) - StandardNormal.quantile(0.1)
    #expect(abs(width - StandardNormal.widthOfEightyPercent) < 1e-15)
  }
}

@Suite struct `An interval` {
  @Test func `from 0_85 to 0_95 has its mean and standard deviation`() throws {
    let interval = try Distribution.interval(low: 0.85, high: 0.95, within: 0...1)
    #expect(abs(interval.mean - 0.9) < 1e-15)
    #expect(abs(interval.standardDeviation - 0.039_015_2) < 5e-8)
    #expect(!interval.isFixed)
  }

  /// A band of five standard errors of a share of 100,000 draws: a false alarm in two million seeds.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `has 80% of draws inside`(seed: UInt64) throws {
    let interval = try Distribution.interval(low: 0.85, high: 0.95, within: 0...1)
    let input = try UncertainInput(id: "reduction", distribution: interval)
    let sampler = try InputSampler(inputs: [input], seed: seed)
    let drawn = sampler.column(0, runs: 1..<100_001)
    let inside = drawn.count { (0.85...0.95).contains($0) }
    #expect(abs(Double(inside) / 100_000 - 0.8) < 5 * (0.8 * 0.2 / 100_000).squareRoot())
    #expect(drawn.allSatisfy { (0...1).contains($0) })
  }

  @Test func `of no width never varies`() throws {
    let interval = try Distribution.interval(low: 0.9, high: 0.9)
    #expect(interval.isFixed)
    for share in [0, 1e-9, 0.3, 1] { #expect(interval.quantile(share) == 0.9) }
    #expect(interval.clampedMean == 0.9)
    #expect(interval.clampedStandardDeviation == 0)
  }

  @Test func `is clamped to its range`() throws {
    let interval = try Distribution.interval(low: 0.5, high: 1, within: 0...1)
    #expect(interval.quantile(0.95) == 1)
    #expect(interval.quantile(1) == 1)
    #expect(interval.quantile(0) == 0)
    #expect(abs(interval.quantile(0.1) - 0.5) < 1e-15)
  }

  /// Against the sum of a million quantiles in equal steps.
  @Test(
    arguments: [
      (0.85, 0.95, 0.0, 1.0), (0.5, 1, 0, 1), (0.01, 0.02, 0.0, 5), (1, 1, 1, 5), (1, 4, 1, 4),
    ])
  func `has exact moments after clamping`(
    low: Double, high: Double, least: Double, most: Double
  ) throws {
    let interval = try Distribution.interval(low: low, high: high, within: least...most)
    let count = 200_000
    let values = (0..<count).map { interval.quantile((Double($0) + 0.5) / Double(count)) }
    let moments = try SampleMoments(values)
    #expect(abs(interval.clampedMean - moments.mean) < 1e-6)
    #expect(abs(interval.clampedStandardDeviation - moments.standardDeviation) < 1e-5)
  }

  @Test func `beyond what is possible is refused`() {
    #expect(throws: SamplingError.outsideRange(low: 0.9, high: 1.2, range: 0...1)) {
      try Distribution.interval(low: 0.9, high: 1.2, within: 0...1)
    }
  }
}

@Suite struct `A distribution` {
  private static let shapes: [Distribution.Shape] = [
    .fixed(3), .uniform(low: -2, high: 5), .triangular(low: 1, mode: 2, high: 8),
    .triangular(low: 1, mode: 1, high: 8), .triangular(low: 1, mode: 8, high: 8),
    .triangular(low: 2, mode: 2, high: 2), .normal(mean: 10, standardDeviation: 3),
    .normal(mean: 10, standardDeviation: 0),
    .interval(low: 2, high: 4, within: -.infinity ... .infinity),
  ]

  @Test(arguments: shapes)
  func `has the mean and spread of its quantiles`(shape: Distribution.Shape) throws {
    let distribution = try Distribution(shape)
    let values = (0..<200_000).map { distribution.quantile((Double($0) + 0.5) / 200_000) }
    let moments = try SampleMoments(values)
    #expect(abs(distribution.mean - moments.mean) < 1e-6)
    #expect(abs(distribution.standardDeviation - moments.standardDeviation) < 1e-3)
    #expect(distribution.isFixed == (moments.variance == 0))
  }

  @Test(arguments: shapes)
  func `never falls as the share rises, and stays within its ends`(
    shape: Distribution.Shape
  ) throws {
    let distribution = try Distribution(shape)
    var before = distribution.quantile(-1)
    #expect(before == distribution.quantile(0))
    for step in 1...1_000 {
      let value = distribution.quantile(Double(step) / 1_000)
      #expect(value >= before)
      before = value
    }
    #expect(before == distribution.quantile(2))
  }

  @Test(arguments: shapes)
  func `is the same by share and by normal number`(shape: Distribution.Shape) throws {
    let distribution = try Distribution(shape)
    for z in [-3.0, -0.5, 0, 1, 2.5] {
      let byShare = distribution.quantile(StandardNormal.cumulative(z))
      #expect(abs(distribution.value(atNormal: z) - byShare) < 1e-12)
    }
  }

  @Test func `of one number never varies`() throws {
    let fixed = try Distribution.fixed(0.1)
    #expect(fixed.isFixed)
    let sampler = try InputSampler(
      inputs: [try UncertainInput(id: "a", distribution: fixed)], seed: 1)
    #expect((0..<1_000).allSatisfy { sampler.draw(run: $0) == [0.1] })
  }

  @Test func `that cannot be is refused`() {
    func refused(_ shape: Distribution.Shape) -> SamplingError? {
      do throws(SamplingError) { _ = try Distribution(shape) } catch { return error }
      return nil
    }
    #expect(refused(.uniform(low: 2, high: 1)) == .lowAboveHigh(low: 2, high: 1))
    #expect(
      refused(.triangular(low: 1, mode: 9, high: 3)) == .modeOutside(low: 1, mode: 9, high: 3))
    #expect(refused(.normal(mean: 0, standardDeviation: -1)) == .negativeDeviation(-1))
    #expect(refused(.fixed(.infinity)) == .notANumber(.infinity))
    let infinite = -Double.infinity...Double.infinity
    let strange: [Distribution.Shape] = [
      .fixed(.nan), .uniform(low: .nan, high: 1), .triangular(low: 0, mode: .nan, high: 1),
      .normal(mean: .nan, standardDeviation: 1), .normal(mean: 0, standardDeviation: .infinity),
      .interval(low: .nan, high: 1, within: infinite),
      .uniform(low: -.greatestFiniteMagnitude, high: .greatestFiniteMagnitude),
    ]
    for shape in strange { #expect(refused(shape) != nil) }
  }

  @Test func `of the largest numbers does not overflow`() throws {
    let huge = try Distribution.uniform(low: 1e308, high: 1.7e308)
    #expect(abs(huge.mean / 1.35e308 - 1) < 1e-12)
    #expect(huge.quantile(0.5).isFinite)
  }
}
