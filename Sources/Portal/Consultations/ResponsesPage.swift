// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// A page of published responses.
struct ResponsesPage {
  let title: String
  let home: String
  let filters: [Field]
  let isFiltered: Bool
  let found: String
  let hasErrors: Bool
  let problem: String
  let responses: [PublishedView]
  let hasPrevious: Bool
  let previous: String
  let hasNext: Bool
  let next: String
  let position: String
}

/// One published response, in the words of the form.
struct PublishedView {
  let title: String
  let home: String
  let publicID: String
  let path: String
  let who: String
  let isShownElsewhere: Bool
  let shownAt: String
  let shownPath: String
  let hasCampaign: Bool
  let campaign: String
  let answers: [AnswerView]

  struct AnswerView {
    let question: String
    let hasLines: Bool
    let lines: [String]
    let isWaiting: Bool
    let isWithheld: Bool
    let withheld: String
    let hasWords: Bool
    let pieces: [PieceView]
  }

  struct PieceView {
    let isRemoved: Bool
    let text: String
  }
}

extension ConsultationPages {
  func responses(_ id: String, _ asked: FormFields) throws -> PortalAnswer {
    let definition = try definition(id)
    let form = try form(of: definition)
    let query = self.query(asked)
    let tooLong = asked["words"].count > 200
    let number = min(max(Int(asked["page"]) ?? 1, 1), 1_000_000)
    let page =
      tooLong
      ? nil
      : try PublishedResponses(id, services.ledger).page(
        query, page: number, size: Self.pageSize)
    let total = page?.total ?? 0
    let pages = max(1, (total + Self.pageSize - 1) / Self.pageSize)
    let path = { (place: Int) in
      "/consultations/\(id)/responses?" + Self.encoded(asked.with("page", String(place)))
    }
    let model = ResponsesPage(
      title: definition.title, home: "/consultations/\(id)", filters: filters(asked, form),
      isFiltered: query != PublishedResponses.Query(),
      found: ConsultationNumbers.counted(total, "published response", "published responses"),
      hasErrors: tooLong, problem: tooLong ? "Search for 200 characters at most." : "",
      responses: try page?.responses.map { try view($0, definition) } ?? [],
      hasPrevious: number > 1 && number <= pages, previous: path(number - 1),
      hasNext: number < pages, next: path(number + 1), position: "Page \(number) of \(pages)")
    return .page(
      PortalPage(
        "Responses: \(definition.title)", template: "consultations-responses", model),
      status: tooLong ? 422 : 200)
  }

  func response(_ id: String, _ publicID: String) throws -> PortalAnswer {
    let definition = try definition(id)
    guard let found = try PublishedResponses(id, services.ledger).response(publicID) else {
      throw PortalProblem.notFound
    }
    return .page(
      PortalPage(
        "Response \(publicID)", template: "consultations-response", try view(found, definition)))
  }

  private func query(_ asked: FormFields) -> PublishedResponses.Query {
    var query = PublishedResponses.Query()
    query.words = asked["words"]
    query.area = asked["area"].isEmpty ? nil : asked["area"]
    query.respondentType = asked["type"].isEmpty ? nil : asked["type"]
    query.question = asked["question"].isEmpty ? nil : asked["question"]
    return query
  }

  private func filters(_ asked: FormFields, _ form: FormDefinition?) -> [Field] {
    let any = [(value: "", label: "All")]
    return [
      .line("words", "Words in the answers", value: asked["words"], type: "search"),
      .select(
        "area", "Area", any + plan.areas.map { ($0.id, $0.name) }, chosen: asked["area"]),
      .select(
        "type", "Kind of respondent", any + respondentTypes(form).map { ($0.id, $0.text) },
        chosen: asked["type"]),
      .select(
        "question", "With an answer to",
        any + (form?.questions ?? []).map { ($0.id, $0.text) }, chosen: asked["question"]),
    ]
  }

  /// A response as the public sees it.
  func view(
    _ response: PublishedResponse, _ definition: ConsultationDefinition
  ) throws -> PublishedView {
    let forms = try services.ledger.state(FormState.self)
    let form =
      try forms.version(response.formVersion, of: response.form)?.definition
      ?? self.form(of: definition)
    let home = "/consultations/\(definition.id)"
    let others = response.standsFor ?? 0
    return PublishedView(
      title: definition.title, home: home, publicID: response.publicID,
      path: "\(home)/responses/\(response.publicID)",
      who: [
        typeName(response.attributes.respondentType, in: form),
        areaName(response.attributes.area), response.channel.label,
        ConsultationTimes.month(response.receivedOn),
      ].joined(separator: " · "), isShownElsewhere: response.shownAt != nil,
      shownAt: response.shownAt ?? "",
      shownPath: response.shownAt.map { "\(home)/responses/\($0)" } ?? "",
      hasCampaign: others > 1,
      campaign: "\(ConsultationNumbers.whole(others)) responses have nearly these words. "
        + "Each one counts. The words are shown once.",
      answers: answers(response, form))
  }

  private func answers(
    _ response: PublishedResponse, _ form: FormDefinition?
  ) -> [PublishedView.AnswerView] {
    let known = form?.questions.map(\.id) ?? []
    let others = response.answers.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { id in
      guard let answer = response.answers[id] else { return nil }
      let question = question(id, in: form)
      let lines = ClosedAnswer.lines(answer, to: question)
      let words = response.words[id]
      guard !lines.isEmpty || words != nil else { return nil }
      return answerView(question?.text ?? id, lines, words)
    }
  }

  private func answerView(
    _ question: String, _ lines: [String], _ words: PublishedWords?
  ) -> PublishedView.AnswerView {
    var pieces: [PublishedView.PieceView] = []
    var withheld: String?
    switch words {
    case .pieces(let found):
      pieces = found.map { piece in
        if case .removed = piece { return .init(isRemoved: true, text: piece.text) }
        return .init(isRemoved: false, text: piece.text)
      }
    case .withheld(let reason): withheld = "[removed: \(reason?.label ?? "by a moderator")]"
    case .waiting, nil: break
    }
    return .init(
      question: question, hasLines: !lines.isEmpty, lines: lines, isWaiting: words == .waiting,
      isWithheld: withheld != nil, withheld: withheld ?? "", hasWords: !pieces.isEmpty,
      pieces: pieces)
  }

  /// Fields as they stand in an address.
  static func encoded(_ fields: FormFields) -> String {
    fields.pairs.filter { !$0.value.isEmpty }.map { pair in
      let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
      let value = pair.value.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
      let name = pair.name.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
      return "\(name)=\(value)"
    }.joined(separator: "&")
  }
}
