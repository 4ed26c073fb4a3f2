// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Programme
import Testing

@Suite struct `The pages of meetings` {
  /// Calls a meeting of 24 April 2017 by its form, and returns its id and that of its last item.
  private func called(_ site: MeetingsSite) async throws -> (id: String, items: [String]) {
    let answer = await site.post(
      "/desk/programme/meetings/new",
      [
        ("body", "board"), ("on", "2017-04-24"), ("start", "2pm"),
        ("agenda", "Which work comes first\nWhat estates need"),
      ])
    #expect(answer.location == "/desk/programme/meetings")
    let meeting = try #require(try site.data.ledger.state(MeetingState.self).meetings.first)
    return (meeting.id, meeting.items.map(\.item.id))
  }

  @Test func `show what is called, and what was agreed only once it is`() async throws {
    let site = try MeetingsSite()
    let (id, items) = try await called(site)
    #expect(await site.get("/programme/meetings").html.contains("24 April 2017"))
    let root = "/desk/programme/meetings/\(id)"
    #expect(
      await site.post(
        "\(root)/attendance",
        [("seat-chair", "present"), ("seat-trust", "deputy"), ("seat-guest", "apologies")]
      ).status == 303)
    let minutes = items.flatMap {
      [("minute-\($0)", "Said on \($0)."), ("outcome-\($0)", "agreed")]
    }
    #expect(await site.post("\(root)/minutes", minutes).status == 303)
    #expect(await site.post("\(root)/draft", []).status == 303)
    #expect(!(await site.get("/programme/meetings/\(id)").html.contains("Said on")))
    #expect(await site.get(root, as: .programmeOffice).html.contains("Said on"))
    #expect(await site.post("\(root)/agree", [("at", "")]).status == 303)
    let page = await site.get("/programme/meetings/\(id)").html
    #expect(page.contains("Said on \(items[0])."))
    #expect(page.contains("2 of 2 voting seats were taken; the quorum is 2"))
    #expect(page.contains("Deputy came"))
    #expect(await site.post("\(root)/sign", [("seat", "chair")]).status == 303)
    #expect(await site.get("/programme/meetings/\(id)").html.contains("Signed by: The chair"))
  }

  @Test func `show a form again with everything that is wrong`() async throws {
    let site = try MeetingsSite()
    let wrong = await site.post(
      "/desk/programme/meetings/new", [("body", "board"), ("on", "soon"), ("start", "2pm")])
    #expect(wrong.status == 422)
    #expect(wrong.html.contains("Enter a day, such as 14/6/2017."))
    let action = await site.post(
      "/desk/programme/actions/new", [("text", ""), ("owner", ""), ("due", "2017-05-01")])
    #expect(action.status == 422)
    #expect(action.html.contains("Say what is to be done."))
    #expect(action.html.contains("Choose an owner from the list."))
  }

  @Test func `refuse what nobody may do who has not the right`() async throws {
    let site = try MeetingsSite()
    #expect(await site.get("/desk/programme/due").status == 401)
    #expect(await site.get("/desk/programme/due", as: .analyst).status == 403)
    #expect(await site.get("/desk/programme/due", as: .programmeOffice).status == 200)
    #expect(await site.get("/programme/meetings/none").status == 404)
    #expect(await site.get("/programme/risks/none").status == 404)
    #expect(await site.get("/programme/actions/none").status == 404)
    #expect(await site.get("/programme/updates/none").status == 404)
    #expect(await site.get("/desk/programme/risks/none", as: .programmeOffice).status == 404)
    #expect(
      await site.get("/desk/programme/risks/none/score", as: .programmeOffice).status == 404)
  }

  @Test func `publish an update after its sign-off`() async throws {
    let site = try MeetingsSite()
    let (id, items) = try await called(site)
    let root = "/desk/programme/meetings/\(id)"
    _ = await site.post(
      "\(root)/attendance",
      [("seat-chair", "present"), ("seat-trust", "present"), ("seat-guest", "absent")])
    _ = await site.post(
      "\(root)/minutes",
      items.flatMap { [("minute-\($0)", "We talked."), ("outcome-\($0)", "noted")] })
    _ = await site.post("\(root)/draft", [])
    #expect(await site.post("\(root)/update", []).status == 303)
    let update = "/desk/programme/updates/\(id)"
    #expect(await site.get("/programme/updates/\(id)").status == 404)
    #expect(await site.post("\(update)/publish", []).status == 422)
    #expect(
      await site.post("\(update)/introduction", [("introduction", "Thank you.")]).status == 303)
    #expect(await site.post("\(update)/sign-off", [("seat", "chair")]).status == 303)
    #expect(await site.post("\(update)/publish", []).status == 303)
    let page = await site.get("/programme/updates/\(id)").html
    #expect(page.contains("Thank you."))
    #expect(page.contains("Signed off by: The chair"))
    #expect(page.contains("Which work comes first"))
    #expect(await site.get("/programme/updates").html.contains("24 April 2017"))
    #expect(
      await site.get("/programme/updates", query: "as-of=2017-04-23").html
        .contains("No update is published by this day."))
  }

  @Test func `name who has not reported, and freeze the month`() async throws {
    let site = try MeetingsSite()
    let report = await site.post(
      "/desk/programme/workstreams/digital/report",
      [("period", "2017-04"), ("achieved", "Met."), ("next", "Meet."), ("level", "")])
    #expect(report.location == "/desk/programme/workstreams/digital")
    let due = await site.get("/desk/programme/due", as: .programmeOffice).html
    #expect(due.contains("1 of 2 workstreams have reported for April 2017."))
    #expect(due.contains("/desk/programme/workstreams/estates/report"))
    #expect(
      await site.post("/desk/programme/workstreams/freeze", [("period", "2017-04")]).status == 303)
    let page = await site.get("/programme/workstreams").html
    #expect(page.contains("For April 2017, no report came in time from: Estates."))
    #expect(page.contains("● On track"))
    #expect(await site.get("/programme/workstreams/digital").html.contains("Met."))
  }

  @Test func `show risks in the matrix, in order, and as of an earlier day`() async throws {
    let site = try MeetingsSite()
    for (text, consequence) in [("It may rain", "2"), ("It may burn", "5")] {
      let answer = await site.post(
        "/desk/programme/risks/new",
        [
          ("kind", "risk"), ("text", text), ("owner", "office"), ("consequence", consequence),
          ("likelihood", "4"), ("review", "2017-05-01"),
        ])
      #expect(answer.status == 303)
    }
    let page = await site.get("/programme/risks").html
    let fire = try #require(page.range(of: "It may burn", options: .backwards))
    let rain = try #require(page.range(of: "It may rain", options: .backwards))
    #expect(fire.lowerBound < rain.lowerBound)
    #expect(page.contains("<svg"))
    #expect(page.contains("5 × 4 = 20, extreme"))
    let before = await site.get("/programme/risks", query: "as-of=2017-04-01").html
    #expect(!before.contains("It may burn"))
  }

  @Test func `list overdue actions first, and record a repeated form once`() async throws {
    let site = try MeetingsSite()
    let fields = [
      ("text", "Write it down"), ("owner", "workstream/digital"), ("due", "2017-04-25"),
      ("token", "abcdefghijabcdefghijabcdef"),
    ]
    for _ in 0..<2 { _ = await site.post("/desk/programme/actions/new", fields) }
    let actions = try site.data.ledger.state(ActionState.self).actions
    #expect(actions.count == 1)
    site.go(to: "2017-05-05")
    #expect(await site.get("/programme/actions").html.contains("Overdue by 10 days"))
    let id = actions[0].id
    #expect(
      await site.post("/desk/programme/actions/\(id)/done", [("on", "2017-05-04")]).status == 303)
    #expect(await site.get("/programme/actions/\(id)").html.contains("Done on 4 May 2017"))
    #expect(
      await site.get("/programme/actions", query: "as-of=2017-05-04").html
        .contains("Overdue by 9 days"))
  }

  @Test func `show a body with its seats, its quorum and its register of interests`() async throws {
    let site = try MeetingsSite()
    #expect(
      await site.post(
        "/desk/programme/bodies/board/interest",
        [
          ("seat", "trust"), ("kind", "indirect"), ("interest", "A relation works there."),
          ("from", "2017-01-01"),
        ]
      ).status == 303)
    let page = await site.get("/programme/bodies/board").html
    #expect(page.contains("2 voting seats"))
    #expect(page.contains("2 seats count towards a quorum; 1 is an observer’s."))
    #expect(page.contains("A relation works there."))
    #expect(page.contains("not published in what was read"))
  }

  @Test(arguments: [
    "meetings", "bodies", "workstreams", "risks", "actions", "updates",
  ])
  func `are there before anything has happened`(section: String) async throws {
    let site = try MeetingsSite()
    #expect(await site.get("/programme/\(section)").status == 200)
    #expect(await site.get("/desk/programme/\(section)", as: .programmeOffice).status == 200)
    #expect(await site.get("/programme").html.contains("/programme/\(section)"))
  }
}
