// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The page of one consultation.
struct ConsultationPage {
  let title: String
  let kind: String
  let state: String
  let dates: String
  let summaryHTML: String
  let home: String
  let isPlanned: Bool
  let isOpen: Bool
  let hasEnded: Bool
  let isArchived: Bool
  let token: String
  let isStaff: Bool
  let secret: String
  let services: [Grid]
  let hasOptions: Bool
  let options: [ConsultationLink]
  let hasDocuments: Bool
  let documents: [ConsultationLink]
  let history: [DatedLine]
  let hasReturnAddress: Bool
  let returnAddress: String
  let decision: String
  let hasReview: Bool
  let retention: String
  let isPurged: Bool
  let received: String
}

extension ConsultationPages {
  func consultation(_ id: String, _ visit: Visit) throws -> PortalAnswer {
    let definition = try definition(id)
    let record = try record(id)
    let form = try form(of: definition)
    let phase = record.phase(at: now)
    let count = try services.ledger.state(ResponseState.self).responses(to: id).count
    let address = form?.returnAddress ?? ""
    let options = definition.options.map(optionLink)
    let documents = definition.documents.map(documentLink)
    let model = ConsultationPage(
      title: definition.title,
      kind: definition.isFormal ? "Public consultation" : "Engagement", state: phase.label,
      dates: dates(definition, record), summaryHTML: services.prose(definition.summary),
      home: "/consultations/\(id)", isPlanned: phase == .planned, isOpen: phase == .open,
      hasEnded: phase == .closed || phase == .archived, isArchived: phase == .archived,
      token: RandomID.make(), isStaff: visit.person != nil, secret: visit.formSecret,
      services: serviceTable(definition), hasOptions: !options.isEmpty, options: options,
      hasDocuments: !documents.isEmpty, documents: documents,
      history: history(definition, record), hasReturnAddress: !address.isEmpty,
      returnAddress: address, decision: decision(definition), hasReview: !record.reviews.isEmpty,
      retention: Retention.rule(definition), isPurged: !record.purges.isEmpty,
      received: ConsultationNumbers.counted(count, "response", "responses"))
    return .page(PortalPage(definition.title, template: "consultations-page", model))
  }

  private func serviceTable(_ definition: ConsultationDefinition) -> [Grid] {
    guard !definition.services.isEmpty else { return [] }
    return [
      Grid(
        "What is proposed, by service and area", ["Service", "Area", "What is proposed"],
        definition.services.map { [$0.service, $0.area, $0.proposal] })
    ]
  }

  private func optionLink(_ id: String) -> ConsultationLink {
    let option = plan.options.first { $0.id == id }
    return ConsultationLink(option?.name ?? id, option?.path)
  }

  private func documentLink(_ id: String) -> ConsultationLink {
    let document = plan.documents.first { $0.id == id }
    return ConsultationLink(document?.title ?? id, document.map { "/documents/\($0.id)" })
  }

  private func decision(_ definition: ConsultationDefinition) -> String {
    let body = definition.decisionBody.flatMap { id in
      plan.organisations.first { $0.id == id }?.name ?? id
    }
    return body.map { "\($0) decides." } ?? "The body that decides will be named here."
  }

  /// Everything that happened to its dates, oldest first.
  func history(
    _ definition: ConsultationDefinition, _ record: ConsultationRecord
  ) -> [DatedLine] {
    var lines: [(on: Date, text: String)] = []
    if let opened = record.openedOn, let first = record.firstDeadline {
      lines.append((opened, "It opened. The last day was set: \(ConsultationTimes.day(first))."))
    }
    for step in record.extensions {
      let before = step.from.map { " from \(ConsultationTimes.day($0))" } ?? ""
      let again = step.reopened ? "It was opened again, and the last day" : "The last day"
      lines.append(
        (
          step.on,
          "\(again) was moved\(before) to \(ConsultationTimes.day(step.to)). Reason: \(step.reason)"
        ))
    }
    for closing in record.closings {
      lines.append((closing.on, "It was closed by hand. Reason: \(closing.reason)"))
    }
    if record.closedOn == nil, let deadline = record.deadline, deadline < now {
      lines.append((deadline, "It reached its last day and closed."))
    }
    if let archived = record.archivedOn {
      lines.append((archived, "It was archived. It is kept for reading."))
    }
    for purge in record.purges {
      lines.append((purge.on, "The personal data was erased, as the rule says."))
    }
    return lines.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
      .map { DatedLine(date: ConsultationTimes.moment($0.element.on), text: $0.element.text) }
  }
}
