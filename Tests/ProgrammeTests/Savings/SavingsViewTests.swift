// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Savings
import Testing

@Suite struct `Savings as a day shows them` {
  private let office = SavingsStage.office

  @Test func `have gross, overlap removed and net together`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register("a", SavingsStage.terms(pounds: 3e6), by: office)
    try await stage.desk.register(
      "b", SavingsStage.terms("trust-two", driver: "volume", pounds: 2e6), by: office)
    let view = try stage.view
    let sum = view.total.fullYear
    #expect(sum.gross == 5e6)
    #expect(abs(sum.overlapRemoved - 0.6e6) < 1e-6)
    #expect(abs(sum.net - 4.4e6) < 1e-6)
    #expect(abs(view.schemes[0].fullYearNet - 2.7e6) < 1e-6)
    #expect(abs(view.schemes[1].fullYearNet - 1.7e6) < 1e-6)
    #expect(view.overlap?.pairs.first.map { abs($0.amount - 0.6e6) < 1e-6 } == true)
    #expect(abs((view.funnel.gap ?? 0) - 15.6e6) < 1e-6)
    #expect(view.byOrganisation.map(\.id) == ["trust-one", "trust-two"])
    #expect(view.byGroup.map(\.schemes) == [2, 0])
    #expect(view.total.entries == [1, 2])
  }

  @Test func `count part of a year, and carry the rest forward`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register(
      "a", SavingsStage.terms(pounds: 1.2e6, start: "2017-10-01"), by: office)
    let view = try stage.view
    #expect(view.financialYear == 2017)
    #expect(view.through == SavingsMonth(year: 2017, month: 8))
    #expect(view.total.year.plan == 600_000)
    #expect(view.total.fullYear.gross == 1_200_000)
  }

  @Test func `compare plan and record, and name what is late`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register("a", SavingsStage.terms(pounds: 1.2e6), by: office)
    try await stage.deliver("a")
    for month in 0..<4 {
      try await stage.desk.record(
        "a", month: SavingsMonth.april(2017).adding(month), pounds: 90_000, by: office)
    }
    let line = try #require(try stage.view.schemes.first)
    #expect(line.year.planToDate == 500_000)
    #expect(line.year.actualToDate == 360_000)
    #expect(line.missing == [SavingsMonth(year: 2017, month: 8)])
    #expect(try stage.view.topVariances(5).map(\.id) == ["a"])
    #expect(try stage.view.late.map(\.id) == ["a"])
    // Seven months to come at their plan of 100,000, which is more than the run-rate; half of it
    // counts, because nobody said how sure it is.
    #expect(line.year.forecast == 1_060_000)
    #expect(line.year.riskAdjusted == 710_000)
    #expect(line.entries.count == 7 - 0)
  }

  @Test func `cancel what is another member's income`() async throws {
    let stage = try SavingsStage()
    var terms = SavingsStage.terms("ccg-one", pounds: 1e6)
    terms.lossMember = "trust-one"
    terms.lossIncome = 1e6
    terms.lossCostRemoved = 0.4e6
    try await stage.desk.register("a", terms, by: office)
    let sums = try stage.view.system
    #expect(sums.gross == 1e6)
    #expect(sums.net == 0.4e6)
    #expect(sums.strandedCost == 0.6e6)
  }

  @Test func `say when overlaps cannot be worked out`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register(
      "a", SavingsStage.terms(group: "medicines", pool: "drugs"), by: office)
    #expect(try stage.view.unsized == ["a"])
    try await stage.desk.register(
      "b", SavingsStage.terms("trust-two", pounds: 11e6), by: office)
    let view = try stage.view
    #expect(view.overlap == nil)
    #expect(view.overlapFaults.first?.contains("b claims") == true)
    #expect(view.total.fullYear.net == view.total.fullYear.gross)
  }

  @Test func `stand as they stood on an earlier day`() async throws {
    let stage = try SavingsStage("2017-05-01")
    try await stage.desk.register("a", SavingsStage.terms(), by: office)
    stage.go(to: "2017-09-20")
    try await stage.desk.register(
      "b", SavingsStage.terms(driver: "volume"), by: office)
    let day = try #require(CivilDay("2017-06-30"))
    let then = try stage.data.ledger.state(
      SchemeState.self, asOf: LondonTime.moment(day, minutes: 1439))
    #expect(SavingsView(plan: stage.plan, state: then, day: day).schemes.map(\.id) == ["a"])
    #expect(try stage.view.schemes.count == 2)
  }

  @Test func `have a balance of what is released and put to use`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register("a", SavingsStage.terms(), by: office)
    try await stage.deliver("a")
    try await stage.desk.record("a", month: .april(2017), pounds: 100, by: office)
    try await stage.desk.reinvest(
      SavingsInvestment(
        id: "i", month: try #require(CivilDay("2017-05-01")), pounds: 150, purpose: "Nurses",
        workstream: "local-care"), by: office)
    #expect(try stage.view.reinvestment.months.map(\.balance) == [100, -50])
  }
}

@Suite struct `Money that divides between organisations` {
  @Test func `keeps their schemes apart, and not those within one`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register(
      "a", SavingsStage.terms(pounds: 2e6), by: SavingsStage.office)
    try await stage.desk.register(
      "b", SavingsStage.terms("trust-two", pounds: 2e6), by: SavingsStage.office)
    try await stage.desk.register(
      "c", SavingsStage.terms(driver: "volume", pounds: 3e6), by: SavingsStage.office)
    var plan = stage.plan
    plan.savings.parts = [("trust-one", 60.0), ("trust-two", 40.0)].map {
      SavingsPoolPart(organisation: $0, amount: SavingsFactAmount(fact: "f", pounds: $1))
    }
    let view = SavingsView(plan: plan, state: try stage.desk.state(), day: stage.today)
    // Trust One has £6m of the pool: 1/3 and 1/2 of it overlap by £1m. Trust Two is alone.
    #expect(abs(view.total.fullYear.overlapRemoved - 1e6) < 1e-6)
    #expect(view.overlap?.pairs.count == 1)
    #expect(abs(view.schemes[1].fullYearNet - 2e6) < 1e-6)
  }

  @Test func `takes a commissioner's scheme out of the money of who loses by it`() {
    var plan = SavingsPlan()
    plan.parts = [
      SavingsPoolPart(
        organisation: "trust-one", amount: SavingsFactAmount(fact: "f", pounds: 1))
    ]
    var terms = SavingsStage.terms("ccg-one")
    #expect(plan.part(of: terms) == nil)
    terms.lossMember = "trust-one"
    #expect(plan.part(of: terms) == "trust-one")
    #expect(plan.part(of: SavingsStage.terms()) == "trust-one")
  }
}
