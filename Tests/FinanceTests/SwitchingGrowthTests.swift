// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit
import Testing

@Suite struct `Funding growth that would reach a gap` {
  @Test func `equal cost and funding need equal growth to stay closed`() throws {
    let lines = [cost(100, growth: Growth(rates: [.price: 3])), funding(100)]

    let rate = try found(model(lines).switchingGrowth(toReach: 0, in: 2020))

    #expect((rate.value - 3).magnitude < 1e-9)
  }

  @Test func `two years of ten per cent close a gap of twenty-one`() throws {
    let rate = try found(
      model([cost(121), funding(100)]).switchingGrowth(toReach: 0, in: 2018))

    #expect((rate.value - 10).magnitude < 1e-9)
  }

  @Test func `a target above the gap gives a fall in funding`() throws {
    let rate = try found(
      model([cost(100), funding(100)]).switchingGrowth(toReach: 19, in: 2018))

    // 0.9 x 0.9 = 0.81
    #expect((rate.value + 10).magnitude < 1e-9)
  }

  @Test func `additive funding is kept and present growth is replaced`() throws {
    let lines = [
      cost(115), funding(100, growth: Growth(rates: [.other: 7], additive: [2017: 5])),
    ]

    let rate = try found(model(lines).switchingGrowth(toReach: 0, in: 2017))

    #expect((rate.value - 10).magnitude < 1e-9)
  }

  @Test func `a gap out of reach says what twenty per cent would leave`() throws {
    let answer = try model([cost(200), funding(100)]).switchingGrowth(toReach: 0, in: 2017)

    guard case .notFound(.gapTooWideAtPlus20(let gap)) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(isClose(gap, 80))
  }

  @Test func `a target beyond a fifth less funding says so`() throws {
    let answer = try model([cost(100), funding(100)]).switchingGrowth(toReach: 50, in: 2017)

    guard case .notFound(.gapTooNarrowAtMinus20(let gap)) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(isClose(gap, 20))
  }

  @Test func `both ends of the range are inside it`() throws {
    let wide = try model([cost(120), funding(100)])
    let closed = try model([cost(100), funding(100)])

    #expect(wide.switchingGrowth(toReach: 0, in: 2017) == .found(20))
    #expect(closed.switchingGrowth(toReach: 20, in: 2017) == .found(-20))
  }

  @Test func `a question without an answer says why`() throws {
    let unfunded = try model([cost(100)])
    let funded = try model([cost(100), funding(100)])

    #expect(unfunded.switchingGrowth(toReach: 0, in: 2018) == .notFound(.noFunding))
    #expect(
      funded.switchingGrowth(toReach: 0, in: 2016) == .notFound(.yearOutsideHorizon(2016)))
    #expect(
      funded.switchingGrowth(toReach: 0, in: 2021) == .notFound(.yearOutsideHorizon(2021)))
    #expect(
      funded.switchingGrowth(toReach: MillionPounds(.nan), in: 2018)
        == .notFound(.targetNotFinite))
  }

  @Test(arguments: seeds) func `the model with that growth has that gap`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let lines = randomSystem(&draws)
    let wanted = Percent(draws.number(-15, 15))
    let target = try gap(of: lines.map { refunded($0, at: wanted) })

    let rate = try found(model(lines).switchingGrowth(toReach: target, in: 2020))

    #expect(try isClose(gap(of: lines.map { refunded($0, at: rate) }), target))
    #expect((rate.value - wanted.value).magnitude < 1e-9)
  }

  private func found(_ answer: SwitchingGrowth) throws -> Percent {
    guard case .found(let rate) = answer else {
      Issue.record("\(answer)")
      return Percent(.nan)
    }
    return rate
  }

  private func gap(of lines: [Line]) throws -> MillionPounds {
    try #require(model(lines).project().system(in: 2020)).gap
  }

  private func refunded(_ line: Line, at rate: Percent) -> Line {
    guard line.flow == .funding else { return line }
    return funding(
      line.baseline,
      growth: Growth(rates: [.other: .constant(rate)], additive: line.growth.additive),
      id: line.id, of: line.organisation)
  }
}
