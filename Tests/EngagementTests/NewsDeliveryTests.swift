// SPDX-License-Identifier: Apache-2.0

@testable import Engagement
import Foundation
import Ledger
import Synchronization
import Testing

/// Mails that were sent, in memory.
final class NewsMails: Sendable {
  struct Mail: Sendable, Equatable {
    let to: String
    let subject: String
    let text: String
    let unsubscribe: String?
  }
  struct Broken: Error {}

  let sent = Mutex<[Mail]>([])
  let breaksFor: String?

  init(breaksFor: String? = nil) { self.breaksFor = breaksFor }

  var mail: NewsletterMail {
    { to, subject, text, unsubscribe in
      if to == self.breaksFor { throw Broken() }
      self.sent.withLock {
        $0.append(Mail(to: to, subject: subject, text: text, unsubscribe: unsubscribe))
      }
    }
  }

  var all: [Mail] { sent.withLock { $0 } }
}

@Suite("Sending a bulletin")
struct NewsDeliveryTests {
  static func join(_ data: DataFolder, _ email: String, _ workstreams: [String] = []) async throws {
    let request = SignUpRequest(
      email: email, workstreams: workstreams, areas: [], consent: "1", at: Date())
    _ = try await SubscriberList(data).confirm(request, token: email, membership: nil, at: Date())
  }

  static func ready(_ data: DataFolder) async throws {
    let items = [
      BulletinItem(
        kind: .news, title: "About stroke", summary: "S", path: "/news/s", workstreams: ["stroke"]),
      BulletinItem(
        kind: .news, title: "About staff", summary: "S", path: "/news/w", workstreams: ["staff"]),
    ]
    let draft = BulletinDraft(title: "March", introduction: "Hello.", items: items)
    try await data.ledger.append(BulletinEvent.drafted(draft), subject: "b", by: .program)
    let record = try data.ledger.state(BulletinState.self).records["b"]
    try await data.ledger.append(try BulletinRules.signOff(record), subject: "b", by: .program)
  }

  @Test("Interrupted and resumed in another process, everybody gets it exactly once")
  func interrupted() async throws {
    let data = try NewsRulesTests.folder()
    for number in 1...7 { try await Self.join(data, "r\(number)@example.org") }
    try await Self.ready(data)
    let first = NewsMails()
    let before = BulletinDelivery(data, mail: first.mail)
    try await before.begin("b", origin: "https://x.example", by: .program)
    try await before.goOn("b", limit: 3)
    #expect(try before.count("b") == .init(waiting: 4, tried: 3))
    let second = NewsMails()
    let reopened = try DataFolder(path: data.path)
    try await BulletinDelivery(reopened, mail: second.mail).resume()
    try await BulletinDelivery(reopened, mail: second.mail).resume()
    let got = (first.all + second.all).map(\.to)
    #expect(got.count == 7)
    #expect(Set(got).count == 7)
    let record = try #require(try reopened.ledger.state(BulletinState.self).records["b"])
    #expect(record.counts == .init(delivered: 7, nothingForThem: 0, notDelivered: 0))
    #expect(try before.count("b") == .init(waiting: 0, tried: 0))
    await #expect(throws: PublicationError.self) { try await before.goOn("b") }
    #expect(throws: PublicationError.self) { try BulletinRules.edit(record, to: record.draft) }
  }

  @Test("Sent from two places at once, everybody gets it exactly once")
  func twice() async throws {
    let data = try NewsRulesTests.folder()
    for number in 1...5 { try await Self.join(data, "r\(number)@example.org") }
    try await Self.ready(data)
    let mails = NewsMails()
    let delivery = BulletinDelivery(data, mail: mails.mail)
    try await delivery.begin("b", origin: "https://x.example", by: .program)
    try await delivery.begin("b", origin: "https://x.example", by: .program)
    async let one: Void? = try? delivery.goOn("b")
    async let two: Void? = try? delivery.goOn("b")
    _ = await (one, two)
    #expect(mails.all.count == 5)
  }

  @Test("Everybody gets what they asked for, and who asked for none of it gets no mail")
  func interests() async throws {
    let data = try NewsRulesTests.folder()
    try await Self.join(data, "all@example.org")
    try await Self.join(data, "stroke@example.org", ["stroke"])
    try await Self.join(data, "none@example.org", ["other"])
    try await Self.join(data, "broken@example.org")
    try await Self.ready(data)
    let mails = NewsMails(breaksFor: "broken@example.org")
    let delivery = BulletinDelivery(data, mail: mails.mail)
    try await delivery.begin("b", origin: "https://x.example", by: .program)
    try await delivery.goOn("b")
    let texts = Dictionary(uniqueKeysWithValues: mails.all.map { ($0.to, $0.text) })
    #expect(texts.count == 2)
    #expect(texts["all@example.org"]?.contains("About staff") == true)
    #expect(texts["stroke@example.org"]?.contains("About stroke") == true)
    #expect(texts["stroke@example.org"]?.contains("About staff") == false)
    let counts = try data.ledger.state(BulletinState.self).records["b"]?.counts
    #expect(counts == .init(delivered: 2, nothingForThem: 1, notDelivered: 1))
    #expect(
      mails.all.allSatisfy {
        $0.unsubscribe?.hasPrefix("https://x.example/newsletter/leave/") == true
      })
  }

  @Test("The ledger never holds an address, a subscriber’s id or a wish")
  func countsOnly() async throws {
    let data = try NewsRulesTests.folder()
    try await Self.join(data, "secret@example.org", ["stroke"])
    let id = try #require(try SubscriberList(data).all().first?.id)
    let payloads = try data.ledger.entries().map { $0.subject + $0.payload }.joined()
    #expect(!payloads.contains("secret"))
    #expect(!payloads.contains(id))
    #expect(!payloads.contains("stroke"))
  }

  @Test("Confirming twice joins once, and a used link does not bring back who left")
  func replay() async throws {
    let data = try NewsRulesTests.folder()
    let list = SubscriberList(data)
    let request = SignUpRequest(
      email: "A@example.org", workstreams: [], areas: [], consent: "1", at: Date())
    let first = try await list.confirm(request, token: "t", membership: nil, at: Date())
    let again = try await list.confirm(request, token: "t", membership: nil, at: Date())
    guard case .joined(let id) = first else {
      Issue.record("the first confirmation did not join")
      return
    }
    #expect(again == .changed(id: id))
    var lower = request
    lower.email = "a@example.org"
    #expect(
      try await list.confirm(lower, token: "u", membership: nil, at: Date()) == .changed(id: id))
    #expect(try list.all().count == 1)
    #expect(try await list.leave(id, way: .oneClick))
    #expect(try await list.leave(id, way: .oneClick) == false)
    #expect(
      try await list.confirm(request, token: "t", membership: nil, at: Date()) == .usedBefore)
    #expect(try data.ledger.state(NewsletterState.self).joined == 1)
    #expect(try data.ledger.state(NewsletterState.self).left == 1)
  }
}
