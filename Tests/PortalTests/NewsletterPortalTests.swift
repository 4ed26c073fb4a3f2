// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Synchronization
import Testing

@testable import Portal

@Suite("The pages of the newsletter")
struct NewsletterPortalTests {
  static let address = "mailbox-of-somebody@example.org"

  static func signUp(_ house: NewsHouse, _ email: String = address) async -> NewsHouse.Seen {
    await house.post(
      "/newsletter", [("email", email), ("workstreams", "stroke"), ("consent", "1")])
  }

  static func path(_ house: NewsHouse) throws -> String {
    let text = try #require(house.mails.last).text
    let start = try #require(text.range(of: "https://plan.example"))
    return String(text[start.upperBound...].prefix { !$0.isWhitespace })
  }

  static func subscribed(_ house: NewsHouse) async throws -> String {
    _ = await signUp(house)
    let confirmed = await house.post(
      try path(house), [("involvement", "consulted"), ("topics", "staff")])
    let page = String(confirmed.to.prefix { $0 != "?" })
    return String(page.dropFirst("/newsletter/preferences/".count))
  }

  @Test("Nothing is ticked beforehand, and nothing is sent without agreement")
  func consent() async throws {
    let house = try NewsHouse()
    let page = await house.get("/newsletter")
    #expect(!page.html.contains("checked"))
    #expect(page.html.contains("Wording 1"))
    let without = await house.post(
      "/newsletter", [("email", "a@example.org"), ("workstreams", "staff")])
    #expect(without.status == 422)
    #expect(without.html.contains("value=\"a@example.org\""))
    #expect(without.html.contains("value=\"staff\" checked"))
    #expect(
      await house.post("/newsletter", [("email", "nonsense"), ("consent", "1")]).status == 422)
    #expect(house.mails.isEmpty)
  }

  @Test("Until the button is pressed no file of the data folder holds a byte of the address")
  func nothingStored() async throws {
    let house = try NewsHouse()
    #expect(await Self.signUp(house).to == "/newsletter/sent")
    let path = try Self.path(house)
    #expect(!path.contains("example") && !path.contains("@"))
    let opened = await house.get(path)
    #expect(opened.status == 200)
    #expect(opened.html.contains("<button"))
    _ = await house.get(path)
    #expect(try !house.holds(Self.address))
    #expect(try !house.holds("mailbox-of-somebody"))
    #expect(try SubscriberList(house.data).all().isEmpty)
    #expect(try house.data.ledger.entries().isEmpty)
    let confirmed = await house.post(path, [])
    #expect(confirmed.status == 303)
    #expect(try house.holds(Self.address))
    let subscriber = try #require(try SubscriberList(house.data).all().first?.record)
    #expect(subscriber.email == Self.address)
    #expect(subscriber.workstreams == ["stroke"])
    #expect(subscriber.consent == "1")
    #expect(subscriber.confirmedOn == "2018-02-05")
    #expect(await house.get(confirmed.to).html.contains("You are on the list"))
  }

  @Test("The answer is the same for somebody who is on the list already")
  func sameAnswer() async throws {
    let house = try NewsHouse()
    let first = await Self.signUp(house)
    _ = await house.post(try Self.path(house), [])
    let second = await Self.signUp(house)
    #expect(first.to == second.to)
    #expect(house.mails.count == 2)
    #expect(house.mails[0].subject == house.mails[1].subject)
  }

  @Test("A link ends after seven days, and a changed link is nothing")
  func expired() async throws {
    let house = try NewsHouse()
    _ = await Self.signUp(house)
    let path = try Self.path(house)
    house.pass(days: 6.9)
    #expect(await house.get(path).status == 200)
    house.pass(days: 0.2)
    #expect(await house.get(path).status == 410)
    #expect(await house.post(path, []).status == 410)
    #expect(await house.get(path + "A").status == 404)
    #expect(await house.get("/newsletter/confirm/rubbish").status == 404)
    #expect(try SubscriberList(house.data).all().isEmpty)
  }

  @Test("One mailbox gets three mails in an hour at most, and the answer does not tell")
  func limit() async throws {
    let house = try NewsHouse()
    for _ in 0..<6 { #expect(await Self.signUp(house).to == "/newsletter/sent") }
    #expect(house.mails.count == 3)
    for number in 0..<30 { _ = await Self.signUp(house, "r\(number)@example.org") }
    #expect(house.mails.count == 20)
    #expect(await Self.signUp(house, "z@example.org").status == 422)
    house.pass(days: 1)
    #expect(await Self.signUp(house).status == 303)
    #expect(house.mails.count == 21)
  }

  @Test("A mail that cannot be sent is said, and what was typed stays")
  func broken() async throws {
    let house = try NewsHouse()
    house.kept.isBroken.withLock { $0 = true }
    let answer = await Self.signUp(house)
    #expect(answer.status == 422)
    #expect(answer.html.contains(Self.address))
    #expect(try !house.holds(Self.address))
  }

  @Test("Choices are changed by the link, and the wishes of a member are kept")
  func preferences() async throws {
    let house = try NewsHouse()
    let token = try await Self.subscribed(house)
    let page = await house.get("/newsletter/preferences/\(token)")
    #expect(page.html.contains("value=\"consulted\" checked"))
    #expect(!page.html.contains(Self.address))
    let saved = await house.post(
      "/newsletter/preferences/\(token)", [("areas", "medway"), ("areas", "nowhere")])
    #expect(saved.status == 303)
    let subscriber = try #require(try SubscriberList(house.data).all().first?.record)
    #expect(subscriber.areas == ["medway"])
    #expect(subscriber.workstreams.isEmpty)
    #expect(subscriber.membership == nil)
  }

  @Test("Leaving takes one button, or one click of a mail program, and deletes the address")
  func leave() async throws {
    for isOneClick in [false, true] {
      let house = try NewsHouse()
      let token = try await Self.subscribed(house)
      #expect(await house.get("/newsletter/leave/\(token)").html.contains("<button"))
      #expect(try SubscriberList(house.data).all().count == 1)
      let fields = isOneClick ? [("List-Unsubscribe", "One-Click")] : []
      let left = await house.post("/newsletter/leave/\(token)", fields)
      #expect(left.status == (isOneClick ? 200 : 303))
      #expect(try SubscriberList(house.data).all().isEmpty)
      #expect(await house.post("/newsletter/leave/\(token)", fields).status == left.status)
      #expect(await house.get("/newsletter/leave/\(token)").to == "/newsletter/left")
      #expect(await house.get("/newsletter/preferences/\(token)").to == "/newsletter/left")
      #expect(await house.post("/newsletter/leave/x\(token)", fields).status == 404)
    }
  }

  @Test("A bulletin goes from draft over sign-off to the web and to each subscriber")
  func bulletin() async throws {
    let house = try NewsHouse()
    _ = try await Self.subscribed(house)
    _ = await NewsPortalTests.published(house)
    let made = await house.post(
      "/desk/bulletins/new", [("token", "0123456789abcdefgh")], house.staff)
    let desk = made.to
    let id = String(desk.dropFirst("/desk/bulletins/".count))
    #expect(await house.get(desk, house.staff).html.contains("A meeting &lt;today&gt;"))
    #expect(await house.get("/bulletins/\(id)").status == 404)
    #expect(await house.post(desk + "/send", [], house.staff).status == 409)
    let wrong = await house.post(
      desk + "/edit", [("title", "March"), ("introduction", "Hello & welcome"), ("place-1", "x")],
      house.staff)
    #expect(wrong.status == 422)
    #expect(wrong.html.contains("Hello &amp; welcome"))
    _ = await house.post(
      desk + "/edit", [("title", "March"), ("introduction", "Hello"), ("place-1", "1")],
      house.staff)
    #expect(await house.post(desk + "/sign-off", [], house.staff).status == 303)
    #expect(await house.post(desk + "/collect", [], house.staff).status == 409)
    #expect(await house.post(desk + "/send", [], house.staff).status == 303)
    let delivery = BulletinDelivery(house.data, mail: house.services.newsletter.mail)
    try? await delivery.goOn(id)
    #expect(await house.get("/bulletins/\(id)").html.contains("A meeting"))
    #expect(house.mails.count == 2)
    let mail = try #require(house.mails.last)
    #expect(mail.to == Self.address)
    let leave = try #require(mail.unsubscribe)
    #expect(mail.text.contains(leave))
    let path = String(leave.dropFirst("https://plan.example".count))
    #expect(await house.post(path, [("List-Unsubscribe", "One-Click")]).status == 200)
    #expect(try SubscriberList(house.data).all().isEmpty)
  }

  @Test("Without a mail server each mail is a file that only its owner can read")
  func outbox() async throws {
    let house = try NewsHouse()
    let settings = NewsletterSettings.keeping(in: house.data.path)
    try await settings.mail("a@example.org", "Sub\nBcc: x@example.org", "Text", "https://x/leave")
    let folder = house.data.path + "/outbox"
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    #expect(text.contains("To: a@example.org\nSubject: Sub Bcc: x@example.org\n"))
    #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }
}
