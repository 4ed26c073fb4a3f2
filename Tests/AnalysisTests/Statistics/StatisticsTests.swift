// SPDX-License-Identifier: Apache-2.0

import Analysis
import Foundation
import Testing

@Suite("Intervals and tails")
struct StatisticsTests {
  @Test(
    "the interval is the score interval of the published table (Newcombe, 1998, method 3)",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func publishedIntervals(count: Int, base: Int, lower: Double, upper: Double) throws {
    let interval = try #require(ProportionInterval(count: count, base: base))
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  @Test("at nought and at everything the interval ends exactly there")
  func ends() throws {
    #expect(try #require(ProportionInterval(count: 0, base: 7)).lower == 0)
    #expect(try #require(ProportionInterval(count: 7, base: 7)).upper == 1)
  }

  @Test("there is no share of nothing, nor of more than the base")
  func noShare() {
    #expect(ProportionInterval(count: 0, base: 0) == nil)
    #expect(ProportionInterval(count: 3, base: 2) == nil)
    #expect(ProportionInterval(count: -1, base: 2) == nil)
    #expect(ProportionInterval(share: .nan, base: 2) == nil)
  }

  @Test(
    "five per cent lies above the published critical values",
    arguments: [(3.841459, 1), (5.991465, 2), (11.070498, 5), (18.307038, 10), (124.342113, 100)])
  func criticalValues(value: Double, freedom: Int) throws {
    let tail = try #require(ChiSquared.upperTail(value, degreesOfFreedom: freedom))
    #expect(abs(tail - 0.05) < 1e-7)
  }

  @Test("with two degrees of freedom the tail is exp(-x/2)", arguments: [0.1, 1, 2.5, 10, 60])
  func exactTail(x: Double) throws {
    let tail = try #require(ChiSquared.upperTail(x, degreesOfFreedom: 2))
    #expect(abs(tail - exp(-x / 2)) < 1e-14)
  }

  @Test("a nonsense statistic has no tail")
  func noTail() {
    #expect(ChiSquared.upperTail(1, degreesOfFreedom: 0) == nil)
    #expect(ChiSquared.upperTail(-1, degreesOfFreedom: 1) == nil)
    #expect(ChiSquared.upperTail(.infinity, degreesOfFreedom: 1) == nil)
    #expect(ChiSquared.upperTail(0, degreesOfFreedom: 3) == 1)
  }
}
