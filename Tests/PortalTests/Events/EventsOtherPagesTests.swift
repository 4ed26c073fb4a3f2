// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Testing

@Suite("Pages of groups, contacts and staff conversations")
struct EventsOtherPagesTests {
  @Test("A group's page names only those who agreed, and shows advice, replies and what is late")
  func group() async throws {
    let site = try await EventsSite()
    let page = try await site.get("/groups/ppag")
    #expect(page.html.contains("Member 1 (synthetic)") && !page.html.contains("Member 2 (synth"))
    #expect(page.html.contains("Accepted in part") && page.html.contains("Overdue"))
    #expect(!page.html.contains("example.org"))
    #expect(try await site.get("/groups").html.contains("1 reply is overdue"))
    #expect(try await site.get("/groups/none").status == 404)
    let desk = try await site.get("/desk/groups/ppag", as: .programmeOffice)
    #expect(desk.html.contains("Member 2 (synthetic)"))
  }

  @Test("Staff add members, meetings, advice and replies through forms")
  func groupForms() async throws {
    let site = try await EventsSite(isFilled: false)
    let root = "/desk/groups/ppag"
    let member = [("name", "Member X"), ("role", "chair"), ("from", "2026-01-01"), ("to", "")]
    let office = Role.programmeOffice
    #expect(try await site.post(root + "/member", member, as: office).status == 303)
    #expect(
      try await site.post(root + "/member", [("name", "Y"), ("from", "soon")], as: office).status
        == 422)
    #expect(!(try await site.get("/groups/ppag").html.contains("Member X")))
    let meeting = [("on", "2026-01-10"), ("agenda", "Travel")]
    #expect(try await site.post(root + "/meeting", meeting, as: office).status == 303)
    let advice = [
      ("on", "2026-01-10"), ("advice", "Large print"), ("consultation", "stroke"),
      ("reply-by", "2026-01-12"),
    ]
    #expect(try await site.post(root + "/advice", advice, as: office).status == 303)
    let late = try await site.get("/groups/ppag")
    #expect(late.html.contains("Large print") && late.html.contains("Overdue"))
    let state = try site.data.ledger.state(GroupState.self).record("ppag")
    let given = try #require(state.advice.first).given.id
    let held = try #require(state.meetings.first).meeting.id
    #expect(
      try await site.post(root + "/minutes/\(held)", [("minutes", "We agreed")], as: office).status
        == 303)
    let reply = [("outcome", "accepted"), ("reply", "We do it")]
    #expect(
      try await site.post(root + "/reply/\(given)", [("reply", "x")], as: office).status == 422)
    #expect(try await site.post(root + "/reply/\(given)", reply, as: office).status == 303)
    let done = try await site.get("/groups/ppag")
    #expect(done.html.contains("We do it") && !done.html.contains("Overdue"))
    #expect(try await site.get(root + "/reply/none", as: office).status == 404)
    #expect(try await site.get(root + "/else", as: office).status == 404)
    let person = try #require(state.members.first).id
    #expect(try await site.post(root + "/leave", [("member", person)], as: office).status == 303)
  }

  @Test("The contact log is searched by a posted form, and exported without people")
  func contactLog() async throws {
    let site = try await EventsSite()
    let office = Role.programmeOffice
    let all = try await site.get("/desk/contact-log", as: office)
    #expect(all.html.contains("11 contacts") && all.html.contains("Colleague 1 (synthetic)"))
    let found = try await site.post(
      "/desk/contact-log", [("kind", "union"), ("words", "TIMETABLE")], as: office)
    #expect(found.status == 200 && found.html.contains("1 contact<"))
    let wrong = try await site.post("/desk/contact-log", [("from", "then")], as: office)
    #expect(wrong.status == 422)
    let file = try await site.post("/desk/contact-log/export", [("kind", "")], as: office)
    let table = String(decoding: file.bytes, as: UTF8.self)
    #expect(table.components(separatedBy: "\r\n").count == 13)
    #expect(!table.contains("Colleague") && !table.contains("Person 1"))
    let requests = try await site.get("/desk/contact-log/requests", as: office)
    #expect(requests.html.contains("Late") && requests.html.contains("working day"))
  }

  @Test("Staff add contacts and requests; a promise is kept and a request answered")
  func contactForms() async throws {
    let site = try await EventsSite(isFilled: false)
    let office = Role.programmeOffice
    let contact = [
      ("kind", "mp"), ("body", "Office of an MP"), ("on", "2026-01-05"), ("way", "letter"),
      ("staff", "Director"), ("raised", "Parking"), ("promised", "Figures"),
      ("promised-by", "2026-01-10"),
    ]
    #expect(try await site.post("/desk/contact-log/new", contact, as: office).status == 303)
    let future = contact.map { $0.0 == "on" ? ("on", "2026-02-01") : $0 }
    let refused = try await site.post("/desk/contact-log/new", future, as: office)
    #expect(refused.status == 422 && refused.html.contains("in the future"))
    let empty = try await site.post("/desk/contact-log/new", [], as: office)
    #expect(empty.status == 422 && empty.html.contains("href=\"#raised\""))
    #expect(try await site.get("/desk/contact-log", as: office).html.contains("Late"))
    let id = try #require(try site.data.ledger.state(ContactLogState.self).contacts.first).contact
      .id
    _ = try await site.post("/desk/contact-log/done", [("contact", id)], as: office)
    #expect(
      try await site.get("/desk/contact-log", as: office).html.contains("Done on 15 January 2026"))
    let asked = [("received", "2026-01-14"), ("asked", "Everything")]
    #expect(
      try await site.post("/desk/contact-log/requests/new", asked, as: office).status == 303)
    let page = try await site.get("/desk/contact-log/requests", as: office)
    #expect(page.html.contains("Due on 11 February 2026: 19 working days left."))
  }

  @Test("Staff with the code contribute without an account; others see only summaries")
  func conversation() async throws {
    let site = try await EventsSite()
    let desk = StaffConversationDesk(site.data, clock: { EventsSite.now })
    let open = try #require(try desk.state().inOrder.first { $0.isOpen(at: EventsSite.now) })
    let path = "/staff-conversations/\(open.id)"
    let outside = try await site.get(path)
    #expect(outside.status == 200 && !outside.html.contains("night staff"))
    #expect(try await site.post(path, [("code", "wrong")]).status == 422)
    let code = try #require(try desk.code(of: open.id))
    let inside = try await site.post(path, [("code", code)])
    #expect(inside.status == 200 && inside.html.contains("night staff"))
    #expect(inside.html.contains("Withheld: It could point to a patient."))
    #expect(!inside.html.contains("an example of a text that is then withheld"))
    let sent = try await site.post(
      path + "/contribute", [("code", code), ("text", "More screens")])
    #expect(sent.location == path + "/thanks")
    #expect(try await site.get(sent.location).html.contains("Thank you"))
    let noCode = try await site.post(path + "/contribute", [("text", "Let me in")])
    #expect(noCode.status == 422)
    let signedIn = try await site.post(
      path + "/contribute", [("text", "From an account")], as: .contributor)
    #expect(signedIn.status == 303)
    let last = try #require(try site.data.ledger.entries().last)
    #expect(last.author == .visitor && !last.payload.contains("account"))
    let empty = try await site.post(path + "/contribute", [("text", "")], as: .contributor)
    #expect(empty.status == 422 && empty.html.contains("id=\"text-error\""))
  }

  @Test("The office asks, withholds, restores, closes, sums up and replies")
  func conversationDesk() async throws {
    let site = try await EventsSite()
    let office = Role.programmeOffice
    let question = [("question", "Why?"), ("opens", "2026-01-15"), ("closes", "2026-01-20")]
    let opened = try await site.post("/desk/staff-conversations/new", question, as: office)
    #expect(opened.status == 303)
    #expect(
      try await site.post("/desk/staff-conversations/new", [("opens", "x")], as: office).status
        == 422)
    let id = opened.location.replacing("/desk/staff-conversations/", with: "")
    _ = try await site.post("/staff-conversations/\(id)/contribute", [("text", "So")], as: .analyst)
    let desk = StaffConversationDesk(site.data, clock: { EventsSite.now })
    let contribution = try #require(try desk.conversation(id).contributions.first).id
    let fields = [("contribution", contribution), ("reason-\(contribution)", "A name")]
    let noReason = try await site.post(
      opened.location + "/withhold", [("contribution", contribution)], as: office)
    #expect(noReason.status == 422)
    _ = try await site.post(opened.location + "/withhold", fields, as: office)
    #expect(try await site.get(opened.location, as: office).html.contains("A name"))
    _ = try await site.post(opened.location + "/restore", fields, as: office)
    #expect(!(try await site.get(opened.location, as: office).html.contains("A name")))
    _ = try await site.post(opened.location + "/close", [], as: office)
    #expect(try !desk.conversation(id).isOpen(at: EventsSite.now))
    let summary = [("summary", "They said so"), ("reply", "We do so")]
    _ = try await site.post(opened.location + "/summary", summary, as: office)
    let page = try await site.get("/staff-conversations/\(id)")
    #expect(page.html.contains("They said so") && page.html.contains("We do so"))
  }
}
