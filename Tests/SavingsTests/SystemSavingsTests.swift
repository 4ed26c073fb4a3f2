// SPDX-License-Identifier: Apache-2.0

import Savings
import Testing

@Suite struct `Savings of the system as a whole` {
  @Test func `cancel a saving that is only another member's lost income`() {
    let sums = SystemSavings([
      SchemeEffect(
        scheme: "fewer admissions", member: "commissioner", saving: 1000, investment: 0,
        loss: .init(member: "trust", income: 1000, costRemoved: 0)),
      SchemeEffect(scheme: "prices", member: "trust", saving: 300, investment: 50, loss: nil),
    ])
    #expect(sums.gross == 1300)
    #expect(sums.investment == 50)
    #expect(sums.transfersCancelled == 1000)
    #expect(sums.strandedCost == 1000)
    #expect(sums.net == 250)
    #expect(sums.byMember == ["commissioner": 1000, "trust": -750])
    #expect(sums.byMember.values.reduce(0, +) == sums.net)
  }

  @Test func `count the cost that the other member takes out`() {
    let effect = SchemeEffect(
      scheme: "a", member: "commissioner", saving: 1000, investment: 100,
      loss: .init(member: "trust", income: 1000, costRemoved: 400))
    #expect(effect.net == 900)
    #expect(effect.systemNet == 300)
    #expect(SystemSavings([effect]).strandedCost == 600)
  }
}

@Suite struct `The funnel of opportunities` {
  private let funnel = SavingsFunnel(
    target: 190,
    groups: [
      FunnelGroup(
        group: "medicines", stage: .inDelivery, quantified: 40, planned: 30, inDelivery: 20,
        delivered: 5),
      FunnelGroup(
        group: "elderly", stage: .startingShortly, quantified: nil, planned: 0, inDelivery: 0,
        delivered: 0),
    ])

  @Test func `goes from the target to what is delivered`() {
    #expect(funnel.quantified == 40)
    #expect(funnel.unquantified == 150)
    #expect(funnel.planned == 30 && funnel.inDelivery == 20 && funnel.delivered == 5)
    #expect(funnel.gap == 160)
    #expect(funnel.unquantifiedGroups == 1)
  }

  @Test func `counts groups by stage`() {
    #expect(funnel.counts.first { $0.stage == .startingShortly }?.groups == 1)
    #expect(funnel.counts.map(\.groups).reduce(0, +) == 2)
    #expect(OpportunityStage.startingShortly < .quantified)
  }

  @Test func `has no gap without a target`() {
    #expect(SavingsFunnel(target: nil, groups: []).gap == nil)
  }
}

@Suite struct `Savings that are put to use` {
  @Test func `have a balance each month`() {
    let april = SavingsMonth.april(2017)
    let balance = ReinvestmentBalance(
      released: [(april.adding(1), 100), (april.adding(3), 50)], invested: [(april, 80)])
    #expect(balance.months.map(\.balance) == [-80, 20, 20, 70])
    #expect(balance.months.map(\.released) == [0, 100, 0, 50])
    #expect(balance.lowest?.balance == -80)
    #expect(ReinvestmentBalance(released: [], invested: []).months.isEmpty)
  }

  @Test func `are shared to the penny`() throws {
    let split = try GainShare([("trust", 1.0 / 3), ("ccg", 1.0 / 3), ("council", 1.0 / 3)])
    let parts = split.divide(100)
    #expect(parts.map(\.pounds) == [33.34, 33.33, 33.33])
    #expect(throws: SavingsError.self) { try GainShare([("trust", 0.5), ("ccg", 0.6)]) }
    #expect(throws: SavingsError.self) { try GainShare([("trust", 1.5), ("ccg", -0.5)]) }
  }
}
