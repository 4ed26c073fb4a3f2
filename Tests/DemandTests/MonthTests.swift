// SPDX-License-Identifier: Apache-2.0

import Demand
import Testing

@Suite struct MonthTests {
  @Test func `without a profile months are in proportion to days, leap years counted`() throws {
    let model = try DemandModel(Systems.one(activity: 366))
    let run = try model.run(values: [])
    // April 2019 to March 2020 has a 29 February.
    let months = try model.months(of: run, .activity, service: 0, year: 2019)
    #expect(
      zip(months, [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29, 31]).allSatisfy { isClose($0, $1) })
    let before = try model.monthShares(service: 0, year: 2018)
    #expect(isClose(before[10], 28.0 / 365))
  }

  @Test func `a profile is read from January and given from April`() throws {
    var inputs = Systems.one()
    inputs.services[0].season = "winter"
    inputs.seasons = [
      SeasonProfile(
        id: "winter", shares: [0.19] + Array(repeating: 0.08, count: 8) + [0.05, 0.06, 0.06])
    ]
    let shares = try DemandModel(inputs).monthShares(service: 0, year: 2016)
    #expect(isClose(shares[9], 0.19))
    #expect(isClose(shares[0], 0.08))
    #expect(isClose(shares.reduce(0, +), 1))
  }
}
