// SPDX-License-Identifier: Apache-2.0

import SyntheticSystem
import TestKit
import Testing

@Suite struct CohortChangeProjectionTests {
  private let ages = 91

  /// Every cohort grows by 21% in two years, so by a tenth in one.
  private func growing() throws -> CohortChangeProjection {
    let first = (0..<ages).map { 1000 + Double($0) }
    var second = first
    for age in 0..<(ages - 3) { second[age + 2] = first[age] * 1.21 }
    second[90] = (first[88] + first[89] + first[90]) * 1.21
    return try CohortChangeProjection(earlier: first, later: second, interval: 2)
  }

  @Test func `the two counts come back as they were`() throws {
    let first = (0..<ages).map { 500 + Double($0 % 7) }
    let second = (0..<ages).map { 600 + Double($0 % 5) }
    let projection = try CohortChangeProjection(earlier: first, later: second, interval: 2)

    #expect(projection.people(yearsAfter: 0) == first)
    #expect(projection.people(yearsAfter: 2) == second)
  }

  @Test func `a cohort that grows by 21 percent in two years grows by a tenth in one`() throws {
    let projection = try growing()

    let between = projection.people(yearsAfter: 1)

    #expect(abs(between[31] - 1030 * 1.1) < 1e-9)
    #expect(abs(between[90] - (1089 + 1090) * 1.1) < 1e-9)
  }

  @Test func `the last age gathers everybody who reaches it`() throws {
    let projection = try growing()

    let second = projection.people(yearsAfter: 2)
    let fourth = projection.people(yearsAfter: 4)

    #expect(abs(fourth[90] - (second[88] + second[89] + second[90]) * 1.21) < 1e-9)
    #expect(abs(fourth[40] - second[38] * 1.21) < 1e-9)
  }

  @Test func `half of the change leaves half of the growth below the age and all above`() throws {
    let projection = try growing()
    let rule = CohortChangeProjection.Rule(kept: 0.5, until: 65)

    let second = projection.people(yearsAfter: 2)
    let fourth = projection.people(yearsAfter: 4, rule: rule)

    #expect(abs(fourth[66] - second[64] * 1.105) < 1e-9)
    #expect(abs(fourth[67] - second[65] * 1.21) < 1e-9)
    #expect(projection.people(yearsAfter: 2, rule: rule) == second)
  }

  @Test func `children follow the adults of the age to have them`() throws {
    let first = (0..<ages).map { $0 < 2 ? 50.0 : 100 }
    let second = (0..<ages).map { $0 < 2 ? 70.0 : 100 }
    let projection = try CohortChangeProjection(earlier: first, later: second, interval: 2)

    let third = projection.people(yearsAfter: 4)

    // The ratios are 50 and 70 to 2,500 adults, and 2,500 adults are there again.
    #expect(third[0] == 60)
    #expect(third[1] == 60)
  }

  @Test func `a year back is the cohort a year younger`() throws {
    let projection = try growing()

    let before = projection.people(yearsAfter: -1)

    #expect(abs(before[30] - 1031 / 1.1) < 1e-9)
    #expect(abs(before[89] + before[90] - 1090 / 1.1) < 1e-9)
  }

  @Test(arguments: 0..<20)
  func `projections stay above 0 for any counts`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let first = draws.numbers(ages, 1, 5000)
    let second = draws.numbers(ages, 1, 5000)
    let projection = try CohortChangeProjection(earlier: first, later: second, interval: 2)

    for year in -5...30 {
      let people = projection.people(yearsAfter: year, rule: .init(kept: 0, until: 65))
      #expect(people.count == ages)
      #expect(people.allSatisfy { $0 > 0 && $0.isFinite })
    }
  }

  @Test func `counts that cannot be projected are refused`() {
    let good = [Double](repeating: 10, count: ages)
    var hole = good
    hole[7] = 0

    #expect(throws: CohortChangeError.lengthsDiffer(earlier: 91, later: 90)) {
      try CohortChangeProjection(earlier: good, later: Array(good.dropLast()), interval: 2)
    }
    #expect(throws: CohortChangeError.notPositive(age: 7, count: 0)) {
      try CohortChangeProjection(earlier: good, later: hole, interval: 2)
    }
    #expect(throws: CohortChangeError.interval(0)) {
      try CohortChangeProjection(earlier: good, later: good, interval: 0)
    }
    #expect(throws: CohortChangeError.tooFewAges(3, fewest: 46)) {
      try CohortChangeProjection(earlier: [1, 2, 3], later: [1, 2, 3], interval: 2)
    }
  }
}
