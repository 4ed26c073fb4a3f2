// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

@Suite(
  "Published and independently computed values",
  .enabled(if: SharedData.isThere, "needs shared/data/stroke"))
struct GoldenTests {
  /// Maidstone, Ashford and Margate.
  private let three = ["ME169QQ", "TN240LZ", "CT94AN"]

  @Test func `three sites in Kent and Medway are best for the mean, the worst-off and the share`()
    throws
  {
    let kent = try kent()
    let mean = try kent.solve(.weightedMean(sites: 3))
    let largest = try kent.solve(.largestMinutes(sites: 3))
    let share = try kent.solve(.largestShare(sites: 3, within: 30))

    #expect((mean.objective - 23.3422).magnitude < 0.00005)
    #expect(largest.objective == 44.5)
    #expect((share.objective - 0.79184).magnitude < 0.000005)
    #expect(mean.open.map { kent.travel.sites[$0] } == three)
    #expect(share.open == mean.open)
  }

  @Test func `two sites reach all of Kent and Medway in an hour, three in 45 minutes`() throws {
    let kent = try kent()

    #expect(try kent.solve(.fewestSites(within: 60)).objective == 2)
    #expect(try kent.solve(.fewestSites(within: 45)).objective == 3)
  }

  @Test(.enabled(if: SharedData.canUnpack, "needs xz"))
  func `a sample of England agrees with a mixed integer solver`()
    throws
  {
    let england = try england(every: 25)

    // by HiGHS on the same 1,314 areas
    let sixty = try england.solve(.weightedMean(sites: 60))
    let eightyFive = try england.solve(.weightedMean(sites: 85))
    #expect(isClose(sixty.objective, 22.88914011881648) && sixty.isProved)
    #expect(isClose(eightyFive.objective, 20.596140115280214) && eightyFive.isProved)
    #expect(try england.solve(.fewestSites(within: 90)).objective == 12)
    #expect(try england.solve(.fewestSites(within: 75)).objective == 19)
  }
}
