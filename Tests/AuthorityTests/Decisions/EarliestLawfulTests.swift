// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

@Suite struct `The earliest lawful day` {
  typealias Stage = AuthorityStage
  let stroke = ProposedDecision(subjects: ["stroke"])

  private func register(
    _ c: BodyConstitution, meetings: [Int] = [20, 80, 140, 200], notice: Int = 7
  ) -> AuthorityRegister {
    AuthorityRegister(
      Stage.committee(meetings: meetings, notice: notice),
      [Stage.body("a", [Stage.power]), Stage.body("b", [Stage.power]), c])
  }

  @Test func `is the next meeting with notice when nothing is missing`() {
    let earliest = register(Stage.body("c", [Stage.power])).earliestLawfulDay(
      for: stroke, from: 14)
    #expect(earliest.day == 80)
    #expect(earliest.readyDay == 14)
    #expect(earliest.criticalBody == nil)
  }

  @Test func `adds notice, the next meeting of the body, approval, and the committee's meeting`() {
    // Notice on day 0 is enough for the meeting on 30; approval takes 56 days: 86; then 140.
    let earliest = register(Stage.body("c", [], rule: Stage.rule)).earliestLawfulDay(
      for: stroke, from: 0)
    #expect(earliest.readyDay == 86)
    #expect(earliest.day == 140)
    #expect(earliest.criticalBody == "c")
    let cure = earliest.bodies[2].defects[0].cure
    #expect(cure?.step == .amendment)
    #expect(cure?.meeting == 30)
    #expect(cure?.leadDays == 86)
  }

  @Test func `waits for the meeting after when the notice is too short`() {
    // Fourteen days before 30 is day 16; from day 17 the meeting on 90 is the first.
    let body = Stage.body("c", [], rule: Stage.rule)
    #expect(register(body).earliestLawfulDay(for: stroke, from: 16).readyDay == 86)
    #expect(register(body).earliestLawfulDay(for: stroke, from: 17).readyDay == 146)
  }

  @Test func `is settled by the slowest body`() {
    let slow = AmendmentRule(noticeDays: 14, meetings: [100], approvalDays: 56)
    let all = AuthorityRegister(
      Stage.committee(meetings: [140, 200]),
      [
        Stage.body("a", [], rule: Stage.rule), Stage.body("b", [], rule: slow),
        Stage.body("c", [Stage.power]),
      ])
    let earliest = all.earliestLawfulDay(for: stroke, from: 0)
    #expect(earliest.bodies.map(\.firstDay) == [86, 156, 0])
    #expect(earliest.criticalBody == "b")
    #expect(earliest.day == 200)
  }

  @Test func `needs no approval for a resolution`() {
    let may = ConstitutionClause("6.5", .empower, subject: "*")
    let earliest = register(Stage.body("c", [may], rule: Stage.rule)).earliestLawfulDay(
      for: stroke, from: 0)
    #expect(earliest.readyDay == 30)
    #expect(earliest.day == 80)
    #expect(earliest.bodies[2].defects[0].cure?.step == .resolution)
  }

  @Test func `waits for a version that is agreed already when that is sooner`() {
    let coming = BodyConstitution(
      "c",
      versions: [
        ConstitutionVersion("1", since: nil, clauses: []),
        ConstitutionVersion("2", since: 40, clauses: [Stage.power]),
      ], amendment: Stage.rule)
    let earliest = register(coming).earliestLawfulDay(for: stroke, from: 0)
    #expect(earliest.bodies[2].defects[0].cure?.step == .wait)
    #expect(earliest.readyDay == 40)
    #expect(earliest.day == 80)
  }

  @Test func `sees that a delegation lapses before the committee meets`() {
    var lapsing = Stage.power
    lapsing.until = 60
    // In force on day 0, gone by the meeting on 80; amended again from 86, so 140.
    let earliest = register(Stage.body("c", [lapsing], rule: Stage.rule), meetings: [80, 140])
      .earliestLawfulDay(for: stroke, from: 0)
    #expect(earliest.day == 140)
  }

  @Test func `is unknown when a body's procedure is unknown, and says which body`() {
    let earliest = register(Stage.body("c", [])).earliestLawfulDay(for: stroke, from: 0)
    #expect(earliest.day == nil)
    #expect(earliest.readyDay == nil)
    #expect(earliest.criticalBody == "c")
  }

  @Test func `is ready without a meeting when the committee has none left`() {
    let earliest = register(Stage.body("c", [], rule: Stage.rule), meetings: [20])
      .earliestLawfulDay(for: stroke, from: 0)
    #expect(earliest.day == nil)
    #expect(earliest.readyDay == 86)
  }

  @Test func `does not exist outside the committee's terms`() {
    let earliest = register(Stage.body("c", [Stage.power])).earliestLawfulDay(
      for: ProposedDecision(subjects: ["budgets"]), from: 0)
    #expect(earliest.day == nil)
    #expect(earliest.outsideTerms == ["budgets"])
  }

  @Test func `is never invalid itself once what was missing is put right`() {
    var body = Stage.body("c", [], rule: Stage.rule)
    let day = register(body).earliestLawfulDay(for: stroke, from: 0)
    body.versions.append(
      ConstitutionVersion("2", since: day.readyDay, clauses: [Stage.power]))
    let amended = register(body)
    #expect(day.day.map { amended.validity(of: stroke, on: $0).isValid } == true)
    #expect(!amended.validity(of: stroke, on: 85).isValid)
    #expect(amended.validity(of: stroke, on: 86).isValid)
  }
}
