// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
import PlanPackage

/// How every service change stands at its gates on a day.
public struct GateView: Sendable {
  /// The day.
  public let day: CivilDay
  /// The changes, in the order of the plan.
  public let changes: [GateChangeView]

  /// How the changes of a plan stand on a day.
  ///
  /// - Parameters:
  ///   - plan: the gates, and the published record.
  ///   - state: what was recorded here, as of the day.
  ///   - day: the day that is shown.
  ///   - consultations: the consultations as of the day, for what they show by themselves.
  public init(
    plan: GatePlan, state: GateState, day: CivilDay, consultations: ConsultationState? = nil
  ) {
    self.day = day
    changes = plan.changes.map { change in
      GateChangeView(
        change, state.record(change.id), day: day,
        consultation: change.consultation.flatMap { consultations?.records[$0] })
    }
  }

  /// How one change stands.
  public func change(_ id: String) -> GateChangeView? { changes.first { $0.change.id == id } }
}

/// How one service change stands at its gates on a day.
public struct GateChangeView: Sendable {
  /// The change.
  public let change: GateChange
  /// The day.
  public let day: CivilDay
  /// What was recorded here.
  public let record: GateRecord
  /// Every gate, in an order in which they can be passed.
  public let gates: [GateStatusView]
  /// Every hold on the change, whether it is in force or not.
  public let holds: GateHolds
  /// What holds block on the day.
  public let block: HoldBlock
  /// The steps that were planned here, in order.
  public let steps: [GateStepView]

  /// How a change stands on a day.
  public init(
    _ change: GateChange, _ record: GateRecord, day: CivilDay,
    consultation: ConsultationRecord? = nil
  ) {
    self.change = change
    self.day = day
    self.record = record
    let dossier = GateDossierReading(
      change: change, record: record, consultation: consultation, day: day
    ).dossier
    let standings = (try? change.ladder())?.standings(on: day.number, dossier: dossier) ?? []
    let passed = Set(standings.filter(\.status.isPassed).map(\.gate))
    let holds = GateHolds(change, record)
    gates = standings.compactMap { standing in
      guard let definition = change.gate(standing.gate) else { return nil }
      return GateStatusView(
        definition, standing, change, passed: passed, record: record, consultation: consultation,
        day: day)
    }
    self.holds = holds
    block = holds.block(on: day)
    let calendar = holds.calendar
    steps = record.steps.map { kept in
      GateStepView(
        kept, record,
        calendar.permission(for: kept.what.action, on: day.number, passed: passed),
        holds, change)
    }
  }

  /// The gates that are not passed and could be worked on: open, or ready to be passed.
  public var current: [GateStatusView] {
    gates.filter { $0.standing.status == .open || $0.standing.status == .ready }
  }

  /// The holds that are in force on the day, or may be.
  public var holdsInForce: [GateHold] { holds.all.filter { $0.force(on: day) != .none } }

  /// A gate by its id.
  public func gate(_ id: String) -> GateStatusView? { gates.first { $0.definition.id == id } }

  /// Whether work that cannot be undone is blocked on the day, and by what, in sentences.
  public var blockWords: String { GateWords.block(block, on: day, holds) }
}

/// How one gate of a change stands on a day.
public struct GateStatusView: Sendable {
  /// The gate.
  public let definition: GateDefinition
  /// How it stands.
  public let standing: GateStanding
  /// Each criterion of the checklist, in order.
  public let criteria: [GateCriterionView]
  /// What is required and missing, with who owes it.
  public let missing: [GateMissingLine]
  /// The names of the gates that come first and are not passed.
  public let waitsFor: [String]
  /// The names of gates behind this one that are passed although no passing of this one is recorded.
  public let passedBehind: [String]
  /// Who passed it, with conditions and dissent, when that was recorded here.
  public let passage: GateKept<GatePassage>?
  /// The passing in the published record.
  public let publishedPassing: GateRecordedEvent?

  init(
    _ definition: GateDefinition, _ standing: GateStanding, _ change: GateChange,
    passed: Set<String>, record: GateRecord, consultation: ConsultationRecord?, day: CivilDay
  ) {
    self.definition = definition
    self.standing = standing
    criteria = standing.criteria.compactMap { item in
      definition.criterion(item.criterion.id).map {
        GateCriterionView(
          $0, item.state, gate: definition.id, change: change, record: record,
          consultation: consultation, day: day)
      }
    }
    missing = standing.missing.flatMap { GateMissingLine.lines($0, definition) }
    waitsFor = standing.waitsFor.map { change.gate($0)?.name ?? $0 }
    let isOpen = !standing.status.isPassed
    passedBehind =
      isOpen
      ? change.gates.filter { passed.contains($0.id) && change.isBehind($0.id, definition.id) }
        .map(\.name) : []
    passage = record.passages.last { $0.what.gate == definition.id && $0.what.on <= day }
    publishedPassing = change.record.last {
      $0.kind == .passed && $0.gate == definition.id && $0.last <= day
    }
  }

  /// A test of which any one condition is enough, as it stands.
  public struct Test: Sendable, Equatable {
    /// The test.
    public let id: String
    /// Its conditions, in the order of the checklist.
    public let conditions: [String]
    /// Those of which every part is met.
    public let met: [String]
  }

  /// The tests of the checklist that can be met in several ways.
  public var tests: [Test] {
    let parts = criteria.compactMap { item in
      item.definition.criterion.alternative.map { ($0, item.state) }
    }
    var tests: [String] = []
    for part in parts where !tests.contains(part.0.test) { tests.append(part.0.test) }
    return tests.map { test in
      var conditions: [String] = []
      for part in parts where part.0.test == test && !conditions.contains(part.0.condition) {
        conditions.append(part.0.condition)
      }
      let met = conditions.filter { condition in
        parts.allSatisfy {
          $0.0 != GateAlternative(test: test, condition: condition) || $0.1 == .met
        }
      }
      return Test(id: test, conditions: conditions, met: met)
    }
  }

  /// The first day on which it could be passed, as far as anything says.
  public var earliest: CivilDay? { standing.earliest.map { CivilDay(number: $0) } }
  /// The day on which it was passed.
  public var passedOn: CivilDay? { standing.passedOn.map { CivilDay(number: $0) } }
  /// Where it stands, in words, such as "Open".
  public var status: String { GateWords.status(standing.status) }
  /// Where it stands, with its shape, such as "○ Open".
  public var shapedStatus: String { "\(GateWords.shape(standing.status)) \(status)" }
}

extension GateChange {
  /// Whether a gate comes, directly or not, behind another.
  func isBehind(_ gate: String, _ other: String) -> Bool {
    var waiting = self.gate(gate)?.prerequisites ?? []
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      if next == other { return true }
      if seen.insert(next).inserted { waiting += self.gate(next)?.prerequisites ?? [] }
    }
    return false
  }
}

/// Something that a gate waits for, and who owes it.
public struct GateMissingLine: Sendable, Equatable {
  /// The gate's id.
  public let gate: String
  /// The criterion's id.
  public let criterion: String
  /// What has to be shown.
  public let text: String
  /// Who owes it.
  public let owner: String
  /// Its state in words, such as "Nobody has given a verdict".
  public let state: String
  /// Set when it is a part of one of several conditions of which any one is enough: such as
  /// "bed test: provision".
  public let condition: String?

  static func lines(_ missing: GateMissing, _ gate: GateDefinition) -> [GateMissingLine] {
    missing.shortfalls.map { shortfall in
      let definition = gate.criterion(shortfall.criterion)
      let alternative = definition?.criterion.alternative
      return GateMissingLine(
        gate: gate.id, criterion: shortfall.criterion, text: definition?.text ?? "",
        owner: shortfall.owner, state: GateWords.state(shortfall.state),
        condition: alternative.map {
          "\(GateWords.test($0.test)): \(GateWords.condition($0.condition))"
        })
    }
  }
}

/// How one criterion of a gate stands on a day, with all that was shown for it.
public struct GateCriterionView: Sendable {
  /// The criterion.
  public let definition: GateCriterionDefinition
  /// Its state.
  public let state: GateCriterionState
  /// What was attached here.
  public let attachments: [GateKept<GateAttachment>]
  /// The last verdict given here.
  public let judgement: GateKept<GateJudgement>?
  /// What the published record shows for it.
  public let published: [GateRecordedEvent]
  /// What the record of the consultation shows by itself: title and day.
  public let automatic: [(title: String, day: CivilDay)]
  /// The reason that follows from the record of the consultation.
  public let automaticReason: String?

  init(
    _ definition: GateCriterionDefinition, _ state: GateCriterionState, gate: String,
    change: GateChange, record: GateRecord, consultation: ConsultationRecord?, day: CivilDay
  ) {
    self.definition = definition
    self.state = state
    attachments = record.evidence(gate, definition.criterion.id)
    judgement = record.judgement(gate, definition.criterion.id)
    published = change.record.filter {
      $0.gate == gate && $0.criterion == definition.criterion.id && $0.last <= day
    }
    let shown = definition.automatic.flatMap { automatic in
      consultation.map { GateAutomatic(automatic, $0, day) }
    }
    automatic = (shown?.evidence ?? []).map { ($0.title, $0.day) }
    automaticReason = shown?.reason
  }

  /// Its state in words, with a shape.
  public var shapedState: String { "\(GateWords.shape(state)) \(GateWords.state(state))" }
}

/// How a step that was planned here stands on a day.
public struct GateStepView: Sendable {
  /// The step.
  public let step: GateKept<GateStepPlan>
  /// The day on which it was begun.
  public let begun: GateKept<CivilDay>?
  /// Whether it may begin on the day.
  public let permission: ActionPermission
  /// Why it may not, in sentences.
  public let reasons: [String]
  /// Refusals to begin it, in order.
  public let refusals: [GateKept<GateRecord.Refusal>]

  init(
    _ step: GateKept<GateStepPlan>, _ record: GateRecord, _ permission: ActionPermission,
    _ holds: GateHolds, _ change: GateChange
  ) {
    self.step = step
    self.permission = permission
    begun = record.begun[step.what.id]
    reasons = GateWords.reasons(permission, holds, change)
    refusals = record.refusals.filter { $0.what.step == step.what.id }
  }
}
