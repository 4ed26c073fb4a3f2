// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Synchronization
import Testing

@Suite("Themes")
struct CodingThemeTests {
  private final class Outbox: Sendable {
    let mails = Mutex<[ThemeMail]>([])
  }

  private let words = ThemeWords(title: "Travel", description: "d", said: "s", codes: ["travel"])

  @Test("Steps come in order: nothing is considered before it is passed on")
  func order() async throws {
    let fixture = try CodingFixture()
    try await fixture.addCodes(["Travel"])
    let outbox = Outbox()
    let desk = makeDesk(fixture, outbox)
    let id = try await desk.create(words, of: "c", by: fixture.analyst)
    func now() throws -> Theme { try #require(try desk.theme(id)) }
    let today = CalendarDay(Date())
    let considered = Theme.StepEvent.considered(by: "Board", on: today, paper: nil, link: nil)
    await #expect(throws: ThemeError.notPassedOn) {
      try await desk.step(considered, of: try now(), by: fixture.analyst)
    }
    try await desk.step(.passed(workstream: "digital"), of: try now(), by: fixture.analyst)
    #expect(try now().status == .withWorkstream)
    await #expect(throws: ThemeError.notConsidered) {
      try await desk.step(.acting(what: "x"), of: try now(), by: fixture.analyst)
    }
    try await desk.step(considered, of: try now(), by: fixture.analyst)
    await #expect(throws: ThemeError.noResult) {
      try await desk.step(.done(what: "x", on: today), of: try now(), by: fixture.analyst)
    }
    let option = ThemeResult(kind: .option, id: "a")
    try await desk.step(.led(to: option, what: "changed"), of: try now(), by: fixture.analyst)
    try await desk.step(.done(what: "built", on: today), of: try now(), by: fixture.analyst)
    #expect(try now().status == .done)
    let passed = try #require(try now().steps.first)
    await #expect(throws: ThemeError.laterStepsNeedIt) {
      try await desk.withdraw(
        passed.sequence, of: try now(), reason: "wrong", by: fixture.analyst)
    }
    let last = try #require(try now().steps.last)
    try await desk.withdraw(last.sequence, of: try now(), reason: "wrong", by: fixture.analyst)
    #expect(try now().status == .considered)
    #expect(try now().steps.count == 4)
  }

  @Test("No change is an outcome with a reason, and ends the way")
  func noChange() async throws {
    let fixture = try CodingFixture()
    try await fixture.addCodes(["Travel"])
    let desk = makeDesk(fixture, Outbox())
    let id = try await desk.create(words, of: "c", by: fixture.analyst)
    let steps: [Theme.StepEvent] = [
      .passed(workstream: "digital"),
      .considered(by: "Board", on: CalendarDay(Date()), paper: nil, link: nil),
      .led(to: ThemeResult(kind: .noChange), what: "the law forbids it"),
    ]
    for step in steps {
      try await desk.step(step, of: try #require(try desk.theme(id)), by: fixture.analyst)
    }
    let theme = try #require(try desk.theme(id))
    #expect(theme.status == .notDoing)
    await #expect(throws: ThemeError.finished(.notDoing)) {
      try await desk.step(.acting(what: "x"), of: theme, by: fixture.analyst)
    }
  }

  @Test("Followers are told only after they confirmed, and only of public themes")
  func notices() async throws {
    let fixture = try CodingFixture()
    try await fixture.addCodes(["Travel"])
    let outbox = Outbox()
    let desk = makeDesk(fixture, outbox)
    let id = try await desk.create(words, of: "c", by: fixture.analyst)
    let subscriptions = makeSubscriptions(fixture, outbox)
    let subscriber = ThemeSubscriber(address: "one@example.org", theme: id, consultation: "c")
    try await subscriptions.ask(subscriber, title: "Travel")
    #expect(try fixture.data.contacts.all(ThemeSubscriber.self, kind: "theme-subscriber").isEmpty)
    let mail = try #require(outbox.mails.withLock { $0.first })
    let token = try #require(
      mail.text.split(separator: "/").last?.split(separator: " ").first.map(String.init))
    #expect(try await subscriptions.confirm(token))
    #expect(try await !subscriptions.confirm(token))
    try await desk.publish(try #require(try desk.theme(id)), by: fixture.analyst)
    try await desk.step(
      .passed(workstream: "digital"), of: try #require(try desk.theme(id)), by: fixture.analyst)
    let last = try #require(outbox.mails.withLock { $0.last })
    #expect(last.to == "one@example.org")
    #expect(last.subject == "“Travel”: With the workstream")
    let stop = try #require(last.stopPath?.split(separator: "/").last.map(String.init))
    #expect(try await subscriptions.stop(stop))
  }

  @Test(
    "Majority and minority are worked out from the counts",
    arguments: [
      (0, 10, "nobody"), (10, 10, "everybody"), (4, 1000, "a handful"), (6, 10, "a majority"),
      (80, 100, "a large majority"), (5, 10, "half"), (49, 100, "a minority"),
      (9, 100, "a small minority"),
    ])
  func wording(part: Int, whole: Int, name: String) {
    #expect(ShareWords.name(part, of: whole) == name)
  }

  @Test("Counts are of comments and responses, by stance, and a handful stays visible")
  func counts() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond((0..<10).map { "comment \($0)" })
    try await fixture.addCodes(["Travel", "Bus"])
    try await fixture.code([0, 1], ["bus"], stance: .oppose)
    try await fixture.code([2], ["travel"], stance: .support)
    let rules = CodeFrameRules(try fixture.desk.coding("c").frame)
    try await fixture.desk.record(
      try rules.merge(["bus"], into: "travel", reason: "same"), of: "c", by: fixture.analyst)
    let old = ThemeWords(title: "T", description: "d", said: "s", codes: ["bus"])
    let counts = try fixture.desk.store.with("c") {
      ThemeCounts(old, comments: $0.comments, coding: $0.coding)
    }
    #expect(counts.comments == 3)
    #expect(counts.responses == 3)
    #expect(counts.answered == 10)
    #expect(counts.byStance == [.oppose: 2, .support: 1])
    #expect(
      ShareWords.raised(counts)
        == "A handful raised this: 3 responses of the 10 with a comment (30%).")
  }

  @Test("A receipt leads to the public themes of its response")
  func receipt() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond(["bus", "other"])
    try await fixture.addCodes(["Travel"])
    try await fixture.code([0], ["travel"])
    let desk = makeDesk(fixture, Outbox())
    let id = try await desk.create(words, of: "c", by: fixture.analyst)
    let lines = ThemesForReceipt(fixture.data.ledger)
    #expect(try lines.lines(publicID: "ANON-0").isEmpty)
    try await desk.publish(try #require(try desk.theme(id)), by: fixture.analyst)
    #expect(try lines.lines(publicID: "ANON-0").map(\.path) == ["/themes/\(id)"])
    #expect(try lines.lines(publicID: "ANON-1").isEmpty)
    #expect(try lines.lines(publicID: "nobody").isEmpty)
  }

  @Test("The demonstration codes, compares and takes themes through their steps")
  func demonstration() async throws {
    let fixture = try CodingFixture()
    try await fixture.respond((0..<300).map { $0 % 2 == 0 ? "the bus is far" : "kind nurse" })
    try await CodingDemonstration.fill(
      fixture.data, plan: fixture.plan, consultation: "c",
      codes: [
        (CodeWords(title: "Travel", description: "d"), ["bus"]),
        (CodeWords(title: "Staff", description: "d"), ["nurse"]),
        (CodeWords(title: "Cost", description: "d"), ["cost"]),
      ], seed: 1)
    let coding = try fixture.desk.coding("c")
    #expect(coding.samples.first?.isOpen == false)
    let themes = try fixture.data.ledger.state(ThemeState.self).themes(of: "c")
    #expect(themes.map(\.status) == [.withWorkstream, .considered, .notDoing])
  }

  @Test("A day that is none is refused", arguments: ["2019-02-30", "1-1-1", "", "2019-2-3"])
  func days(text: String) {
    #expect(CalendarDay(text) == nil)
    #expect(CalendarDay("2019-02-14")?.words == "14 February 2019")
  }

  private func makeSubscriptions(
    _ fixture: CodingFixture, _ outbox: Outbox
  ) -> ThemeSubscriptions {
    ThemeSubscriptions(fixture.data.contacts) { mail in
      outbox.mails.withLock { $0.append(mail) }
    }
  }

  private func makeDesk(_ fixture: CodingFixture, _ outbox: Outbox) -> ThemeDesk {
    ThemeDesk(
      fixture.data.ledger, plan: fixture.plan, notices: makeSubscriptions(fixture, outbox))
  }
}
