// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement

/// Made-up life of this family, in the two years of a demonstration.
///
/// The first change goes through its gates up to the consultation, once with conditions of which one
/// becomes overdue. The second gets a hold, and steps that are refused and let through.
enum GatesDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    let changes = stage.plan.gates.changes
    let first = changes.first.map { GateDemonstrationWriter(stage, $0).firstChange } ?? []
    let second = changes.dropFirst().first.map {
      GateDemonstrationWriter(stage, $0).secondChange
    }
    return first + (second ?? [])
  }
}

/// Writes the steps of one change.
struct GateDemonstrationWriter: Sendable {
  private let change: GateChange
  private let stage: ProgrammeStage
  private let desk: GateDesk
  private static let board = "Programme Board (synthetic)"

  init(_ stage: ProgrammeStage, _ change: GateChange) {
    self.stage = stage
    self.change = change
    desk = GateDesk(stage.data, plan: stage.plan.gates, clock: stage.clock)
  }

  /// From the case for change to the eve of the consultation.
  var firstChange: [DemonstrationStep] {
    shown("case-for-change", 2016, 11, 14) + pass("case-for-change", 2017, 3, 20)
      + shown("options", 2017, 10, 9) + pass("options", 2017, 12, 11)
      + shown("assurance-1", 2017, 12, 15) + pass("assurance-1", 2017, 12, 18)
      + shown("clinical-senate", 2017, 12, 12) + pass("clinical-senate", 2018, 1, 8)
      + shown("tests", 2018, 1, 10) + pass("tests", 2018, 1, 12, due: day(2018, 3, 15))
      + shown("business-case", 2018, 1, 15) + pass("business-case", 2018, 1, 16)
      + shown("assurance-2", 2018, 1, 22) + pass("assurance-2", 2018, 1, 24)
      + shown("joint-scrutiny", 2018, 1, 22)
      + pass("joint-scrutiny", 2018, 1, 26)
      + [
        plan(
          step("Synthetic step: recruit to the stroke teams", isReversible: true, 2018, 2, 5),
          2018, 1, 29),
        begin("Synthetic step: recruit to the stroke teams", 2018, 2, 5),
        plan(
          step(
            "Synthetic step: close wards that a new unit replaces", isReversible: false, 2018, 3,
            5), 2018, 1, 29),
        begin("Synthetic step: close wards that a new unit replaces", 2018, 3, 5),
      ]
  }

  /// A hold that comes and goes, and options whose evidence runs out.
  var secondChange: [DemonstrationStep] {
    let preparation = "Synthetic step: draw up rotas for a trial"
    let building = "Synthetic step: sign the contract for building work"
    return shown("case-for-change", 2017, 5, 15) + pass("case-for-change", 2017, 6, 12)
      + shown("options", 2017, 12, 4, through: day(2018, 2, 28))
      + [
        plan(step(preparation, isReversible: true, 2017, 11, 20), 2017, 10, 16),
        plan(step(building, isReversible: false, 2017, 11, 20), 2017, 10, 16),
        hold(2017, 11, 6), begin(preparation, 2017, 11, 20), begin(building, 2017, 11, 20),
        lift(2017, 12, 15), begin(building, 2018, 1, 15),
      ]
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? stage.first
  }

  /// Evidence for the criteria of a gate, with verdicts; the conditions of a test are left open.
  private func shown(
    _ gate: String, _ year: Int, _ month: Int, _ number: Int, through end: CivilDay? = nil
  ) -> [DemonstrationStep] {
    guard let definition = change.gate(gate) else { return [] }
    return definition.criteria.filter { $0.criterion.alternative == nil }.enumerated()
      .flatMap { place, item in
        show(item, gate, day(year, month, number), place, end)
      }
  }

  private func show(
    _ item: GateCriterionDefinition, _ gate: String, _ day: CivilDay, _ place: Int,
    _ end: CivilDay?
  ) -> [DemonstrationStep] {
    let criterion = item.criterion
    let judge = DemonstrationStep(day, minutes: 660 + place) { [self] in
      try await desk.judge(
        GateJudgement(
          gate: gate, criterion: criterion.id, outcome: .met,
          reason: "Synthetic: the reviewer read what is attached.", onBehalfOf: Self.board,
          validThrough: end),
        on: change.id, by: stage.office)
    }
    guard let attachment = attachment(item, gate) else {
      return criterion.admissible.contains(.verdict) ? [judge] : []
    }
    let attach = DemonstrationStep(day, minutes: 600 + place) { [self] in
      try await desk.attach(attachment, to: change.id, by: stage.office)
    }
    return [attach, judge]
  }

  /// A figure of the change, when one counts, or else a made-up paper, decision or event.
  private func attachment(
    _ item: GateCriterionDefinition, _ gate: String
  ) -> GateAttachment? {
    let criterion = item.criterion
    let facts = stage.plan.gates.facts.filter { $0.id.hasPrefix(change.id + ".") }
    if criterion.admissible.contains(.fact), let fact = facts.first {
      return GateAttachment(
        gate: gate, criterion: criterion.id, kind: .fact,
        title: "Synthetic choice of a figure", reference: fact.id)
    }
    let kinds: [(GateEvidenceKind, String)] = [
      (.document, "Synthetic paper"), (.decision, "Synthetic minute"), (.event, "Synthetic note"),
    ]
    guard let (kind, title) = kinds.first(where: { criterion.admissible.contains($0.0) }) else {
      return nil
    }
    return GateAttachment(
      gate: gate, criterion: criterion.id, kind: kind, title: title,
      note: "Made up, to show how the page works.")
  }

  /// Passes a gate; what is missing then follows by a day, with a dissent.
  private func pass(
    _ gate: String, _ year: Int, _ month: Int, _ number: Int, due: CivilDay? = nil
  ) -> [DemonstrationStep] {
    guard change.gate(gate) != nil else { return [] }
    let day = day(year, month, number)
    return [
      DemonstrationStep(day, minutes: 900) { [self] in
        let missing = try desk.view(of: change.id).gate(gate)?.standing.missing ?? []
        let conditions = missing.compactMap { missing in
          missing.shortfalls.first.map {
            GatePassage.Condition(
              criterion: $0.criterion, owner: $0.owner, due: due ?? day.adding(60))
          }
        }
        try await desk.pass(
          GatePassage(
            gate: gate, body: Self.board, on: day, conditions: conditions,
            dissent: conditions.isEmpty ? "" : "Synthetic: one member wanted to wait for this."),
          of: change.id, by: stage.office)
      }
    ]
  }

  private func step(
    _ title: String, isReversible: Bool, _ year: Int, _ month: Int, _ number: Int
  ) -> GateStepPlan {
    GateStepPlan(
      title: title, isReversible: isReversible,
      gates: change.gate("decision") == nil ? [] : ["decision"], owner: "A trust (synthetic)",
      plannedFor: day(year, month, number))
  }

  private func plan(
    _ step: GateStepPlan, _ year: Int, _ month: Int, _ number: Int
  ) -> DemonstrationStep {
    DemonstrationStep(day(year, month, number)) { [self] in
      try await desk.planStep(step, for: change.id, by: stage.office)
    }
  }

  /// Tries to begin a step; a refusal is part of the record.
  private func begin(
    _ title: String, _ year: Int, _ month: Int, _ number: Int
  ) -> DemonstrationStep {
    DemonstrationStep(day(year, month, number), minutes: 660) { [self] in
      let steps = try desk.view(of: change.id).steps
      guard let step = steps.first(where: { $0.step.what.title == title }) else { return }
      do {
        try await desk.begin(step.step.what.id, of: change.id, by: stage.office)
      } catch EventRefusal.notNow {}
    }
  }

  private func hold(_ year: Int, _ month: Int, _ number: Int) -> DemonstrationStep {
    DemonstrationStep(day(year, month, number)) { [self] in
      try await desk.place(
        GateHoldPlaced(
          kind: .notice, name: "Synthetic notice", earliest: day(year, month, number),
          ground: "Synthetic: made up, to show how a hold works."),
        on: change.id, by: stage.office)
    }
  }

  private func lift(_ year: Int, _ month: Int, _ number: Int) -> DemonstrationStep {
    DemonstrationStep(day(year, month, number)) { [self] in
      let record = try desk.view(of: change.id).record
      guard let hold = record.holds.first?.what.id else { return }
      try await desk.lift(
        hold, of: change.id, on: day(year, month, number),
        outcome: "Synthetic: what the notice asked for was done.", by: stage.office)
    }
  }
}
