// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Foundation
import Ledger
import Programme
import Synchronization
import Testing

/// A desk over a folder of its own, with a clock that is set.
final class GateStage: Sendable {
  let data: DataFolder
  let desk: GateDesk
  let office = Author(id: "office", role: "programme-office")
  let clock: GateClock

  init(_ plan: GatePlan = GateStage.plan) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let clock = GateClock(try #require(CivilDay("2018-01-10")))
    self.clock = clock
    data = try DataFolder(path: path, clock: { clock.now })
    desk = GateDesk(data, plan: plan, clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  static let plan: GatePlan = {
    var plan = GatePlan()
    plan.facts = [NamedThing(id: "stroke.patients", name: "Patients", path: "/facts/x")]
    plan.changes = [
      GateChange(
        id: "stroke", name: "Stroke review", summary: "Three units.", consultation: "stroke-2018",
        gates: [
          GateDefinition(
            id: "case", name: "Case for change", passedBy: "Board",
            criteria: [
              criterion("need", "Programme team", [.fact]),
              criterion("read", "Reviewer", [.verdict]),
            ]),
          GateDefinition(
            id: "consultation", name: "Consultation", prerequisites: ["case"],
            passedBy: "Commissioners",
            criteria: [
              GateCriterionDefinition(
                GateCriterion(id: "opened", owner: "Commissioners", admissible: [.event]),
                text: "It has opened.", automatic: "opened")
            ]),
        ])
    ]
    return plan
  }()

  private static func criterion(
    _ id: String, _ owner: String, _ kinds: Set<GateEvidenceKind>
  ) -> GateCriterionDefinition {
    GateCriterionDefinition(
      GateCriterion(id: id, owner: owner, admissible: kinds), text: "Show \(id).")
  }

  func judge(_ criterion: String, _ outcome: GateJudgement.Outcome = .met) async throws {
    try await desk.judge(
      GateJudgement(
        gate: "case", criterion: criterion, outcome: outcome, reason: "It is so.",
        onBehalfOf: "Board"), on: "stroke", by: office)
  }

  func attach(_ reference: String = "stroke.patients") async throws {
    try await desk.attach(
      GateAttachment(
        gate: "case", criterion: "need", kind: .fact, title: "Patients", reference: reference),
      to: "stroke", by: office)
  }

  func pass(
    _ conditions: [GatePassage.Condition] = [], token: String? = nil
  ) async throws {
    try await desk.pass(
      GatePassage(gate: "case", body: "Board", on: clock.day, conditions: conditions),
      of: "stroke", by: office, token: token)
  }

  func gate(_ id: String = "case") throws -> GateStatusView {
    try #require(try desk.view(of: "stroke").gate(id))
  }
}

/// A clock that stands still until it is set.
final class GateClock: Sendable {
  private let kept: Mutex<CivilDay>
  init(_ day: CivilDay) { kept = Mutex(day) }
  var day: CivilDay { kept.withLock { $0 } }
  var now: Date { LondonTime.moment(day, minutes: 600) }
  func move(to text: String) { if let day = CivilDay(text) { kept.withLock { $0 = day } } }
}

@Suite struct `The desk of the gates` {
  private func faults(_ act: () async throws -> Void) async -> [FieldFault] {
    do { try await act() } catch EventRefusal.faults(let faults) { return faults } catch {}
    return []
  }

  private func reason(_ act: () async throws -> Void) async -> String? {
    do { try await act() } catch EventRefusal.notNow(let reason) { return reason } catch {}
    return nil
  }

  @Test func `does not take a criterion as met without evidence that counts`() async throws {
    let stage = try GateStage()
    #expect(await faults { try await stage.judge("need") }.map(\.field) == ["outcome"])

    try await stage.attach()
    try await stage.judge("need")

    #expect(try stage.gate().missing.map(\.criterion) == ["read"])
  }

  @Test func `evidence has to be of a kind that counts and to exist`() async throws {
    let stage = try GateStage()
    #expect(await faults { try await stage.attach("no.such") }.map(\.field) == ["reference"])
    let wrong = await faults {
      try await stage.desk.attach(
        GateAttachment(gate: "case", criterion: "need", kind: .document, title: "Paper"),
        to: "stroke", by: stage.office)
    }
    #expect(wrong.map(\.field) == ["kind"])
  }

  @Test func `an entry of another family can be evidence, and one about gates cannot`()
    async throws
  {
    let stage = try GateStage()
    let receipt = try await stage.data.ledger.append(
      ConsultationEvent.opened(deadline: stage.clock.now.addingTimeInterval(9e6)),
      subject: "another", by: stage.office)
    func attach(_ number: Int64) async throws {
      try await stage.desk.attach(
        GateAttachment(
          gate: "consultation", criterion: "opened", kind: .event, title: "Opening",
          reference: "\(number)"), to: "stroke", by: stage.office)
    }
    try await attach(receipt.entry.sequence)

    #expect(try stage.gate("consultation").criteria[0].attachments.count == 1)
    #expect(
      await faults { try await attach(receipt.entry.sequence + 1) }.map(\.field) == ["reference"])
    #expect(await faults { try await attach(999) }.map(\.field) == ["reference"])
  }

  @Test func `a gate is not passed while something is missing, and names who owes it`()
    async throws
  {
    let stage = try GateStage()

    let faults = await faults { try await stage.pass() }

    #expect(faults.map(\.field) == ["due-need", "due-read"])
    #expect(faults[0].message.contains("Programme team"))
    #expect(try stage.gate().standing.status == .open)
  }

  @Test func `a gate passed with conditions lists them until they are met`() async throws {
    let stage = try GateStage()
    try await stage.judge("read")
    let due = stage.clock.day.adding(30)
    try await stage.pass([.init(criterion: "need", owner: "Programme team", due: due)])
    #expect(try stage.gate().standing.status == .passedWithConditions)
    #expect(try stage.gate("consultation").standing.status == .open)

    stage.clock.move(to: "2018-02-20")
    #expect(try stage.gate().standing.conditions.first?.isOverdue == true)
    try await stage.attach()
    try await stage.judge("need")
    #expect(try stage.gate().standing.status == .passed)
  }

  @Test func `conditions are only for what is missing, with an owner and a day`() async throws {
    let stage = try GateStage()
    try await stage.judge("read")
    let yesterday = stage.clock.day.adding(-1)

    let faults = await faults {
      try await stage.pass([
        .init(criterion: "need", owner: " ", due: yesterday),
        .init(criterion: "read", owner: "Reviewer", due: stage.clock.day),
      ])
    }

    #expect(faults.map(\.field) == ["due-need", "owner-need", "due-read"])
  }

  @Test func `the same passing sent twice is recorded once, another is refused`() async throws {
    let stage = try GateStage()
    try await stage.attach()
    try await stage.judge("need")
    try await stage.judge("read")
    try await stage.pass(token: "token-token-token-1")
    try await stage.pass(token: "token-token-token-1")

    #expect(try stage.desk.view(of: "stroke").record.passages.count == 1)
    stage.clock.move(to: "2018-01-11")
    #expect(await reason { try await stage.pass() } != nil)
  }

  @Test func `a gate waits for those before it`() async throws {
    let stage = try GateStage()
    let refused = await reason {
      try await stage.desk.pass(
        GatePassage(gate: "consultation", body: "Commissioners", on: stage.clock.day),
        of: "stroke", by: stage.office)
    }

    #expect(refused == "First pass: Case for change.")
  }

  @Test func `what does not apply needs a reason`() async throws {
    let stage = try GateStage()
    let faults = await faults {
      try await stage.desk.judge(
        GateJudgement(
          gate: "case", criterion: "need", outcome: .notApplicable, reason: " ",
          onBehalfOf: "Board"), on: "stroke", by: stage.office)
    }

    #expect(faults.map(\.field) == ["reason"])
    try await stage.judge("need", .notApplicable)
    #expect(try stage.gate().criteria[0].state == .notApplicable)
  }

  @Test func `evidence taken away no longer counts`() async throws {
    let stage = try GateStage()
    try await stage.attach()
    try await stage.judge("need")
    let id = try #require(try stage.gate().criteria[0].attachments.first?.what.id)

    try await stage.desk.detach(id, from: "stroke", reason: "Wrong", by: stage.office)

    #expect(try stage.gate().criteria[0].state == .unsupported)
  }

  @Test func `the opening of the consultation is shown by itself`() async throws {
    let stage = try GateStage()
    #expect(try stage.gate("consultation").criteria[0].state == .unjudged)

    try await stage.data.ledger.append(
      ConsultationEvent.opened(deadline: stage.clock.now.addingTimeInterval(9e6)),
      subject: "stroke-2018", by: stage.office)

    let shown = try stage.gate("consultation").criteria[0]
    #expect(shown.state == .met)
    #expect(shown.automatic.map(\.day) == [stage.clock.day])
  }

  @Test func `a step that cannot be undone is refused under a hold and the refusal recorded`()
    async throws
  {
    let stage = try GateStage()
    let desk = stage.desk
    let close = GateStepPlan(
      title: "Close a unit", isReversible: false, owner: "Trust", plannedFor: stage.clock.day)
    let recruit = GateStepPlan(
      title: "Recruit", isReversible: true, owner: "Trust", plannedFor: stage.clock.day)
    for step in [close, recruit] {
      try await desk.planStep(step, for: "stroke", by: stage.office)
    }
    let hold = GateHoldPlaced(
      kind: .referral, name: "Referral", earliest: stage.clock.day, ground: "A letter.")
    try await desk.place(hold, on: "stroke", by: stage.office)

    let refused = await reason { try await desk.begin(close.id, of: "stroke", by: stage.office) }
    try await desk.begin(recruit.id, of: "stroke", by: stage.office)

    #expect(refused?.contains("Referral is in force") == true)
    let record = try desk.view(of: "stroke").record
    #expect(record.refusals.map(\.what.step) == [close.id])
    #expect(record.refusals.first?.what.reasons.count == 1)
    #expect(Set(record.begun.keys) == [recruit.id])
  }

  @Test func `the day after a hold is lifted the step may begin`() async throws {
    let stage = try GateStage()
    let desk = stage.desk
    let close = GateStepPlan(
      title: "Close a unit", isReversible: false, gates: [], owner: "Trust",
      plannedFor: stage.clock.day)
    try await desk.planStep(close, for: "stroke", by: stage.office)
    let hold = GateHoldPlaced(
      kind: .injunction, name: "Order", earliest: stage.clock.day, ground: "An order.")
    try await desk.place(hold, on: "stroke", by: stage.office)
    stage.clock.move(to: "2018-01-20")
    try await desk.lift(
      hold.id, of: "stroke", on: stage.clock.day, outcome: "Set aside.", by: stage.office)

    #expect(await reason { try await desk.begin(close.id, of: "stroke", by: stage.office) } != nil)
    stage.clock.move(to: "2018-01-21")
    try await desk.begin(close.id, of: "stroke", by: stage.office)

    #expect(try desk.view(of: "stroke").steps[0].begun?.what.iso == "2018-01-21")
    #expect(try desk.view(of: "stroke").steps[0].refusals.count == 1)
  }

  @Test func `a hold whose first day is not known may be in force before the last it can be`()
    async throws
  {
    let stage = try GateStage()
    stage.clock.move(to: "2018-02-28")
    try await stage.desk.place(
      GateHoldPlaced(
        kind: .claim, name: "Claim", earliest: CivilDay("2018-02-01") ?? stage.clock.day,
        latest: stage.clock.day, ground: "Heard of it."),
      on: "stroke", by: stage.office)
    let view = try stage.desk.view(of: "stroke")

    #expect(view.block.force == .certain)
    #expect(view.holds.block(on: CivilDay("2018-02-10") ?? view.day).force == .possible)
  }

  @Test func `a step names the gate that it waits for`() async throws {
    let stage = try GateStage()
    let step = GateStepPlan(
      title: "Move", isReversible: false, gates: ["consultation"], owner: "Trust",
      plannedFor: stage.clock.day)
    try await stage.desk.planStep(step, for: "stroke", by: stage.office)

    let refused = await reason {
      try await stage.desk.begin(step.id, of: "stroke", by: stage.office)
    }

    #expect(refused?.contains("“Consultation” has not been passed") == true)
  }

  @Test func `the state of an earlier time has only what was known then`() async throws {
    let stage = try GateStage()
    try await stage.judge("read")
    let before = stage.clock.now
    stage.clock.move(to: "2018-02-01")
    try await stage.judge("read", .notMet)

    let then = try stage.data.ledger.state(GateState.self, asOf: before).record("stroke")

    #expect(then.judgement("case", "read")?.what.outcome == .met)
    #expect(then.judgements.map(\.sequence) == [1])
  }
}
