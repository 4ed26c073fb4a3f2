// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@Suite struct `Reading a period` {
  @Test(arguments: [
    ("2016-17", Period.Span.financialYear(2016)), ("2099-00", .financialYear(2099)),
    ("2016", .calendarYear(2016)), ("2017-04", .month(year: 2017, month: 4)),
    ("2016-12", .month(year: 2016, month: 12)), ("2011-12", .financialYear(2011)),
  ])
  func `each form of a span has its own meaning`(text: String, span: Period.Span) throws {
    let period = try #require(Period(text))

    #expect(period.start == span && period.end == span && period.isStated)
  }

  @Test func `a day is a span`() throws {
    let day = try #require(Day(iso: "2017-04-24"))

    #expect(Period("2017-04-24") == Period(.day(day)))
  }

  @Test func `a slash joins the two ends of a range`() throws {
    let period = try #require(Period("2016-17/2020-21"))

    #expect(period.start == .financialYear(2016) && period.end == .financialYear(2020))
  }

  @Test func `a question mark says that the plan infers the period`() throws {
    let period = try #require(Period("2017-04?"))

    #expect(!period.isStated && period.start == .month(year: 2017, month: 4))
  }

  @Test(arguments: [
    "2016-17", "2099-00", "2016", "2017-04", "2017-04-24", "2016-17/2020-21", "2016/2017-04-24",
    "2016-17?", "2016-17/2020-21?", "2011-12", "0987", "0987-06-05",
  ])
  func `a period is written as it was read`(text: String) throws {
    #expect(try #require(Period(text)).description == text)
  }

  @Test(arguments: [
    "", "?", "/", "2016-17/", "/2016-17", "2016/17", "16-17", "2016-18", "2016-13", "2017-00",
    "2017-4", "2016-2017", "2017-02-29", "24/04/2017", "2016-17??", "2016-17 ", "2017-18/2016-17",
    "2016/2017/2018", "last year", "Apr-17", "2017-04-24-1", "42849", "-016", "+016", "２０１６",
  ])
  func `anything else is refused`(text: String) {
    #expect(Period(text) == nil)
  }
}

@Suite struct `What a period covers` {
  @Test(arguments: [
    ("2016-17", "2016-04-01", "2017-03-31"), ("2016", "2016-01-01", "2016-12-31"),
    ("2016-02", "2016-02-01", "2016-02-29"), ("2017-04-24", "2017-04-24", "2017-04-24"),
    ("2016-17/2020-21", "2016-04-01", "2021-03-31"), ("2099-00", "2099-04-01", "2100-03-31"),
  ])
  func `its first and last days`(text: String, first: String, last: String) throws {
    let period = try #require(Period(text))

    #expect(period.firstDay.iso == first && period.lastDay.iso == last)
  }

  @Test(arguments: [
    ("2016-17", "2017-03"), ("2016-17", "2016"), ("2016-17", "2017"), ("2017-04-24", "2017-04"),
    ("2016-17/2020-21", "2018-19"), ("2016-17", "2016-17?"),
  ])
  func `periods with a day in common overlap, either way round`(
    left: String, right: String
  ) throws {
    let (one, other) = (try #require(Period(left)), try #require(Period(right)))

    #expect(one.overlaps(other) && other.overlaps(one))
  }

  @Test(arguments: [
    ("2016-17", "2017-04"), ("2016-17", "2016-03"), ("2016-17", "2017-18"), ("2016", "2017"),
    ("2017-04-24", "2017-04-25"),
  ])
  func `periods with none do not`(left: String, right: String) throws {
    let (one, other) = (try #require(Period(left)), try #require(Period(right)))

    #expect(!one.overlaps(other) && !other.overlaps(one))
  }

  @Test(arguments: [
    ("2016-17", "2016-17"), ("2016", "2016"), ("2017-04", "April 2017"),
    ("2017-04-24", "24 April 2017"), ("2016-17/2020-21", "2016-17 to 2020-21"),
    ("2017-04?", "April 2017, date not stated"),
  ])
  func `it reads in plain English`(text: String, expected: String) throws {
    #expect(try #require(Period(text)).plainEnglish == expected)
  }

  @Test func `a financial year is named by its first year`() {
    #expect(Period.financialYear(2016).description == "2016-17")
  }
}
