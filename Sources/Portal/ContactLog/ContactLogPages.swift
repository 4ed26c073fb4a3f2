// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// The log, as far as the filter lets it through.
struct ContactLogListPage {
  let errors: FormErrors?
  let fields: [Field]
  let count: String
  let items: [Item]
  let secret: String

  struct Item {
    let contact: String
    let body: String
    let kind: String
    let on: String
    let way: String
    let staff: String
    let others: String?
    let raised: [String]
    let promised: [String]
    let state: String?
    let isLate: Bool
    let isOpen: Bool
  }
}

/// Requests for information, with the days that are left.
struct InformationRequestsPage {
  let items: [Item]
  let secret: String

  struct Item {
    let request: String
    let received: String
    let asked: [String]
    let state: String
    let isLate: Bool
    let isOpen: Bool
  }
}

extension ContactLogPart {
  func list(_ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    // Words that are searched for may be personal, so they are posted and never in an address.
    let fields = request.fields
    let (filter, errors) = Self.filter(fields)
    let found = errors.hasErrors ? [] : try EventOutcome.looking { try desk.find(filter) }
    let page = ContactLogListPage(
      errors: errors.hasErrors ? errors : nil, fields: Self.filterFields(fields, errors),
      count: EventWords.count(found.count, "contact", "contacts"),
      items: try found.prefix(500).map(item), secret: visit.formSecret)
    return .page(
      PortalPage("Contacts with stakeholders", template: "contact-log-list", page, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private func item(_ found: FoundContact) throws -> ContactLogListPage.Item {
    let (logged, contact) = (found.logged, found.logged.contact)
    let people = try services.data.contacts.get(
      ContactPeople.self, kind: ContactPeople.kind, id: contact.id)
    let isLate = logged.isOverdue(on: today)
    let by = contact.promisedBy.map { " by \($0.text)" } ?? ""
    return ContactLogListPage.Item(
      contact: contact.id, body: contact.body, kind: contact.kind.label, on: contact.on.text,
      way: contact.way.label, staff: people?.staff ?? "removed",
      others: people.flatMap { $0.others.isEmpty ? nil : $0.others },
      raised: found.raised.isEmpty ? ["Erased."] : EventText.paragraphs(found.raised),
      promised: EventText.paragraphs(found.promised),
      state: contact.promised == nil
        ? nil
        : logged.keptOn.map { "Done on \($0.text)." }
          ?? "Promised\(by), not done yet.",
      isLate: isLate, isOpen: logged.isOpen)
  }

  private static func filterFields(_ fields: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("words", "Words", value: String(fields["words"].prefix(200)), type: "search"),
      .select(
        "kind", "Kind of stakeholder",
        [("", "All")] + StakeholderKind.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["kind"]),
      .select(
        "way", "Way", [("", "All")] + ContactWay.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["way"]),
      .line("from", "From", value: fields["from"], error: errors["from"], type: "date"),
      .line("to", "To", value: fields["to"], error: errors["to"], type: "date"),
      .checkboxes(
        "open", "Promises", [("yes", "Only promises that are not kept yet")],
        chosen: fields.all("open")),
    ]
  }

  func requests(_ visit: Visit) throws -> PortalAnswer {
    let items = try EventOutcome.looking { try desk.log() }.requests.reversed().map { entry in
      let (request, due) = (entry.request, entry.request.due)
      let isLate = entry.answeredOn == nil && due < today
      let left = EnglishBankHolidays.workingDays(after: today, to: due)
      return InformationRequestsPage.Item(
        request: request.id, received: request.received.text,
        asked: EventText.paragraphs(try services.ledger.content(request.asked.id) ?? "Erased."),
        state: entry.answeredOn.map { "Answered on \($0.text). Due on \(due.text)." }
          ?? (isLate
            ? "It was due on \(due.text)."
            : "Due on \(due.text): \(EventWords.count(left, "working day", "working days")) left."),
        isLate: isLate, isOpen: entry.answeredOn == nil)
    }
    return .page(
      PortalPage(
        "Requests for information", template: "contact-log-requests",
        InformationRequestsPage(items: items, secret: visit.formSecret), isPrivate: true))
  }
}
