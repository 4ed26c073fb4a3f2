// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("Groups, contacts and staff conversations")
struct GroupsAndContactsTests {
  private let day = CivilDay(number: 17_300)
  private var plan: EngagementPlan {
    var plan = EngagementPlan(title: "Plan")
    plan.groups = [GroupDefinition(id: "ppag", name: "Group", purpose: "Advises.")]
    return plan
  }

  @Test("Advice is overdue the day after its reply was due, and not once it is replied to")
  func overdue() async throws {
    let folder = try EventFolder()
    let desk = GroupDesk(folder.data, plan: plan, clock: { folder.now })
    try await desk.advise(
      "ppag", on: day, text: "Do it", consultation: nil, workstream: "digital",
      replyBy: day.adding(10), by: office)
    let advice = try #require(try desk.record(of: "ppag").advice.first)
    #expect(!advice.isOverdue(on: day.adding(10)))
    #expect(advice.isOverdue(on: day.adding(11)))
    try await desk.reply(
      "ppag", advice: advice.given.id, outcome: .not, text: "Too dear", by: office)
    let replied = try #require(try desk.record(of: "ppag").advice.first)
    #expect(!replied.isOverdue(on: day.adding(11)))
    #expect(replied.reply?.outcome == .not)
  }

  @Test("Who leaves is no member, and their name is removed")
  func leave() async throws {
    let folder = try EventFolder()
    let desk = GroupDesk(folder.data, plan: plan, clock: { folder.now })
    let today = LondonTime.day(folder.now)
    try await desk.join(
      "ppag", GroupMemberRecord(group: "ppag", name: "A", email: "", mayBeNamed: true),
      role: .chair, from: today.adding(-9), to: nil, by: office, token: "t")
    try await desk.join(
      "ppag", GroupMemberRecord(group: "ppag", name: "A", email: "", mayBeNamed: true),
      role: .chair, from: today.adding(-9), to: nil, by: office, token: "t")
    #expect(try desk.people(of: "ppag").count == 1)
    let member = try #require(try desk.record(of: "ppag").members(on: today).first)
    try await desk.leave("ppag", member: member.id, by: office)
    #expect(try desk.people(of: "ppag").isEmpty)
    #expect(try desk.record(of: "ppag").members(on: today.adding(1)).isEmpty)
  }

  @Test("A group that the plan does not have is refused")
  func unknown() throws {
    let folder = try EventFolder()
    #expect(throws: EventRefusal.notFound) {
      try GroupDesk(folder.data, plan: plan).record(of: "other")
    }
  }

  private func log(_ folder: EventFolder) async throws -> ContactLogDesk {
    let desk = ContactLogDesk(folder.data, clock: { folder.now })
    let today = LondonTime.day(folder.now)
    for (place, kind) in [StakeholderKind.union, .council, .memberOfParliament].enumerated() {
      var contact = ContactLogDesk.Entered(
        kind: kind, body: "Body \(place)", on: today.adding(-place), way: .meeting)
      contact.people = ContactPeople(staff: "Director, Ann Other", others: "Bea Sample")
      contact.raised = "=Beds, \"beds\" and parking. Ask bea@example.org or 01622 123456."
      if place == 1 {
        contact.promised = "Figures"
        contact.promisedBy = today.adding(-1)
      }
      try await desk.record(contact, by: office)
    }
    return desk
  }

  @Test("The log is searched by words and filters, the latest first")
  func search() async throws {
    let folder = try EventFolder()
    let desk = try await log(folder)
    var filter = ContactLogFilter()
    #expect(try desk.find(filter).map(\.logged.contact.body) == ["Body 0", "Body 1", "Body 2"])
    filter.words = "PARKING beds"
    #expect(try desk.find(filter).count == 3)
    filter.kind = .council
    #expect(try desk.find(filter).count == 1)
    filter.words = "nothing"
    #expect(try desk.find(filter).isEmpty)
    var open = ContactLogFilter()
    open.onlyOpen = true
    let found = try #require(try desk.find(open).first)
    #expect(found.logged.isOverdue(on: LondonTime.day(folder.now)))
    try await desk.keepPromise(found.logged.contact.id, by: office)
    #expect(try desk.find(open).isEmpty)
  }

  @Test("The table has no person, no address and no formula in it")
  func table() async throws {
    let folder = try EventFolder()
    let desk = try await log(folder)
    let table = desk.table(try desk.find(ContactLogFilter()))
    for word in ["Ann Other", "Bea Sample", "bea@example.org", "01622"] {
      #expect(!table.contains(word))
    }
    #expect(table.contains("\"'=Beds, \"\"beds\"\" and parking."))
    #expect(table.components(separatedBy: "\r\n").count == 5)
    let events = try folder.data.ledger.entries().map(\.payload).joined()
    for word in ["Ann Other", "Bea", "parking", "Figures"] { #expect(!events.contains(word)) }
  }

  @Test("A request for information counts twenty working days")
  func request() async throws {
    let folder = try EventFolder()
    let desk = ContactLogDesk(folder.data, clock: { folder.now })
    try await desk.receiveRequest(on: LondonTime.day(folder.now), asked: "All", by: office)
    let request = try #require(try desk.log().requests.first?.request)
    #expect(request.due.iso == "2017-06-29")
    try await desk.answerRequest(request.id, by: office)
    await #expect(throws: EventRefusal.notFound) {
      try await desk.answerRequest(request.id, by: office)
    }
  }

  @Test("A contribution of staff carries no account, and is refused after the last day")
  func conversation() async throws {
    let folder = try EventFolder()
    let desk = StaffConversationDesk(folder.data, clock: { folder.now })
    let today = LondonTime.day(folder.now)
    let id = try await desk.open(
      StaffQuestion(question: "What?", background: "", opens: today, closes: today.adding(2)),
      by: office)
    let code = try #require(try desk.code(of: id))
    #expect(try desk.accepts(" " + code.uppercased() + "-", for: id))
    #expect(try !desk.accepts("", for: id))
    try await desk.contribute(id, text: "Forms", token: "t")
    try await desk.contribute(id, text: "Forms", token: "t")
    #expect(try desk.conversation(id).contributions.count == 1)
    let entry = try #require(try folder.data.ledger.entries().last)
    #expect(entry.author == .visitor)
    #expect(!entry.payload.contains("Forms"))
    folder.go(to: LondonTime.moment(today.adding(3), minutes: 0))
    await #expect(throws: EventRefusal.self) { try await desk.contribute(id, text: "Late") }
  }
}
