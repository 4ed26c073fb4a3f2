// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where staff write, publish, correct and withdraw news.
struct NewsDesk {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    let state = try services.ledger.state(NewsState.self)
    if request.path.count == 2, request.method == .get {
      return list(state).answer(isPrivate: true)
    }
    if request.step(2) == "new" {
      return request.method == .get ? new(request, visit) : try await draft(request, visit)
    }
    guard let record = state.records[request.step(2)] else { throw PortalProblem.notFound }
    if request.method == .get, request.path.count == 3 {
      return page(record, visit, fields(of: record)).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 4 else { throw PortalProblem.notFound }
    return try await act(request, visit, record)
  }

  private func list(_ state: NewsState) -> BlockPage {
    BlockPage(
      title: "News desk", answer: "Write news, publish it, and correct or withdraw it.",
      blocks: [
        PageBlock(links: [.init("Write a news item", "/desk/news/new")]),
        PageBlock(
          grid: state.all.isEmpty
            ? nil
            : Grid(
              "News items, the last changed first", ["Title", "State", "Kind", "Last changed"],
              state.all.map {
                [
                  $0.article.title, $0.status.rawValue.capitalized, $0.article.kind.label,
                  NewsDates.time($0.updatedOn),
                ]
              }, links: state.all.map { "/desk/news/\($0.id)" })),
      ])
  }

  private func new(_ request: PortalRequest, _ visit: Visit) -> PortalAnswer {
    writing(FormFields(), FormErrors(), visit, token: RandomID.make()).answer(isPrivate: true)
  }

  private func writing(
    _ fields: FormFields, _ errors: FormErrors, _ visit: Visit, token: String
  ) -> BlockPage {
    BlockPage(
      title: "Write a news item", errors: errors,
      blocks: [
        PageBlock(
          form: .desk(
            "/desk/news/new", visit, NewsFields.fields(fields, errors, services),
            button: "Save as a draft", lead: "Nobody outside sees a draft.", token: token,
            isMain: true))
      ])
  }

  private func draft(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let (article, errors) = NewsFields.article(request.fields, services)
    if errors.hasErrors {
      let token = request.fields["token"]
      return writing(request.fields, errors, visit, token: token).answer(isPrivate: true)
    }
    let receipt = try await services.ledger.append(
      NewsEvent.drafted(article),
      subject: NewsRules.address(of: article.title, mark: RandomID.make()), by: visit.author,
      token: request.token("news"))
    return .see("/desk/news/\(receipt.entry.subject)")
  }

  private func act(
    _ request: PortalRequest, _ visit: Visit, _ record: NewsRecord
  ) async throws -> PortalAnswer {
    let fields = request.fields
    var errors = FormErrors()
    let event: NewsEvent
    switch request.step(3) {
    case "publish":
      event = try allowed { () throws(PublicationError) in try NewsRules.publish(record) }
    case "withdraw":
      errors.require(fields, "reason", "Give the reason; it is shown at the address.")
      errors.limit(fields, "reason", to: 1_000, "The reason")
      if errors.hasErrors { return page(record, visit, self.fields(of: record), errors).answer() }
      event = try allowed { () throws(PublicationError) in
        try NewsRules.withdraw(record, reason: fields["reason"])
      }
    case "edit", "correct":
      let (article, wrong) = NewsFields.article(fields, services)
      errors = wrong
      if request.step(3) == "correct" {
        errors.require(fields, "changed", "Say what you changed; readers see it.")
        errors.limit(fields, "changed", to: 1_000, "What changed")
      }
      if errors.hasErrors { return page(record, visit, fields, errors).answer(isPrivate: true) }
      event = try allowed { () throws(PublicationError) in
        request.step(3) == "edit"
          ? try NewsRules.edit(record, to: article)
          : try NewsRules.correct(record, to: article, whatChanged: fields["changed"])
      }
    default: throw PortalProblem.notFound
    }
    try await services.ledger.append(event, subject: record.id, by: visit.author)
    return .see("/desk/news/\(record.id)")
  }

  private func fields(of record: NewsRecord) -> FormFields { NewsFields.values(record.article) }

  private func page(
    _ record: NewsRecord, _ visit: Visit, _ fields: FormFields, _ errors: FormErrors = FormErrors()
  ) -> BlockPage {
    let base = "/desk/news/\(record.id)"
    let inputs = NewsFields.fields(fields, errors, services)
    var blocks = [
      PageBlock(
        paragraphs: [state(record)],
        links: record.status == .draft
          ? [] : [.init("The page that everybody sees", "/news/\(record.id)")]),
      PageBlock(
        "How it reads", paragraphs: [record.article.summary],
        prose: services.prose(record.article.text)),
    ]
    switch record.status {
    case .draft:
      blocks.append(
        PageBlock(
          "Publish", form: .desk(base + "/publish", visit, button: "Publish now", isMain: true)))
      blocks.append(
        PageBlock(
          "Change the draft", form: .desk(base + "/edit", visit, inputs, button: "Save the draft")))
    case .published:
      let changed = Field.box(
        "changed", "What you changed, in words for readers", value: fields["changed"],
        hint: "Such as: The date of the meeting was wrong. It is 14 March.",
        error: errors["changed"], rows: 3)
      let reason = Field.box(
        "reason", "Why it is withdrawn", value: fields["reason"],
        hint: "The address stays, and shows this.", error: errors["reason"], rows: 3)
      blocks.append(
        PageBlock(
          "Correct it",
          form: .desk(
            base + "/correct", visit, inputs + [changed], button: "Publish the correction")))
      blocks.append(
        PageBlock(
          "Withdraw it", form: .desk(base + "/withdraw", visit, [reason], button: "Withdraw")))
    case .withdrawn: break
    }
    return BlockPage(
      title: record.article.title, pageKind: "News desk", errors: errors, blocks: blocks)
  }

  private func state(_ record: NewsRecord) -> String {
    switch record.status {
    case .draft: "A draft, written on \(NewsDates.time(record.draftedOn)). Nobody outside sees it."
    case .published: "Published on \(NewsDates.time(record.publishedOn ?? record.draftedOn))."
    case .withdrawn:
      "Withdrawn on \(NewsDates.time(record.updatedOn)). Its address gives the reason."
    }
  }
}
