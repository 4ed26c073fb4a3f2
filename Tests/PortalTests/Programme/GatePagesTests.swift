// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import PlanPackage
import Portal
import Programme
import Synchronization
import Testing

/// A portal over the gates of the real plan, with the made-up two years of them.
final class GateSite: Sendable {
  let data: DataFolder
  let portal: Portal
  private let time: GateSiteClock

  static let plan: Plan? = try? PlanReader(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Plans/kent-and-medway").standardized.path
  ).plan()

  init(isFilled: Bool = true) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let time = GateSiteClock(LondonTime.moment(ProgrammeDemonstration.first, minutes: 0))
    self.time = time
    data = try DataFolder(path: path, clock: { time.now })
    var programme = ProgrammePlan(title: "Plan")
    programme.gates = GatePlan(try #require(Self.plan))
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { time.now }, prose: { $0 })
    services.programme = programme
    portal = Portal(services)
    if isFilled { try await fill(programme) }
    time.set(LondonTime.moment(ProgrammeDemonstration.last, minutes: 720))
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  private func fill(_ plan: ProgrammePlan) async throws {
    let time = time
    let stage = ProgrammeStage(
      data: data, plan: plan, clock: { time.now },
      office: Author(id: "office", role: "programme-office"), seed: 1,
      first: ProgrammeDemonstration.first, last: ProgrammeDemonstration.last)
    for step in try ProgrammeDemonstration.steps(stage) {
      time.set(step.time)
      try await step.act()
    }
  }

  func get(_ path: String, as role: Role? = nil, query: String = "") async throws -> Shown {
    Shown(
      await portal.answer(
        PortalRequest(
          method: .get, path: path.split(separator: "/").map(String.init),
          query: FormFields(encoded: query)), EventsSite.visit(role)))
  }

  /// Sends a form, with a token of its own unless it has one.
  func post(_ path: String, _ fields: [(String, String)]) async throws -> Shown {
    let token = fields.contains { $0.0 == "token" } ? [] : [("token", RandomID.make())]
    return Shown(
      await portal.answer(
        PortalRequest(
          method: .post, path: path.split(separator: "/").map(String.init),
          fields: FormFields(
            (token + [("secret", "s")] + fields)
              .map { (name: $0.0, value: $0.1) })), EventsSite.visit(.programmeOffice)))
  }

  func record(_ change: String) throws -> GateRecord {
    try data.ledger.state(GateState.self).record(change)
  }
}

/// A clock that stands still until it is set.
final class GateSiteClock: Sendable {
  private let time: Mutex<Date>
  init(_ time: Date) { self.time = Mutex(time) }
  var now: Date { time.withLock { $0 } }
  func set(_ now: Date) { time.withLock { $0 = now } }
}

@Suite struct `The pages of the gates` {
  @Test func `every change is listed with the gates that it has passed`() async throws {
    let page = try await GateSite().get("/programme/gates")

    #expect(page.status == 200 && !page.isPrivate)
    #expect(page.html.contains("Stroke review") && page.html.contains("East Kent hospitals"))
    #expect(page.html.contains("of 14 gates passed"))
  }

  @Test func `the ladder says in words and shapes how each gate stands, and who owes what`()
    async throws
  {
    let page = try await GateSite().get("/programme/gates/stroke")

    #expect(page.html.contains("● Passed") && page.html.contains("○ Open"))
    #expect(page.html.contains("◐ Passed with conditions"))
    #expect(page.html.contains("Missing at the gates that are open"))
    #expect(page.html.contains("Commissioners"))
    #expect(page.html.contains("href=\"/programme/gates/stroke/consultation\""))
  }

  @Test func `a checklist leads to figures and sources`() async throws {
    let site = try await GateSite()
    let page = try await site.get("/programme/gates/stroke/case-for-change")

    #expect(page.html.contains("href=\"/facts/stroke."))
    #expect(page.html.contains("href=\"/sources/nhs-england-service-change\""))
    #expect(page.html.contains("The checklist at a glance"))
    let tests = try await site.get("/programme/gates/stroke/tests")
    #expect(tests.html.contains("The bed test is open"))
    #expect(tests.html.contains("overdue"))
  }

  @Test func `an earlier day shows less`() async throws {
    let site = try await GateSite()
    let early = try await site.get("/programme/gates/stroke", query: "as-of=2017-01-10")

    #expect(early.html.contains("0 of 14 gates passed"))
    #expect(early.html.contains("as it stood at the end of 10 January 2017"))
    #expect(early.html.contains("?as-of=2017-01-10"))
  }

  @Test(
    arguments: [
      ("2019-02-13", "no hold was in force"), ("2019-04-01", "may have been blocked by"),
      ("2021-11-03", "was blocked by: Referral to the Secretary of State"),
      ("2021-11-04", "was blocked by: Referral to the Secretary of State"),
      ("2021-11-05", "no hold was in force"),
    ])
  func `the replay says of a day what was blocked`(day: String, words: String) async throws {
    let site = try await GateSite(isFilled: false)
    let page = try await site.get("/programme/gates/stroke/replay", query: "as-of=\(day)")

    #expect(page.status == 200)
    #expect(page.html.contains(words))
  }

  @Test func `the replay has a picture, stretches, a calendar, and the closure at Medway`()
    async throws
  {
    let site = try await GateSite(isFilled: false)
    let page = try await site.get("/programme/gates/stroke/replay")

    #expect(page.html.contains("On 4 November 2021"))
    #expect(page.html.contains("<svg") && page.html.contains("Calendar of blocked days"))
    #expect(page.html.contains("Changes made for another reason"))
    #expect(page.html.contains("Then in force: Referral to the Secretary of State"))
    #expect(page.html.contains("on a day from 1 March 2019 to 31 May 2019 that is not known"))
    let before = try await site.get(
      "/programme/gates/stroke/replay", query: "as-of=2020-06-30")
    #expect(!before.html.contains("Changes made for another reason"))
  }

  @Test func `the made-up years have a hold, a refusal and evidence that ran out`() async throws {
    let site = try await GateSite()
    let record = try site.record("east-kent")

    #expect(record.holds.count == 1 && record.liftings.count == 1)
    #expect(record.refusals.map(\.what.on.iso) == ["2017-11-20", "2018-01-15"])
    #expect(record.refusals[0].what.reasons.count == 2)
    #expect(record.begun.count == 1)
    let page = try await site.get("/programme/gates/east-kent")
    #expect(page.html.contains("Ran out after 28 February 2018"))
    #expect(page.html.contains("Refused so far: 20 November 2017, 15 January 2018"))
  }

  @Test func `what is not there is not found`() async throws {
    let site = try await GateSite(isFilled: false)
    for path in [
      "/programme/gates/none", "/programme/gates/stroke/none", "/programme/gates/stroke/tests/x",
    ] {
      #expect(try await site.get(path).status == 404, "\(path)")
    }
  }

  @Test func `staff pages ask who it is`() async throws {
    let site = try await GateSite(isFilled: false)

    #expect(try await site.get("/desk/programme/gates").status == 401)
    #expect(try await site.get("/desk/programme/gates", as: .committeeMember).status == 403)
    #expect(try await site.get("/desk/programme/gates/stroke", as: .programmeOffice).status == 200)
  }

  @Test func `evidence is attached and judged, and a gate passed with a condition`() async throws {
    let site = try await GateSite(isFilled: false)
    let gate = "/desk/programme/gates/stroke/gate/case-for-change"
    let empty = try await site.post("\(gate)/evidence/need", [])
    #expect(empty.status == 422)

    let attached = try await site.post(
      "\(gate)/evidence/need",
      [("kind", "fact"), ("title", "Ward rounds"), ("reference", "stroke.ward-rounds.hospitals")])
    #expect(attached.status == 303 && attached.location == gate)
    let verdict = try await site.post(
      "\(gate)/verdict/need",
      [("outcome", "met"), ("reason", "Read."), ("behalf", "Board")])
    #expect(verdict.status == 303)

    let refused = try await site.post("\(gate)/pass", [("on", "2018-03-30")])
    #expect(refused.status == 422 && refused.html.contains("Programme team"))
    let passed = try await site.post(
      "\(gate)/pass",
      [
        ("on", "2018-03-30"), ("due-published", "2018-05-01"),
        ("owner-published", "Programme team"),
      ])
    #expect(passed.status == 303)
    let page = try await site.get("/programme/gates/stroke/case-for-change")
    #expect(page.html.contains("◐ Passed with conditions"))
    #expect(page.html.contains("by 1 May 2018: to follow"))
  }

  @Test func `a hold refuses a step, and the form says why`() async throws {
    let site = try await GateSite(isFilled: false)
    let root = "/desk/programme/gates/stroke"
    let step = try await site.post(
      "\(root)/step",
      [
        ("title", "Close a unit"), ("undone", "no"), ("owner", "Trust"),
        ("planned", "2018-04-03"),
      ])
    #expect(step.status == 303)
    let id = try #require(try site.record("stroke").steps.first?.what.id)
    let hold = [
      ("token", "dbcdefghijklmnopqrst"), ("kind", "claim"), ("name", "A claim"),
      ("earliest", "2018-03-30"), ("ground", "A letter."),
    ]
    #expect(try await site.post("\(root)/hold", hold).status == 303)
    #expect(try await site.post("\(root)/hold", hold).status == 303)
    #expect(try site.record("stroke").holds.count == 1)

    let refused = try await site.post("\(root)/begin/\(id)", [])

    #expect(refused.status == 422 && refused.html.contains("A claim is in force"))
    #expect(try site.record("stroke").refusals.count == 1)
    let placed = try #require(try site.record("stroke").holds.first?.what.id)
    let lifted = try await site.post(
      "\(root)/lift/\(placed)",
      [("on", "2018-03-31"), ("outcome", "Withdrawn.")])
    #expect(lifted.status == 303)
  }
}
