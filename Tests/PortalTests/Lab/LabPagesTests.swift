// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import People
import PlanPackage
import Testing

@testable import Portal

extension Shown {
  /// A file as text.
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct `The page of the lab` {
  @Test func `answers first, with a range, and says that figures are made up`() async throws {
    let page = try await LabSite().get("/lab")
    #expect(page.status == 200)
    #expect(
      page.html.contains(
        "By 2020-21, the gap of the system with the plan is about £280 million, and between "
          + "£230 million and £330 million in 8 of 10 runs. If nothing were done it would be about "
          + "£486 million."))
    let answer = try #require(page.html.range(of: "class=\"answer\""))
    let form = try #require(page.html.range(of: "<form"))
    #expect(answer.lowerBound < form.lowerBound)
    #expect(page.html.contains("The activity is made up by a program."))
    #expect(page.html.contains("1,000 runs, seed 1"))
    #expect(page.html.contains("is above everything that was found elsewhere"))
  }

  @Test func `says what a change does, by how much, and whether it is better`() async throws {
    let page = try await LabSite().get("/lab", "assumption.shift=7.5")
    #expect(page.html.contains("with the plan as you changed it is about £295 million"))
    #expect(
      page.html.contains(
        "Before your change it was about £280 million: your change makes it £15 million larger, "
          + "which is worse."))
    #expect(page.html.contains("All of the change, +£15 million, comes from “Shift”."))
    #expect(page.html.contains("7.5% in every run, instead of anywhere between 10% and 20%"))
    #expect(page.html.contains("href=\"/lab\" aria-label=\"Take back:"))
    #expect(page.html.contains("Before your change: about 5 in 10"))
  }

  @Test func `shows range, evidence and limits beside each assumption`() async throws {
    let html = try await LabSite().get("/lab").html
    #expect(
      html.contains(
        "The plan says 15%, between 10% and 20%; the middle is likeliest."))
    #expect(html.contains("National pioneers: between 1.9% and 4.8% (moderate evidence)."))
    #expect(html.contains("Half of what the plan says: 7.5%"))
    #expect(html.contains("The middle of the evidence: 3.35%"))
    #expect(html.contains("Any number between 0% and 30%."))
    #expect(html.contains("The plan says 5 days."))
    #expect(html.contains("Any number between −5% a year and 7% a year."))
    #expect(html.contains("<label for=\"v.assumption.shift\">"))
    #expect(html.contains("aria-describedby=\"v.assumption.shift-hint\""))
  }

  @Test func `names what matters most and what knowing it is worth`() async throws {
    let html = try await LabSite().get("/lab").html
    #expect(
      html.contains(
        "What matters most is “Growth in need”. If it is 3% a year and not −1% a year, the gap of "
          + "the system in 2020-21 is £40 million more. It alone accounts for about 64% of the "
          + "difference between runs."))
    #expect(html.contains("To know “Growth in need” alone would be worth £3.1 million."))
    #expect(html.contains("about 3 in 10"))
    // What is worth next to nothing is not in the table.
    #expect(!html.contains("<td class=\"n\">0.0</td>"))
  }

  @Test func `leaves a short address that can be sent on`() async throws {
    let site = try LabSite()
    let sent = await site.get(
      "/lab",
      "c.assumption.shift=half&v.assumption.shift=&c.assumption.growth=plan&v.assumption.growth="
        + "&c.assumption.stay=plan&v.assumption.stay=&runs=1000&seed=1")
    #expect(sent.status == 303 && sent.location == "/lab?assumption.shift=7.5")
    let typed = await site.get(
      "/lab", "c.assumption.growth=plan&v.assumption.growth=%E2%88%920.5%25")
    #expect(typed.location == "/lab?assumption.growth=-0.5")
    let other = await site.get("/lab", "c.assumption.shift=evidence&runs=200&seed=7")
    #expect(other.location == "/lab?assumption.shift=evidence&runs=200&seed=7")
  }

  @Test func `lets a new choice win over a number that was there before`() async throws {
    let site = try LabSite()
    let page = await site.get("/lab", "assumption.shift=7.5")
    #expect(page.html.contains("name=\"w.assumption.shift\" value=\"7.5\""))
    let chosen = await site.get(
      "/lab", "c.assumption.shift=low&v.assumption.shift=7.5&w.assumption.shift=7.5")
    #expect(chosen.location == "/lab?assumption.shift=low")
    let typed = await site.get(
      "/lab", "c.assumption.shift=low&v.assumption.shift=8&w.assumption.shift=7.5")
    #expect(typed.location == "/lab?assumption.shift=8")
    let kept = await site.get(
      "/lab", "c.assumption.shift=number&v.assumption.shift=7.5&w.assumption.shift=7.5")
    #expect(kept.location == "/lab?assumption.shift=7.5")
  }

  @Test func `gives the form back with what was typed and what is wrong`() async throws {
    let site = try LabSite()
    let text = await site.get(
      "/lab", "c.assumption.shift=number&v.assumption.shift=lots&c.assumption.growth=high&runs=9")
    #expect(text.status == 422)
    #expect(text.html.contains("value=\"lots\""))
    #expect(text.html.contains("You entered “lots”."))
    #expect(text.html.contains("href=\"#v.assumption.shift\""))
    #expect(text.html.contains("Choose 200, 1000 or 5000 runs."))
    #expect(text.html.contains("<option value=\"high\" selected>"))
    #expect(!text.html.contains("class=\"answer\""))
    let outside = await site.get("/lab", "assumption.shift=31")
    #expect(outside.status == 422)
    #expect(outside.html.contains("enter a number between 0% and 30%. You entered 31%."))
    #expect(outside.html.contains("value=\"31\""))
    let unknown = await site.get("/lab", "assumption.moon=1")
    #expect(unknown.html.contains("There is no assumption “assumption.moon” in this plan."))
    let none = await site.get("/lab", "assumption.growth=evidence")
    #expect(none.html.contains("There is no evidence about “Growth in need” to use."))
  }

  @Test(arguments: [
    "assumption.shift=nan", "assumption.shift=1e999", "assumption.shift=", "seed=-1", "seed=x",
    "runs=", "v.assumption.shift=1e3", "v.assumption.shift=--3", "c.assumption.shift=none",
    "c.nothing=1", "seed=99999999999999999999", "assumption.shift=%00", "x=%F0%9F%92%A3",
    "v.assumption.shift=1.2.3", "v.assumption.shift=NaN&c.assumption.shift=number",
  ])
  func `refuses what makes no sense and does not fall over`(query: String) async throws {
    let page = try await LabSite().get("/lab", query)
    #expect(page.status == 422 && page.html.contains("There is a problem"))
  }

  @Test func `escapes what somebody puts into an address`() async throws {
    let page = try await LabSite().get("/lab", "%3Cscript%3E=1&v.assumption.shift=%22%3E%3Cb%3E")
    #expect(!page.html.contains("<script>") && !page.html.contains("\"><b>"))
  }

  @Test func `is not there without a laboratory, and says why when the plan has a mistake`()
    async throws
  {
    let site = try await MeasuresSite(isFilled: false)
    #expect(await site.get("/lab").status == 404)
    let broken = try LabSite(fault: "demand/services.csv, row 3: no such provider.")
    let page = await broken.get("/lab")
    #expect(page.status == 200 && page.html.contains("demand/services.csv, row 3"))
  }

  @Test func `gives results and scenario as files`() async throws {
    let site = try LabSite()
    let csv = await site.get("/lab/results.csv", "assumption.shift=low")
    #expect(csv.text == "measure,gap\r\ngap.system,290\r\n")
    let yaml = await site.get(
      "/lab/scenario.yaml", "assumption.shift=7.5&assumption.growth=high&assumption.stay=central")
    #expect(yaml.text.contains("  assumption.shift: \"7.5\"\n"))
    #expect(yaml.text.contains("  assumption.growth: \"high\"\n"))
    #expect(yaml.text.contains("  assumption.stay: \"5\"\n"))
    #expect(
      yaml.text.contains("title: \"Patients whom local care keeps out of hospital: 7.5%, and 2"))
    #expect(await site.get("/lab/scenario.yaml").status == 422)
    #expect(await site.get("/lab/results.csv", "assumption.moon=1").status == 422)
    #expect(await site.get("/lab/other").status == 404)
  }
}

@Suite struct `Scenarios side by side` {
  @Test func `have a verdict in words, with the number of the runs`() async throws {
    let page = try await LabSite().get(
      "/lab/compare", "scenario=plan&state=assumption.shift%3D20&state=assumption.growth%3Dhigh")
    #expect(page.status == 200)
    #expect(
      page.html.contains(
        "“Patients whom local care keeps out of hospital: 20%” has the smallest gap of the system "
          + "in about 9 in 10 runs: about £270 million in 2020-21."))
    #expect(page.html.contains("Better than “The plan as it stands”: £10 million less"))
    #expect(page.html.contains("It is the better of the two in more than 19 in 20 runs."))
    #expect(page.html.contains("Worse than “The plan as it stands”: £20 million more"))
    #expect(page.html.contains("Knowing more would not change which to choose"))
    #expect(page.html.contains("The activity is made up by a program."))
  }

  @Test func `are four at most, and known`() async throws {
    let site = try LabSite()
    let five = (1...5).map { "state=assumption.shift%3D\($0)" }.joined(separator: "&")
    let many = await site.get("/lab/compare", five)
    #expect(many.status == 422 && many.html.contains("Choose 4 at most."))
    let unknown = await site.get("/lab/compare", "scenario=plan&scenario=moon")
    #expect(unknown.status == 422 && unknown.html.contains("There is no scenario “moon”."))
    let wrong = await site.get("/lab/compare", "scenario=plan&state=assumption.shift%3D99")
    #expect(wrong.status == 422 && wrong.html.contains("You entered 99%."))
    let none = await site.get("/lab/compare")
    #expect(none.status == 200 && none.html.contains("Choose two, three or four."))
    let twice = await site.get("/lab/compare", "scenario=plan&scenario=plan")
    #expect(twice.status == 200)
  }
}

@Suite struct `Keeping a scenario` {
  private static let kept: [(String, String)] = [
    ("title", "Half of the shift"), ("reason", "A resident asked."),
    ("state", "assumption.shift=7.5"),
  ]

  @Test func `needs the right to analyse`() async throws {
    let site = try LabSite()
    #expect(await site.get("/desk/lab/save", "assumption.shift=7.5").status == 401)
    #expect(
      await site.get("/desk/lab/save", "assumption.shift=7.5", as: .contributor).status == 403)
    #expect(await site.post("/desk/lab/save", Self.kept, as: .committeeMember).status == 403)
    #expect(!(await site.get("/lab", "assumption.shift=7.5").html.contains("/desk/lab/save")))
    let page = await site.get("/lab", "assumption.shift=7.5", as: .analyst)
    #expect(page.html.contains("/desk/lab/save?assumption.shift=7.5"))
  }

  @Test func `gives it a page, a place in the list, a file and a comparison`() async throws {
    let site = try LabSite()
    let form = await site.get("/desk/lab/save", "assumption.shift=7.5", as: .analyst)
    #expect(form.html.contains("7.5% in every run"))
    let saved = await site.post("/desk/lab/save", Self.kept)
    #expect(saved.status == 303 && saved.location == "/lab/scenarios/half-of-the-shift")
    let page = await site.get("/lab/scenarios/half-of-the-shift")
    #expect(page.html.contains("A resident asked."))
    #expect(page.html.contains("your change makes it £15 million larger"))
    #expect(page.html.contains("href=\"/lab?assumption.shift=7.5\""))
    let list = await site.get("/lab/scenarios")
    #expect(list.html.contains("href=\"/lab/scenarios/half-of-the-shift\""))
    let file = await site.get("/lab/scenarios/half-of-the-shift.yaml")
    #expect(file.text.contains("title: \"Half of the shift\""))
    let compared = await site.get("/lab/compare", "scenario=plan&scenario=half-of-the-shift")
    #expect(compared.html.contains("Worse than “The plan as it stands”: £15 million more"))
  }

  @Test func `gives the form back without a name, and with nothing changed`() async throws {
    let site = try LabSite()
    let back = await site.post(
      "/desk/lab/save", [("reason", "Kept words"), ("state", "assumption.shift=7.5")])
    #expect(back.status == 422 && back.html.contains("Kept words"))
    #expect(back.html.contains("Enter a name"))
    let nothing = await site.post("/desk/lab/save", [("title", "A"), ("reason", "B")])
    #expect(nothing.status == 422 && nothing.html.contains("Nothing is changed yet"))
    let wrong = await site.post(
      "/desk/lab/save", [("title", "A"), ("reason", "B"), ("state", "assumption.moon=1")])
    #expect(wrong.status == 422)
  }

  @Test func `can be taken back with a reason, and stays to be read`() async throws {
    let site = try LabSite()
    _ = await site.post("/desk/lab/save", Self.kept)
    let path = "/desk/lab/scenarios/half-of-the-shift/withdraw"
    #expect(await site.get(path, as: .analyst).status == 200)
    #expect(await site.post(path, [("reason", "")]).status == 422)
    #expect(await site.post(path, [("reason", "Superseded")]).location == "/lab/scenarios")
    let list = await site.get("/lab/scenarios")
    #expect(list.html.contains("Withdrawn") && list.html.contains("Superseded"))
    let page = await site.get("/lab/scenarios/half-of-the-shift")
    #expect(page.html.contains("Withdrawn: Superseded"))
    #expect(await site.get("/desk/lab/scenarios/none/withdraw", as: .analyst).status == 404)
  }
}

@Suite struct `What the lab keeps in memory` {
  @Test func `is bounded, and what nobody asked for longest goes first`() {
    var kept = LabKept<Int, String>(room: 2)
    kept.keep("one", 1)
    kept.keep("two", 2)
    #expect(kept.value(1) == "one")
    kept.keep("three", 3)
    #expect(kept.count == 2 && kept.value(2) == nil && kept.value(1) == "one")
    kept.keep("uno", 1)
    #expect(kept.count == 2 && kept.value(1) == "uno")
  }
}

@Suite struct `Numbers of the lab` {
  @Test(arguments: [
    ("7.5", 7.5), ("1,000", 1000), ("7.5 %", 7.5), ("−2", -2), ("+3", 3), ("£5", 5),
    (".5", 0.5),
  ])
  func `are read as people type them`(text: String, value: Double) {
    #expect(LabNumbers.typed(text) == value)
  }

  @Test(arguments: ["", "a", "1e5", "0x10", "infinity", "1-2", "٣", "five", "-"])
  func `are refused when they are none`(text: String) {
    #expect(LabNumbers.typed(text) == nil)
  }

  @Test(arguments: [
    (15.0, "%", "15%"), (-0.5, "%", "−0.5%"), (3.0, "days", "3 days"),
    (5.0, "£ million", "£5 million"), (-5.0, "£ million", "−£5 million"),
    (0.0001, "times", "0.0001 times"), (0.3333333333, "times", "0.333 times"),
    (1234.5, "", "1,234.5"), (Double.nan, "%", "not known"),
  ])
  func `are printed with their unit`(value: Double, unit: String, text: String) {
    #expect(LabNumbers.text(value, unit) == text)
  }

  @Test func `are written as tables of a plan have them`() {
    #expect(LabFiles.decimal(7.5) == "7.5")
    #expect(LabFiles.decimal(-1200) == "-1200")
    #expect(LabFiles.decimal(0.1 + 0.2) == "0.3")
    #expect(LabFiles.decimal(-0.0000001) == "0")
    #expect(LabFiles.quoted("a \"b\" \\ c\nd") == "\"a \\\"b\\\" \\\\ c d\"")
  }
}
