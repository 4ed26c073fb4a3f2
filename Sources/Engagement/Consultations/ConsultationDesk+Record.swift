// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension ConsultationDesk {
  /// Notes something that shows how a duty was met.
  ///
  /// - Throws: `ConsultationRefusal` for an unknown duty or an empty or too long text.
  public func add(
    _ evidence: DutyEvidence, to id: String, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    _ = try definition(id)
    guard let duty = Duty.find(evidence.duty),
      duty.slots.contains(where: { $0.id == evidence.slot })
    else { throw .unknownDuty(evidence.duty) }
    guard !evidence.title.isEmpty else { throw .missing("what it is") }
    try Self.limit(evidence.title, "What it is", to: 200)
    try Self.limit(evidence.note, "The note", to: Self.longest)
    try Self.limit(evidence.link ?? "", "The link", to: 500)
    try await append(.evidenceAdded(evidence), to: id, author, token)
  }

  /// Records whether a duty is met, in the view of whoever signs it.
  ///
  /// - Throws: `ConsultationRefusal` for an unknown duty or a missing reason.
  public func give(
    _ verdict: DutyVerdict, on id: String, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    _ = try definition(id)
    guard Duty.find(verdict.duty) != nil else { throw .unknownDuty(verdict.duty) }
    guard !verdict.reason.isEmpty else { throw .reasonMissing }
    guard !verdict.onBehalfOf.isEmpty else { throw .missing("the body or role it is given for") }
    try Self.limit(verdict.reason, "The reason", to: Self.longest)
    try Self.limit(verdict.onBehalfOf, "The body or role", to: 200)
    try await append(.verdictGiven(verdict), to: id, author, token)
  }

  /// Records who has responded so far, with a summary for the public.
  ///
  /// - Throws: `ConsultationRefusal` before opening, or without a summary.
  public func review(
    _ id: String, summary: String, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    guard try record(id).openedOn != nil else { throw .neverOpened }
    guard !summary.isEmpty else { throw .missing("a summary in plain words; it is public") }
    try Self.limit(summary, "The summary", to: Self.longest)
    let review = try draftReview(id, summary: summary)
    try await append(.reviewed(review), to: id, author, token)
  }

  /// Who has responded so far, compared with who lives there; nothing is recorded.
  ///
  /// - Throws: `ConsultationRefusal` for an unknown consultation.
  public func draftReview(
    _ id: String, summary: String = ""
  ) throws(ConsultationRefusal) -> MidPointReview {
    let definition = try definition(id)
    let responses = try read { () throws(LedgerError) in
      try ledger.state(ResponseState.self).responses(to: id)
    }
    let forms = try read { () throws(LedgerError) in try ledger.state(FormState.self) }
    let form = forms.latest(definition.form)?.definition
    return MidPointReview(
      summary: summary, responses: responses, areas: plan.areas, form: form,
      interval: hooks.interval)
  }

  /// Records something to be done.
  ///
  /// - Throws: `ConsultationRefusal` when a part of it is missing.
  public func agree(
    _ action: ReviewAction, for id: String, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    guard try record(id).openedOn != nil else { throw .neverOpened }
    guard !action.what.isEmpty else { throw .missing("what will be done") }
    guard !action.owner.isEmpty else { throw .missing("the team or role that will do it") }
    try Self.limit(action.what, "What will be done", to: 500)
    try Self.limit(action.owner, "The team or role", to: 200)
    try await append(.actionAgreed(action), to: id, author, token)
  }

  /// Records that something was done.
  ///
  /// - Throws: `ConsultationRefusal` for an unknown action.
  public func finish(
    action: String, note: String, of id: String, by author: Author, token: String? = nil
  ) async throws(ConsultationRefusal) {
    let record = try record(id)
    guard record.actions.contains(where: { $0.what.id == action }) else {
      throw .unknownAction(action)
    }
    if record.done[action] != nil { return }
    try Self.limit(note, "The note", to: Self.longest)
    try await append(.actionDone(action: action, note: note), to: id, author, token)
  }

  func definition(_ id: String) throws(ConsultationRefusal) -> ConsultationDefinition {
    guard let found = plan.consultations.first(where: { $0.id == id }) else {
      throw .unknownConsultation(id)
    }
    return found
  }

  func record(_ id: String) throws(ConsultationRefusal) -> ConsultationRecord {
    _ = try definition(id)
    return try read { () throws(LedgerError) in
      try ledger.state(ConsultationState.self).record(id)
    }
  }

  func read<Value>(
    _ body: () throws(LedgerError) -> Value
  ) throws(ConsultationRefusal) -> Value {
    do { return try body() } catch { throw .ledger(error) }
  }

  func append(
    _ event: ConsultationEvent, to id: String, _ author: Author, _ token: String?
  ) async throws(ConsultationRefusal) {
    do {
      try await ledger.append(event, subject: id, by: author, token: token)
    } catch {
      throw .ledger(error)
    }
  }

  static func reason(_ text: String) throws(ConsultationRefusal) -> String {
    let reason = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw .reasonMissing }
    try limit(reason, "The reason", to: longest)
    return reason
  }

  static func limit(
    _ text: String, _ what: String, to limit: Int
  ) throws(ConsultationRefusal) {
    if text.count > limit { throw .tooLong(what, limit: limit, found: text.count) }
  }
}
