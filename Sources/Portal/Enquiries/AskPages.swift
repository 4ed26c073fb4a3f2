// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// Asking what a word means, and reading what others asked.
struct AskPages {
  static let longest = 500
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest) async throws -> PortalAnswer {
    guard request.path.count == 1 || request.path == ["ask", "sent"] else {
      throw PortalProblem.notFound
    }
    let state = try services.ledger.state(ReaderQuestionState.self)
    guard request.method == .post, request.path.count == 1 else {
      let isSent = request.path.count == 2
      return page(state, FormFields(), FormErrors(), RandomID.make(), isSent: isSent).answer()
    }
    let fields = request.fields
    var errors = FormErrors()
    errors.require(fields, "word", "Type the word or sentence you did not understand.")
    errors.limit(fields, "word", to: Self.longest, "This")
    if !fields["website"].isEmpty {
      errors.add("word", "A hidden field was filled in. Type the word again in this box only.")
    }
    if errors.hasErrors {
      return page(state, fields, errors, fields["token"], isSent: false).answer()
    }
    let text = Content(fields["word"], kind: "reader-question")
    try await services.ledger.append(
      ReaderQuestionEvent.asked(text.reference), subject: RandomID.make(), by: .visitor,
      token: request.token("ask"), contents: [text])
    return .see("/ask/sent")
  }

  private func page(
    _ state: ReaderQuestionState, _ typed: FormFields, _ errors: FormErrors, _ token: String,
    isSent: Bool
  ) -> BlockPage {
    BlockPage(
      title: "A word you don’t understand?",
      answer: "Tell us the word. We explain it here, for everybody.", errors: errors,
      blocks: [
        PageBlock(
          done: isSent ? "Thank you. We explain it on this page as soon as we can." : nil,
          form: .open(
            "/ask",
            [
              .box(
                "word", "The word, or the sentence it is in", value: typed["word"],
                hint: "\(Self.longest) characters at most. Don’t write your name.",
                error: errors["word"], rows: 3)
            ], button: "Ask", token: token, trap: "website"))
      ] + explained(state) + glossary)
  }

  private func explained(_ state: ReaderQuestionState) -> [PageBlock] {
    let records = state.explained
    guard !records.isEmpty else { return [] }
    return [
      PageBlock(
        "Asked by readers",
        grid: Grid(
          "Words that readers asked about", ["Word", "What it means", "Explained on"],
          records.map {
            [$0.term ?? "", $0.explanation ?? "", NewsDates.day($0.explainedOn ?? $0.askedOn)]
          }, links: records.map { link($0.term ?? "") }))
    ]
  }

  /// The word’s place in the glossary of the plan, when it is there.
  private func link(_ term: String) -> String? {
    services.plan.glossary.first { $0.name.lowercased() == term.lowercased() }?.path
  }

  private var glossary: [PageBlock] {
    let terms = services.plan.glossary.filter { $0.path != nil }
    guard !terms.isEmpty else { return [] }
    return [
      PageBlock(
        "Words of the plan",
        links: terms.compactMap { term in
          term.path.map { .init(term.name, $0) }
        })
    ]
  }
}
