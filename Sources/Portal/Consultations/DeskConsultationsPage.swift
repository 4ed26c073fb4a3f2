// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The list of consultations for staff.
struct DeskConsultationsPage {
  let isEmpty: Bool
  let consultations: [Grid]
  let isDue: Bool
  let due: [ConsultationLink]
}

extension ConsultationPages {
  func deskList() throws -> PortalAnswer {
    let responses = try services.ledger.state(ResponseState.self)
    let rows = try plan.consultations.map { definition in
      let record = try record(definition.id)
      let received = responses.responses(to: definition.id)
      return [
        definition.title, record.phase(at: now).label, shortDate(definition, record),
        ConsultationNumbers.whole(received.count),
      ]
        + Channel.allCases.map { channel in
          ConsultationNumbers.whole(received.filter { $0.response.channel == channel }.count)
        }
    }
    let due = Retention.due(
      at: now, plan: plan, state: try services.ledger.state(ConsultationState.self))
    let model = DeskConsultationsPage(
      isEmpty: rows.isEmpty,
      consultations: rows.isEmpty
        ? []
        : [
          Grid(
            "Consultations with responses by channel",
            ["Consultation", "State", "When", "Responses#"]
              + Channel.allCases.map { $0.label + "#" }, rows,
            links: plan.consultations.map { "/desk/consultations/\($0.id)" })
        ], isDue: !due.isEmpty,
      due: due.map { ConsultationLink($0.title, "/desk/consultations/\($0.id)/retention") })
    return staff("Consultations", "desk-list", model)
  }

  /// Where a consultation stands, in a few words.
  private func shortDate(
    _ definition: ConsultationDefinition, _ record: ConsultationRecord
  ) -> String {
    if let ended = record.endedOn(by: now) { return ConsultationTimes.day(ended) }
    if let deadline = record.deadline { return ConsultationTimes.left(until: deadline, from: now) }
    return definition.plannedOpening.map(ConsultationTimes.day) ?? "–"
  }
}
