// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import Sampling
import Testing

@Suite struct `Student's t` {
  // Worked out with SciPy 1.17.1.
  @Test(arguments: [
    (0.975, 1, 12.706204736174694), (0.975, 2, 4.302652729749462), (0.975, 3, 3.1824463052837078),
    (0.975, 4, 2.7764451051977934), (0.95, 7, 1.8945786050900062), (0.995, 10, 3.16927267261695),
    (0.975, 29, 2.045229642132703), (0.975, 149, 1.976013177689192),
    (0.9995, 5, 6.868826625881276), (0.6, 3, 0.2766706623326898),
    (0.975, 9999, 1.960201263621357), (0.975, 10000, 1.960201239890626),
    (0.99997, 2, 129.0936353259962), (0.99997, 149, 4.130949811789557),
    (0.3, 6, -0.5533809235515187),
  ])
  func `has the quantiles that others find`(share: Double, freedom: Int, quantile: Double) {
    let found = StudentT.quantile(share, degreesOfFreedom: freedom)
    #expect(abs(found - quantile) <= 1e-10 * max(1, abs(quantile)), "\(found)")
  }

  @Test func `is the normal distribution in the end, and symmetric`() {
    #expect(
      abs(StudentT.quantile(0.975, degreesOfFreedom: 1_000_000_000) - 1.959963984540054) < 1e-8)
    #expect(
      StudentT.quantile(0.25, degreesOfFreedom: 9) == -StudentT.quantile(0.75, degreesOfFreedom: 9))
    #expect(StudentT.quantile(0.5, degreesOfFreedom: 9) == 0)
    #expect(StudentT.quantile(1, degreesOfFreedom: 9) == .infinity)
    #expect(StudentT.quantile(0.5, degreesOfFreedom: 0).isNaN)
    #expect(StudentT.quantile(1.5, degreesOfFreedom: 3).isNaN)
  }
}

@Suite struct `Intervals` {
  @Test func `a mean has the interval of Student's t`() throws {
    // 1 to 5: standard deviation √2.5, four degrees of freedom.
    let estimate = try #require(Estimate.of([1, 2, 3, 4, 5]))
    #expect(estimate.mean == 3)
    #expect(abs(estimate.halfWidth! - 2.7764451051977934 * (2.5 / 5).squareRoot()) < 1e-12)
    #expect(abs(estimate.standardDeviation! - 2.5.squareRoot()) < 1e-15)
    #expect(
      Estimate.of([7]) == Estimate(mean: 7, halfWidth: nil, standardDeviation: nil, replications: 1)
    )
    #expect(Estimate.of([]) == nil)
    #expect(Estimate.of([1, .nan]) == nil)
  }

  @Test func `a mean covers the truth as often as it says`() throws {
    var covered = 0
    for trial in 0..<2000 {
      var stream = RandomStream(seed: 5, purpose: "coverage", index: trial)
      let estimate = try #require(Estimate.of((0..<8).map { _ in stream.normal() }))
      if estimate.low! <= 0, estimate.high! >= 0 { covered += 1 }
    }
    // 95% of 2,000 and four standard deviations.
    #expect((1861...1939).contains(covered), "\(covered)")
  }

  @Test func `four standard errors are wider when there are few replications`() {
    let few = Estimate(mean: 0, halfWidth: 1, standardDeviation: 3.0.squareRoot(), replications: 3)
    #expect(few.includes(20) == true)
    let many = Estimate(mean: 0, halfWidth: 1, standardDeviation: 10, replications: 100)
    #expect(many.includes(4) == true)
    #expect(many.includes(4.4) == false)
    #expect(
      Estimate(mean: 0, halfWidth: nil, standardDeviation: nil, replications: 1).includes(1) == nil)
  }

  @Test func `a mean of people is a sum over a sum`() throws {
    // 3 days over 1 person and 3 over 5: a day each, and not the mean of 3 and 0.6.
    let wait = try #require(Estimate.ratio([3, 3], over: [1, 5]))
    #expect(wait.mean == 1)
    // What is left over is 2 and −2, over a mean of 3 people.
    #expect(abs(wait.standardDeviation! - (8.0 / 9).squareRoot()) < 1e-12)
    #expect(Estimate.ratio([1], over: [0]) == nil)
    #expect(Estimate.ratio([1, 2], over: [1]) == nil)
  }

  @Test func `a share has the interval of Wilson`() throws {
    let most = try #require(ShareEstimate.of(8, of: 10))
    #expect(abs(most.low - 0.4901624715366418) < 1e-12)
    #expect(abs(most.high - 0.9433178485456247) < 1e-12)
    let none = try #require(ShareEstimate.of(0, of: 20))
    #expect(none.low == 0)
    #expect(abs(none.high - 0.16112515805281938) < 1e-12)
    #expect(ShareEstimate.of(20, of: 20)?.high == 1)
    #expect(ShareEstimate.of(3, of: 2) == nil)
    #expect(ShareEstimate.of(0, of: 0) == nil)
  }

  @Test func `a median of 20 lies between the 6th and the 15th`() throws {
    // P(B ≤ 5) is 0.0207 and P(B ≤ 6) 0.0577 for 20 tosses of a coin.
    let median = try #require(
      QuantileEstimate.of((1...20).map(Double.init).reversed(), share: 0.5))
    #expect(median.low == 6 && median.high == 15)
    #expect(median.value == 10.5)
    let top = try #require(QuantileEstimate.of((1...20).map(Double.init), share: 0.95))
    #expect(top.high == nil, "20 values say nothing of what lies above")
    #expect(top.low == 17)
    #expect(QuantileEstimate.of([], share: 0.5) == nil)
    #expect(QuantileEstimate.of([1], share: 1) == nil)
  }

  @Test func `common luck is measured`() throws {
    let base = [10.0, 12, 9, 14, 11]
    let paired = try #require(PairedDifference.of(base: base, other: base.map { $0 + 1 }))
    #expect(paired.difference.mean == 1)
    #expect(paired.luckFactor == nil, "a difference that never varies needs no more replications")
    #expect(paired.isClear)
    // Variances 3.7 and 3.7; differences 1.1, 0.9, 1, 1.2, 0.8 with variance 0.025.
    let other = zip(base, [1.1, 0.9, 1, 1.2, 0.8]).map { $0 + $1 }
    let near = try #require(PairedDifference.of(base: base, other: other))
    let variance = try SampleMoments(other).variance
    #expect(abs(near.luckFactor! - (3.7 + variance) / 0.025) < 1e-6)
    let short = try #require(PairedDifference.of(base: base, other: [10, 13]))
    #expect(short.difference.replications == 2)
    #expect(PairedDifference.of(base: [], other: [1]) == nil)
  }
}
