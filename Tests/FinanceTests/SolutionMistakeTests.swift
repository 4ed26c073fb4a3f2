// SPDX-License-Identifier: Apache-2.0
import Finance
import Testing

@Suite struct `Mistakes in a set of schemes` {
  @Test func `all mistakes are returned together and in order`() {
    var first = scheme("a", saves: -1, of: "nobody", pool: "nowhere")
    first.confidence = 2
    first.investment = Investment(recurrent: [2016: 1], nonRecurrent: [2017: -1])
    let second = scheme("a", saves: 1, from: StartMonth(year: 2021, month: .april))

    let found = planned(Solutions(schemes: [first, second], claimedGaps: [2030: 0]))

    #expect(
      found == [
        .duplicateScheme("a"),
        .unknownOrganisation("nobody", Place(.scheme("a"), .organisation)),
        .unknownPool("nowhere", Place(.scheme("a"), .pool)),
        .negativeAmount(Place(.scheme("a"), .fullYearEffect)),
        .shareOutsideZeroToOne(Place(.scheme("a"), .confidence)),
        .yearOutsideHorizon(2016, Place(.scheme("a"), .recurrentInvestment)),
        .negativeAmount(Place(.scheme("a"), .nonRecurrentInvestment)),
        .yearOutsideHorizon(2021, Place(.scheme("a"), .start)),
        .yearOutsideHorizon(2030, Place(.solutions, .claimedGap)),
      ])
  }

  @Test func `a ramp has shares`() {
    var empty = scheme("a", saves: 1)
    empty.delivery = Delivery(fullYearEffect: 1, start: april2017, ramp: [])
    var steep = scheme("b", saves: 1)
    steep.delivery = Delivery(fullYearEffect: 1, start: april2017, ramp: [0.5, 1.5])

    #expect(
      planned(Solutions(schemes: [empty, steep])) == [
        .emptyRamp("a"), .shareOutsideZeroToOne(Place(.scheme("b"), .ramp)),
      ])
  }

  @Test func `scheme inflation covers every year`() {
    var priced = scheme("a", saves: 1)
    priced.delivery = Delivery(
      fullYearEffect: 1, start: april2017, inflation: .byYear([2017: 1, 2018: 1, 2019: 1]))

    #expect(
      planned(Solutions(schemes: [priced])) == [
        .missingRate(2020, Place(.scheme("a"), .inflation))
      ])
  }

  @Test func `a transfer goes to another member and draws on no pool`() {
    var selfish = scheme("a", saves: 1)
    selfish.effect = .transfer(to: "trust")
    var lost = scheme("b", saves: 1)
    lost.effect = .transfer(to: "moon")
    var pooled = scheme("c", saves: 1, pool: "p")
    pooled.effect = .transfer(to: "ccg")

    let found = planned(
      Solutions(schemes: [selfish, lost, pooled], pools: [fixedPool]))

    #expect(
      found == [
        .transfersToItself("a"), .unknownOrganisation("moon", Place(.scheme("b"), .effect)),
        .transferDrawsOnPool("c", "p"),
      ])
  }

  @Test func `a scheme cannot save more than its pool`() {
    let found = planned(
      Solutions(
        schemes: [
          scheme("a", saves: 11, from: StartMonth(year: 2019, month: .april), pool: "p")
        ],
        pools: [fixedPool]))

    #expect(
      found == [.claimExceedsPool("a", "p", 2019), .claimExceedsPool("a", "p", 2020)])
  }

  @Test func `pools are made of outside costs used once`() {
    let pools = [
      CostPool(id: "a", label: "a", size: .lines(["trust-cost", "ccg-acute", "moon"])),
      CostPool(id: "b", label: "b", size: .lines(["trust-cost", "council-grant"])),
      CostPool(id: "b", label: "b", size: .fixed(0)),
      CostPool(id: "c", label: "c", size: .lines([])),
    ]

    #expect(
      planned(Solutions(schemes: [], pools: pools)) == [
        .duplicatePool("b"),
        .poolLineIsNotOutsideCost("ccg-acute", "a"),
        .unknownLine("moon", Place(.pool("a"), .lines)),
        .lineInTwoPools("trust-cost", "a", "b"),
        .poolLineIsNotOutsideCost("council-grant", "b"),
        .poolNotPositive("b"),
        .poolNotPositive("c"),
      ])
  }

  @Test func `a scheme saves from a pool that holds its own organisation's cost`() {
    let pool = CostPool(id: "p", label: "Care", size: .lines(["council-care"]))

    let found = planned(Solutions(schemes: [scheme("a", saves: 1, pool: "p")], pools: [pool]))

    #expect(found == [.schemeOutsidePool("a", "p")])
  }

  private let fixedPool = CostPool(id: "p", label: "Hospital cost", size: .fixed(10))

  private func planned(_ solutions: Solutions) -> [FinanceError] {
    mistakes { _ = try model(workedSystem()).bridge(solutions) }
  }
}
