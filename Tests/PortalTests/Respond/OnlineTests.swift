// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import Testing

@testable import Portal

@Suite("Responding online")
struct OnlineTests {
  @Test("Refresh, double click and two tabs are one draft and one response")
  func once() async throws {
    let stage = try await RespondStage.make()
    let token = RandomID.make()
    let path = await stage.begin(token)
    #expect(path == "/respond/\(token)")
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Near home")])
    #expect(await stage.begin(token) == path)
    #expect(await stage.get("\(path)/care")?.html.contains("Near home") == true)
    async let one = stage.send(path)
    async let two = stage.send(path)
    #expect(await [one?.target, two?.target] == ["\(path)/done", "\(path)/done"])
    #expect(await stage.send(path)?.target == "\(path)/done")
    #expect(try stage.responses.count == 1)
  }

  @Test("Two people are two responses")
  func two() async throws {
    let stage = try await RespondStage.make()
    for _ in 0..<2 { _ = await stage.send(await stage.begin()) }
    #expect(try stage.responses.count == 2)
  }

  @Test("Two tabs that save different parts at once lose nothing")
  func tabs() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    async let one = stage.post("\(path)/care", [("asked", "why"), ("q-why", "Near home")])
    async let two = stage.post("\(path)/you", [("asked", "area"), ("q-area", "thanet")])
    _ = await (one, two)
    let html = await stage.get("\(path)/check")?.html ?? ""
    #expect(html.contains("Near home") && html.contains("Thanet"))
    _ = await stage.send(path)
    #expect(try stage.responses.first?.response.attributes.area == "thanet")
  }

  @Test("Sending without saying whether it may be published is asked again, and keeps the answers")
  func consent() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Near home")])
    let refused = await stage.send(path, publish: "")
    #expect(refused?.status == 422)
    #expect(refused?.html.contains("choose yes or no") == true)
    #expect(refused?.html.contains("Near home") == true)
    #expect(try stage.responses.isEmpty)
  }

  @Test("A page that was changed in another window is not sent unseen")
  func changedMeanwhile() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Near home")])
    let sent = await stage.post("\(path)/send", [("publish", "yes"), ("version", "1")])
    #expect(sent?.status == 422)
    #expect(sent?.html.contains("another window") == true)
    #expect(try stage.responses.isEmpty)
  }

  @Test("A question that an answer opens comes up next, and what was typed stays")
  func branching() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    #expect(await stage.get("\(path)/care")?.html.contains("How was it?") == false)
    let next = await stage.post(
      "\(path)/care", [("asked", "why"), ("asked", "use"), ("q-why", "A"), ("q-use", "yes")])
    #expect(next?.target == "\(path)/care?more=how")
    let html = await stage.get(next?.target ?? "")?.html ?? ""
    let how = try #require(html.range(of: "How was it?"))
    let why = try #require(html.range(of: "What matters to you?"))
    #expect(how.lowerBound < why.lowerBound)
    let last = await stage.post(
      "\(path)/care",
      [("asked", "why"), ("asked", "use"), ("asked", "how"), ("q-why", "A"), ("q-use", "yes")])
    #expect(last?.target == "\(path)/you")
  }

  @Test("Chosen parts are asked, others are not, and easy read keeps what was typed")
  func partsAndWords() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    _ = await stage.post(path, [("chosen", "digital"), ("variant", "")])
    let next = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "A")])
    #expect(next?.target == "\(path)/care?more=use" || next?.target == "\(path)/digital")
    let switched = await stage.post(
      "\(path)/care",
      [("asked", "why"), ("asked", "use"), ("q-why", "Typed"), ("switch", "easy-read")])
    let html = await stage.get(switched?.target ?? "")?.html ?? ""
    #expect(html.contains("Tell us what you think.") && html.contains("Typed"))
  }

  @Test("A text of a megabyte is refused, with its beginning kept")
  func oversize() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    let long = "Beginning " + String(repeating: "x", count: 1_000_000)
    let answer = await stage.post("\(path)/care", [("asked", "why"), ("q-why", long)])
    #expect(answer?.status == 422)
    #expect(answer?.html.contains("Beginning xxx") == true)
    #expect(answer?.html.contains("20,000") == true)
    #expect((answer?.html.count ?? 0) < 40_000)
    #expect(await stage.get("\(path)/care")?.html.contains("Beginning xxx") == true)
  }

  @Test("An answer that is not on the form is refused, and scripts are shown as text")
  func hostile() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    let answer = await stage.post(
      "\(path)/you", [("asked", "area"), ("q-area", "<script>alert(1)</script>")])
    #expect(answer?.status == 422)
    _ = await stage.post(
      "\(path)/care", [("asked", "why"), ("q-why", "<script>alert(2)</script>")])
    for page in ["care", "check"] {
      let html = await stage.get("\(path)/\(page)")?.html ?? ""
      #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    }
  }

  @Test("What looks like a phone number is pointed out, and may be kept")
  func details() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    let fields = [("asked", "why"), ("asked", "use"), ("q-why", "Ring 01622 000000")]
    let warned = await stage.post("\(path)/care", fields)
    #expect(warned?.target == "\(path)/care?look=1")
    let html = await stage.get(warned?.target ?? "")?.html ?? ""
    #expect(html.contains("01… …00") && html.contains("Ring 01622 000000"))
    let kept = await stage.post("\(path)/care", fields + [("keep", "yes")])
    #expect(kept?.target == "\(path)/you")
    #expect(await stage.post("\(path)/care", fields)?.target == "\(path)/you")
  }

  @Test("The return code opens the same answers, and a wrong code nothing")
  func comeBack() async throws {
    let stage = try await RespondStage.make()
    let token = RandomID.make()
    let path = await stage.begin(token)
    _ = await stage.post("\(path)/care", [("asked", "why"), ("q-why", "Half a thought")])
    let code = PublicCode.returnCode(for: token)
    #expect(await stage.get("\(path)/save")?.html.contains(code) == true)
    let back = await stage.post("/respond", [("code", code.lowercased())])
    #expect(back?.target == "/respond/\(code)")
    let html = await stage.get("/respond/\(code)/care")?.html ?? ""
    #expect(html.contains("Half a thought"))
    #expect(await stage.get("/respond/\(code)/save")?.html.contains(code) == true)
    #expect(await stage.post("/respond", [("code", "BBBB-BBBB-BBBB-BBBC")])?.status == 422)
    #expect(await stage.get("/respond/\(RandomID.make())")?.status == 404)
    #expect(await stage.get("/respond/' OR 1=1 --")?.status == 404)
  }

  @Test("Neither the token nor the return code stands in the file of drafts")
  func hashed() async throws {
    let stage = try await RespondStage.make()
    let token = RandomID.make()
    _ = await stage.begin(token)
    for name in try FileManager.default.contentsOfDirectory(atPath: stage.folder) {
      let url = URL(filePath: stage.folder).appending(path: name)
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      #expect(!text.contains(token))
      #expect(!text.contains(PublicCode.returnCode(for: token)))
    }
  }

  @Test("A start sent by another site, or without a proper token, is refused")
  func fixation() async throws {
    let stage = try await RespondStage.make()
    let request = PortalRequest(
      method: .post, path: ["consultations", "stroke", "respond"],
      fields: FormFields([(name: "token", value: RandomID.make())]),
      headers: ["sec-fetch-site": "cross-site"])
    #expect(await stage.portal.answer(request)?.status == 422)
    #expect(await stage.begin("a") == "")
  }

  @Test("No page that is only looked at changes anything, and none may be kept by browsers")
  func readOnly() async throws {
    let stage = try await RespondStage.make()
    let path = await stage.begin()
    func contents() throws -> [String] {
      try stage.data.drafts.all(ResponseDraft.self, kind: "response-draft").map { "\($0)" }
        + stage.data.ledger.entries().map { "\($0)" }
    }
    let before = try contents()
    for page in [
      path, "\(path)/care", "\(path)/check", "\(path)/save", "\(path)/done", "\(path)/send",
      "\(path)/change", "\(path)/finish", "/respond", "/respond/receipt?code=ANON-2222-2222",
      "/consultations/stroke/equality", "/consultations/stroke/respond",
    ] {
      let answer = await stage.get(page)
      #expect(answer?.isPrivate == true || answer?.target != nil, "\(page)")
    }
    #expect(try contents() == before)
  }
}
