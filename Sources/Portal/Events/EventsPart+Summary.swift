// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// “What we heard”: writing it and signing it off.
struct EventSummaryPage {
  let title: String
  let path: String
  let action: String
  let signOff: String?
  let secret: String
  let token: String
  let errors: FormErrors?
  let field: Field
  let draft: Draft?
  let isPublic: Bool

  struct Draft {
    let id: String
    let html: String
    let state: String
  }
}

extension EventsPart {
  func summary(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let person = try visit.person(who: .capture)
    let event = try event(id)
    let fields = request.fields
    guard request.method == .post else { return try summaryPage(event, nil, nil, person, visit) }
    return try await EventOutcome.of {
      try summaryPage(event, fields, $0, person, visit)
    } _: {
      try await desk.summarise(
        id, summary: fields["summary"], by: visit.author, token: fields.formToken)
      return "/desk/events/\(id)/summary"
    }
  }

  func signOff(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .publish)
    try await EventOutcome.plainly {
      try await desk.signOff(id, summary: request.fields["summary"], by: visit.author)
    }
    return .see("/desk/events/\(id)/summary")
  }

  private func summaryPage(
    _ event: ScheduledEvent, _ typed: FormFields?, _ errors: FormErrors?, _ person: Person,
    _ visit: Visit
  ) throws -> PortalAnswer {
    let written = try text(event.draft?.text)
    let draft = event.draft.map { draft in
      EventSummaryPage.Draft(
        id: draft.text.id, html: services.prose(written),
        state: draft.signedOffOn.map { "Signed off on \(LondonTime.day($0).text)." }
          ?? "Written on \(LondonTime.day(draft.on).text), not signed off. Nobody else sees it yet."
      )
    }
    let maySign =
      person.may(.publish) && event.draft?.signedOffOn == nil && event.draft?.author.id != person.id
    let path = "/desk/events/\(event.id)"
    let page = EventSummaryPage(
      title: event.details.title, path: path, action: path + "/summary",
      signOff: maySign && event.draft != nil ? path + "/sign-off" : nil,
      secret: visit.formSecret, token: (typed ?? FormFields()).formToken, errors: errors,
      field: .box(
        "summary", "Summary", value: typed?["summary"] ?? written,
        hint: "Plain words. Name nobody. Somebody else must sign it off before it is public.",
        error: errors?["summary"], rows: 12), draft: draft, isPublic: event.published != nil)
    return .page(
      PortalPage(
        "Summary: \(event.details.title)", template: "events-summary", page, isPrivate: true),
      status: errors == nil ? 200 : 422)
  }
}
