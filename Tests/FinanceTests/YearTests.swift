// SPDX-License-Identifier: Apache-2.0
import Finance
import Testing

@Suite struct `Financial years and months` {
  @Test func `a year prints as its two calendar years`() {
    #expect(Year(2016).description == "2016-17")
    #expect(Year(1999).description == "1999-00")
    #expect(Year(2008).description == "2008-09")
  }

  @Test func `a printed year reads back as itself`() {
    #expect(Year("2016-17") == 2016)
    #expect(Year("1999-00") == 1999)
  }

  @Test(arguments: ["2016-18", "2016", "16-17", "2016/17", "2016-7", " 2016-17", "201a-17", ""])
  func `text that is not a financial year is refused`(text: String) {
    #expect(Year(text) == nil)
  }

  @Test func `years count forward and measure distance`() {
    #expect((Year(2016)...Year(2018)).map(\.description) == ["2016-17", "2017-18", "2018-19"])
    #expect(Year(2016).distance(to: 2020) == 4)
  }

  @Test func `a month says how much of the financial year it leaves`() {
    #expect(FinancialMonth.april.monthsToYearEnd == 12)
    #expect(FinancialMonth.october.monthsToYearEnd == 6)
    #expect(FinancialMonth.march.monthsToYearEnd == 1)
  }
}
