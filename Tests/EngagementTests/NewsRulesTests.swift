// SPDX-License-Identifier: Apache-2.0

@testable import Engagement
import Foundation
import Ledger
import Testing

@Suite("Rules of news, bulletins, documents and enquiries")
struct NewsRulesTests {
  static func folder() throws -> DataFolder {
    try DataFolder(path: NSTemporaryDirectory() + "news-\(UUID().uuidString)")
  }

  static let article = NewsArticle(
    kind: .update, title: "A title", summary: "In short.", text: "The text.")

  @Test("A draft can be edited and published; what is published can be corrected and withdrawn")
  func newsLife() async throws {
    let data = try Self.folder()
    func record() throws -> NewsRecord? { try data.ledger.state(NewsState.self).records["n"] }
    func append(_ event: NewsEvent) async throws {
      try await data.ledger.append(event, subject: "n", by: .program)
    }
    try await append(.drafted(Self.article))
    #expect(throws: PublicationError.self) { try NewsRules.withdraw(try record(), reason: "x") }
    try await append(try NewsRules.publish(try record()))
    #expect(throws: PublicationError.self) { try NewsRules.publish(try record()) }
    #expect(throws: PublicationError.self) { try NewsRules.edit(try record(), to: Self.article) }
    var better = Self.article
    better.text = "A better text."
    #expect(throws: PublicationError.missing("what was changed, for its readers")) {
      try NewsRules.correct(try record(), to: better, whatChanged: "")
    }
    try await append(try NewsRules.correct(try record(), to: better, whatChanged: "The text."))
    #expect(try record()?.corrections.first?.before.text == "The text.")
    #expect(try record()?.article.text == "A better text.")
    try await append(try NewsRules.withdraw(try record(), reason: "Not so."))
    #expect(try record()?.status == .withdrawn)
    #expect(try data.ledger.state(NewsState.self).published.isEmpty)
  }

  @Test("An address is made of plain letters, whatever the title")
  func address() {
    #expect(
      NewsRules.address(of: "Stroke: a “new” unit?", mark: "7k2mq") == "stroke-a-new-unit-7k2mq")
    #expect(NewsRules.address(of: "日本", mark: "7k2mqzzz") == "7k2mq")
  }

  @Test("A rendering is stale when its newest version is older than the full document’s")
  func stale() {
    func edition(_ version: String, _ format: String, _ day: Double) -> DocumentDefinition.Edition {
      .init(
        version: version, format: format, published: Date(timeIntervalSince1970: day * 86_400),
        address: "/x")
    }
    let document = LibraryDocument(
      DocumentDefinition(
        id: "d", title: "D", summary: "",
        editions: [
          edition("1", "full", 100), edition("1", "easy-read", 110), edition("1", "summary", 105),
          edition("2", "full", 200), edition("2", "summary", 210),
        ]))
    let stale = document.editions.map(\.edition).filter(document.isStale).map(\.format)
    #expect(document.currentVersion == "2")
    #expect(stale == ["easy-read"])
    #expect(document.editions.filter { document.isSuperseded($0.edition) }.count == 3)
  }

  @Test("What changed is told paragraph by paragraph, and both texts can be made from it")
  func changes() {
    let pairs = [
      ("a\n\nb\n\nc", "a\n\nx\n\nc\n\nd"), ("", "a"), ("a", ""), ("a\nb", "b\na"), ("a\na", "a"),
    ]
    for (old, new) in pairs {
      let lines = TextChanges.between(old, new)
      var before: [String] = []
      var after: [String] = []
      for line in lines {
        switch line {
        case .same(let text):
          before.append(text)
          after.append(text)
        case .removed(let text): before.append(text)
        case .added(let text): after.append(text)
        }
      }
      #expect(before == old.split(separator: "\n").map(String.init))
      #expect(after == new.split(separator: "\n").map(String.init))
    }
  }

  @Test("A version in a format is added once; a draft is not public until it is published")
  func library() throws {
    let planned = DocumentDefinition(
      id: "d", title: "D", summary: "",
      editions: [.init(version: "1", format: "full", published: nil, address: "/x")])
    let document = LibraryDocument(planned)
    let same = LibraryEdition(id: "e", version: "1", format: "full", address: "/y")
    #expect(throws: PublicationError.self) { try LibraryRules.add(same, to: document) }
    let empty = LibraryEdition(id: "e", version: "2", format: "full")
    #expect(throws: PublicationError.self) { try LibraryRules.add(empty, to: document) }
    #expect(throws: PublicationError.self) {
      try LibraryRules.withdraw(document.editions.first, reason: "no")
    }
  }

  @Test(
    "Shapes that can be addresses pass, others do not",
    arguments: [
      ("a@b.org", true), ("first.last+tag@sub.example.org", true), ("a@b", false),
      ("a b@c.org", false), ("a@@c.org", false), ("@c.org", false), ("a@.org", false),
      ("a@c..org", false), (".a@c.org", false), ("a@c.org\nBcc: x@y.org", false),
      ("<a@c.org>", false), ("a,b@c.org", false), ("", false),
    ])
  func addresses(text: String, isRight: Bool) {
    #expect((EmailAddress.checked(text) != nil) == isRight)
  }

  @Test("A sealed request opens only as it was, and a link only for its subscriber")
  func seals() throws {
    let key = NewsletterKey(secret: Data(repeating: 7, count: 32))
    let other = NewsletterKey(secret: Data(repeating: 8, count: 32))
    let request = SignUpRequest(
      email: "a@example.org", workstreams: ["x"], areas: [], consent: "1",
      at: Date(timeIntervalSince1970: 0))
    let token = try #require(key.seal(request))
    #expect(key.open(token) == request)
    #expect(other.open(token) == nil)
    #expect(!token.contains("example"))
    var broken = Array(token)
    broken[20] = broken[20] == "A" ? "B" : "A"
    #expect(key.open(String(broken)) == nil)
    for text in ["", "A", "====", "Ä-ö", String(repeating: "A", count: 200)] {
      #expect(key.open(text) == nil)
    }
    #expect(key.subscriber(key.link(subscriber: "abc")) == "abc")
    #expect(key.subscriber("abd" + key.link(subscriber: "abc").dropFirst(3)) == nil)
    #expect(key.subscriber(other.link(subscriber: "abc")) == nil)
  }

  @Test("Half of the answers came within the median, and overdue ones are not in time")
  func statistics() async throws {
    let start = Date(timeIntervalSince1970: 1_517_821_200)  // Monday 5 February 2018
    func record(_ id: String, answered days: Double?) -> EnquiryRecord {
      var record = EnquiryRecord(
        id: id, reference: id, kind: .enquiry, message: Content("x", kind: "enquiry").reference,
        receivedOn: start)
      if let days {
        record.answers = [
          .init(
            text: Content("y", kind: "a").reference, on: start.addingTimeInterval(days * 86_400),
            way: .post)
        ]
      }
      return record
    }
    let records = [record("a", answered: 1), record("b", answered: 21), record("c", answered: nil)]
    let late = EnquiryStatistics(
      records, targets: EnquiryTargets(), at: start.addingTimeInterval(30 * 86_400))
    #expect(late.medianDays == 8)
    #expect(late.inTime == 1)
    #expect(late.counted == 3)
    #expect(late.overdue == 1)
    let early = EnquiryStatistics(
      records, targets: EnquiryTargets(), at: start.addingTimeInterval(5 * 86_400))
    #expect(early.counted == 2)
    #expect(EnquiryStatistics([], targets: EnquiryTargets(), at: start).shareInTime == nil)
  }

  @Test("References are read as people type them")
  func references() {
    #expect(EnquiryRules.tidy(reference: " enq 7k2m q4wt ") == "ENQ-7K2M-Q4WT")
    #expect(EnquiryRules.tidy(reference: "ENQ-7K2M-Q4WT") == "ENQ-7K2M-Q4WT")
    for _ in 0..<50 {
      let reference = EnquiryRules.reference()
      #expect(reference.count == 13)
      #expect(EnquiryRules.tidy(reference: reference) == reference)
    }
  }
}
