// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Testing

@Suite("Pages of consultations")
struct ConsultationPagesTests {
  private func opened() async throws -> PortalConsultationFixture {
    let fixture = try PortalConsultationFixture()
    try await fixture.publishForm()
    let answer = await fixture.post(
      "/desk/consultations/stroke/open", [("open-until", "2018-04-13"), ("token", "t1")])
    #expect(answer.status == 303)
    return fixture
  }

  static let everyPage: [(String, Role?)] = [
    ("/have-your-say", nil), ("/consultations", nil), ("/consultations/stroke", nil),
    ("/consultations/later", nil), ("/consultations/stroke/checklist", nil),
    ("/consultations/stroke/review", nil), ("/consultations/stroke/responses", nil),
    ("/consultations/stroke/responses/ANON-1", nil), ("/consultations/stroke/log", nil),
    ("/desk/consultations", .analyst), ("/desk/consultations/stroke", .programmeOffice),
    ("/desk/consultations/later", .programmeOffice),
    ("/desk/consultations/stroke/checklist", .committeeMember),
    ("/desk/consultations/stroke/checklist/gunning-1", .programmeOffice),
    ("/desk/consultations/stroke/review", .programmeOffice),
    ("/desk/consultations/stroke/flags", .programmeOffice),
    ("/desk/consultations/stroke/flags/ANON-2", .programmeOffice),
    ("/desk/consultations/stroke/retention", .administrator),
    ("/desk/moderation", .programmeOffice),
    ("/desk/moderation/stroke/ANON-2/why", .programmeOffice),
  ]

  @Test(
    "Every page answers, with one first heading, ids and captions that differ, and no script",
    arguments: everyPage)
  func pages(path: String, role: Role?) async throws {
    let fixture = try await opened()
    for number in 1...8 {
      try await fixture.respond(
        number, number < 5 ? "Please keep our unit open for all of us here" : "Words \(number)",
        flags: number == 2 ? [.tooQuick] : [])
    }
    try await ConsultationDemonstration.fill(
      fixture.data, plan: PortalConsultationFixture.plan, seed: 3,
      now: PortalConsultationFixture.date("2018-02-02T09:00:00Z"))
    let (status, html) = await fixture.get(path, as: role)
    if path.hasSuffix("ANON-2/why") {
      #expect(status == 200 || status == 404)
    } else {
      #expect(status == 200)
    }
    #expect(html.split(separator: "<h1", omittingEmptySubsequences: false).count == 2)
    for mark in [" id=\"", "<caption>"] {
      let found = html.components(separatedBy: mark).dropFirst().map {
        $0.prefix { $0 != "\"" && $0 != "<" }
      }
      #expect(Set(found).count == found.count, "\(mark) repeats in \(path)")
    }
    #expect(!html.contains("<script") && !html.contains("style=\"") && !html.contains("{{"))
    #expect(!html.contains("Optional("))
    let levels = html.components(separatedBy: "<h").dropFirst().compactMap {
      $0.first?.wholeNumberValue
    }
    #expect(zip(levels.dropFirst(), levels).allSatisfy { $0 <= $1 + 1 }, "headings of \(path)")
  }

  @Test("Staff pages ask who is there, and what they may do")
  func permissions() async throws {
    let fixture = try await opened()
    for (path, role) in Self.everyPage where role != nil {
      #expect(await fixture.get(path).status == 401, "\(path)")
    }
    #expect(await fixture.get("/desk/moderation", as: .analyst).status == 403)
    #expect(await fixture.get("/desk/consultations/stroke/flags", as: .analyst).status == 403)
    let closing = await fixture.post(
      "/desk/consultations/stroke/close", [("close-reason", "x")], as: .analyst)
    #expect(closing.status == 403)
    let purge = await fixture.post(
      "/desk/consultations/stroke/retention/purge", [("sure", "erase")], as: .programmeOffice)
    #expect(purge.status == 403)
  }

  @Test("Unknown ids are not found, and other parts answer at their own addresses")
  func unknown() async throws {
    let fixture = try await opened()
    for path in [
      "/consultations/none", "/consultations/none/log", "/consultations/stroke/responses/ANON-99",
      "/consultations/none/results", "/consultations/none/form",
    ] {
      #expect(await fixture.get(path).status == 404, "\(path)")
    }
    let results = await fixture.get("/consultations/stroke/results")
    #expect(results.status == 200 && results.html.contains("The results are not published yet."))
    let booklet = await fixture.get("/consultations/stroke/form")
    #expect(booklet.status == 200 && booklet.html.contains("Do you agree?"))
    #expect(
      await fixture.get("/desk/consultations/none", as: .programmeOffice).status == 404)
    #expect(
      await fixture.get("/desk/consultations/stroke/checklist/none", as: .programmeOffice).status
        == 404)
    #expect(
      await fixture.get("/desk/consultations/stroke/certificate", as: .programmeOffice).status
        == 404)
  }

  @Test("The page says how long it is open, with a button only while it is")
  func dates() async throws {
    let fixture = try await opened()
    var html = await fixture.get("/consultations/stroke").html
    #expect(html.contains("70 days left. It closes on 13 April 2018 at midnight."))
    #expect(html.contains("action=\"/consultations/stroke/respond\""))
    #expect(!PortalConsultationFixture.value(of: "token", in: html).isEmpty)
    #expect(html.contains("&lt;units>") && html.contains("href=\"/options/stroke\""))
    fixture.move(to: "2018-04-13T12:00:00Z")
    #expect(await fixture.get("/have-your-say").html.contains("Closes today at midnight"))
    fixture.move(to: "2018-04-13T23:00:00Z")
    html = await fixture.get("/consultations/stroke").html
    #expect(!html.contains("/respond\"") && html.contains("It takes no more responses"))
  }

  @Test("A wrong form comes back with what was typed and says what is wrong beside the field")
  func errors() async throws {
    let fixture = try await opened()
    let (status, html) = await fixture.post(
      "/desk/consultations/stroke/extend",
      [("extend-until", "2018-02-30"), ("extend-reason", "Heavy snow & ice")])
    #expect(status == 422)
    #expect(html.contains("href=\"#extend-until\"") && html.contains("extend-until-error"))
    #expect(html.contains("Heavy snow &amp; ice") && html.contains("value=\"2018-02-30\""))
    let empty = await fixture.post("/desk/consultations/stroke/extend", [])
    #expect(empty.html.contains("#extend-until") && empty.html.contains("#extend-reason"))
    let early = await fixture.post(
      "/desk/consultations/stroke/extend",
      [("extend-until", "2018-04-01"), ("extend-reason", "Why not")])
    #expect(early.status == 422 && early.html.contains("must be after"))
    let long = await fixture.post(
      "/desk/consultations/stroke/close", [("close-reason", String(repeating: "x", count: 2001))])
    #expect(long.status == 422 && long.html.contains("2000 characters at most"))
    let archive = await fixture.post(
      "/desk/consultations/stroke/archive", [("archive-sure", "yes")])
    #expect(archive.status == 422 && archive.html.contains("still open"))
  }

  @Test("An extension is on the public page with its reason, and sent twice is recorded once")
  func extensionTwice() async throws {
    let fixture = try await opened()
    for _ in 0..<2 {
      let answer = await fixture.post(
        "/desk/consultations/stroke/extend",
        [("extend-until", "2018-04-20"), ("extend-reason", "Heavy snow"), ("token", "t2")])
      #expect(answer.status == 303)
    }
    let html = await fixture.get("/consultations/stroke").html
    #expect(html.components(separatedBy: "Reason: Heavy snow").count == 2)
    #expect(html.contains("from 13 April 2018 to 20 April 2018"))
    fixture.move(to: "2018-03-01T09:00:00Z")
    #expect(
      await fixture.post(
        "/desk/consultations/stroke/close", [("close-reason", "An election")]
      ).status == 303)
    fixture.move(to: "2018-03-02T09:00:00Z")
    #expect(
      await fixture.post("/desk/consultations/stroke/archive", [("archive-sure", "yes")]).status
        == 303)
    let archived = await fixture.get("/consultations/stroke").html
    #expect(archived.contains("Reason: An election") && archived.contains("archived"))
  }

  @Test("Evidence and a verdict with a name show on the public checklist; what is missing too")
  func checklist() async throws {
    let fixture = try await opened()
    let path = "/desk/consultations/stroke/checklist/gunning-3"
    let bad = await fixture.post(
      path, [("step", "evidence"), ("slot", "time"), ("evidence", "x"), ("link", "javascript:1")])
    #expect(bad.status == 422 && bad.html.contains("href=\"#link\""))
    #expect(
      await fixture.post(
        path,
        [
          ("step", "evidence"), ("slot", "time"), ("evidence", "Eleven <weeks>"),
          ("link", "/documents/full"), ("token", "a"),
        ]
      ).status == 303)
    #expect(
      await fixture.post(
        path,
        [("step", "verdict"), ("outcome", "met"), ("body", "The board"), ("reason", "Long enough")]
      ).status == 303)
    let html = await fixture.get("/consultations/stroke/checklist").html
    #expect(html.contains("Eleven &lt;weeks&gt;") && html.contains("href=\"/documents/full\""))
    #expect(html.contains("Signed: Pat Example, Programme office, for The board, 2 February 2018"))
    #expect(html.contains("Duties with a verdict: 1 of 9."))
    #expect(html.contains("Still missing: evidence for 2 questions and a verdict"))
    #expect(try !fixture.data.ledger.entries().contains { $0.payload.contains("Pat Example") })
  }

  @Test("A review is recorded and public, with its actions")
  func review() async throws {
    let fixture = try await opened()
    for number in 1...30 { try await fixture.respond(number, "Words") }
    let path = "/desk/consultations/stroke/review"
    #expect(await fixture.post(path, [("step", "review")]).status == 422)
    #expect(
      await fixture.post(path, [("step", "review"), ("summary", "Nobody from Thanet yet.")]).status
        == 303)
    #expect(
      await fixture.post(
        path,
        [("step", "action"), ("what", "Go there"), ("owner", "Team"), ("due", "2018-03-01")]
      ).status == 303)
    let actions = try fixture.data.ledger.state(ConsultationState.self).record("stroke").actions
    let id = try #require(actions.first?.what.id)
    #expect(
      await fixture.post(path, [("step", "finish"), ("action", id), ("note-\(id)", "Went.")]).status
        == 303)
    let html = await fixture.get("/consultations/stroke/review").html
    #expect(html.contains("Nobody from Thanet yet.") && html.contains("Thanet: 20 responses more"))
    #expect(html.contains("Went."))
  }
}
