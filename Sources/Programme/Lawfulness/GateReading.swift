// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Facts
import PlanPackage

/// Makes the rows of a plan into gates, in the terms of the programme.
struct GateReading {
  private let plan: Plan
  private let titles: [String: String]

  init(_ plan: Plan) {
    self.plan = plan
    titles = Dictionary(
      plan.sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  func change(_ row: ServiceChangeRow) -> GateChange {
    GateChange(
      id: row.id, name: row.name, summary: row.summary,
      consultation: row.consultation.isEmpty ? nil : row.consultation,
      gates: plan.gates.map { gate($0, of: row.id) },
      record: plan.gateEvents.filter { $0.change == row.id }.map(event))
  }

  private func gate(_ row: GateRow, of change: String) -> GateDefinition {
    let criteria = plan.gateCriteria.filter {
      $0.gate == row.id && ($0.change.isEmpty || $0.change == change)
    }
    return GateDefinition(
      id: row.id, name: row.name, summary: row.summary, prerequisites: row.after,
      passedBy: row.passedBy, basis: row.basis,
      citation: citation(row.source, row.locator, row.confidence), note: row.note,
      criteria: criteria.map(criterion))
  }

  private func criterion(_ row: GateCriterionRow) -> GateCriterionDefinition {
    let alternative =
      row.test.isEmpty ? nil : GateAlternative(test: row.test, condition: row.condition)
    return GateCriterionDefinition(
      GateCriterion(
        id: row.id, owner: row.owner,
        admissible: Set(row.evidence.compactMap(GateEvidenceKind.init)),
        isRequired: row.isRequired, leadDays: row.leadDays, alternative: alternative),
      text: row.text, automatic: row.automatic.isEmpty ? nil : row.automatic,
      citation: citation(row.source, row.locator, row.confidence), note: row.note)
  }

  private func event(_ row: GateEventRow) -> GateRecordedEvent {
    var event = GateRecordedEvent(
      id: row.id, kind: row.kind, first: CivilDay(number: row.when.firstDay.number),
      last: CivilDay(number: row.when.lastDay.number), when: row.when.plainEnglish,
      text: row.text)
    event.gate = row.gate.isEmpty ? nil : row.gate
    event.criterion = row.criterion.isEmpty ? nil : row.criterion
    event.meetsCriterion = row.meetsCriterion
    event.hold = row.hold.isEmpty ? nil : row.hold
    event.holdKind = LegalHoldKind(rawValue: row.holdKind)
    event.holdName = row.holdName
    event.isReversible = row.isReversible
    event.citation = citation(row.source, row.locator, row.confidence)
    event.note = row.note
    return event
  }

  private func citation(
    _ source: String, _ locator: String, _ confidence: Confidence
  ) -> GateCitation {
    GateCitation(
      source: source, title: titles[source] ?? source, locator: locator,
      confidence: confidence.plainEnglish, isNews: confidence == .news)
  }
}
