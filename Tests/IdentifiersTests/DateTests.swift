// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Testing

@Suite struct DateTests {
  @Test(arguments: [
    "1980-03-02", "1980/3/2", "19800302", "02/03/1980", "2.3.1980", "2 Mar 1980", "2nd March 1980",
    "March 2, 1980", "1980-03-02T00:00:00", "1980-03-02 00:00:00.000", " 02-MAR-1980 ",
  ])
  func `reads the ways a day is written`(written: String) {
    #expect(StandardDate.standardise(written).value == "1980-03-02")
  }

  @Test func `reads month first when told`() {
    #expect(StandardDate("03/02/1980", order: .monthDayYear)?.text == "1980-03-02")
  }

  @Test func `finds which comes first from the dates themselves`() {
    #expect(DateOrder.detected(in: ["05/06/1994", "09/29/1994"]) == .monthDayYear)
    #expect(DateOrder.detected(in: ["05/06/1994", "29/09/1994"]) == .dayMonthYear)
    #expect(DateOrder.detected(in: ["1994-09-29"]) == .dayMonthYear)
  }

  @Test func `refuses a date that is not one, and lets it be compared`() {
    let outcome = StandardDate.standardise("2001-02-29")
    #expect(outcome.status == .invalid)
    #expect(outcome.value == nil)
    #expect(outcome.comparable == "2001-02-29")
    #expect(StandardDate("2000-02-29") != nil)
    #expect(StandardDate("1900-02-29") == nil)
  }

  @Test(arguments: ["", "1900-01-01", "01/01/1900", "9999-12-31", "unknown", "Not known"])
  func `takes placeholders for nothing`(written: String) {
    #expect(StandardDate.standardise(written).status == .missing)
  }

  @Test func `refuses two digits for a year`() {
    #expect(StandardDate.standardise("02/03/80").status == .invalid)
  }

  @Test func `changes day and month over where the calendar allows`() {
    #expect(StandardDate("1980-03-02")?.dayAndMonthSwapped?.text == "1980-02-03")
    #expect(StandardDate("1980-03-13")?.dayAndMonthSwapped == nil)
  }
}
