// SPDX-License-Identifier: Apache-2.0
import Finance
import Testing

@Suite struct `Mistakes in a model` {
  @Test func `all mistakes are returned together and in order`() {
    let lines = [
      cost(-1, of: "nobody"),
      cost(5, growth: Growth(rates: [.price: .byYear([2017: 1])], variableShare: 1.5)),
    ]

    let found = mistakes { _ = try model(lines, last: 2019) }

    #expect(
      found == [
        .duplicateLine("cost"),
        .unknownOrganisation("nobody", Place(.line("cost"), .organisation)),
        .negativeAmount(Place(.line("cost"), .baseline)),
        .shareOutsideZeroToOne(Place(.line("cost"), .variableShare)),
        .missingRate(2018, Place(.line("cost"), .growth(.price))),
        .missingRate(2019, Place(.line("cost"), .growth(.price))),
      ])
  }

  @Test func `organisations have one name each`() {
    let twice = members + [members[0]]

    #expect(mistakes { _ = try model([], organisations: twice) } == [.duplicateOrganisation("ccg")])
  }

  @Test func `identifiers are not blank`() {
    let nameless = Organisation(id: " ", name: "", kind: .council)

    #expect(
      mistakes { _ = try model([cost(1, id: "")], organisations: members + [nameless]) } == [
        .blankIdentifier(Place(.organisation(" "), .id)),
        .blankIdentifier(Place(.line(""), .id)),
      ])
  }

  @Test func `a horizon ends after it begins`() {
    #expect(
      mistakes { _ = try model([], last: 2015) } == [
        .horizonEndsBeforeBase(base: 2016, last: 2015)
      ])
    #expect(
      mistakes { _ = try model([], last: 3000) } == [
        .horizonTooLong(base: 2016, last: 3000, limit: 100)
      ])
  }

  @Test func `a horizon may be the base year alone`() throws {
    let projection = try model(workedSystem(), last: 2016).project()

    #expect(projection.system.map(\.gap) == [15])
  }

  @Test func `rates are finite and above minus one hundred`() {
    let rates: [Driver: YearlyRate] = [
      .demographic: .constant(Percent(.nan)), .nonDemographic: -100,
      .price: .byYear([2017: -200, 2018: 0]),
    ]

    let found = mistakes { _ = try model([cost(1, growth: Growth(rates: rates))], last: 2018) }

    #expect(
      found == [
        .rateNotFinite(Place(.line("cost"), .growth(.demographic))),
        .rateNotAboveMinus100(Place(.line("cost"), .growth(.nonDemographic))),
        .rateNotAboveMinus100(Place(.line("cost"), .growth(.price))),
      ])
  }

  @Test func `rates and pressures belong to years after the base`() {
    let growth = Growth(
      rates: [.price: .byYear([2016: 1, 2017: 1])], additive: [2016: 1, 2018: 1])

    let found = mistakes { _ = try model([cost(1, growth: growth)], last: 2017) }

    #expect(
      found == [
        .yearOutsideHorizon(2016, Place(.line("cost"), .growth(.price))),
        .yearOutsideHorizon(2016, Place(.line("cost"), .additive)),
        .yearOutsideHorizon(2018, Place(.line("cost"), .additive)),
      ])
  }

  @Test func `amounts are finite`() {
    let growth = Growth(additive: [2017: MillionPounds(.infinity)])

    let found = mistakes { _ = try model([cost(MillionPounds(.nan), growth: growth)]) }

    #expect(
      found == [
        .amountNotFinite(Place(.line("cost"), .baseline)),
        .amountNotFinite(Place(.line("cost"), .additive)),
      ])
  }

  @Test func `growth does not run past the largest number`() {
    let growth = Growth(rates: [.price: YearlyRate.constant(Percent(1e200))])

    let found = mistakes { _ = try model([cost(1, growth: growth)]) }

    #expect(found == [.amountNotFinite(Place(.line("cost"), .year(2018)))])
  }

  @Test func `a line does not fall below zero`() {
    let found = mistakes { _ = try model([cost(5, growth: Growth(additive: [2018: -6]))]) }

    #expect(found == [.negativeAmount(Place(.line("cost"), .year(2018)))])
  }

  @Test func `the other end of a transfer is another member`() {
    let lines = [
      line("a", of: "ccg", .cost(to: .member("ccg")), 1),
      line("b", of: "ccg", .income(from: .member("moon")), 1),
    ]

    let found = mistakes { _ = try model(lines) }

    #expect(
      found == [
        .tradesWithItself("a"),
        .unknownOrganisation("moon", Place(.line("b"), .counterparty)),
      ])
  }

  @Test func `every mistake reads as a sentence`() {
    let found = mistakes { _ = try model([cost(1, of: "nobody")]) }

    #expect(
      found.map(\.description) == [
        "line 'cost', organisation: there is no organisation 'nobody'"
      ])
  }
}
