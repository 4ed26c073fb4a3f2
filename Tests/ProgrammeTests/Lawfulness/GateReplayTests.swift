// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Facts
import Foundation
import PlanPackage
import Programme
import Testing

/// The real stroke review of the plan, played again.
@Suite struct `The replay of the stroke review` {
  private static let plan: Plan? = try? PlanReader(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Plans/kent-and-medway").standardized.path
  ).plan()

  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  private func view(on text: String) throws -> GateChangeView {
    let plan = GatePlan(try #require(Self.plan))
    let view = GateView(plan: plan, state: GateState(), day: try day(text))
    return try #require(view.change("stroke"))
  }

  @Test(
    arguments: [
      // The day before the decision, and the day from which a claim could have been made.
      ("2019-02-13", LegalHoldForce.none, []), ("2019-02-14", .possible, []),
      // The referral was made on some day of the spring of 2019.
      ("2019-02-28", .possible, []), ("2019-03-01", .possible, []),
      ("2019-05-30", .possible, []), ("2019-05-31", .certain, ["referral"]),
      ("2019-09-30", .certain, ["referral"]), ("2019-10-01", .certain, ["referral"]),
      // The hearing, the judgment and the refusal of permission to appeal.
      ("2019-12-02", .certain, ["referral"]), ("2019-12-03", .certain, ["referral", "claim"]),
      ("2020-02-20", .certain, ["referral", "claim"]),
      ("2020-02-21", .certain, ["referral", "claim"]), ("2020-02-22", .certain, ["referral"]),
      ("2020-08-24", .certain, ["referral"]), ("2020-08-25", .certain, ["referral", "appeal"]),
      ("2020-08-26", .certain, ["referral"]),
      // The day on which the Secretary of State answered is the last.
      ("2021-11-03", .certain, ["referral"]), ("2021-11-04", .certain, ["referral"]),
      ("2021-11-05", .none, []),
    ] as [(String, LegalHoldForce, [String])])
  func `says of each day whether work that cannot be undone was blocked, and by what`(
    day: String, force: LegalHoldForce, certain: [String]
  ) throws {
    let view = try view(on: day)

    #expect(view.block.force == force)
    #expect(view.block.certain == certain)
  }

  @Test func `no day between the last possible referral and the answer is free`() throws {
    let calendar = try view(on: "2021-11-05").holds.calendar
    let days = try day("2019-05-31").number...day("2021-11-04").number

    #expect(days.allSatisfy { calendar.block(on: $0).force == .certain })
    #expect(days.count == 889)
    let free = try #require(calendar.firstFreeDay(from: days.lowerBound))
    #expect(CivilDay(number: free).iso == "2021-11-05")
  }

  @Test func `a step that cannot be undone is refused until the answer and preparation never is`()
    throws
  {
    let calendar = try view(on: "2021-11-05").holds.calendar
    let build = GatedAction(id: "build", isReversible: false)
    let recruit = GatedAction(id: "recruit", isReversible: true)
    for text in ["2019-05-31", "2020-07-01", "2021-11-03", "2021-11-04"] {
      let number = try day(text).number
      #expect(calendar.permission(for: build, on: number, passed: []) != .allowed)
      #expect(calendar.permission(for: recruit, on: number, passed: []) == .allowed)
    }
    #expect(
      calendar.permission(for: build, on: try day("2021-11-05").number, passed: []) == .allowed)
  }

  @Test func `the uncertainty of the referral is said in words`() throws {
    let referral = try #require(try view(on: "2019-04-01").holds.hold("referral"))

    #expect(referral.begins.words == "on a day from 1 March 2019 to 31 May 2019 that is not known")
    #expect(try view(on: "2019-04-01").blockWords.contains("may have been blocked"))
    #expect(referral.citations.first?.isNews == true)
  }

  @Test func `the closure at Medway is told, during the hold, as a change for another reason`()
    throws
  {
    let replay = GateReplay(try view(on: "2020-07-01"))

    let change = try #require(replay.otherChanges.first)
    #expect(replay.otherChanges.count == 1)
    #expect(change.event.first.iso == "2020-07-01")
    #expect(change.block.certain == ["referral"])
    #expect(change.event.note.contains("temporary"))
    #expect(GateReplay(try view(on: "2020-06-30")).otherChanges.isEmpty)
  }

  @Test func `months count every day once`() throws {
    let months = GateReplay(try view(on: "2021-11-05")).months

    #expect(months.count == 34)
    #expect(months.allSatisfy { $0.blocked + $0.possible + $0.free >= 28 })
    let may = try #require(months.first { $0.first.iso == "2019-05-01" })
    #expect(may.blocked == 1 && may.possible == 30 && may.free == 0)
    let last = try #require(months.last)
    #expect(last.blocked == 4 && last.possible == 0 && last.free == 26)
    #expect(months.reduce(0) { $0 + $1.blocked } == 889)
  }

  @Test func `gates are passed on the days of the record and no earlier`() throws {
    func status(_ gate: String, _ text: String) throws -> GateStatus? {
      try view(on: text).gate(gate)?.standing.status
    }

    #expect(try status("decision", "2019-02-13") != .passed)
    #expect(try status("decision", "2019-02-14") == .passed)
    #expect(try status("consultation", "2018-04-19") != .passed)
    #expect(try status("consultation", "2018-04-20") == .passed)
    #expect(try status("referral", "2021-11-03") == .open)
    #expect(try status("referral", "2021-11-04") == .passed)
    // The record gives no day for the case for change; it says so instead of guessing.
    let first = try #require(try view(on: "2019-02-14").gate("case-for-change"))
    #expect(first.standing.status == .open)
    #expect(first.passedBehind.contains("Decision"))
  }

  @Test func `the business case cannot be ready before six weeks after the consultation`() throws {
    let gate = try #require(try view(on: "2018-04-20").gate("decision-business-case"))

    #expect(gate.standing.status == .open)
    #expect(gate.earliest?.iso == "2018-06-01")
    #expect(gate.missing.contains { $0.owner == "Programme team" && $0.criterion == "responses" })
  }

  @Test func `every date agrees with the milestones of the plan`() throws {
    let plan = try #require(Self.plan)
    let milestones = Dictionary(
      plan.milestones.map { ($0.id, $0.when) }, uniquingKeysWith: { first, _ in first })
    let named = plan.gateEvents.filter { !$0.milestone.isEmpty }

    #expect(named.count > 25)
    for event in named { #expect(milestones[event.milestone] == event.when, "\(event.id)") }
  }

  @Test func `the bed test of the plan has its three conditions`() throws {
    let gate = try #require(try view(on: "2018-01-31").gate("tests"))

    #expect(gate.bedTest?.result == .open)
    #expect(gate.tests.map(\.id) == ["bed-test"])
    #expect(
      gate.tests.first?.conditions == ["not-arising", "provision", "treatment", "efficiency"])
  }
}
