// SPDX-License-Identifier: Apache-2.0

import Sampling
import TestKit
import Testing

@Suite struct `Summaries` {
  @Test func `of values that cancel lose nothing`() throws {
    #expect(CompensatedSum.of([1, 1e100, 1, -1e100]) == 2)
    #expect(CompensatedSum.of([]) == 0)
    let tenths = [Double](repeating: 0.1, count: 1_000_000)
    #expect(CompensatedSum.of(tenths) == 100_000)
    // Far from 0, the spread is still found.
    #expect(try SampleMoments([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance == 1)
  }

  @Test func `of the mean and variance are those by hand`() throws {
    let moments = try SampleMoments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5)
    #expect(abs(moments.variance - 32.0 / 7) < 1e-15)
    #expect(try SampleMoments([3]).variance == 0)
  }

  @Test func `of quantiles follow type 7`() throws {
    // The example of R: quantile(c(1, 2, 3, 4, 10)).
    let quantiles = try SampleQuantiles([10, 1, 4, 2, 3])
    #expect(quantiles.quantile(0) == 1)
    #expect(quantiles.quantile(0.25) == 2)
    #expect(quantiles.median == 3)
    #expect(abs(quantiles.quantile(0.9) - 7.6) < 1e-12)
    #expect(quantiles.quantile(1) == 10)
    #expect(quantiles.quantile(9) == 10)
    #expect(try SampleQuantiles([6]).quantile(0.3) == 6)
  }

  @Test func `of ranks share ties`() throws {
    #expect(try Ranks.of([10, 20, 10, 5]) == [2.5, 4, 2.5, 1])
    #expect(try Ranks.of([7, 7, 7]) == [2, 2, 2])
    #expect(try Ranks.correlation([1, 2, 3, 4], [1, 8, 27, 1_000]) == 1)
    #expect(try Ranks.correlation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(try Ranks.correlation([1, 2, 3], [5, 5, 5]) == nil)
  }

  @Test func `of nothing or of what is not a number are refused`() {
    #expect(throws: SamplingError.noValues) { try SampleMoments([]) }
    #expect(throws: SamplingError.noValues) { try SampleQuantiles([]) }
    #expect(throws: SamplingError.valueNotANumber(at: 1)) { try SampleMoments([1, .nan]) }
    #expect(throws: SamplingError.valueNotANumber(at: 0)) { try Ranks.of([.infinity]) }
    #expect(throws: SamplingError.lengthsDiffer(1, 2)) { try Ranks.correlation([1], [1, 2]) }
  }
}
