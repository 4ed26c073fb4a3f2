// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
import People

/// The answers that wait for a moderator.
struct ModerationQueuePage {
  let waiting: String
  let isEmpty: Bool
  let isLong: Bool
  let hasChoice: Bool
  let consultations: [Field]
  let items: [ItemView]
  let done: [String]
  let secret: String

  struct ItemView {
    let name: String
    let consultation: String
    let question: String
    let words: String
    let path: String
    let answersID: String
    let token: String
  }
}

/// One answer for a moderator.
struct ModerationPage {
  let title: String
  let question: String
  let words: String
  let who: String
  let back: String
  let action: String
  let errors: FormErrors
  let secret: String
  let token: String
  let answersID: String
  let fields: [Field]
  let hasHistory: Bool
  let history: [DatedLine]
  let rules: String
  let publicPath: String
}

extension ConsultationPages {
  private static let queueSize = 25

  /// How many answers wait for a decision.
  func waiting() throws -> Int {
    try plan.consultations.reduce(0) { try $0 + moderation.waitingCount($1.id) }
  }

  func moderationQueue(_ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer? {
    _ = try visit.person(who: .moderate)
    guard request.method == .get else { return nil }
    let chosen = request.query["consultation"]
    let asked = plan.consultations.filter { chosen.isEmpty || $0.id == chosen }
    var count = 0
    var items: [ModerationQueuePage.ItemView] = []
    for definition in asked {
      count += try moderation.waitingCount(definition.id)
      let queue = try moderation.queue(definition.id, limit: Self.queueSize - items.count)
      let form = try form(of: definition)
      items += queue.map { item($0, definition, form) }
    }
    let decided = request.query["decided"]
    let model = ModerationQueuePage(
      waiting: ConsultationNumbers.counted(count, "answer waits", "answers wait"),
      isEmpty: items.isEmpty, isLong: count > items.count, hasChoice: plan.consultations.count > 1,
      consultations: [
        .select(
          "consultation", "Consultation",
          [(value: "", label: "All")] + plan.consultations.map { ($0.id, $0.title) },
          chosen: chosen)
      ], items: items,
      done: decided.isEmpty || decided.count > 40 ? [] : ["Recorded for \(decided)."],
      secret: visit.formSecret)
    return staff("Moderate answers", "moderation", model)
  }

  private func item(
    _ item: ModerationDesk.Item, _ definition: ConsultationDefinition, _ form: FormDefinition?
  ) -> ModerationQueuePage.ItemView {
    .init(
      name: item.response.publicID, consultation: definition.title,
      question: question(item.question, in: form)?.text ?? item.question,
      words: Redaction.readable(item.words),
      path: "/desk/moderation/\(definition.id)/\(item.response.publicID)/\(item.question)",
      answersID: item.response.answers.id, token: RandomID.make())
  }

  func moderateAnswer(_ call: DeskCall) async throws -> PortalAnswer? {
    let person = try call.visit.person(who: .moderate)
    _ = try definition(call.id)
    let item: ModerationDesk.Item
    do throws(ModerationRefusal) {
      item = try moderation.item(call.id, publicID: call.path[0], question: call.path[1])
    } catch {
      throw PortalProblem(404, "Nothing to decide", error.description)
    }
    guard call.isPost else { return try moderationPage(item, call, FormErrors()) }
    try await keepName(of: person)
    var errors = FormErrors()
    do throws(ModerationRefusal) {
      try await decide(item, call, &errors)
    } catch {
      errors.add(fieldName(for: error), error.description)
    }
    if errors.hasErrors { return try moderationPage(item, call, errors) }
    return .see("/desk/moderation?consultation=\(call.id)&decided=\(item.response.publicID)")
  }

  private func decide(
    _ item: ModerationDesk.Item, _ call: DeskCall, _ errors: inout FormErrors
  ) async throws(ModerationRefusal) {
    let fields = call.fields
    guard let outcome = ModerationDecision.Outcome(rawValue: fields["outcome"]) else {
      errors.add("outcome", "Choose what is published.")
      return
    }
    guard fields["copy"].count <= 100_000 else {
      errors.add("copy", "The copy can be 100,000 characters at most. Start again from the answer.")
      return
    }
    let choice = ModerationDesk.Choice(
      outcome, reason: RemovalReason(rawValue: fields["reason"]), copy: fields["copy"],
      answers: fields["answers"])
    try await moderation.decide(
      choice, on: call.id, publicID: item.response.publicID, question: item.question,
      by: call.visit.author, token: call.token)
  }

  private func fieldName(for refusal: ModerationRefusal) -> String {
    switch refusal {
    case .marks: "copy"
    case .reasonMissing: "reason"
    default: "outcome"
    }
  }

  private func moderationPage(
    _ item: ModerationDesk.Item, _ call: DeskCall, _ errors: FormErrors
  ) throws -> PortalAnswer {
    let definition = try definition(call.id)
    let form = try form(of: definition)
    let history = try services.ledger.state(ModerationState.self)
      .history(response: item.response.id, question: item.question).map { noted in
        let reason = noted.what.reason.map { " Reason: \($0.label)." } ?? ""
        let old = noted.what.answers == item.response.answers.id ? "" : " The answer changed since."
        return DatedLine(
          date: ConsultationTimes.moment(noted.on),
          text: "\(noted.what.outcome.label), by \(name(of: noted.by)).\(reason)\(old)")
      }
    let model = ModerationPage(
      title: "Answer of \(item.response.publicID)",
      question: question(item.question, in: form)?.text ?? item.question,
      words: Redaction.readable(item.words),
      who: [
        typeName(item.response.attributes.respondentType, in: form),
        areaName(item.response.attributes.area), item.response.channel.label,
      ].joined(separator: " · "), back: "/desk/moderation?consultation=\(call.id)",
      action: "/desk/moderation/\(call.id)/\(item.response.publicID)/\(item.question)",
      errors: errors, secret: call.visit.formSecret, token: RandomID.make(),
      answersID: item.response.answers.id, fields: moderationFields(item, call.fields, errors),
      hasHistory: !history.isEmpty, history: history, rules: "/consultations/\(call.id)/log",
      publicPath: "/consultations/\(call.id)/responses/\(item.response.publicID)")
    return staff(model.title, "moderate", model, errors)
  }

  private func moderationFields(
    _ item: ModerationDesk.Item, _ fields: FormFields, _ errors: FormErrors
  ) -> [Field] {
    let decision = item.decision?.what
    let outcome = fields.has("outcome") ? fields["outcome"] : decision?.outcome.rawValue ?? ""
    let reason = fields.has("reason") ? fields["reason"] : decision?.reason?.rawValue ?? ""
    let copy =
      fields.has("copy")
      ? fields["copy"] : Redaction.copy(of: item.words, spans: decision?.spans ?? [])
    return [
      .radios(
        "outcome", "What is published",
        [
          ("published", "All of it, as it was written"),
          ("redacted", "All but the parts marked below"), ("withheld", "Nothing of it"),
        ], chosen: outcome, error: errors["outcome"]),
      .box(
        "copy", "Mark what to remove", value: copy,
        hint: "Put [[ before and ]] after the words to remove. Change nothing else.",
        error: errors["copy"], rows: 8),
      .select(
        "reason", "Reason",
        [(value: "", label: "Choose a reason")]
          + RemovalReason.allCases.map { ($0.rawValue, $0.label) }, chosen: reason,
        hint: "When something is removed.", error: errors["reason"]),
    ]
  }
}
