// SPDX-License-Identifier: Apache-2.0

import Engagement
import People
import Programme
import Testing

@Suite struct `The pages of the timeline` {
  private let site: TimelineSite

  init() throws { site = try TimelineSite() }

  @Test func `show gates with their status in words, the rule, and chance`() async {
    let page = await site.get("/programme/timeline")
    #expect(page.status == 200)
    #expect(page.html.contains("The consultation opens"))
    #expect(page.html.contains("Green. 9 days early."))
    #expect(page.html.contains("amber when it is later by up to 14 days"))
    #expect(page.html.contains("as likely as not by"))
    #expect(page.html.contains("<svg"))
    #expect(page.html.contains("length assumed"))
    #expect(!page.isPrivate)
  }

  @Test func `show the record as it stood on a day`() async throws {
    site.go(to: "2017-04-20")
    try await site.desk.progress(
      "records", ActivityProgress(forecast: TimelineSite.day("2017-06-10")),
      note: "Synthetic: the supplier is late.", by: TimelineSite.office)
    let now = await site.get("/programme/timeline")
    #expect(now.html.contains("Red. 21 days late"), "\(now.html)")
    let before = await site.get("/programme/timeline", "as-of=2017-04-05")
    #expect(before.html.contains("at the end of 5 April 2017"))
    #expect(before.html.contains("Green. 5 days early."))
    let activity = await site.get("/programme/timeline/activities/records")
    #expect(activity.html.contains("Synthetic: the supplier is late."))
    #expect(activity.html.contains("30 to 60 days, most likely 40 (depends on the supplier)"))
    #expect(activity.html.contains("An assumption of this plan’s authors"))
  }

  @Test func `say which gate turns amber and by what path`() async {
    let page = await site.get(
      "/programme/timeline/what-if", "late=workstream%3Adigital&days=21")
    #expect(page.html.contains("“The consultation opens” turns amber"))
    #expect(page.html.contains("Shared records → The consultation opens"))
    let none = await site.get("/programme/timeline/what-if", "late=activity%3Acase&days=3")
    #expect(none.html.contains("no gate moves"))
    let wrong = await site.get("/programme/timeline/what-if", "late=activity%3Acase&days=many")
    #expect(wrong.status == 422)
    #expect(wrong.html.contains("Enter whole days from 1 to 3650"))
  }

  @Test func `show what nobody agreed to give and what comes too late`() async {
    let page = await site.get("/programme/dependencies")
    #expect(page.html.contains("1 of 1 have no giver who agreed; 1 will be given too late."))
    #expect(page.html.contains("Not asked yet"))
  }

  @Test func `compare baselines`() async throws {
    let none = await site.get("/programme/timeline/baselines")
    #expect(none.html.contains("0 baselines were kept"))
    try await site.desk.keepBaseline(
      name: "First", reason: "Synthetic: agreed.", by: TimelineSite.office)
    site.go(to: "2017-04-11")
    let page = await site.get("/programme/timeline/baselines")
    #expect(page.html.contains("How gates moved from “First” to the forecast"))
    #expect(page.html.contains("Synthetic: agreed."))
    #expect(page.html.contains("<td class=\"n\">10</td>"))
  }

  @Test func `do not exist where the plan says nothing`() async throws {
    #expect(await site.get("/programme/timeline/activities/nothing").status == 404)
    #expect(await site.get("/programme/timeline/nothing").status == 404)
    let empty = try TimelineSite(TimelinePlan())
    let page = await empty.get("/programme/timeline")
    #expect(page.html.contains("has no timeline"))
    #expect(await empty.get("/programme").status == 200)
  }

  @Test(arguments: [
    "/programme/timeline", "/programme/timeline/what-if", "/programme/dependencies",
    "/programme/timeline/baselines", "/programme/timeline/activities/opens",
  ])
  func `have tables with captions of their own and no empty header`(path: String) async throws {
    try await site.desk.keepBaseline(
      name: "First", reason: "Synthetic: agreed.", by: TimelineSite.office)
    let html = await site.get(path, "late=workstream%3Adigital&days=21").html
    let captions = html.matches(of: /<caption>(.*?)<\/caption>/).map { String($0.output.1) }
    #expect(Set(captions).count == captions.count, "\(captions)")
    #expect(!html.contains("<th scope=\"col\"></th>"))
  }
}

@Suite struct `The forms of the timeline` {
  private let site: TimelineSite

  init() throws { site = try TimelineSite() }

  @Test func `are for the programme office alone`() async {
    #expect(await site.get("/desk/programme/timeline").status == 401)
    #expect(await site.get("/desk/programme/timeline", as: .analyst).status == 403)
    #expect(await site.get("/desk/programme/timeline", as: .programmeOffice).status == 200)
    #expect(await site.get("/desk/programme/timeline/nothing", as: .programmeOffice).status == 404)
  }

  @Test(arguments: [
    "baseline", "add", "link", "ask", "activities/records", "activities/records/length",
    "activities/records/withdraw", "handshake/records/opens",
  ])
  func `are drawn with a secret and a token`(path: String) async {
    let page = await site.get("/desk/programme/timeline/" + path, as: .programmeOffice)
    #expect(page.status == 200)
    #expect(page.html.contains("name=\"token\""))
    #expect(page.html.contains("name=\"secret\""))
  }

  @Test func `record progress once, or come back with what is wrong`() async throws {
    let path = "/desk/programme/timeline/activities/records"
    let wrong = await site.post(
      path, ["forecast": "1/7/2017", "started": "2/2/2018", "percent": "20"])
    #expect(wrong.status == 422)
    #expect(wrong.html.contains("This day is still to come."))
    #expect(wrong.html.contains("Say why the date changes."))
    #expect(wrong.html.contains("value=\"1/7/2017\""))
    for _ in 0..<2 {
      let done = await site.post(
        path,
        [
          "forecast": "1/7/2017", "note": "Synthetic: later.", "percent": "20",
          "token": "abcdefghijklmnopqrstuvwxyz",
        ])
      #expect(done.status == 303)
      #expect(done.location == "/programme/timeline/activities/records")
    }
    #expect(try site.desk.state().progress["records"]?.steps.count == 1)
  }

  @Test func `refuse a link that makes a loop and name it`() async throws {
    let page = await site.post(
      "/desk/programme/timeline/link", ["from": "opens", "to": "case", "reason": "Synthetic."])
    #expect(page.status == 422)
    #expect(page.html.contains("in a circle"))
    #expect(page.html.contains("Write the case"))
    #expect(try site.desk.state().links.isEmpty)
  }

  @Test func `add work and lead a handshake from asking to agreeing`() async throws {
    let added = await site.post(
      "/desk/programme/timeline/add",
      [
        "label": "Train the nurses", "workstream": "digital", "kind": "activity", "likely": "20",
        "reason": "Synthetic: forgotten.",
      ])
    #expect(added.status == 303)
    let asked = await site.post(
      "/desk/programme/timeline/ask",
      ["from": "train-the-nurses", "to": "opens", "by-when": "2017-05-01"])
    #expect(asked.status == 303)
    let form = "/desk/programme/timeline/handshake/train-the-nurses/opens"
    // It is on the page, and in the network only when both agree.
    #expect(try site.desk.view().dependenciesWithoutGiver.count == 2)
    #expect(try site.desk.view().links.count == 2)
    let early = await site.post(form, ["act": "getting:agree"])
    #expect(early.status == 422)
    #expect(await site.post(form, ["act": "giving:agree"]).status == 303)
    #expect(try site.desk.view().links.count == 3)
    let page = await site.get("/programme/dependencies")
    #expect(page.html.contains("Train the nurses"))
  }

  @Test func `keep a baseline, change a length, and withdraw`() async throws {
    let kept = await site.post(
      "/desk/programme/timeline/baseline", ["name": "First", "reason": "Synthetic: agreed."])
    #expect(kept.status == 303)
    let length = await site.post(
      "/desk/programme/timeline/activities/records/length",
      ["low": "40", "likely": "50", "high": "60", "reason": "Synthetic: slower."])
    #expect(length.status == 303)
    #expect(try site.desk.view().gate("opens")?.slipDays == 10)
    let gone = await site.post(
      "/desk/programme/timeline/activities/records/withdraw", ["reason": "Synthetic: not needed."])
    #expect(gone.location == "/desk/programme/timeline")
    #expect(try site.desk.view().activity("records") == nil)
  }
}
