// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Synchronization
import Testing

@testable import Portal

/// A portal over an empty folder, with a clock that can be set and mails kept in memory.
struct NewsHouse {
  struct Mail: Sendable {
    let to: String
    let subject: String
    let text: String
    let unsubscribe: String?
  }

  final class Kept: Sendable {
    let mails = Mutex<[Mail]>([])
    let time = Mutex<Date>(Date(timeIntervalSince1970: 1_517_821_200))
    let isBroken = Mutex<Bool>(false)
  }
  struct Broken: Error {}

  let kept = Kept()
  let data: DataFolder
  let services: Services
  let portal: Portal
  let staff = Visit(
    person: Person(id: "office-1", name: "Sam", role: .programmeOffice), formSecret: "s3cret")

  init() throws {
    let kept = kept
    data = try DataFolder(path: NSTemporaryDirectory() + "news-\(UUID().uuidString)") {
      kept.time.withLock { $0 }
    }
    var plan = EngagementPlan(title: "Plan & people")
    plan.workstreams = [
      NamedThing(id: "stroke", name: "Stroke", path: "/workstreams/stroke"),
      NamedThing(id: "staff", name: "Staff"),
    ]
    plan.areas = [AreaProfile(id: "medway", name: "Medway", population: 1)]
    plan.documents = [
      DocumentDefinition(
        id: "full", title: "The proposals", summary: "All of it.",
        editions: [
          .init(version: "1", format: "full", published: nil, address: "https://x.example/f")
        ])
    ]
    plan.glossary = [NamedThing(id: "w", name: "Workstream", path: "/glossary#w")]
    var made = Services(
      data: data, plan: plan, clock: { kept.time.withLock { $0 } },
      prose: { "<p>\($0.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</p>" })
    made.newsletter = NewsletterSettings(mail: { to, subject, text, unsubscribe in
      if kept.isBroken.withLock({ $0 }) { throw Broken() }
      kept.mails.withLock {
        $0.append(Mail(to: to, subject: subject, text: text, unsubscribe: unsubscribe))
      }
    })
    services = made
    portal = Portal(made)
  }

  var mails: [Mail] { kept.mails.withLock { $0 } }

  func pass(days: Double) { kept.time.withLock { $0.addTimeInterval(days * 86_400) } }

  static func request(
    _ method: PortalRequest.Method, _ address: String, _ fields: [(String, String)] = []
  ) -> PortalRequest {
    let halves = address.split(separator: "?", maxSplits: 1)
    return PortalRequest(
      method: method, path: halves[0].split(separator: "/").map(String.init),
      query: FormFields(encoded: halves.count > 1 ? String(halves[1]) : ""),
      fields: FormFields(fields.map { (name: $0.0, value: $0.1) }),
      origin: "https://plan.example")
  }

  func get(_ address: String, _ visit: Visit = .anonymous) async -> Seen {
    Seen(await portal.answer(Self.request(.get, address), visit))
  }

  func post(
    _ address: String, _ fields: [(String, String)], _ visit: Visit = .anonymous
  ) async -> Seen {
    Seen(await portal.answer(Self.request(.post, address, fields), visit))
  }

  /// An answer as a test looks at it.
  struct Seen {
    let status: Int
    let html: String
    let to: String
    let headers: [String: String]

    init(_ answer: PortalAnswer?) {
      status = answer?.status ?? 0
      headers = answer?.headers ?? [:]
      switch answer?.body {
      case .page(let page):
        html = page.html
        to = ""
      case .file(_, let bytes, _):
        html = String(decoding: bytes, as: UTF8.self)
        to = ""
      case .redirect(let path):
        html = ""
        to = path
      case nil:
        html = ""
        to = ""
      }
    }

    /// The token of the form on the page.
    var token: String {
      let parts = html.components(separatedBy: "name=\"token\" value=\"")
      return parts.count > 1 ? String(parts[1].prefix { $0 != "\"" }) : ""
    }
  }

  /// Whether a text stands in any file of the data folder.
  func holds(_ text: String) throws -> Bool {
    let needle = Data(text.utf8)
    let files = try FileManager.default.subpathsOfDirectory(atPath: data.path)
    #expect(files.contains("contacts.sqlite") && files.contains("ledger.sqlite"))
    #expect(files.contains("equality.sqlite") && files.contains("drafts.sqlite"))
    return try files.contains { file in
      var isFolder: ObjCBool = false
      let path = data.path + "/" + file
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try Data(contentsOf: URL(filePath: path)).range(of: needle) != nil
    }
  }
}

@Suite("The pages of news")
struct NewsPortalTests {
  static let article = [
    ("kind", "update"), ("title", "A meeting <today>"), ("summary", "We meet & talk."),
    ("text", "Come along."), ("workstreams", "stroke"), ("token", "0123456789abcdefgh"),
  ]

  static func published(_ house: NewsHouse) async -> String {
    let made = await house.post("/desk/news/new", article, house.staff)
    let id = String(made.to.dropFirst("/desk/news/".count))
    _ = await house.post("/desk/news/\(id)/publish", [], house.staff)
    return id
  }

  @Test("Only staff who publish see the desk")
  func rights() async throws {
    let house = try NewsHouse()
    let analyst = Visit(person: Person(id: "a", name: "A", role: .analyst), formSecret: "x")
    for path in [
      "/desk/news", "/desk/bulletins", "/desk/documents", "/desk/enquiries", "/desk/campaigns",
      "/desk/enquiries/ask",
    ] {
      #expect(await house.get(path).status == 401)
      #expect(await house.get(path, analyst).status == 403)
      #expect(await house.get(path, house.staff).status == 200)
    }
    #expect(await house.post("/desk/news/new", Self.article).status == 401)
  }

  @Test("A draft is hidden, what is published is shown, a double click makes one")
  func publish() async throws {
    let house = try NewsHouse()
    let one = await house.post("/desk/news/new", Self.article, house.staff)
    let two = await house.post("/desk/news/new", Self.article, house.staff)
    #expect(one.status == 303)
    #expect(one.to == two.to)
    let id = String(one.to.dropFirst("/desk/news/".count))
    #expect(await house.get("/news/\(id)").status == 404)
    #expect(!(await house.get("/news")).html.contains("A meeting"))
    #expect(await house.post("/desk/news/\(id)/publish", [], house.staff).status == 303)
    let page = await house.get("/news/\(id)")
    #expect(page.status == 200)
    #expect(page.html.contains("A meeting &lt;today&gt;"))
    #expect(page.html.contains("5 February 2018"))
    #expect(page.html.contains("/workstreams/stroke"))
    #expect(await house.post("/desk/news/\(id)/publish", [], house.staff).status == 409)
  }

  @Test("A form with errors comes back with everything that was typed")
  func errors() async throws {
    let house = try NewsHouse()
    let answer = await house.post(
      "/desk/news/new", [("title", ""), ("text", "Kept & safe"), ("workstreams", "staff")],
      house.staff)
    #expect(answer.status == 422)
    #expect(answer.html.contains("Kept &amp; safe"))
    #expect(answer.html.contains("There is a problem"))
    #expect(answer.html.contains("href=\"#title\""))
    #expect(answer.html.contains("value=\"staff\" checked"))
    let long = await house.post(
      "/desk/news/new", [("title", String(repeating: "x", count: 151))], house.staff)
    #expect(long.html.contains("150 characters at most"))
  }

  @Test("A correction says what changed and keeps what was said; a withdrawn item says why")
  func correct() async throws {
    let house = try NewsHouse()
    let id = await Self.published(house)
    let fields = Self.article.filter { $0.0 != "text" } + [("text", "Come at six.")]
    #expect(await house.post("/desk/news/\(id)/correct", fields, house.staff).status == 422)
    let done = await house.post(
      "/desk/news/\(id)/correct", fields + [("changed", "The time was missing.")], house.staff)
    #expect(done.status == 303)
    let page = await house.get("/news/\(id)")
    #expect(page.html.contains("Come at six."))
    #expect(page.html.contains("The time was missing."))
    #expect(page.html.contains("Come along."))
    _ = await house.post("/desk/news/\(id)/withdraw", [("reason", "Called off.")], house.staff)
    let gone = await house.get("/news/\(id)")
    #expect(gone.status == 410)
    #expect(gone.html.contains("Called off."))
    #expect(!gone.html.contains("Come at six."))
    #expect(!(await house.get("/news")).html.contains("A meeting"))
  }

  @Test("The list is paged, and found by workstream and month")
  func list() async throws {
    let house = try NewsHouse()
    for number in 1...12 {
      let article = NewsArticle(
        kind: .update, title: "Item \(number).", summary: "S", text: "T",
        workstreams: [number <= 2 ? "stroke" : "staff"])
      try await house.data.ledger.append(
        NewsEvent.drafted(article), subject: "n\(number)", by: .program)
      try await house.data.ledger.append(NewsEvent.published, subject: "n\(number)", by: .program)
      house.pass(days: 5)
    }
    let first = await house.get("/news")
    #expect(first.html.contains("12 news items, page 1 of 2"))
    #expect(first.html.contains("Item 12."))
    #expect(!first.html.contains("Item 2."))
    #expect(await house.get("/news?page=2").html.contains("Item 1."))
    #expect(await house.get("/news?page=999999999999999999999").status == 200)
    #expect(await house.get("/news?workstream=stroke").html.contains("2 news items"))
    #expect(await house.get("/news?month=2018-03").html.contains("Item 7."))
    #expect(await house.get("/news?workstream=%3Cscript%3E").html.contains("No news fits"))
    #expect(!(await house.get("/news?workstream=%3Cscript%3E")).html.contains("<script"))
  }
}
