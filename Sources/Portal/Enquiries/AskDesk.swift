// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where staff explain the words that readers asked about.
struct AskDesk {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    let state = try services.ledger.state(ReaderQuestionState.self)
    if request.path.count == 3, request.method == .get {
      return try list(state).answer(isPrivate: true)
    }
    guard let record = state.records[request.step(3)] else { throw PortalProblem.notFound }
    if request.method == .get, request.path.count == 4 {
      return try page(record, visit, FormFields(), FormErrors()).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 5 else { throw PortalProblem.notFound }
    guard record.explainedOn == nil, record.setAside == nil else {
      return .see("/desk/enquiries/ask")
    }
    let errors = try await act(request, visit, record)
    if errors.hasErrors {
      return try page(record, visit, request.fields, errors).answer(isPrivate: true)
    }
    return .see("/desk/enquiries/ask")
  }

  private func list(_ state: ReaderQuestionState) throws -> BlockPage {
    let texts = try services.ledger.contents(state.waiting.map(\.text.id))
    return BlockPage(
      title: "Words to explain", answer: "Readers did not understand these.",
      blocks: [
        PageBlock(
          paragraphs: state.waiting.isEmpty ? ["Nothing waits."] : [],
          entries: state.waiting.map {
            .init(
              entryTitle: String((texts[$0.text.id] ?? "Erased").prefix(120)),
              entryPath: "/desk/enquiries/ask/\($0.id)",
              entryMeta: "Asked on \(NewsDates.day($0.askedOn))")
          },
          links: [
            .init("The page that everybody sees", "/ask"), .init("Enquiries", "/desk/enquiries"),
          ])
      ])
  }

  private func act(
    _ request: PortalRequest, _ visit: Visit, _ record: ReaderQuestionRecord
  ) async throws -> FormErrors {
    let fields = request.fields
    var errors = FormErrors()
    switch request.step(4) {
    case "explain":
      errors.require(fields, "term", "Give the word.")
      errors.limit(fields, "term", to: 100, "The word")
      errors.require(fields, "explanation", "Explain the word.")
      errors.limit(fields, "explanation", to: 1_000, "The explanation")
      guard !errors.hasErrors else { return errors }
      try await services.ledger.append(
        ReaderQuestionEvent.explained(term: fields["term"], explanation: fields["explanation"]),
        subject: record.id, by: visit.author, token: "explained-" + record.id)
    case "set-aside":
      errors.require(fields, "reason", "Give the reason, without anything personal.")
      errors.limit(fields, "reason", to: 300, "The reason")
      guard !errors.hasErrors else { return errors }
      try await services.ledger.erase(
        [record.text.id],
        saying: try Draft(
          ReaderQuestionEvent.setAside(reason: fields["reason"]), subject: record.id,
          by: visit.author))
    default: throw PortalProblem.notFound
    }
    return errors
  }

  private func page(
    _ record: ReaderQuestionRecord, _ visit: Visit, _ typed: FormFields, _ errors: FormErrors
  ) throws -> BlockPage {
    let base = "/desk/enquiries/ask/\(record.id)"
    return BlockPage(
      title: "A word to explain", errors: errors,
      blocks: [
        PageBlock(
          beside: try services.ledger.content(record.text.id) ?? "Erased",
          paragraphs: ["Asked on \(NewsDates.time(record.askedOn))."]),
        PageBlock(
          "Explain it",
          form: .desk(
            base + "/explain", visit,
            [
              .line("term", "The word", value: typed["term"], error: errors["term"]),
              .box(
                "explanation", "What it means", value: typed["explanation"],
                hint: "Everybody can read this.", error: errors["explanation"], rows: 4),
            ], button: "Publish the explanation", isMain: true)),
        PageBlock(
          "Set it aside",
          form: .desk(
            base + "/set-aside", visit,
            [
              .line(
                "reason", "Why", value: typed["reason"],
                hint: "What was typed is erased. The reason is kept: write nothing personal.",
                error: errors["reason"])
            ], button: "Set aside and erase")),
      ])
  }
}
