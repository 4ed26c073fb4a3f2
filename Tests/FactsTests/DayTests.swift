// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@Suite struct `Days` {
  @Test func `every day from 1880 to 2120 comes back from its own text`() throws {
    let first = try #require(Day(iso: "1880-01-01")).number
    let last = try #require(Day(iso: "2120-12-31")).number

    let lost = (first...last).filter { Day(iso: Day(number: $0).iso)?.number != $0 }

    #expect(lost.isEmpty)
  }

  @Test func `days follow one another through the calendar`() throws {
    var number = try #require(Day(iso: "1896-01-01")).number
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...Day.length(of: month, in: year) {
          #expect(Day(year: year, month: month, day: day)?.number == number)
          number += 1
        }
      }
    }
  }

  @Test func `the count begins on 1 January 1970`() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "1969-12-31")?.number == -1)
    #expect(Day(iso: "2017-04-24")?.number == 17_280)
  }

  @Test(arguments: [1904, 2000, 2016, 2400])
  func `a leap year has a 29 February`(year: Int) {
    #expect(Day(year: year, month: 2, day: 29) != nil)
  }

  @Test(arguments: [1900, 2017, 2100, 2018])
  func `another year has none`(year: Int) {
    #expect(Day(year: year, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    "2017-02-29", "2017-04-31", "2017-00-10", "2017-13-10", "2017-04-00", "2017-04-32", "2017-4-24",
    "17-04-24", "24/04/2017", "2017-04-24 ", "2017-04", "2017-04-24-01", "", "2017-+4-24",
    "+017-04-24", "2017-04-+4", "２０１７-04-24",
  ])
  func `a day that is not in the calendar, or not in ISO form, is refused`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `an early year keeps its four digits`() throws {
    #expect(try #require(Day(year: 987, month: 6, day: 5)).iso == "0987-06-05")
  }

  @Test func `a day reads in plain English`() throws {
    #expect(try #require(Day(iso: "2017-04-24")).plainEnglish == "24 April 2017")
  }

  @Test func `days compare by time`() throws {
    #expect(try #require(Day(iso: "2016-12-31")) < #require(Day(iso: "2017-01-01")))
  }

  @Test func `a fraction of a year begins at nought and stays below one`() throws {
    #expect(try #require(Day(iso: "2017-01-01")).decimalYear == 2017)
    // 2 July is day 183 of 365, after 182 whole days.
    #expect(try #require(Day(iso: "2017-07-02")).decimalYear == 2017 + 182.0 / 365)
    #expect(try #require(Day(iso: "2016-12-31")).decimalYear < 2017)
  }
}
