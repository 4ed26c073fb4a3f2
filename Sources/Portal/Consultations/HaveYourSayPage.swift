// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// One consultation in a list.
struct ConsultationCard {
  let title: String
  let href: String
  let kind: String
  let state: String
  let dates: String
  let summaryHTML: String
  let hasEnded: Bool
  let results: String
  let considered: String
}

struct HaveYourSayPage {
  let hasOpen: Bool
  let open: [ConsultationCard]
  let hasPlanned: Bool
  let planned: [ConsultationCard]
  let hasEnded: Bool
  let ended: [ConsultationCard]
}

struct ConsultationListPage {
  let isEmpty: Bool
  let consultations: [ConsultationCard]
}

extension ConsultationPages {
  func haveYourSay() throws -> PortalAnswer {
    let cards = try plan.consultations.map { ($0, try record($0.id).phase(at: now)) }
    let those = { (phases: [ConsultationPhase]) in
      try cards.filter { phases.contains($0.1) }.map { try card($0.0) }
    }
    let open = try those([.open])
    let planned = try those([.planned])
    let ended = try those([.closed, .archived])
    return .page(
      PortalPage(
        "Have your say", template: "consultations-have-your-say",
        HaveYourSayPage(
          hasOpen: !open.isEmpty, open: open, hasPlanned: !planned.isEmpty, planned: planned,
          hasEnded: !ended.isEmpty, ended: ended)))
  }

  func list() throws -> PortalAnswer {
    let cards = try plan.consultations.map(card)
    return .page(
      PortalPage(
        "Consultations", template: "consultations-list",
        ConsultationListPage(isEmpty: cards.isEmpty, consultations: cards)))
  }

  private func card(_ definition: ConsultationDefinition) throws -> ConsultationCard {
    let record = try record(definition.id)
    let home = "/consultations/\(definition.id)"
    let phase = record.phase(at: now)
    return ConsultationCard(
      title: definition.title, href: home,
      kind: definition.isFormal ? "Public consultation" : "Engagement", state: phase.label,
      dates: dates(definition, record), summaryHTML: services.prose(definition.summary),
      hasEnded: phase == .closed || phase == .archived, results: home + "/results",
      considered: home + "/considered")
  }

  /// Where a consultation stands, in one sentence.
  func dates(_ definition: ConsultationDefinition, _ record: ConsultationRecord) -> String {
    switch record.phase(at: now) {
    case .planned:
      guard let opening = definition.plannedOpening else { return "No date is set yet." }
      return opening > now
        ? "Planned to open on \(ConsultationTimes.day(opening))."
        : "It was planned to open on \(ConsultationTimes.day(opening)). It has not opened yet."
    case .open:
      guard let deadline = record.deadline else { return "" }
      return ConsultationTimes.left(until: deadline, from: now) + ". It closes on "
        + ConsultationTimes.moment(deadline) + "."
    case .closed, .archived:
      guard let ended = record.endedOn(by: now) else { return "It is closed." }
      return "It closed on \(ConsultationTimes.moment(ended))."
    }
  }
}
