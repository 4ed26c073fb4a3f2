// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Testing

@Suite("The response clock")
struct NewsClockTests {
  typealias Day = ResponseClock.Day

  /// As published at gov.uk/bank-holidays for England and Wales, without the days of a weekend.
  static let published: [(year: Int, days: [(Int, Int)])] = [
    (2016, [(1, 1), (3, 25), (3, 28), (5, 2), (5, 30), (8, 29), (12, 26), (12, 27)]),
    (2017, [(1, 2), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    (2018, [(1, 1), (3, 30), (4, 2), (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)]),
    (2019, [(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2020, [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2021, [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (
      2022,
      [(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (6, 3), (8, 29), (9, 19), (12, 26), (12, 27)]
    ),
    (2023, [(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)]),
  ]

  @Test("Bank holidays by rule are those that were published", arguments: published)
  func bankHolidays(year: Int, days: [(Int, Int)]) {
    #expect(BankHolidays.england(year) == Set(days.map { Day(year, $0.0, $0.1) }))
  }

  @Test(
    "Easter falls where the tables have it",
    arguments: [
      (1961, 4, 2), (1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2016, 3, 27), (2019, 4, 21),
      (2038, 4, 25), (2285, 3, 22),
    ])
  func easter(year: Int, month: Int, day: Int) {
    #expect(BankHolidays.easter(year) == Day(year, month, day))
  }

  @Test("Days count from 1970, and know their weekday and year")
  func days() {
    #expect(Day(1970, 1, 1).number == 0)
    #expect(Day(1970, 1, 1).weekday == 4)
    #expect(Day(2000, 2, 29).adding(1) == Day(2000, 3, 1))
    #expect(Day(2018, 2, 14).weekday == 3)
    #expect(Day(2018, 12, 31).year == 2018)
    #expect(Day(2019, 1, 1).year == 2019)
    #expect(Day(1969, 12, 31).year == 1969)
  }

  @Test("The day it comes does not count, nor do weekends and bank holidays")
  func due() {
    #expect(ResponseClock.due(received: Day(2018, 3, 23), target: 1) == Day(2018, 3, 26))
    #expect(ResponseClock.due(received: Day(2018, 3, 29), target: 1) == Day(2018, 4, 3))
    #expect(ResponseClock.due(received: Day(2018, 3, 24), target: 10) == Day(2018, 4, 10))
    #expect(ResponseClock.due(received: Day(2018, 12, 20), target: 20) == Day(2019, 1, 22))
    #expect(ResponseClock.due(received: Day(2018, 3, 23), target: 0) == Day(2018, 3, 23))
  }

  @Test("An answer on the last day took as many working days as the target", arguments: 0..<400)
  func taken(offset: Int) {
    let received = Day(2018, 1, 1).adding(offset)
    let due = ResponseClock.due(received: received, target: 10)
    #expect(ResponseClock.workingDays(from: received, to: due) == 10)
    #expect(ResponseClock.workingDays(from: received, to: due.adding(-1)) < 10)
    #expect(ResponseClock.isWorkingDay(due))
  }

  @Test("A time belongs to the day the clocks in London show")
  func london() throws {
    let summer = try Date("2018-07-01T23:30:00Z", strategy: .iso8601)
    let winter = try Date("2018-01-01T23:30:00Z", strategy: .iso8601)
    #expect(Day(summer) == Day(2018, 7, 2))
    #expect(Day(winter) == Day(2018, 1, 1))
    #expect(Day(Day(2018, 7, 2).noon) == Day(2018, 7, 2))
  }
}
