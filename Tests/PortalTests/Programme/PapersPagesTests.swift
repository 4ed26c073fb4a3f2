// SPDX-License-Identifier: Apache-2.0

import Assessment
import Engagement
import Foundation
import Ledger
import Papers
import People
import PlanPackage
import Programme
import Testing

@testable import Portal

/// The portal over the smallest plan, on 1 October 2017.
private struct PapersHouse {
  static let today = CivilDay(number: 17_440)
  private static let plan = Result {
    try Assessment(
      try PlanReader(
        folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures/tiny"))
  }

  let data: DataFolder
  let portal: Portal
  let workstream: String
  let staff = Visit(
    person: Person(id: "office", name: "Sam", role: .programmeOffice), formSecret: "secret")

  init() throws {
    let now = LondonTime.moment(Self.today, minutes: 600)
    data = try DataFolder(path: NSTemporaryDirectory() + "papers-\(UUID().uuidString)") { now }
    let assessment = try Self.plan.get()
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { now }, prose: { $0 })
    services.programme = ProgrammePlan(assessment.plan)
    services.papers = PaperMaker(plan: assessment.plan, graph: assessment.graph)
    portal = Portal(services)
    workstream = try #require(services.programme.workstreams.first).id
  }

  struct Seen {
    let status: Int
    let html: String
    let leads: String
    let bytes: [UInt8]
  }

  func get(_ address: String, as visit: Visit = .anonymous) async -> Seen {
    let halves = address.split(separator: "?", maxSplits: 1)
    return await ask(
      PortalRequest(
        method: .get, path: halves[0].split(separator: "/").map(String.init),
        query: FormFields(encoded: halves.count > 1 ? String(halves[1]) : "")), visit)
  }

  func post(_ path: String, _ fields: [(String, String)], as visit: Visit) async -> Seen {
    await ask(
      PortalRequest(
        method: .post, path: path.split(separator: "/").map(String.init),
        fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), visit)
  }

  private func ask(_ request: PortalRequest, _ visit: Visit) async -> Seen {
    guard let answer = await portal.answer(request, visit) else {
      return Seen(status: 0, html: "", leads: "", bytes: [])
    }
    switch answer.body {
    case .page(let page): return Seen(status: answer.status, html: page.html, leads: "", bytes: [])
    case .file(_, let bytes, _):
      return Seen(status: answer.status, html: "", leads: "", bytes: bytes)
    case .redirect(let path): return Seen(status: answer.status, html: "", leads: path, bytes: [])
    }
  }
}

@Suite struct `The pages of papers` {
  @Test func `list every public kind and what was issued`() async throws {
    let house = try PapersHouse()
    let page = await house.get("/programme/papers")
    #expect(page.status == 200)
    for kind in ["board", "highlight", "scrutiny", "stocktake"] {
      #expect(page.html.contains("href=\"/programme/papers/\(kind)\""))
    }
    #expect(!page.html.contains("/programme/papers/regulator"))
    #expect(page.html.contains("No paper had been issued by this day."))
    #expect(await house.get("/programme").html.contains("/programme/papers"))
  }

  @Test func `show a draft of any day, and say that it is one`() async throws {
    let house = try PapersHouse()
    for kind in ["board", "scrutiny", "stocktake"] {
      let page = await house.get("/programme/papers/\(kind)?as-of=2017-08-31")
      #expect(page.status == 200)
      #expect(page.html.contains("<strong>Draft.</strong>"))
      #expect(page.html.contains("31 August 2017"))
      #expect(page.html.components(separatedBy: "<h1>").count == 2)
      #expect(!page.html.contains("<style"))
    }
  }

  @Test func `give the same paper as files`() async throws {
    let house = try PapersHouse()
    let html = await house.get("/programme/papers/board.html?as-of=2017-08-31")
    #expect(String(decoding: html.bytes, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    #expect(
      await house.get("/programme/papers/board.xlsx?as-of=2017-08-31").bytes
        .starts(with: [0x50, 0x4B]))
    #expect(await house.get("/programme/papers/board.json?as-of=2017-08-31").bytes.first == 0x7B)
  }

  @Test(arguments: [
    "/programme/papers/nonsense", "/programme/papers/board.pdf", "/programme/papers/issued/x",
    "/programme/papers/highlight.xlsx", "/programme/papers/highlight?workstream=nonsense",
    "/programme/papers/board/more",
  ])
  func `are not found where there is nothing`(path: String) async throws {
    let house = try PapersHouse()
    #expect(await house.get(path).status == 404)
  }

  @Test func `ask for the workstream of a highlight report`() async throws {
    let house = try PapersHouse()
    let choice = await house.get("/programme/papers/highlight")
    #expect(choice.html.contains("workstream=\(house.workstream)"))
    let page = await house.get("/programme/papers/highlight?workstream=\(house.workstream)")
    #expect(page.status == 200)
  }

  @Test func `keep the return to the regulators for staff`() async throws {
    let house = try PapersHouse()
    #expect(await house.get("/programme/papers/regulator").status == 401)
    #expect(await house.get("/programme/papers/regulator", as: house.staff).status == 200)
  }

  @Test func `issue a paper once however often the form is sent`() async throws {
    let house = try PapersHouse()
    let fields = [
      ("kind", "board"), ("day", "2017-09-30"), ("token", "abcdefgh0123456789abcd"),
    ]
    let one = await house.post("/desk/programme/papers", fields, as: house.staff)
    let two = await house.post("/desk/programme/papers", fields, as: house.staff)
    #expect(one.status == 303)
    #expect(one.leads == two.leads)
    #expect(try house.data.ledger.entries().count == 1)
    let page = await house.get(one.leads)
    #expect(page.status == 200)
    #expect(page.html.contains("SHA-256"))
    #expect(!page.html.contains("<strong>Draft.</strong>"))
    #expect(await house.get("/programme/papers").html.contains(one.leads))
  }

  @Test(arguments: [
    [("kind", "board"), ("day", "")], [("kind", ""), ("day", "2017-09-30")],
    [("kind", "board"), ("day", "2030-01-01")], [("kind", "highlight"), ("day", "2017-09-30")],
    [("kind", "board"), ("day", "2017-09-30"), ("since", "2017-10-01")],
    [("kind", "board"), ("day", "2017-09-30"), ("since", "nonsense")],
  ])
  func `give the form back with what is wrong`(fields: [(String, String)]) async throws {
    let house = try PapersHouse()
    let answer = await house.post("/desk/programme/papers", fields, as: house.staff)
    #expect(answer.status == 422)
    #expect(answer.html.contains("There is a problem"))
    #expect(try house.data.ledger.entries().isEmpty)
  }

  @Test func `are issued by those who run the programme only`() async throws {
    let house = try PapersHouse()
    #expect(await house.get("/desk/programme/papers").status == 401)
    let analyst = Visit(person: Person(id: "a", name: "A", role: .analyst), formSecret: "s")
    #expect(await house.get("/desk/programme/papers", as: analyst).status == 403)
  }

  @Test func `say of a withdrawn paper why, and keep it`() async throws {
    let house = try PapersHouse()
    let issued = await house.post(
      "/desk/programme/papers", [("kind", "board"), ("day", "2017-09-30")], as: house.staff)
    let id = try #require(issued.leads.split(separator: "/").last.map(String.init))
    let empty = await house.post("/desk/programme/papers/\(id)", [("reason", "")], as: house.staff)
    #expect(empty.status == 422)
    let done = await house.post(
      "/desk/programme/papers/\(id)", [("reason", "Synthetic: a wrong total.")], as: house.staff)
    #expect(done.status == 303)
    let page = await house.get(issued.leads)
    #expect(page.html.contains("Withdrawn: Synthetic: a wrong total."))
    #expect(page.html.contains("class=\"paper\""))
  }
}
