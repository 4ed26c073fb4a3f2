// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme
import Savings
import Testing

@Suite struct `The register of schemes` {
  private let office = SavingsStage.office

  private func faults(_ act: () async throws -> Void) async -> [FieldFault] {
    do {
      try await act()
      return []
    } catch EventRefusal.faults(let faults) { return faults } catch { return [] }
  }

  @Test func `refuses money that is claimed already, with both places, and records that`()
    async throws
  {
    let stage = try SavingsStage()
    try await stage.desk.register("one", SavingsStage.terms(), by: office)
    let found = await faults {
      try await stage.desk.register(
        "two", SavingsStage.terms(driver: " Rate ", group: "medicines"), by: office)
    }
    #expect(found.map(\.field) == ["pool"])
    let message = found.first?.message ?? ""
    #expect(message.contains("scheme two under Medicines"))
    #expect(message.contains("scheme one under Staffing (entry 1)"))
    let state = try stage.desk.state()
    #expect(state.scheme("two") == nil)
    #expect(state.refusals.first?.value.earlierID == "one")
    // Another driver, another organisation and a withdrawn claim are no obstacles.
    try await stage.desk.register("three", SavingsStage.terms(driver: "volume"), by: office)
    try await stage.desk.register("four", SavingsStage.terms("trust-two"), by: office)
    try await stage.desk.withdraw("one", reason: "Not needed.", by: office)
    try await stage.desk.register("two", SavingsStage.terms(), by: office)
  }

  @Test func `says everything that is wrong with a scheme at once`() async throws {
    let stage = try SavingsStage()
    var terms = SavingsStage.terms("nobody", driver: "", pounds: -1, group: "x", pool: "y")
    terms.title = " "
    terms.lossMember = "nobody"
    let found = await faults { try await stage.desk.register("Bad Id", terms, by: office) }
    #expect(
      Set(found.map(\.field)) == [
        "id", "title", "organisation", "group", "pool", "driver", "full-year", "loss-member",
      ])
    #expect(try stage.desk.state().schemes.isEmpty)
  }

  @Test func `lets no scheme into delivery without an accepted assessment of quality`()
    async throws
  {
    let stage = try SavingsStage()
    try await stage.desk.register("one", SavingsStage.terms(), by: office)
    let missing = await faults {
      try await stage.desk.move("one", to: .inDelivery, on: stage.today, by: office)
    }
    #expect(missing.first?.message.contains("no quality impact assessment") == true)
    let risks = Dictionary(
      uniqueKeysWithValues: QualityAssessment.Subject.allCases.map { ($0, 20) })
    try await stage.desk.assess(
      "one", on: stage.today, risks: risks, outcome: .refused, summary: "Harm.", by: office)
    let refused = await faults {
      try await stage.desk.move("one", to: .inDelivery, on: stage.today, by: office)
    }
    #expect(refused.first?.message.contains("may not go on") == true)
    try await stage.deliver("one")
    #expect(try stage.desk.scheme("one").stage.value == .inDelivery)
    let bad = await faults {
      try await stage.desk.assess(
        "one", on: stage.today, risks: [.safety: 30], outcome: .accepted, summary: "", by: office)
    }
    #expect(bad.count == 5)
  }

  @Test func `keeps every version of a scheme, and says how late it is`() async throws {
    let stage = try SavingsStage()
    try await stage.desk.register("one", SavingsStage.terms(), by: office)
    try await stage.deliver("one")
    try await stage.desk.change(
      "one", SavingsStage.terms(start: "2017-07-01"), from: stage.today, reason: "Late.",
      by: office)
    let record = try stage.desk.scheme("one")
    #expect(record.versions.count == 2)
    #expect(record.slippedMonths == 3)
    #expect(!record.isAssessmentStale)
    try await stage.desk.change(
      "one", SavingsStage.terms(pounds: 9e6, start: "2017-07-01"), from: stage.today,
      reason: "More.", by: office)
    #expect(try stage.desk.scheme("one").isAssessmentStale)
  }

  @Test func `records a month once, corrects it with a reason, and never one to come`()
    async throws
  {
    let stage = try SavingsStage()
    try await stage.desk.register("one", SavingsStage.terms(), by: office)
    let april = SavingsMonth.april(2017)
    let early = await faults {
      try await stage.desk.record("one", month: april, pounds: 1, by: office)
    }
    #expect(early.first?.message.contains("not in delivery") == true)
    try await stage.deliver("one")
    try await stage.desk.record("one", month: april, pounds: 200_000, by: office)
    let again = await faults {
      try await stage.desk.record("one", month: april, pounds: 1, by: office)
    }
    #expect(again.first?.message.contains("recorded already") == true)
    try await stage.desk.correct(
      "one", month: april, pounds: 180_000, reason: "Counted twice.", by: office)
    let record = try stage.desk.scheme("one")
    #expect(record.actuals[april]?.value == 180_000)
    #expect(record.corrected == [april])
    for month in [SavingsMonth.april(2017).adding(5), april.adding(-1)] {
      let wrong = await faults {
        try await stage.desk.record("one", month: month, pounds: 1, by: office)
      }
      #expect(wrong.map(\.field) == ["month"])
    }
  }

  @Test func `puts a form that comes twice on record once`() async throws {
    let stage = try SavingsStage()
    let token = RandomID.make()
    try await stage.desk.weigh(
      SavingsStage.weights, reason: "Agreed.", by: office, token: token)
    try await stage.desk.weigh(
      SavingsStage.weights, reason: "Agreed.", by: office, token: token)
    #expect(try stage.data.ledger.entries(family: "scheme").count == 1)
    #expect(try stage.desk.state().currentWeights.share(.amber) == 0.75)
  }

  @Test func `refuses pools that do not fit in each other`() async throws {
    let stage = try SavingsStage()
    let found = await faults {
      try await stage.desk.size(pool: "all", pounds: 1e6, on: stage.today, by: office)
    }
    #expect(found.first?.message.contains("at least as much") == true)
    try await stage.desk.size(pool: "all", pounds: 30e6, on: stage.today, by: office)
  }
}

@Suite struct `The register of benefits` {
  private let office = SavingsStage.office

  private func terms(_ group: String = "staffing", from: String? = nil, to: String? = nil)
    -> BenefitTerms
  {
    var terms = BenefitTerms(
      description: "Known faces", category: .patients, kind: .quantifiable)
    terms.owner = "Lead"
    terms.organisation = "trust-one"
    terms.group = group
    terms.measure = "Agency shifts"
    terms.baseline = "100"
    terms.target = "60"
    terms.from = from.flatMap { CivilDay($0) }
    terms.to = to.flatMap { CivilDay($0) }
    return terms
  }

  @Test func `refuses a benefit that is claimed twice, with both places`() async throws {
    let stage = try SavingsStage()
    try await stage.benefits.register("one", terms(to: "2017-12-31"), by: office)
    await #expect {
      try await stage.benefits.register("two", terms("medicines", from: "2017-12-31"), by: office)
    } throws: { error in
      let words = "\(error)"
      return words.contains("benefit two under Medicines")
        && words.contains("benefit one under Staffing (entry 1)")
    }
    #expect(try stage.benefits.state().refusals.count == 1)
    // The same measure in days that do not overlap is another benefit.
    try await stage.benefits.register("two", terms("medicines", from: "2018-01-01"), by: office)
  }

  @Test func `refuses one scheme under two groups`() async throws {
    let stage = try SavingsStage()
    var first = terms()
    first.scheme = "s"
    var second = terms("medicines")
    second.scheme = "s"
    second.measure = "Another"
    let (one, two) = (first, second)
    try await stage.benefits.register("one", one, by: office)
    await #expect(throws: EventRefusal.self) {
      try await stage.benefits.register("two", two, by: office)
    }
  }

  @Test func `says how far a measure has come, and shares it out to 1 at most`() async throws {
    let stage = try SavingsStage()
    try await stage.benefits.register("one", terms(), by: office)
    try await stage.benefits.measure("one", on: stage.today, value: 90, by: office)
    #expect(try stage.benefits.benefit("one").progress == 0.25)
    try await stage.benefits.attribute("one", to: "Shared bank", share: 0.7, by: office)
    await #expect(throws: EventRefusal.self) {
      try await stage.benefits.attribute("one", to: "New rota", share: 0.4, by: office)
    }
    try await stage.benefits.attribute("one", to: "Shared bank", share: 0.5, by: office)
    try await stage.benefits.attribute("one", to: "New rota", share: 0.5, by: office)
  }
}
