// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Testing

@Suite("Days, clocks and bank holidays")
struct EventDaysTests {
  @Test("Every day of four centuries has its parts, and comes back from them")
  func days() throws {
    let first = try #require(CivilDay(year: 1800, month: 1, day: 1))
    var number = first.number
    while number < first.number + 146_097 {
      let (year, month, day) = CivilDay(number: number).parts
      #expect(CivilDay(year: year, month: month, day: day)?.number == number)
      number += 13
    }
    #expect(CivilDay("2017-06-14")?.longText == "Wednesday 14 June 2017")
    #expect(CivilDay("1970-01-01")?.number == 0)
  }

  @Test(
    "What is no day is refused", arguments: ["2017-02-29", "31/4/2017", "x", "", "1-2", "0/0/0"])
  func noDay(text: String) { #expect(CivilDay(text) == nil) }

  @Test(
    "London is an hour ahead from the last Sunday of March to the last Sunday of October",
    arguments: [
      ("2017-03-26", 59, "2017-03-26T00:59:00Z"), ("2017-03-26", 120, "2017-03-26T01:00:00Z"),
      ("2017-10-29", 59, "2017-10-28T23:59:00Z"), ("2017-10-29", 120, "2017-10-29T02:00:00Z"),
      ("2019-02-14", 1110, "2019-02-14T18:30:00Z"), ("2026-06-01", 540, "2026-06-01T08:00:00Z"),
    ])
  func london(day: String, minutes: Int, utc: String) throws {
    let moment = LondonTime.moment(try #require(CivilDay(day)), minutes: minutes)
    #expect(moment == (try Date(utc, strategy: .iso8601)))
    #expect(LondonTime.minutes(moment) == minutes)
    #expect(LondonTime.day(moment) == CivilDay(day))
  }

  @Test("Times are said as people say them")
  func words() throws {
    let moment = LondonTime.moment(try #require(CivilDay("2019-02-14")), minutes: 1110)
    #expect(LondonTime.text(moment) == "14 February 2019 at 6:30pm")
    #expect([0, 540, 720, 750].map(LondonTime.clock) == ["12am", "9am", "midday", "12:30pm"])
  }

  @Test(
    "Times are read as people type them",
    arguments: [
      ("18:30", 1110), ("6.30pm", 1110), ("9am", 540), ("12pm", 720), ("12am", 0), ("7 pm", 1140),
      ("25:00", nil), ("13pm", nil), ("half six", nil), ("9", nil), ("", nil), ("9:75", nil),
    ] as [(String, Int?)])
  func typed(text: String, minutes: Int?) { #expect(LondonTime.minutes(typed: text) == minutes) }

  /// England and Wales, as published on www.gov.uk/bank-holidays and in the London Gazette.
  @Test(
    "Bank holidays are those published",
    arguments: [
      (
        2016,
        "2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27"
      ),
      (
        2017,
        "2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26"
      ),
      (
        2018,
        "2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26"
      ),
      (
        2019,
        "2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26"
      ),
      (
        2020,
        "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28"
      ),
      (
        2021,
        "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28"
      ),
      (
        2022,
        "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27"
      ),
      (
        2023,
        "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26"
      ),
    ])
  func holidays(year: Int, days: String) {
    #expect(EnglishBankHolidays.days(of: year).map(\.iso).joined(separator: " ") == days)
  }

  @Test(
    "The twentieth working day after a day",
    arguments: [
      ("2017-06-01", "2017-06-29"), ("2017-12-20", "2018-01-22"), ("2018-03-29", "2018-04-30"),
      ("2017-06-03", "2017-06-30"),
    ])
  func twenty(received: String, due: String) throws {
    let day = try #require(CivilDay(received))
    let last = EnglishBankHolidays.workingDay(20, after: day)
    #expect(last.iso == due)
    #expect(EnglishBankHolidays.workingDays(after: day, to: last) == 20)
  }
}
