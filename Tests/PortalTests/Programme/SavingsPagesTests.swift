// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Programme
import Savings
import Testing

/// A portal with two schemes on one pool.
private final class SavingsSite: Sendable {
  let data: DataFolder
  let portal: Portal
  private static let now = LondonTime.moment(
    CivilDay("2017-09-20") ?? CivilDay(number: 0), minutes: 600)

  init() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: { Self.now })
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { Self.now },
      prose: { "<p>\($0)</p>" })
    services.programme = Self.plan
    portal = Portal(services)
    let desk = SchemeDesk(data, plan: Self.plan, clock: { Self.now })
    for (id, driver, pounds) in [("rates", "rate", 3e6), ("shifts", "volume", 2e6)] {
      try await desk.register(id, Self.terms(driver, pounds), by: .program)
    }
    var terms = BenefitTerms(description: "Known faces", category: .patients, kind: .quantifiable)
    terms.owner = "Lead"
    terms.organisation = "trust"
    terms.measure = "Shifts"
    try await BenefitDesk(data, plan: Self.plan, clock: { Self.now }).register(
      "faces", terms, by: .program)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  static func terms(_ driver: String, _ pounds: Double) -> SchemeTerms {
    SchemeTerms(
      title: "By \(driver)", organisation: "trust", group: "staffing", pool: "agency",
      driver: driver, start: CivilDay("2017-04-01") ?? CivilDay(number: 0), fullYear: pounds)
  }

  private static var plan: ProgrammePlan {
    var plan = ProgrammePlan(title: "Plan")
    plan.workstreams = [NamedThing(id: "local-care", name: "Local care")]
    plan.organisations = [NamedThing(id: "trust", name: "The Trust")]
    plan.savings.target = SavingsFactAmount(fact: "opportunity", pounds: 190e6)
    plan.savings.pools = [
      SavingsPoolDefinition(
        id: "agency", label: "Agency staff", size: SavingsFactAmount(fact: "f", pounds: 10e6))
    ]
    plan.savings.groups = [
      SavingsGroupDefinition(id: "staffing", name: "Staffing", stage: .working),
      SavingsGroupDefinition(id: "elderly", name: "Elderly", stage: .startingShortly),
    ]
    return plan
  }

  func get(_ path: String, as role: Role? = nil, query: String = "") async -> Shown {
    await send(
      PortalRequest(
        method: .get, path: path.split(separator: "/").map(String.init),
        query: FormFields(encoded: query)), role)
  }

  func post(_ path: String, _ fields: [(String, String)], as role: Role?) async -> Shown {
    await send(
      PortalRequest(
        method: .post, path: path.split(separator: "/").map(String.init),
        fields: FormFields(
          fields.map { (name: $0.0, value: $0.1) } + [(name: "secret", value: "s")])
      ), role)
  }

  private func send(_ request: PortalRequest, _ role: Role?) async -> Shown {
    Shown(await portal.answer(request, EventsSite.visit(role)))
  }
}

@Suite struct `The pages of savings` {
  @Test func `show gross, overlap and net together`() async throws {
    let site = try await SavingsSite()
    let page = await site.get("/programme/savings")
    #expect(page.status == 200)
    #expect(page.html.contains("Of £190.00m that should be saved each year"))
    #expect(page.html.contains("they claim £5.00m; £600,000 of that is counted more than once"))
    #expect(page.html.contains("£4.40m is left"))
    #expect(page.html.contains("starting shortly: 1"))
    #expect(page.html.contains("No national weights exist"))
    #expect(!page.isPrivate)
  }

  @Test(arguments: [
    "/programme/savings/schemes", "/programme/savings/schemes/rates",
    "/programme/savings/groups/staffing", "/programme/savings/groups/elderly",
    "/programme/savings/overlap", "/programme/savings/reinvestment", "/programme/benefits",
    "/programme/benefits/faces", "/programme",
  ]) func `are there`(_ path: String) async throws {
    let page = try await SavingsSite().get(path)
    #expect(page.status == 200)
    #expect(page.html.contains("<h1>"))
  }

  @Test(arguments: ["schemes/nothing", "groups/nothing", "nothing.csv", "a/b/c"])
  func `are not there for what is not there`(_ path: String) async throws {
    #expect(try await SavingsSite().get("/programme/savings/\(path)").status == 404)
  }

  @Test func `credit each scheme by Shapley value`() async throws {
    let page = try await SavingsSite().get("/programme/savings/overlap")
    #expect(page.html.contains("£2.70m"))
    #expect(page.html.contains("£1.70m"))
  }

  @Test func `let a reader try shares`() async throws {
    let site = try await SavingsSite()
    let page = await site.get(
      "/programme/savings/overlap", query: "pool=100&shares=50;40;10&rule=independent")
    #expect(page.html.contains("£73.00m"))
    let wrong = await site.get("/programme/savings/overlap", query: "pool=10&shares=150")
    #expect(wrong.html.contains("Enter up to 30 shares from 0 to 100"))
  }

  @Test func `show the register as of an earlier day`() async throws {
    let page = try await SavingsSite().get("/programme/savings/schemes", query: "as-of=2017-01-31")
    #expect(page.html.contains("No scheme is registered yet"))
    #expect(page.html.contains("31 January 2017"))
  }

  @Test func `give tables with money in plain pounds`() async throws {
    let page = try await SavingsSite().get("/programme/savings/schemes.csv")
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("By rate,The Trust,Staffing,Idea,3000000,2700000,"))
  }
}

@Suite struct `The desk of savings` {
  @Test func `is for those who run the programme`() async throws {
    let site = try await SavingsSite()
    #expect(await site.get("/desk/programme/savings").status == 401)
    let page = await site.get("/desk/programme/savings", as: .programmeOffice)
    #expect(page.status == 200)
    #expect(page.isPrivate)
  }

  @Test(arguments: [
    "savings/new", "savings/import", "savings/weights", "savings/reinvest",
    "savings/groups/staffing", "savings/pools/agency", "savings/schemes/rates",
    "savings/schemes/rates/change", "savings/schemes/rates/assess", "savings/schemes/rates/move",
    "savings/schemes/rates/record", "savings/schemes/rates/correct",
    "savings/schemes/rates/forecast", "savings/schemes/rates/withdraw", "benefits",
    "benefits/new", "benefits/import", "benefits/faces/measure", "benefits/faces/attribute",
    "benefits/faces/change", "benefits/faces/withdraw",
  ]) func `has its forms`(_ path: String) async throws {
    let page = try await SavingsSite().get("/desk/programme/\(path)", as: .programmeOffice)
    #expect(page.status == 200)
  }

  @Test func `names the gate that a scheme has not passed`() async throws {
    let site = try await SavingsSite()
    let page = await site.post(
      "/desk/programme/savings/schemes/rates/move",
      [("stage", "in-delivery"), ("on", "2017-09-20")], as: .programmeOffice)
    #expect(page.status == 422)
    #expect(page.html.contains("has no quality impact assessment"))
  }

  @Test func `refuses a double claim in the form, with both places`() async throws {
    let site = try await SavingsSite()
    let page = await site.post(
      "/desk/programme/savings/new",
      [
        ("id", "again"), ("title", "Again"), ("organisation", "trust"), ("group", "elderly"),
        ("pool", "agency"), ("driver", "Rate"), ("start", "2017-10-01"), ("full-year", "£1,000"),
      ], as: .programmeOffice)
    #expect(page.status == 422)
    #expect(page.html.contains("scheme again under Elderly"))
    #expect(page.html.contains("scheme rates under Staffing"))
  }

  @Test func `checks a table, shows what would change, and records it once`() async throws {
    let site = try await SavingsSite()
    let path = "/desk/programme/savings/import"
    let header =
      "Scheme,Title,Organisation,Working group,Pool,Driver,Recurrent,Start,Recurrent plan,"
      + "In-year annual plan\n"
    let good = header + "bank,Shared bank,The Trust,Staffing,agency,bank,yes,2017-10-01,100,50\n"
    let bad = await site.post(
      path, [("file", good + "x,,Nobody,,,,,,,\n"), ("act", "take")], as: .programmeOffice)
    #expect(bad.status == 422)
    #expect(bad.html.contains("9 problems in what was pasted"))
    let preview = await site.post(path, [("file", good)], as: .programmeOffice)
    #expect(preview.html.contains("New: Shared bank, £100k a year"))
    #expect(try site.data.ledger.state(SchemeState.self).scheme("bank") == nil)
    let done = await site.post(
      path, [("file", good), ("act", "take"), ("token", RandomID.make())], as: .programmeOffice)
    #expect(done.status == 303)
    #expect(try site.data.ledger.state(SchemeState.self).scheme("bank")?.terms.fullYear == 100_000)
  }
}
