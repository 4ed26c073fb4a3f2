// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The mid-point review for staff: who is missing now, what to do, what was recorded.
struct DeskReviewPage {
  let title: String
  let back: String
  let action: String
  let publicPath: String
  let done: [String]
  let errors: FormErrors
  let secret: String
  let token: String
  let mayRecord: Bool
  let review: ReviewSummaryPage.ReviewView
  let reviewFields: [Field]
  let actionFields: [Field]
  let hasActions: Bool
  let actions: [Doable]
  let recorded: String

  struct Doable {
    let action: ReviewSummaryPage.ActionView
    let fields: [Field]
    let isOpen: Bool
  }
}

extension ConsultationPages {
  func deskReview(_ call: DeskCall) async throws -> PortalAnswer? {
    _ = try call.visit.person(who: .enterTheDesk)
    _ = try definition(call.id)
    guard call.path.isEmpty else { return nil }
    guard call.isPost else { return try reviewPage(call, FormErrors()) }
    let person = try call.visit.person(who: .runConsultations)
    try await keepName(of: person)
    var errors = FormErrors()
    let step = call.fields["step"]
    do throws(ConsultationRefusal) {
      switch step {
      case "action": try await agreeAction(call, &errors)
      case "finish":
        try await desk.finish(
          action: call.fields["action"], note: call.fields["note-\(call.fields["action"])"],
          of: call.id, by: call.visit.author, token: call.token)
      default:
        try await desk.review(
          call.id, summary: call.fields["summary"], by: call.visit.author,
          token: call.token)
      }
    } catch {
      let finishing = "note-\(call.fields["action"])"
      errors.add(
        step == "action" ? "what" : step == "finish" ? finishing : "summary", error.description)
    }
    if errors.hasErrors { return try reviewPage(call, errors) }
    return .see("\(call.home)/review?done=yes")
  }

  private func agreeAction(
    _ call: DeskCall, _ errors: inout FormErrors
  ) async throws(ConsultationRefusal) {
    let fields = call.fields
    errors.require(fields, "what", "Say what will be done.")
    errors.limit(fields, "what", to: 500, "What will be done")
    errors.require(fields, "owner", "Say which team or role does it.")
    errors.limit(fields, "owner", to: 200, "The team or role")
    guard let due = day(fields, "due", &errors), !errors.hasErrors else { return }
    let action = ReviewAction(what: fields["what"], owner: fields["owner"], due: due.end)
    try await desk.agree(action, for: call.id, by: call.visit.author, token: call.token)
  }

  private func reviewPage(_ call: DeskCall, _ errors: FormErrors) throws -> PortalAnswer {
    let definition = try definition(call.id)
    let record = try record(call.id)
    let fields = call.fields
    let actions = actions(record).map { action in
      let name = "note-\(action.id)"
      return DeskReviewPage.Doable(
        action: action,
        fields: [
          .line(
            name, "What was done: \(action.what)", value: fields[name], error: errors[name])
        ], isOpen: !action.isDone)
    }
    let model = DeskReviewPage(
      title: definition.title, back: call.home, action: call.home + "/review",
      publicPath: "/consultations/\(call.id)/review",
      done: call.request.query["done"] == "yes" ? ["It is recorded."] : [], errors: errors,
      secret: call.visit.formSecret, token: RandomID.make(),
      mayRecord: call.visit.person?.may(.runConsultations) ?? false,
      review: view(
        try desk.draftReview(call.id), heading: "Who has responded so far", number: "now"),
      reviewFields: [
        .box(
          "summary", "What this shows", value: fields["summary"],
          hint: "In plain words. This is public, with the tables as they stand now.",
          error: errors["summary"], rows: 5)
      ], actionFields: actionFields(fields, errors), hasActions: !actions.isEmpty,
      actions: actions,
      recorded: ConsultationNumbers.counted(
        record.reviews.count, "review is recorded", "reviews are recorded"))
    return staff("Half-way review: \(definition.title)", "desk-review", model, errors)
  }

  private func actionFields(_ fields: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("what", "What will be done", value: fields["what"], error: errors["what"]),
      .line(
        "owner", "By which team or role", value: fields["owner"], hint: "Name nobody.",
        error: errors["owner"]),
      .line("due", "By when", value: fields["due"], error: errors["due"], type: "date"),
    ]
  }
}
