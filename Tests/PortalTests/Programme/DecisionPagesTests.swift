// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Foundation
import Ledger
import People
import Portal
import Programme
import Testing

/// A portal with a committee of two: group a has the clause that it needs, group b has not.
private final class DecisionSite: Sendable {
  let data: DataFolder
  let portal: Portal
  static let now = LondonTime.moment(day("2018-01-15"), minutes: 600)
  static let clerk = Person(id: "clerk", name: "Pat", role: .programmeOffice)

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: { Self.now })
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), clock: { Self.now },
      prose: { "<p>\($0)</p>" })
    services.programme = Self.plan()
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  private static func plan() -> ProgrammePlan {
    var plan = ProgrammePlan(title: "Plan")
    let terms = AmendmentTerms(
      noticeDays: 14, approver: "", approvalDays: 56,
      meets: MeetingPattern(months: [1, 3, 5, 7, 9, 11], week: 4, weekday: 1))
    let power = ConstitutionClause("6.5", .delegate, subject: "*")
    plan.authority.names = ["a": "Group A", "b": "Group B"]
    plan.authority.subjects = [AuthoritySubject(id: "stroke", name: "Stroke")]
    plan.authority.committees = [
      CommitteeDefinition(
        id: "joint", name: "Joint committee", subjects: ["stroke"],
        clauseWanted: "power to decide with others",
        seats: [CommitteeSeat("a"), CommitteeSeat("b")],
        rule: VotingRule(.unanimity, of: .members, quorumCount: 2), noticeDays: 7,
        meets: MeetingPattern(months: Array(1...12), week: 2, weekday: 3))
    ]
    plan.authority.constitutions = ["a", "b"].map { body in
      ConstitutionDefinition(
        body: body,
        versions: [ConstitutionVersion("1", since: nil, clauses: body == "a" ? [power] : [])],
        amendment: terms)
    }
    return plan
  }

  func get(_ path: String, _ query: String = "", staff: Bool = false) async -> Answered {
    Answered(
      await portal.answer(
        PortalRequest(
          method: .get, path: Self.parts(path), query: FormFields(encoded: query)), visit(staff)))
  }

  func post(_ path: String, _ fields: [(String, String)], staff: Bool = true) async -> Answered {
    Answered(
      await portal.answer(
        PortalRequest(
          method: .post, path: Self.parts(path),
          fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), visit(staff)))
  }

  private func visit(_ staff: Bool) -> Visit {
    staff ? Visit(person: Self.clerk, formSecret: "s") : .anonymous
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  /// A vote through the forms of staff, with everybody for it.
  func vote() async -> Answered {
    _ = await post(
      "/desk/programme/decisions/propose",
      [
        ("committee", "joint"), ("subjects", "stroke"), ("title", "Three units"),
        ("resolution", "The committee is asked to choose."), ("options", "One\nTwo"),
        ("papers", "Business case https://example.org/case"), ("planned", "2018-01-11"),
        ("pounds", "250,000"),
      ])
    let path = "/desk/programme/decisions/1/"
    _ = await post(path + "open", [("on", "11/1/2018")])
    _ = await post(path + "attendance", [("present", "a"), ("present", "b")])
    _ = await post(path + "votes", [("vote-a", "against"), ("vote-b", "for")])
    _ = await post(path + "votes", [("vote-a", "for"), ("vote-b", "for")])
    return await post(path + "close", [])
  }
}

/// An answer as these tests look at it.
private struct Answered {
  let status: Int
  var html = ""
  var location = ""
  var file: [UInt8] = []
  var isPrivate = false

  init(_ answer: PortalAnswer?) {
    status = answer?.status ?? 0
    switch answer?.body {
    case .page(let page): (html, isPrivate) = (page.html, page.isPrivate)
    case .redirect(let path): location = path
    case .file(_, let bytes, _): file = bytes
    case nil: break
    }
  }
}

@Suite struct `The pages of joint decisions` {
  @Test func `name the clause that a group lacks and its lead time`() async throws {
    let site = try DecisionSite()
    #expect(await site.vote().location == "/desk/programme/decisions/1")
    let page = await site.get("/programme/decisions/1")
    #expect(page.status == 200)
    #expect(page.html.contains("Invalid: the vote on 11 January 2018 decided nothing"))
    #expect(page.html.contains("Missing: power to decide with others"))
    #expect(
      page.html.contains("Lead time 131 days: 14 days of notice, its meeting on 27 March 2018"))
    #expect(page.html.contains("the earliest lawful day was 14 June 2018; Group B took longest"))
    #expect(page.html.contains("For (before: against)"))
    #expect(page.html.contains("It commits £250,000 for each body."))
    #expect(page.html.contains("href=\"https://example.org/case\""))
    #expect(!page.isPrivate)
    let list = await site.get("/programme/decisions")
    #expect(list.html.contains("Group B: Missing: power to decide with others"))
    #expect(list.html.contains("Invalid decisions, and why"))
  }

  @Test func `show what was known on an earlier day`() async throws {
    let site = try DecisionSite()
    _ = await site.vote()
    let before = await site.get("/programme/decisions", "as-of=2017-12-31")
    #expect(before.html.contains("Nothing waits."))
    #expect(before.html.contains("This page shows the record as it stood"))
    #expect(await site.get("/programme/decisions/1", "as-of=2017-12-31").status == 404)
  }

  @Test func `offer the minute as a file that verifies and as a page`() async throws {
    let site = try DecisionSite()
    _ = await site.vote()
    let file = await site.get("/programme/decisions/1/minutes/1.json")
    let minute = try DecisionMinuteFile(checking: file.file)
    #expect(minute.minute.result == .invalid)
    let page = await site.get("/programme/decisions/1/minutes/1")
    #expect(page.html.contains("How to check this minute"))
    #expect(page.html.contains("Votes that were changed before the vote was closed"))
    for path in ["2", "1.xml", "x.json", "0.json"] {
      #expect(await site.get("/programme/decisions/1/minutes/\(path)").status == 404)
    }
  }

  @Test func `answer when a decision would be lawful`() async throws {
    let site = try DecisionSite()
    let page = await site.get(
      "/programme/authority", "committee=joint&subject=stroke&on=2018-01-01")
    #expect(page.html.contains("A decision on that day would be invalid."))
    // Notice from 1 January is enough for the meeting of the 23rd; approval lasts until 20 March.
    #expect(page.html.contains("The earliest lawful day is 12 April 2018; Group B takes longest"))
    #expect(page.html.contains("Yes, clause 6.5"))
    #expect(page.html.contains("No: no such clause"))
    let wrong = await site.get("/programme/authority", "on=someday")
    #expect(wrong.html.contains("Enter a day, such as 30/9/2017."))
  }

  @Test func `find nothing for numbers that are not there`() async throws {
    let site = try DecisionSite()
    for path in ["/programme/decisions/7", "/programme/decisions/x", "/programme/decisions/1/2"] {
      #expect(await site.get(path).status == 404)
    }
    #expect(await site.post("/programme/decisions", []).status == 404)
  }
}

@Suite struct `The desk of joint decisions` {
  @Test func `is for those who keep the record of the programme`() async throws {
    let site = try DecisionSite()
    #expect(await site.get("/desk/programme/decisions").status != 200)
    #expect(await site.get("/desk/programme/decisions", staff: true).isPrivate)
    #expect(await site.post("/desk/programme/decisions/propose", [], staff: false).status != 303)
    #expect(try site.data.ledger.state(DecisionState.self).decisions.isEmpty)
  }

  @Test func `gives a form back with what was typed and what is wrong`() async throws {
    let site = try DecisionSite()
    let back = await site.post(
      "/desk/programme/decisions/propose",
      [("title", ""), ("resolution", "Choose."), ("planned", "2018-01-11")])
    #expect(back.status == 422)
    #expect(back.html.contains("Enter a short name for the decision."))
    #expect(back.html.contains("Choose."))
    let day = await site.post(
      "/desk/programme/decisions/propose", [("title", "T"), ("planned", "soon")])
    #expect(day.html.contains("Enter a day, such as 14/6/2017."))
  }

  @Test func `records an amendment, with which an invalid decision is ratified`() async throws {
    let site = try DecisionSite()
    _ = await site.vote()
    let early = await site.post(
      "/desk/programme/decisions/amend",
      [
        ("body", "b"), ("version", "2"), ("passed", "2017-11-28"), ("since", "2018-01-12"),
        ("clause", "7.1"), ("kind", "delegate"), ("subject", "stroke"), ("committee", "joint"),
        ("text", "Decides with others."),
      ])
    #expect(early.status == 303)
    let path = "/desk/programme/decisions/1/"
    #expect(await site.get(path + "ratify", staff: true).status == 200)
    _ = await site.post(path + "ratify", [("on", "2018-01-15")])
    _ = await site.post(path + "attendance", [("present", "a"), ("present", "b")])
    _ = await site.post(path + "votes", [("vote-a", "for"), ("vote-b", "for")])
    _ = await site.post(path + "close", [])
    let page = await site.get("/programme/decisions/1")
    #expect(page.html.contains("Ratified on 15 January 2018"))
    #expect(page.html.contains("/programme/decisions/1/minutes/2.json"))
    let matrix = await site.get("/programme/authority")
    #expect(matrix.html.contains("Amendments of constitutions"))
  }

  @Test func `shows every form with labels, and only those that fit`() async throws {
    let site = try DecisionSite()
    for form in ["propose", "recommend", "answer", "amend", "delegate", "take-back"] {
      #expect(await site.get("/desk/programme/decisions/\(form)", staff: true).status == 200)
    }
    _ = await site.post(
      "/desk/programme/decisions/propose",
      [
        ("committee", "joint"), ("subjects", "stroke"), ("title", "Three units"),
        ("resolution", "Choose."), ("planned", "2018-02-08"),
      ])
    for form in ["open", "put-off", "withdraw"] {
      #expect(await site.get("/desk/programme/decisions/1/\(form)", staff: true).status == 200)
    }
    #expect(await site.get("/desk/programme/decisions/1/votes", staff: true).status == 303)
    let future = await site.post("/desk/programme/decisions/1/open", [("on", "2018-02-08")])
    #expect(future.html.contains("A meeting is recorded on its day or later."))
    _ = await site.post("/desk/programme/decisions/1/open", [("on", "2018-01-15")])
    for form in ["attendance", "interest", "votes", "casting", "close"] {
      #expect(await site.get("/desk/programme/decisions/1/\(form)", staff: true).status == 200)
    }
    let casting = await site.post("/desk/programme/decisions/1/casting", [("choice", "for")])
    #expect(casting.html.contains("gives its chair no casting vote"))
  }
}
