// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Testing

@Suite("Pages of moderation, flags and retention")
struct ModerationPagesTests {
  private func fixture() async throws -> PortalConsultationFixture {
    let fixture = try PortalConsultationFixture()
    try await fixture.publishForm()
    _ = await fixture.post(
      "/desk/consultations/stroke/open", [("open-until", "2018-04-13"), ("token", "t1")])
    try await fixture.respond(1, "My name is Zebedee and I agree")
    try await fixture.respond(2, "The boss is a Quagmire")
    try await fixture.respond(3, "Plain <b>words</b>")
    return fixture
  }

  private func moderate(
    _ fixture: PortalConsultationFixture, _ number: Int, _ fields: [(String, String)]
  ) async -> (status: Int, html: String) {
    let path = "/desk/moderation/stroke/ANON-\(number)/why"
    let html = await fixture.get(path, as: .programmeOffice).html
    let answers = PortalConsultationFixture.value(of: "answers", in: html)
    return await fixture.post(path, [("answers", answers)] + fields)
  }

  private func publicPages(_ fixture: PortalConsultationFixture) async -> String {
    var all = ""
    for path in [
      "/have-your-say", "/consultations", "/consultations/stroke", "/consultations/stroke/log",
      "/consultations/stroke/responses", "/consultations/stroke/responses/ANON-1",
      "/consultations/stroke/responses/ANON-2", "/consultations/stroke/responses/ANON-3",
      "/consultations/stroke/checklist", "/consultations/stroke/review",
    ] {
      all += await fixture.get(path).html
    }
    all += await fixture.get("/consultations/stroke/responses", [("words", "boss")]).html
    return all
  }

  @Test("Words that wait, are removed or withheld are on no public page")
  func removed() async throws {
    let fixture = try await fixture()
    for word in ["Zebedee", "Quagmire", "Plain"] {
      #expect(await !publicPages(fixture).contains(word))
    }
    #expect(
      await moderate(
        fixture, 1,
        [
          ("outcome", "redacted"), ("copy", "My name is [[Zebedee]] and I agree"),
          ("reason", "personalData"),
        ]
      ).status == 303)
    #expect(
      await moderate(fixture, 2, [("outcome", "withheld"), ("reason", "abusive")]).status == 303)
    #expect(await moderate(fixture, 3, [("outcome", "published")]).status == 303)
    let pages = await publicPages(fixture)
    #expect(!pages.contains("Zebedee") && !pages.contains("Quagmire"))
    #expect(pages.contains("[removed: personal data]") && pages.contains("[removed: abusive]"))
    #expect(pages.contains("Plain &lt;b&gt;words&lt;/b&gt;"))
    let log = await fixture.get("/consultations/stroke/log").html
    #expect(log.contains("ANON-1") && log.contains("Published with parts removed"))
    let queue = await fixture.get("/desk/moderation", as: .programmeOffice).html
    #expect(queue.contains("Nothing waits for you."))
    let office = await fixture.get(
      "/desk/consultations/stroke/flags/ANON-1", as: .programmeOffice)
    #expect(office.html.contains("Zebedee"))
  }

  @Test("Changed words, missing reasons and stale answers come back with what was typed")
  func refusals() async throws {
    let fixture = try await fixture()
    let changed = await moderate(
      fixture, 1,
      [("outcome", "redacted"), ("copy", "My name is [[X]] and I agree"), ("reason", "abusive")])
    #expect(changed.status == 422 && changed.html.contains("href=\"#copy\""))
    #expect(changed.html.contains("My name is [[X]] and I agree"))
    let reason = await moderate(fixture, 2, [("outcome", "withheld"), ("reason", "")])
    #expect(reason.status == 422 && reason.html.contains("href=\"#reason\""))
    let stale = await fixture.post(
      "/desk/moderation/stroke/ANON-3/why", [("answers", "old"), ("outcome", "published")])
    #expect(stale.status == 422 && stale.html.contains("has changed this answer"))
    #expect(await moderate(fixture, 3, [("outcome", "sold")]).status == 422)
    #expect(
      await fixture.get("/desk/moderation/stroke/ANON-9/why", as: .programmeOffice).status == 404)
  }

  @Test("A decision sent twice with one token is recorded once; changed, both are in the history")
  func history() async throws {
    let fixture = try await fixture()
    for _ in 0..<2 { _ = await moderate(fixture, 3, [("outcome", "published"), ("token", "k")]) }
    #expect(try fixture.data.ledger.entries(family: "moderation").count == 1)
    _ = await moderate(fixture, 3, [("outcome", "withheld"), ("reason", "commercial")])
    let page = await fixture.get("/desk/moderation/stroke/ANON-3/why", as: .programmeOffice).html
    #expect(page.contains("Published, by Pat Example") && page.contains("Not published, by Pat"))
    #expect(await fixture.get("/consultations/stroke/responses/ANON-3").html.contains("commercial"))
  }

  @Test("Leaving a response out asks for a reason, and both steps are in the public log")
  func flags() async throws {
    let fixture = try await fixture()
    let path = "/desk/consultations/stroke/flags/ANON-2"
    #expect(await fixture.post(path, [("step", "exclude")]).status == 422)
    #expect(
      await fixture.post(path, [("step", "exclude"), ("reason", "Sent by a test")]).status == 303)
    #expect(
      await fixture.post(path, [("step", "reinstate"), ("reason", "It was real")]).status == 303)
    let log = await fixture.get("/consultations/stroke/log").html
    #expect(log.contains("Sent by a test") && log.contains("It was real"))
    let found = await fixture.post("/desk/consultations/stroke/flags/campaigns", [])
    #expect(found.html == "/desk/consultations/stroke/flags?found=0")
  }

  @Test("A search too long, a page beyond the last and odd numbers are answered in words")
  func search() async throws {
    let fixture = try await fixture()
    let long = await fixture.get(
      "/consultations/stroke/responses", [("words", String(repeating: "x", count: 201))])
    #expect(long.status == 422 && long.html.contains("200 characters at most"))
    for page in ["0", "-5", "99999999999999999999", "abc", "7"] {
      #expect(
        await fixture.get("/consultations/stroke/responses", [("page", page)]).status == 200)
      #expect(await fixture.get("/consultations/stroke/log", [("page", page)]).status == 200)
    }
  }

  @Test("Erasing needs the word, the day and the right; the certificate says what went")
  func purge() async throws {
    let fixture = try await fixture()
    let path = "/desk/consultations/stroke/retention/purge"
    let early = await fixture.post(path, [("sure", "erase")], as: .administrator)
    #expect(early.status == 422 && early.html.contains("has not closed yet"))
    fixture.move(to: "2020-05-01T09:00:00Z")
    #expect(await fixture.post(path, [("sure", "yes")], as: .administrator).status == 422)
    let desk = await fixture.get("/desk/consultations", as: .programmeOffice).html
    #expect(desk.contains("due to be erased"))
    for _ in 0..<2 {
      #expect(
        await fixture.post(path, [("sure", "Erase")], as: .administrator).html
          == "/desk/consultations/stroke/certificate")
    }
    let page = await fixture.get("/desk/consultations/stroke/certificate", as: .administrator).html
    #expect(page.contains("Pat Example, Administrator") && page.contains("1 May 2020 at 10:00am"))
    #expect(await fixture.get("/consultations/stroke/responses/ANON-1").status == 404)
    #expect(await fixture.get("/consultations/stroke").html.contains("That has been done."))
  }
}
