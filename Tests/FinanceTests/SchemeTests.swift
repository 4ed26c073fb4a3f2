// SPDX-License-Identifier: Apache-2.0
import Finance
import Testing

@Suite struct `Delivery of a scheme` {
  let october2017 = StartMonth(year: 2017, month: .october)

  @Test func `a saving from October is half in its first year and whole after`() throws {
    let delivery = Delivery(fullYearEffect: 1.2, start: october2017)

    #expect(delivery.partYearEffect == 0.6)
    #expect(delivery.recurrentEffect == 1.2)
    #expect(delivery.carryForward == 0.6)
    #expect(try grossByYear(delivery) == [0, 0.6, 1.2, 1.2, 1.2])
  }

  @Test func `a saving that does not recur is gone the next year`() throws {
    let delivery = Delivery(
      fullYearEffect: 1.2, start: october2017, recurrence: .nonRecurrent)

    #expect(delivery.partYearEffect == 0.6)
    #expect(delivery.recurrentEffect == 0)
    #expect(delivery.carryForward == -0.6)
    #expect(try grossByYear(delivery) == [0, 0.6, 0, 0, 0])
  }

  @Test func `a ramp delivers its share of each year and its last share for ever`() throws {
    let delivery = Delivery(
      fullYearEffect: 10, start: StartMonth(year: 2017, month: .april), ramp: [0.25, 0.5, 1])

    #expect(try grossByYear(delivery) == [0, 2.5, 5, 10, 10])
  }

  @Test func `a ramp and a part year multiply`() throws {
    let delivery = Delivery(fullYearEffect: 8, start: october2017, ramp: [0.5, 1])

    // 8 x 0.5 x 6/12
    #expect(delivery.partYearEffect == 2)
    #expect(try grossByYear(delivery) == [0, 2, 8, 8, 8])
  }

  @Test func `a saving may rise with inflation from the base year`() throws {
    let delivery = Delivery(
      fullYearEffect: 100, start: StartMonth(year: 2018, month: .april), inflation: 10)

    let gross = try grossByYear(delivery)

    #expect(zip(gross, [0, 0, 121, 133.1, 146.41]).allSatisfy { isClose($0, $1) })
  }

  @Test(arguments: FinancialMonth.allCases)
  func `the part year is the sum of the months from the start`(month: FinancialMonth) {
    let delivery = Delivery(fullYearEffect: 24, start: StartMonth(year: 2017, month: month))

    let months = FinancialMonth.allCases.filter { $0 >= month }

    #expect(isClose(delivery.partYearEffect, months.reduce(0) { sum, _ in sum + 2 }))
  }

  private func grossByYear(_ delivery: Delivery) throws -> [MillionPounds] {
    let scheme = Scheme(
      id: "s", label: "s", workstream: "productivity", organisation: "trust", delivery: delivery)
    let bridge = try model(workedSystem()).bridge(Solutions(schemes: [scheme]))
    return bridge.schemes.filter { $0.weighting == .full }.map(\.gross)
  }
}
