// SPDX-License-Identifier: Apache-2.0

import Sampling
import TestKit
import Testing

/// How far drawn counts are from their chances.
private struct CountCheck {
  var moments: SampleMoments
  /// Chi-squared over the counts that are expected at least ten times, less its degrees of freedom,
  /// in its standard deviations.
  var distance: Double

  init(_ drawn: [Int], chance: (Int) -> Double) throws {
    moments = try SampleMoments(drawn.map(Double.init))
    let (low, high) = ((drawn.min() ?? 0) - 5, (drawn.max() ?? 0) + 5)
    var found = [Int](repeating: 0, count: high - low + 1)
    for count in drawn { found[count - low] += 1 }
    let all = Double(drawn.count)
    var (sum, cells, restFound, restExpected) = (0.0, 0, all, all)
    for count in low...high {
      let expected = all * Self.exponential(chance(count))
      guard expected >= 10 else { continue }
      let seen = Double(found[count - low])
      sum += (seen - expected) * (seen - expected) / expected
      restFound -= seen
      restExpected -= expected
      cells += 1
    }
    if restExpected >= 10 {
      sum += (restFound - restExpected) * (restFound - restExpected) / restExpected
      cells += 1
    }
    let freedom = Double(max(cells - 1, 1))
    distance = (sum - freedom) / (2 * freedom).squareRoot()
  }

  private static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    // The density of a normal distribution holds the exponential that this test may use.
    if x > 0 { return 1 }
    return StandardNormal.density((-2 * x).squareRoot()) / StandardNormal.density(0)
  }
}

@Suite struct `Poisson counts` {
  private static let draws = 100_000

  /// Bands of five standard errors for mean and variance, and six standard deviations for
  /// chi-squared, which has a longer tail: a false alarm in a hundred thousand seeds or rarer.
  @Test(arguments: [0.001, 0.1, 1, 3.7, 9.99, 10, 12.5, 40, 333.3, 10_000])
  func `have their mean, variance and chances`(mean: Double) throws {
    let sampler = try PoissonSampler(mean: mean)
    var stream = RandomStream(seed: 20, purpose: "Poisson")
    let drawn = (0..<Self.draws).map { _ in sampler.draw(using: &stream) }
    let check = try CountCheck(drawn, chance: sampler.logarithmOfChance)
    let count = Double(Self.draws)
    #expect(abs(check.moments.mean - mean) < 5 * (mean / count).squareRoot())
    // The fourth central moment of a Poisson count is m + 3m².
    let error = ((mean + 2 * mean * mean) / count).squareRoot()
    #expect(abs(check.moments.variance - mean) < 5 * error)
    #expect(check.distance < 6)
  }

  @Test(arguments: [0, -1, Double.nan, -Double.infinity])
  func `around nothing are 0 and draw nothing`(mean: Double) {
    var stream = RandomStream(seed: 1, purpose: "x")
    var untouched = stream
    #expect(stream.poisson(mean: mean) == 0)
    #expect(stream.next() == untouched.next())
  }

  @Test(arguments: [1e6, 1e12, 1e15])
  func `around huge means stay around them`(mean: Double) throws {
    let sampler = try PoissonSampler(mean: mean)
    var stream = RandomStream(seed: 2, purpose: "x")
    let drawn = (0..<10_000).map { _ in
      (Double(sampler.draw(using: &stream)) - mean) / mean.squareRoot()
    }
    let moments = try SampleMoments(drawn)
    #expect(abs(moments.mean) < 0.05)
    #expect(abs(moments.variance - 1) < 0.075)
  }

  @Test func `never crash`() {
    var stream = RandomStream(seed: 3, purpose: "x")
    #expect(stream.poisson(mean: .infinity) > 0)
    #expect(stream.poisson(mean: .greatestFiniteMagnitude) > 0)
    #expect(stream.poisson(mean: .leastNonzeroMagnitude) == 0)
  }

  @Test(arguments: [-1, .nan, .infinity, 1e300])
  func `around what cannot be are refused`(mean: Double) {
    #expect(throws: SamplingError.self) { try PoissonSampler(mean: mean) }
  }

  @Test func `are the same the short way`() throws {
    var first = RandomStream(seed: 3, purpose: "x")
    var second = first
    for mean in [0.3, 5, 50, 5_000] {
      let sampler = try PoissonSampler(mean: mean)
      for _ in 0..<100 { #expect(first.poisson(mean: mean) == sampler.draw(using: &second)) }
    }
  }
}

@Suite struct `Binomial counts` {
  private static let draws = 100_000

  @Test(
    arguments: [
      (1, 0.3), (2, 0.5), (5, 0.97), (18, 0.5), (40, 0.2), (40, 0.8), (1_000, 0.005),
      (1_000, 0.995), (20, 0.5), (100, 0.4), (500, 0.02), (10_000, 0.77),
    ])
  func `have their mean, variance and chances`(trials: Int, probability: Double) throws {
    let sampler = try BinomialSampler(trials: trials, probability: probability)
    var stream = RandomStream(seed: 21, purpose: "binomial")
    let drawn = (0..<Self.draws).map { _ in sampler.draw(using: &stream) }
    let check = try CountCheck(drawn, chance: sampler.logarithmOfChance)
    let count = Double(Self.draws)
    let variance = Double(trials) * probability * (1 - probability)
    let mean = Double(trials) * probability
    #expect(abs(check.moments.mean - mean) < 5 * (variance / count).squareRoot())
    // The fourth central moment of a binomial count, by its formula.
    let fourth = variance * (1 + 3 * variance - 6 * probability * (1 - probability))
    let error = (max(fourth - variance * variance, 0) / count).squareRoot()
    #expect(abs(check.moments.variance - variance) < 5 * error + 1e-5)
    #expect(check.distance < 6)
  }

  @Test func `at the ends are certain`() throws {
    var stream = RandomStream(seed: 1, purpose: "x")
    for trials in [0, 1, 7, 1_000_000] {
      #expect(stream.binomial(trials: trials, probability: 0) == 0)
      #expect(stream.binomial(trials: trials, probability: 1) == trials)
      let none = try BinomialSampler(trials: trials, probability: 0)
      let all = try BinomialSampler(trials: trials, probability: 1)
      #expect(none.draw(using: &stream) == 0)
      #expect(all.draw(using: &stream) == trials)
    }
    #expect(stream.binomial(trials: 0, probability: 0.5) == 0)
    #expect(stream.binomial(trials: -5, probability: 0.5) == 0)
    #expect(stream.binomial(trials: 5, probability: .nan) == 0)
  }

  @Test(arguments: [0.5, 1e-3, 1e-9, 0.999_999])
  func `of very many trials stay around their mean`(probability: Double) throws {
    let trials = 1 << 40
    let sampler = try BinomialSampler(trials: trials, probability: probability)
    let mean = Double(trials) * probability
    let deviation = (mean * (1 - probability)).squareRoot()
    var stream = RandomStream(seed: 2, purpose: "x")
    let drawn = (0..<10_000).map { _ in
      (Double(sampler.draw(using: &stream)) - mean) / deviation
    }
    let moments = try SampleMoments(drawn)
    #expect(abs(moments.mean) < 0.05)
    #expect(abs(moments.variance - 1) < 0.075)
  }

  @Test func `of few successes in very many trials are Poisson`() throws {
    let sampler = try BinomialSampler(trials: 1 << 50, probability: 0x1p-49)
    var stream = RandomStream(seed: 9, purpose: "x")
    let drawn = (0..<100_000).map { _ in Double(sampler.draw(using: &stream)) }
    let moments = try SampleMoments(drawn)
    #expect(abs(moments.mean - 2) < 5 * (2.0 / 100_000).squareRoot())
    #expect(abs(moments.variance - 2) < 5 * (10.0 / 100_000).squareRoot())
  }

  @Test(arguments: [(-1, 0.5), (.max, 0.5), (5, -0.1), (5, 1.1), (5, .nan)])
  func `that cannot be are refused`(trials: Int, probability: Double) {
    #expect(throws: SamplingError.self) {
      try BinomialSampler(trials: trials, probability: probability)
    }
  }

  @Test func `never leave their range`() {
    var draws = SeededDraws(seed: 8)
    var stream = RandomStream(seed: 8, purpose: "x")
    for _ in 0..<20_000 {
      let trials = draws.below(300)
      let count = stream.binomial(trials: trials, probability: draws.unit())
      #expect((0...trials).contains(count))
    }
  }
}
