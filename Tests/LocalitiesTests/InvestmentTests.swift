// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Localities
import PlanPackage
import Testing

@Suite struct `The investment case of local care` {
  private let tiny: Assessment

  init() throws { tiny = try TinyPlan.assessment() }

  @Test func `costs its staff and what is paid beside them`() {
    // 100 navigators of £30,000, and £0.1 million of training in the first year.
    #expect(tiny.value("case.cost.2026-27") == 3.1)
    #expect(tiny.value("case.cost.2027-28") == 3)
  }

  @Test func `releases at once what follows activity`() {
    // A fifth of 6,000 admissions at £500; half of it in the first year.
    #expect(tiny.value("case.released-at-once.2026-27") == 0.3)
    #expect(tiny.value("case.released-at-once.2027-28") == 0.6)
  }

  @Test func `closes whole wards after their delay`() {
    // 3,000 and 6,000 days are 10.27 and 20.53 beds at 80%: one ward, then two.
    #expect(tiny.value("case.beds-closed.2026-27") == 10)
    #expect(tiny.value("case.beds-closed.2027-28") == 20)
    // Half a year of one ward; then half of one and half of two; £50,000 a bed.
    #expect(tiny.value("case.released-by-beds.2026-27") == 0.25)
    #expect(tiny.value("case.released-by-beds.2027-28") == 0.75)
    #expect(tiny.value("case.net.2027-28") == -1.65)
  }

  @Test func `needs more than is assumed, and says how much`() throws {
    let share = try #require(tiny.value("case.break-even.2027-28"))
    let fall = try #require(tiny.value("case.break-even.admissions.2027-28"))

    // £0.6 million at once for each whole of the effect, and £0.5 million a ward: three wards would
    // ask for 2.5 of it, but the fourth closes at 4 x 10 x 365.25 x 0.8 / 6,000 = 1.948.
    #expect(abs(share - 194.8) < 1e-6)
    #expect(abs(fall - 38.96) < 1e-6)
  }

  @Test func `gives all of it to the only locality`() {
    #expect(tiny.value("case.cost.town.2027-28") == 3)
    #expect(tiny.value("case.net.town.2027-28") == -1.7)
  }

  @Test func `varies every assumption between its ends`() {
    // 500 to 1,000 people for each navigator: £3.6 million to £1.8 million.
    #expect(tiny.value("case.net.case-load.low.2027-28") == -2.25)
    #expect(tiny.value("case.net.case-load.high.2027-28") == -0.45)
    #expect(tiny.value("case.net.worst.2027-28") == -2.25)
    #expect(tiny.value("case.net.best.2027-28") == -0.45)
  }

  @Test func `is described for another program`() throws {
    let document = try LocalCareDocument(tiny, place: "town")

    #expect(document.areas.map(\.id) == ["town"])
    #expect(document.areas.first?.functions == ["care-at-home": "planned"])
    #expect(document.areas.first?.maturity == "begun")
    #expect(document.investmentCase?.map(\.year) == ["2026-27", "2027-28"])
    #expect(throws: PlanError.self) { try LocalCareDocument(tiny, place: "twon") }
  }
}

@Suite struct `The investment case of Kent and Medway` {
  private static let assessed = Result {
    try Assessment(PlanReader(folder: repository + "/Plans/kent-and-medway"))
  }
  private let plan: Assessment

  init() throws { plan = try Self.assessed.get() }

  private var localities: [String] { plan.plan.local.localities.map(\.id) }

  @Test(arguments: ["cost", "net"])
  func `is shared out so that areas sum to what is printed`(measure: String) throws {
    let whole = try #require(plan.value("case.\(measure).2020-21"))
    let parts = localities.compactMap { plan.value("case.\(measure).\($0).2020-21") }

    #expect(parts.count == localities.count)
    #expect(abs(parts.reduce(0, +) - (whole * 10).rounded() / 10) < 1e-9)
  }

  @Test func `adds up in every year`() throws {
    for year in ["2017-18", "2018-19", "2019-20", "2020-21"] {
      let parts = ["released-at-once", "released-by-beds", "reinvested", "cost"].compactMap {
        plan.value("case.\($0).\(year)")
      }
      try #require(parts.count == 4)
      let net = try #require(plan.value("case.net.\(year)"))
      #expect(abs(parts[0] + parts[1] - parts[2] - parts[3] - net) < 1e-4)
    }
  }

  @Test func `has the published hopes above what is assumed, and what was measured below`() throws {
    let assumed = try #require(plan.value("case.net.2020-21"))

    #expect(try #require(plan.value("case.net.as-hoped.2020-21")) > assumed)
    #expect(try #require(plan.value("case.net.as-measured.2020-21")) < assumed)
  }

  @Test func `takes fewer to answer one number in one place than in eight`() throws {
    let pooled = try #require(plan.value("team.call-handlers.pooled"))

    #expect(pooled < (try #require(plan.value("team.call-handlers.needed"))))
  }

  @Test func `states made-up activity as the sum of what was made up`() {
    let services = plan.plan.projection.activity
    func sum(_ prefixes: [String]) -> Double {
      services.filter { row in prefixes.contains { row.service.hasPrefix($0) } }
        .reduce(0) { $0 + $1.activity }
    }

    #expect(plan.value("case.base.outpatients") == sum(["outpatient-"]))
    #expect(plan.value("case.base.electives") == sum(["elective-", "day-case-"]))
  }

  @Test func `has the answer of the model of demand beside its rule`() throws {
    let answer = try #require(try BedAnswer(plan))

    #expect(answer.year == 2020)
    #expect(answer.localCare < 0)
  }

  @Test func `refers every difference to a source and gives it a reason`() {
    for row in plan.plan.careModel.differences {
      #expect(!row.reason.isEmpty)
      #expect(plan.plan.sources.contains { $0.id == row.source })
    }
  }
}
