// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Cash and constant prices` {
  @Test func `cash becomes constant prices by the ratio of the index`() throws {
    let deflator = try Deflator(index: [2016: 100, 2020: 108])

    let real = try deflator.real(CashAmount(54, in: 2020), inPricesOf: 2016)

    #expect(real == RealAmount(50, in: 2020, pricesOf: 2016))
  }

  @Test func `constant prices become cash again`() throws {
    let deflator = try Deflator(index: [2016: 100, 2020: 108])

    let cash = try deflator.cash(RealAmount(50, in: 2020, pricesOf: 2016))

    #expect(cash == CashAmount(54, in: 2020))
  }

  @Test func `constant prices move to another base`() throws {
    let deflator = try Deflator(index: [2016: 100, 2018: 105, 2020: 110])

    let moved = try deflator.rebased(
      RealAmount(100, in: 2018, pricesOf: 2016), inPricesOf: 2020)

    #expect(isClose(moved.amount, 110) && moved.pricesOf == 2020 && moved.year == 2018)
  }

  @Test func `an index grows from yearly rates`() throws {
    let deflator = try Deflator(base: 2016, growth: .byYear([2017: 10, 2018: 20]), through: 2018)

    let real = try deflator.real(CashAmount(132, in: 2018), inPricesOf: 2016)

    #expect(isClose(real.amount, 100))
  }

  @Test func `a missing year is an error and not a guess`() throws {
    let deflator = try Deflator(index: [2016: 100])

    #expect(throws: FinanceError.missingIndex(2019)) {
      try deflator.real(CashAmount(1, in: 2019), inPricesOf: 2016)
    }
    #expect(
      mistakes { _ = try Deflator(base: 2016, growth: .byYear([2017: 1]), through: 2019) } == [
        .missingRate(2018, Place(.deflator, .inflation)),
        .missingRate(2019, Place(.deflator, .inflation)),
      ])
  }

  @Test func `an index is above zero`() {
    #expect(
      mistakes { _ = try Deflator(index: [2018: .infinity, 2016: 0, 2017: 1]) } == [
        .indexNotPositive(2016), .indexNotPositive(2018),
      ])
  }

  @Test(arguments: seeds) func `there and back is where we began`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let deflator = try Deflator(
      index: [2016: draws.number(50, 150), 2020: draws.number(50, 150)])
    let cash = CashAmount(MillionPounds(draws.number(-500, 500)), in: 2020)

    let back = try deflator.cash(deflator.real(cash, inPricesOf: 2016))

    #expect(isClose(back.amount, cash.amount))
  }
}
