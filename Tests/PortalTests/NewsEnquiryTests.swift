// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Synchronization
import Testing

@testable import Portal

@Suite("The pages of enquiries")
struct NewsEnquiryTests {
  static let fields = [
    ("kind", "enquiry"), ("message", "Where is the unlikely-word meeting?"),
    ("name", "Resident Q (synthetic)"), ("email", "resident-q@example.org"),
    ("token", "abcdefgh0123456789"), ("website", ""),
  ]

  static func only(_ house: NewsHouse) throws -> EnquiryRecord {
    try #require(try house.data.ledger.state(EnquiryState.self).inOrder.first)
  }

  @Test("An enquiry is recorded once, and its reference tells how far it is")
  func receive() async throws {
    let house = try NewsHouse()
    let one = await house.post("/contact", Self.fields)
    let two = await house.post("/contact", Self.fields)
    #expect(one.status == 303)
    #expect(one.to == two.to)
    #expect(try house.data.ledger.entries().count == 1)
    #expect(try house.data.contacts.all(Enquirer.self, kind: "enquiry").count == 1)
    let page = await house.get(one.to)
    #expect(page.html.contains("5 February 2018"))
    #expect(page.html.contains("19 February 2018"))
    #expect(!page.html.contains("Resident Q") && !page.html.contains("unlikely-word"))
    let typed = String(one.to.suffix(13)).lowercased().replacing("-", with: "+")
    #expect(await house.get("/contact/check?reference=\(typed)").html.contains("Your reference is"))
    let unknown = await house.get("/contact/check?reference=ENQ-AAAA-AAAA")
    #expect(unknown.status == 422)
    #expect(unknown.html.contains("value=\"ENQ-AAAA-AAAA\""))
    let payloads = try house.data.ledger.entries().map(\.payload).joined()
    #expect(!payloads.contains("Resident") && !payloads.contains("unlikely-word"))
  }

  @Test(
    "What is missing, too long or filled in by a program is refused, and nothing typed is lost",
    arguments: [
      ("name", ""), ("email", ""), ("email", "nonsense"), ("message", ""), ("kind", "speaker"),
      ("website", "http://spam.example"), ("message", String(repeating: "x", count: 5_001)),
    ])
  func refused(name: String, value: String) async throws {
    let house = try NewsHouse()
    let fields = Self.fields.filter { $0.0 != name } + [(name, value)]
    let answer = await house.post("/contact", fields)
    #expect(answer.status == 422)
    #expect(answer.html.contains("There is a problem"))
    #expect(answer.html.contains("Resident Q") || name == "name")
    #expect(answer.html.contains("abcdefgh0123456789"))
    #expect(try house.data.ledger.entries().isEmpty)
    #expect(try house.data.contacts.all(Enquirer.self, kind: "enquiry").isEmpty)
  }

  @Test("A speaker is asked for with the group, the place and the days")
  func speaker() async throws {
    let house = try NewsHouse()
    let fields = Self.fields.filter { $0.0 != "kind" }
    #expect(await house.post("/contact/speaker", fields).status == 422)
    let sent = await house.post(
      "/contact/speaker", fields + [("group", "Gardeners"), ("place", "Hall"), ("dates", "May")])
    #expect(sent.status == 303)
    let record = try Self.only(house)
    #expect(record.kind == .speaker)
    let desk = await house.get("/desk/enquiries/\(record.id)", house.staff)
    #expect(desk.html.contains("Gardeners") && desk.html.contains("Hall"))
  }

  @Test("An enquiry is assigned, answered by mail once, closed, and then left alone")
  func work() async throws {
    let house = try NewsHouse()
    let sent = await house.post("/contact", Self.fields)
    let desk = "/desk/enquiries/\(try Self.only(house).id)"
    #expect(await house.post(desk + "/assign", [], house.staff).status == 303)
    #expect(await house.get(sent.to).html.contains("Somebody is working on an answer"))
    #expect(await house.post(desk + "/note", [("note", "Ask Kim.")], house.staff).status == 303)
    #expect(await house.get(desk, house.staff).html.contains("Ask Kim."))
    let reply = [("reply", "In the hall."), ("way", "email"), ("token", "zzzzzzzzzzzzzzzzzz")]
    house.kept.isBroken.withLock { $0 = true }
    let failed = await house.post(desk + "/answer", reply, house.staff)
    #expect(failed.status == 422)
    #expect(failed.html.contains("In the hall."))
    #expect(try Self.only(house).answers.isEmpty)
    house.kept.isBroken.withLock { $0 = false }
    #expect(await house.post(desk + "/answer", reply, house.staff).status == 303)
    _ = await house.post(desk + "/answer", reply, house.staff)
    #expect(house.mails.count == 1)
    #expect(house.mails.first?.to == "resident-q@example.org")
    #expect(try Self.only(house).answers.count == 1)
    #expect(await house.post(desk + "/close", [("outcome", "answered")], house.staff).status == 303)
    #expect(await house.post(desk + "/note", [("note", "x")], house.staff).status == 409)
    #expect(await house.get("/contact").html.contains("In time: 1 of 1 (100%)"))
  }

  @Test("What waits after its last day is overdue; freedom of information has its own limit")
  func overdue() async throws {
    let house = try NewsHouse()
    _ = await house.post("/contact", Self.fields)
    house.pass(days: 14)
    #expect(
      await house.get("/desk/enquiries", house.staff).html.contains("0 enquiries are overdue"))
    house.pass(days: 1)
    let late = await house.get("/desk/enquiries?show=overdue", house.staff)
    #expect(late.html.contains("1 enquiry is overdue."))
    #expect(late.html.contains(try Self.only(house).reference))
    let desk = "/desk/enquiries/\(try Self.only(house).id)"
    _ = await house.post(desk + "/sort", [("kind", "freedom-of-information")], house.staff)
    #expect(
      await house.get("/desk/enquiries", house.staff).html.contains("0 enquiries are overdue"))
    let part = EnquiriesPart(house.services)
    let person = try #require(house.staff.person)
    #expect(part.deskLinks(for: person).first?.waiting == "1 to answer, 0 overdue")
  }

  @Test("Erasing takes who asked and what was said out of every file")
  func erase() async throws {
    let house = try NewsHouse()
    _ = await house.post("/contact", Self.fields)
    let desk = "/desk/enquiries/\(try Self.only(house).id)"
    #expect(await house.post(desk + "/erase", [], house.staff).status == 422)
    #expect(await house.post(desk + "/erase", [("reason", "Asked to.")], house.staff).status == 303)
    let page = await house.get(desk, house.staff)
    #expect(page.status == 200)
    #expect(!page.html.contains("Resident Q") && !page.html.contains("unlikely-word"))
    #expect(try house.data.contacts.all(Enquirer.self, kind: "enquiry").isEmpty)
    #expect(await house.post(desk + "/assign", [], house.staff).status == 409)
    #expect(try house.data.ledger.state(EnquiryState.self).inOrder.count == 1)
  }

  @Test("A word that somebody asked about becomes public once it is explained")
  func ask() async throws {
    let house = try NewsHouse()
    #expect(await house.post("/ask", [("word", "")]).status == 422)
    let typed = [("word", "What is a workstream?"), ("token", "abcdefgh0123456789")]
    #expect(await house.post("/ask", typed).to == "/ask/sent")
    _ = await house.post("/ask", typed)
    let waiting = try house.data.ledger.state(ReaderQuestionState.self).waiting
    let id = try #require(waiting.first?.id)
    #expect(waiting.count == 1)
    #expect(!(await house.get("/ask")).html.contains("What is a workstream?"))
    let desk = "/desk/enquiries/ask/\(id)"
    #expect(await house.get(desk, house.staff).html.contains("What is a workstream?"))
    #expect(
      await house.post(desk + "/explain", [("term", "workstream")], house.staff).status == 422)
    _ = await house.post(
      desk + "/explain", [("term", "workstream"), ("explanation", "A part of the plan.")],
      house.staff)
    let page = await house.get("/ask")
    #expect(page.html.contains("A part of the plan."))
    #expect(page.html.contains("5 February 2018"))
    #expect(page.html.contains("<a href=\"/glossary#w\">workstream</a>"))
  }

  @Test("A campaign’s reach says who said so, and a decision moves its last day")
  func campaign() async throws {
    let house = try NewsHouse()
    let plan = [
      ("name", "Posters"), ("channel", "Print"), ("starts", "2018-02-02"), ("ends", "2018-03-02"),
      ("aim", "Come."),
    ]
    let early = plan.filter { $0.0 != "ends" } + [("ends", "2018-01-01")]
    #expect(await house.post("/desk/campaigns", early, house.staff).status == 422)
    let made = await house.post("/desk/campaigns", plan, house.staff)
    #expect(await house.post(made.to + "/reach", [("figure", "40")], house.staff).status == 422)
    let reach = [("figure", "40"), ("counts", "posters"), ("said-by", "the library")]
    #expect(await house.post(made.to + "/reach", reach, house.staff).status == 303)
    _ = await house.post(made.to + "/evaluate", [("evaluation", "Good.")], house.staff)
    _ = await house.post(
      made.to + "/decide", [("until", "2018-04-02"), ("reason", "Longer.")], house.staff)
    let table = await house.get("/desk/campaigns", house.staff)
    #expect(table.html.contains("40 posters, said the library"))
    #expect(table.html.contains("2 April 2018"))
    #expect(await house.get(made.to, house.staff).html.contains("Good."))
  }

  @Test("The demonstration fills every page, and a second time adds nothing")
  func demonstration() async throws {
    let house = try NewsHouse()
    for _ in 1...2 {
      try await NewsDemonstration.fill(house.data, plan: house.services.plan, seed: 7)
      try await LibraryDemonstration.fill(house.data, plan: house.services.plan, seed: 7)
      try await NewsletterDemonstration.fill(
        house.data, plan: house.services.plan, seed: 7, at: house.services.clock())
      try await EnquiriesDemonstration.fill(house.data, plan: house.services.plan, seed: 7)
    }
    #expect(try house.data.ledger.state(NewsState.self).records.count == 14)
    #expect(try SubscriberList(house.data).all().count == 24)
    #expect(try house.data.ledger.state(EnquiryState.self).inOrder.count == 9)
    for path in [
      "/news", "/bulletins/synthetic-1", "/documents/synthetic-guide", "/ask", "/contact",
    ] {
      #expect(await house.get(path).status == 200)
    }
  }
}
