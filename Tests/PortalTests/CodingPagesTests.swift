// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Portal
import Testing

@Suite("The pages of coding and themes")
struct CodingPagesTests {
  private func codedSite() async throws -> CodingSite {
    let site = try await CodingSite()
    try await site.respond((0..<60).map { "The bus is <late>, number \($0)" })
    let added = await site.post(
      "/desk/coding/c/frame",
      [
        ("act", "add"), ("add-title", "Travel"), ("add-description", "Time on the way"),
        ("add-reason", "first reading"),
      ], as: site.analyst)
    #expect(added.status == 303)
    return site
  }

  @Test("Nobody sees the desk who has not signed in")
  func rights() async throws {
    let site = try await CodingSite()
    #expect(await site.get("/desk/coding").status == 401)
    #expect(await site.get("/desk/themes", as: site.second).status == 403)
    #expect(await site.get("/desk/coding/nothing", as: site.analyst).status == 404)
  }

  @Test("A code without a description comes back with what was typed and the reason beside it")
  func badCode() async throws {
    let site = try await CodingSite()
    let seen = await site.post(
      "/desk/coding/c/frame",
      [("act", "add"), ("add-title", "Tra<vel"), ("add-reason", "r")], as: site.analyst)
    #expect(seen.status == 422)
    #expect(seen.text.contains("value=\"Tra&lt;vel\""))
    #expect(seen.text.contains("href=\"#add-description\""))
    #expect(seen.text.contains("id=\"add-description-error\""))
  }

  @Test("Many comments are coded with one form, and are read by it")
  func bulk() async throws {
    let site = try await codedSite()
    let page = await site.get("/desk/coding/c", as: site.analyst)
    #expect(page.text.contains("60 comments: 1 to 50 shown"))
    #expect(page.text.contains("The bus is &lt;late&gt;"))
    #expect(!page.text.contains("<late>"))
    let saved = await site.post(
      "/desk/coding/c",
      [
        ("act", "code"), ("comment", "r0/why"), ("comment", "r1/why"), ("give", "travel"),
        ("stance-now", "oppose"), ("token", "t1"),
      ], as: site.analyst)
    #expect(saved.status == 303)
    let found = await site.get(
      "/desk/coding/c", [("any", "travel"), ("stance", "oppose")], as: site.analyst)
    #expect(found.text.contains("2 comments: 1 to 2 shown"))
    #expect(found.text.contains("Travel; Stance: opposes"))
    #expect(found.text.contains("3% of 60 comments are read (You: 3%)"))
    let nothing = await site.post(
      "/desk/coding/c", [("act", "code"), ("comment", "r5/why")], as: site.analyst)
    #expect(nothing.status == 422)
    #expect(nothing.text.contains("value=\"r5/why\" checked"))
    let unknown = await site.post(
      "/desk/coding/c", [("act", "code"), ("comment", "x/y"), ("give", "travel")],
      as: site.analyst)
    #expect(unknown.status == 422)
  }

  @Test("Looking reads nothing; the button marks as read")
  func reading() async throws {
    let site = try await codedSite()
    _ = await site.get("/desk/coding/c", as: site.analyst)
    _ = await site.get("/desk/coding/c/comments/r3/why", as: site.analyst)
    let before = await site.get("/desk/coding/c", [("state", "unread")], as: site.analyst)
    #expect(before.text.contains("60 comments"))
    _ = await site.post(
      "/desk/coding/c", [("act", "read"), ("shown", "r3/why"), ("shown", "r4/why")],
      as: site.analyst)
    let after = await site.get("/desk/coding/c", [("state", "unread")], as: site.analyst)
    #expect(after.text.contains("58 comments"))
  }

  @Test("A single comment leads to the next in the filter")
  func neighbours() async throws {
    let site = try await codedSite()
    let seen = await site.get(
      "/desk/coding/c/comments/r3/why", [("area", "deal")], as: site.analyst)
    #expect(seen.text.contains("Comment 2 of 20 in this filter"))
    #expect(seen.text.contains("/desk/coding/c/comments/r6/why?area=deal"))
    #expect(await site.get("/desk/coding/c/comments/no/why", as: site.analyst).status == 404)
  }

  @Test("A second coder takes a sample, and the comparison shows once it is finished")
  func sample() async throws {
    let site = try await codedSite()
    let fields = (0..<10).map { ("comment", "r\($0)/why") }
    _ = await site.post(
      "/desk/coding/c", [("act", "code"), ("give", "travel")] + fields, as: site.analyst)
    let drawn = await site.post(
      "/desk/coding/c/samples", [("size", "4"), ("seed", "1")], as: site.analyst)
    #expect(drawn.status == 303)
    let own = await site.post(drawn.leads, [("act", "take")], as: site.analyst)
    #expect(own.status == 422)
    let taken = await site.post(drawn.leads, [("act", "take")], as: site.second)
    #expect(taken.leads == drawn.leads + "/code")
    for _ in 0..<4 {
      let next = await site.get(taken.leads, as: site.second)
      #expect(!next.text.contains("checked"))
      let id = try #require(
        next.text.firstMatch(of: /name="comment" value="([^"]+)"/).map { String($0.1) })
      let blind = await site.get("/desk/coding/c/comments/\(id)", as: site.second)
      #expect(blind.leads == taken.leads)
      _ = await site.post(
        taken.leads, [("act", "code"), ("comment", id), ("fits", "none")], as: site.second)
    }
    #expect(await site.post(taken.leads, [("act", "finish")], as: site.second).status == 303)
    let compared = await site.get(drawn.leads, as: site.analyst)
    #expect(compared.text.contains("Agreement by code"))
    #expect(compared.text.contains("4 comments; 4 are not settled."))
  }

  @Test("A theme goes from codes to what was done, in public once it is published")
  func theme() async throws {
    let site = try await codedSite()
    let fields = (0..<10).map { ("comment", "r\($0)/why") }
    _ = await site.post(
      "/desk/coding/c", [("act", "code"), ("give", "travel")] + fields, as: site.analyst)
    let made = await site.post(
      "/desk/themes",
      [
        ("act", "create"), ("theme-title", "Travel"), ("theme-description", "d"),
        ("theme-said", "The bus is late."), ("theme-codes", "travel"),
      ], as: site.analyst)
    #expect(made.status == 303)
    let path = made.leads.replacing("/desk", with: "")
    #expect(await site.get(path).status == 404)
    #expect(await site.post(made.leads, [("act", "publish")], as: site.analyst).status == 303)
    let early = await site.post(
      made.leads, [("act", "done"), ("done-text", "x"), ("done-day", "2019-01-01")],
      as: site.analyst)
    #expect(early.status == 422)
    let steps: [[(String, String)]] = [
      [("act", "pass"), ("pass-text", "digital")],
      [("act", "consider"), ("consider-text", "Board"), ("consider-day", "2019-01-01")],
      [("act", "lead"), ("lead-to", "option/a"), ("lead-text", "A bus was added")],
      [("act", "done"), ("done-text", "It runs"), ("done-day", "2019-02-01")],
    ]
    for step in steps {
      #expect(await site.post(made.leads, step, as: site.analyst).status == 303)
    }
    let seen = await site.get(path)
    #expect(seen.text.contains("A minority raised this: 10 responses of the 60"))
    #expect(seen.text.contains("Done on 1 February 2019: It runs"))
    let list = await site.get("/you-said-we-did", [("status", "done")])
    #expect(list.text.contains("The bus is late."))
    #expect(
      await site.get("/you-said-we-did", [("status", "acting")]).text.contains("No theme fits"))
    let json = await site.get(path + ".json")
    #expect(json.text.contains("\"responses\" : 10"))
    let followed = await site.post(path + "/follow", [("address", "one")])
    #expect(followed.status == 422)
    #expect(await site.post(path + "/follow", [("address", "one@example.org")]).status == 303)
  }

  @Test("The evidence can be shown as of a day and checked against the ledger")
  func evidence() async throws {
    let site = try await codedSite()
    let now = await site.get("/consultations/c/considered")
    let last = try #require(try site.services.ledger.entries().last)
    #expect(now.text.contains("number \(last.sequence). Its digest is \(last.digest)."))
    #expect(now.text.contains("60 responses had come by then."))
    #expect(now.text.contains("Opened"))
    let before = await site.get("/consultations/c/considered", [("as-of", "2019-01-01")])
    #expect(before.text.contains("0 responses had come by then."))
    #expect(before.text.contains("The ledger had no entry by then."))
    let json = await site.get("/consultations/c/considered.json")
    #expect(json.text.contains("\"online\" : 30"))
    #expect(await site.get("/consultations/x/considered").status == 404)
    #expect(await site.get("/desk/themes/considered/c").status == 401)
  }
}
