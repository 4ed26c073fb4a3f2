// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where staff answer enquiries.
struct EnquiryDesk {
  private let services: Services
  private let book: EnquiryBook

  init(_ services: Services) {
    self.services = services
    book = EnquiryBook(services.data)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let person = try visit.person(who: .runConsultations)
    let state = try services.ledger.state(EnquiryState.self)
    if request.path.count == 2, request.method == .get {
      return try list(state, request.query["show"]).answer(isPrivate: true)
    }
    guard let record = state.records[request.step(2)] else { throw PortalProblem.notFound }
    let pages = EnquiryDeskPage(services, book, record, visit)
    if request.method == .get, request.path.count == 3 {
      return try pages.page(FormFields(), FormErrors()).answer(isPrivate: true)
    }
    guard request.method == .post, request.path.count == 4 else { throw PortalProblem.notFound }
    let errors = try await act(request, visit, record, person)
    if errors.hasErrors { return try pages.page(request.fields, errors).answer(isPrivate: true) }
    return .see("/desk/enquiries/\(record.id)")
  }

  private func list(_ state: EnquiryState, _ show: String) throws -> BlockPage {
    let now = services.clock()
    let targets = services.enquiryTargets
    let records = state.inOrder.filter {
      switch show {
      case "all": true
      case "overdue": targets.isOverdue($0, at: now)
      default: $0.isWaiting || $0.closedOn == nil
      }
    }
    let late = state.inOrder.count { targets.isOverdue($0, at: now) }
    return BlockPage(
      title: "Enquiries",
      answer: late == 1 ? "1 enquiry is overdue." : "\(late) enquiries are overdue.",
      blocks: [
        PageBlock(
          links: [
            .init("Not closed yet", "/desk/enquiries"),
            .init("Overdue only", "/desk/enquiries?show=overdue"),
            .init("All", "/desk/enquiries?show=all"),
            .init("Words to explain", "/desk/enquiries/ask"),
          ]),
        PageBlock(
          paragraphs: records.isEmpty ? ["None."] : [],
          grid: records.isEmpty
            ? nil
            : Grid(
              "Enquiries, the longest waiting first",
              ["Reference", "Kind", "Received", "Answer by", "State"],
              records.map {
                [
                  $0.reference, $0.kind.label, NewsDates.day($0.receivedOn),
                  NewsDates.day(targets.due($0).noon),
                  targets.isOverdue($0, at: now) ? "Overdue: \($0.stateLabel)" : $0.stateLabel,
                ]
              }, links: records.map { "/desk/enquiries/\($0.id)" })),
        PageBlock("What everybody sees of it", paragraphs: try ResponseTimes(services).sentences),
      ])
  }

  /// Does one thing with an enquiry, and gives back what is wrong with the form.
  private func act(
    _ request: PortalRequest, _ visit: Visit, _ record: EnquiryRecord, _ person: Person
  ) async throws -> FormErrors {
    let fields = request.fields
    var errors = FormErrors()
    switch request.step(3) {
    case "assign": try await append(.assigned(account: person.id), record, visit)
    case "sort":
      guard let kind = EnquiryKind(rawValue: fields["kind"]) else {
        errors.add("kind", "Choose a kind.")
        return errors
      }
      try await append(.sorted(kind: kind), record, visit)
    case "note":
      errors.require(fields, "note", "Write the note.")
      errors.limit(fields, "note", to: 5_000, "The note")
      guard !errors.hasErrors else { return errors }
      let note = Content(fields["note"], kind: "enquiry-note")
      try await append(.noted(note.reference), record, visit, [note])
    case "answer": return try await reply(request, visit, record)
    case "close":
      guard let outcome = EnquiryOutcome(rawValue: fields["outcome"]) else {
        errors.add("outcome", "Choose how it ended.")
        return errors
      }
      try await append(.closed(outcome: outcome), record, visit)
    case "erase":
      _ = try allowed { () throws(PublicationError) in try EnquiryRules.known(record) }
      errors.require(fields, "reason", "Give the reason, without anything personal.")
      errors.limit(fields, "reason", to: 300, "The reason")
      guard !errors.hasErrors else { return errors }
      try await book.erase(record, reason: fields["reason"], by: visit.author)
    default: throw PortalProblem.notFound
    }
    return errors
  }

  /// Mails the answer when it is to go by e-mail, then records it.
  private func reply(
    _ request: PortalRequest, _ visit: Visit, _ record: EnquiryRecord
  ) async throws -> FormErrors {
    let fields = request.fields
    var errors = FormErrors()
    errors.require(fields, "reply", "Write the answer, or what you told them.")
    errors.limit(fields, "reply", to: 10_000, "The answer")
    let way = AnswerWay(rawValue: fields["way"])
    let email = try book.enquirer(record.id)?.email ?? ""
    if way == nil { errors.add("way", "Choose how they get it.") }
    if way == .email, email.isEmpty {
      errors.add("way", "They gave no email address. Choose another way.")
    }
    _ = try allowed { () throws(PublicationError) in try EnquiryRules.open(record) }
    if try isRepeated(fields["reply"], record) {
      errors.add("reply", "This very answer was given already. It was not sent again.")
    }
    guard let way, !errors.hasErrors else { return errors }
    if way == .email {
      do {
        try await services.newsletter.mail(
          email, "Your enquiry \(record.reference)", fields["reply"], nil)
      } catch {
        errors.add("reply", "The email could not be sent, and nothing is recorded. Try later.")
        return errors
      }
    }
    let text = Content(fields["reply"], kind: "enquiry-answer")
    try await services.ledger.append(
      EnquiryEvent.answered(text.reference, way: way), subject: record.id, by: visit.author,
      token: request.token("answer"), contents: [text])
    return errors
  }

  /// Whether the same words were given as an answer before, as by pressing the button twice.
  private func isRepeated(_ text: String, _ record: EnquiryRecord) throws -> Bool {
    let given = try services.ledger.contents(record.answers.map(\.text.id))
    return given.values.contains(text)
  }

  private func append(
    _ event: EnquiryEvent, _ record: EnquiryRecord, _ visit: Visit, _ contents: [Content] = []
  ) async throws {
    _ = try allowed { () throws(PublicationError) in try EnquiryRules.open(record) }
    try await services.ledger.append(
      event, subject: record.id, by: visit.author, contents: contents)
  }
}
