// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Testing

@Suite("The response clock")
struct NewsClockTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }

  @Test("The day it comes does not count, nor do weekends and bank holidays")
  func due() {
    #expect(ResponseClock.due(received: day(2018, 3, 23), target: 1) == day(2018, 3, 26))
    #expect(ResponseClock.due(received: day(2018, 3, 29), target: 1) == day(2018, 4, 3))
    #expect(ResponseClock.due(received: day(2018, 3, 24), target: 10) == day(2018, 4, 10))
    #expect(ResponseClock.due(received: day(2018, 12, 20), target: 20) == day(2019, 1, 22))
    #expect(ResponseClock.due(received: day(2018, 3, 23), target: 0) == day(2018, 3, 23))
  }

  @Test("An answer on the last day took as many working days as the target", arguments: 0..<400)
  func taken(offset: Int) {
    let received = day(2018, 1, 1).adding(offset)
    let due = ResponseClock.due(received: received, target: 10)
    #expect(ResponseClock.workingDays(from: received, to: due) == 10)
    #expect(ResponseClock.workingDays(from: received, to: due.adding(-1)) < 10)
    #expect(EnglishBankHolidays.isWorkingDay(due))
  }

  @Test("A time belongs to the day the clocks in London show")
  func london() throws {
    let summer = try Date("2018-07-01T23:30:00Z", strategy: .iso8601)
    let winter = try Date("2018-01-01T23:30:00Z", strategy: .iso8601)
    #expect(CivilDay(summer) == day(2018, 7, 2))
    #expect(CivilDay(winter) == day(2018, 1, 1))
    #expect(CivilDay(day(2018, 7, 2).noon) == day(2018, 7, 2))
  }
}
