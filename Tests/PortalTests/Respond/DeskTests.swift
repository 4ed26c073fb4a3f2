// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People
import Testing

@testable import Portal

@Suite("Shared tablet, keying and equality")
struct DeskTests {
  private func value(_ name: String, in html: String) -> String {
    let mark = "name=\"\(name)\" value=\""
    guard let start = html.range(of: mark)?.upperBound else { return "" }
    return String(html[start...].prefix { $0 != "\"" })
  }

  @Test("Two people at one tablet are two responses, and the second can't reach the first")
  func kiosk() async throws {
    let stage = try await RespondStage.make()
    let started = await stage.post(
      "/desk/kiosk", [("consultation", "stroke"), ("place", "Chatham library")],
      as: RespondStage.keyer)
    let kiosk = try #require(started?.target)
    #expect(await stage.post(kiosk, as: RespondStage.keyer)?.target == kiosk)
    var cookies: [String: String] = [:]
    var paths: [String] = []
    for words in ["Said by the first", "Said by the second"] {
      let answer = try #require(await stage.post(kiosk, cookies: cookies))
      for cookie in answer.cookies { cookies[cookie.name] = cookie.value }
      let path = try #require(answer.target)
      _ = await stage.post(
        "\(path)/care", [("asked", "why"), ("q-why", words)], cookies: cookies)
      #expect(await stage.send(path, cookies: cookies)?.target == "\(path)/done")
      #expect(await stage.get("\(path)/done", cookies: cookies)?.status == 200)
      #expect(await stage.get("\(path)/care", cookies: cookies)?.target == "\(path)/done")
      paths.append(path)
    }
    #expect(await stage.get("\(paths[0])/done", cookies: cookies)?.status == 404)
    let cleared = await stage.post("/kiosk/clear", cookies: cookies)
    #expect(cleared?.cookies.first?.age == 0)
    #expect(await stage.get("\(paths[1])/done")?.status == 404)
    #expect(try stage.responses.map(\.response.channel) == [.kiosk, .kiosk])
    #expect(try stage.responses.map(\.response.operatorID) == ["keyer", "keyer"])
  }

  @Test("What somebody left on the tablet is removed when the next person starts")
  func walkedAway() async throws {
    let stage = try await RespondStage.make()
    let started = await stage.post(
      "/desk/kiosk", [("consultation", "stroke"), ("place", "Market")], as: RespondStage.keyer)
    let kiosk = try #require(started?.target)
    let first = try #require(await stage.post(kiosk))
    let cookies = Dictionary(
      uniqueKeysWithValues: first.cookies.map { ($0.name, $0.value) })
    _ = await stage.post(kiosk, cookies: cookies)
    let drafts = try stage.data.drafts.all(ResponseDraft.self, kind: "response-draft")
    #expect(drafts.count == 1)
    #expect(await stage.get(first.target ?? "", cookies: cookies)?.status == 404)
  }

  private func batch(_ stage: RespondStage) async throws -> String {
    let started = await stage.post(
      "/desk/capture",
      [
        ("form", "stroke/1"), ("channel", "paper"), ("batch", "Box 1"), ("day", "2017-07-14"),
      ], as: RespondStage.keyer)
    return try #require(started?.target)
  }

  private func key(
    _ stage: RespondStage, _ path: String, paper: String, words: String,
    token: String = RandomID.make()
  ) async -> PortalAnswer? {
    await stage.post(
      path,
      [
        ("token", token), ("paper", paper), ("q-why", words), ("q-area", "medway"),
        ("publish", "no"),
      ], as: RespondStage.keyer)
  }

  @Test("A paper is keyed once however often the page is sent, and its number only once")
  func capture() async throws {
    let stage = try await RespondStage.make()
    let path = try await batch(stage)
    let token = RandomID.make()
    let one = await key(stage, path, paper: "12", words: "Nearer", token: token)
    let two = await key(stage, path, paper: "12", words: "Nearer", token: token)
    #expect(one?.status == 303 && one?.target == two?.target)
    let other = await key(stage, path, paper: "12", words: "Typed in full")
    #expect(other?.status == 422)
    #expect(other?.html.contains("Typed in full") == true)
    let response = try #require(try stage.responses.first?.response)
    #expect(try stage.responses.count == 1)
    #expect(response.operatorID == "keyer" && response.batch == "Box 1" && !response.mayPublish)
    #expect(response.attributes.area == "medway")
  }

  @Test("The second keying is by another person; differences are listed, flagged and resolved")
  func keying() async throws {
    let stage = try await RespondStage.make()
    let path = try await batch(stage)
    _ = await key(stage, path, paper: "12", words: "Nearer")
    let find = [("consultation", "stroke"), ("number", "12")]
    #expect(
      await stage.post("/desk/capture/again", find, as: RespondStage.keyer)?.status == 422)
    let found = await stage.post("/desk/capture/again", find, as: RespondStage.other)
    let again = try #require(found?.target)
    let blank = await stage.get(again, as: RespondStage.other)
    #expect(blank?.html.contains("Nearer") == false)
    let compared = await stage.post(
      again, [("q-why", "Dearer"), ("q-area", "medway")], as: RespondStage.other)
    let resolve = try #require(compared?.target)
    let html = await stage.get(resolve, as: RespondStage.other)?.html ?? ""
    #expect(html.contains("Nearer") && html.contains("Dearer") && !html.contains("Thanet"))
    _ = await stage.post(resolve, [("q-why", "Dearer")], as: RespondStage.other)
    let record = try #require(try stage.responses.first)
    #expect(record.keyingDifferences == ["why"] && record.keyingResolvedBy?.id == "other")
    #expect(record.response.flags == [.keyedDifferently])
    let text = try stage.data.ledger.content(record.response.answers.id)
    #expect(text?.contains("Dearer") == true && text?.contains("medway") == true)
  }

  @Test("The public and committee members can't reach the pages of keying")
  func permissions() async throws {
    let stage = try await RespondStage.make()
    for path in ["/desk/capture", "/desk/kiosk", "/desk/capture/equality", "/desk/capture/again"] {
      #expect(await stage.get(path)?.status == 401)
      let reader = Person(id: "r", name: "R", role: .committeeMember)
      #expect(await stage.get(path, as: reader)?.status == 403)
    }
  }

  @Test("Ethnic background is asked in a second step, and one page counts once")
  func equality() async throws {
    let stage = try await RespondStage.make()
    let path = "/consultations/stroke/equality"
    let token = value("token", in: await stage.get(path)?.html ?? "")
    let first = await stage.post(
      path, [("token", token), ("sex", "female"), ("ethnic-group", "asian")])
    #expect(first?.status == 200)
    #expect(first?.html.contains("Bangladeshi") == true)
    #expect(try EqualityDesk(stage.data).answers(to: "stroke").isEmpty)
    let fields = [
      ("token", token), ("step", "2"), ("sex", "female"), ("ethnic-group", "asian"),
      ("ethnic-background-asian", "indian"),
    ]
    #expect(await stage.post(path, fields)?.target == "\(path)/done")
    #expect(await stage.post(path, fields)?.target == "\(path)/done")
    #expect(
      try EqualityDesk(stage.data).answers(to: "stroke").map(\.answers) == [
        ["sex": "female", "ethnic-group": "asian", "ethnic-background-asian": "indian"]
      ])
    let unknown = await stage.post(path, [("token", RandomID.make()), ("sex", "<b>")])
    #expect(unknown?.status == 422)
  }

  @Test("Nothing in the file of equality answers stands in any other file but the consultation")
  func apart() async throws {
    let stage = try await RespondStage.make()
    for _ in 0..<8 {
      let token = RandomID.make()
      let path = await stage.begin(token)
      _ = await stage.send(path)
      _ = await stage.post(
        "/consultations/stroke/equality", [("token", RandomID.make()), ("sex", "male")])
    }
    let equality = try stage.data.equality.all(EqualityAnswers.self, kind: "equality")
    #expect(equality.count == 8)
    var others = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: stage.folder)
    where !name.hasPrefix("equality") {
      let url = URL(filePath: stage.folder).appending(path: name)
      others += String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    for (id, record) in equality {
      #expect(!others.contains(id))
      #expect(record.answers == ["sex": "male"] && record.consultation == "stroke")
    }
    #expect(try stage.data.ledger.entries().allSatisfy { !$0.payload.contains("male") })
    let ids = equality.map(\.id)
    #expect(ids == ids.sorted())
  }

  @Test("The demonstration is the same for a seed, and can be run twice")
  func demonstration() async throws {
    let stage = try await RespondStage.make()
    var plan = EngagementPlan(title: "Plan")
    plan.consultations = [
      ConsultationDefinition(
        id: "stroke", title: "Stroke services", summary: "", form: "views", isFormal: true)
    ]
    for _ in 0..<2 {
      try await RespondDemonstration.fill(
        stage.data, plan: plan, seed: 7, clock: { RespondStage.start + 60 })
    }
    #expect(try stage.responses.count == 6)
    #expect(try stage.responses.compactMap(\.keyingDifferences).map(\.count) == [0, 1, 0])
    let home = await stage.get("/desk/capture", as: RespondStage.keyer)
    #expect(home?.html.contains("How well papers were keyed") == true)
  }
}
