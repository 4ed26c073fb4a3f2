// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Foundation
import PlanPackage

/// Everything shown at the gates of a change up to a day, whoever recorded it: the published record,
/// the record of the consultation, and what was recorded here, in this order.
///
/// The last verdict on a criterion counts, so a reviewer's goes before what follows by itself.
struct GateDossierReading {
  let change: GateChange
  let record: GateRecord
  let consultation: ConsultationRecord?
  let day: CivilDay

  var dossier: GateDossier {
    var dossier = GateDossier()
    addPublished(&dossier)
    addConsultation(&dossier)
    addRecorded(&dossier)
    return dossier
  }

  private func addPublished(_ dossier: inout GateDossier) {
    for event in change.record where event.last <= day {
      guard let gate = event.gate else { continue }
      if event.kind == .passed {
        dossier.passings.append(
          GatePassing(
            gate: gate, day: event.last.number, reopened: reopened(gate, after: event.last)))
      }
      guard let criterion = event.criterion else { continue }
      dossier.evidence.append(
        GateEvidence(gate: gate, criterion: criterion, kind: .event, day: event.last.number))
      if event.meetsCriterion {
        dossier.findings.append(
          GateFinding(gate: gate, criterion: criterion, verdict: .met, day: event.last.number))
      }
    }
  }

  private func addConsultation(_ dossier: inout GateDossier) {
    guard let consultation else { return }
    for gate in change.gates {
      for definition in gate.criteria {
        guard let automatic = definition.automatic else { continue }
        let shown = GateAutomatic(automatic, consultation, day)
        let criterion = definition.criterion.id
        dossier.evidence += shown.evidence.map {
          GateEvidence(gate: gate.id, criterion: criterion, kind: $0.kind, day: $0.day.number)
        }
        if let (verdict, on) = shown.verdict {
          dossier.findings.append(
            GateFinding(gate: gate.id, criterion: criterion, verdict: verdict, day: on.number))
        }
      }
    }
  }

  private func addRecorded(_ dossier: inout GateDossier) {
    for kept in record.attachments where record.detached[kept.what.id] == nil {
      let what = kept.what
      dossier.evidence.append(
        GateEvidence(
          gate: what.gate, criterion: what.criterion, kind: what.kind, day: kept.day.number,
          validThrough: what.validThrough?.number))
    }
    for kept in record.judgements {
      let what = kept.what
      dossier.findings.append(
        GateFinding(
          gate: what.gate, criterion: what.criterion, verdict: what.verdict, day: kept.day.number,
          validThrough: what.validThrough?.number))
    }
    for kept in record.passages {
      let what = kept.what
      dossier.passings.append(
        GatePassing(
          gate: what.gate, day: what.on.number, reopened: reopened(what.gate, after: what.on),
          conditions: what.conditions.map {
            GateCondition(criterion: $0.criterion, owner: $0.owner, due: $0.due.number)
          }))
    }
  }

  /// The day on which a gate that was passed on a day was opened again.
  private func reopened(_ gate: String, after passing: CivilDay) -> Int? {
    record.reopenings.first { $0.what.gate == gate && $0.what.on >= passing }?.what.on.number
  }
}

/// What the record of a consultation shows by itself, up to a day.
struct GateAutomatic {
  /// One piece of evidence, and the day from which it is there.
  struct Shown {
    let kind: GateEvidenceKind
    let title: String
    let day: CivilDay
  }

  /// What it shows.
  private(set) var evidence: [Shown] = []
  /// The verdict that follows from it, with its day.
  private(set) var verdict: (GateVerdict, CivilDay)?
  /// The reason that goes with the verdict.
  private(set) var reason: String?

  /// `what` is "opened", "closed" or the id of a duty of the checklist.
  init(_ what: String, _ record: ConsultationRecord, _ day: CivilDay) {
    let end = LondonTime.moment(day.adding(1), minutes: 0).addingTimeInterval(-0.001)
    switch what {
    case "opened": happened(record.openedOn.map(LondonTime.day), "The consultation opened", day)
    case "closed":
      happened(record.endedOn(by: end).map(LondonTime.day), "The consultation closed", day)
    default: duty(what, record, day)
    }
  }

  private mutating func happened(_ when: CivilDay?, _ title: String, _ day: CivilDay) {
    guard let when, when <= day else { return }
    evidence = [Shown(kind: .event, title: title, day: when)]
    verdict = (.met, when)
    reason = "\(title) on \(when.text), by its own record."
  }

  private mutating func duty(_ id: String, _ record: ConsultationRecord, _ day: CivilDay) {
    evidence = record.evidence(for: id).compactMap { noted in
      let on = LondonTime.day(noted.on)
      return on <= day ? Shown(kind: .document, title: noted.what.title, day: on) : nil
    }
    guard
      let noted = record.verdicts.last(where: {
        $0.what.duty == id && LondonTime.day($0.on) <= day
      })
    else { return }
    let found: GateVerdict =
      switch noted.what.outcome {
      case .met: .met
      case .partly: .partly
      case .notMet: .notMet
      case .notApplicable: .notApplicable(reason: noted.what.reason)
      }
    verdict = (found, LondonTime.day(noted.on))
    reason = "\(noted.what.reason) (\(noted.what.onBehalfOf), on the checklist of the consultation)"
  }
}
