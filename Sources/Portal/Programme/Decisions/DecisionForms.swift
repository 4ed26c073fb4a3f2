// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// A form of staff, asked for or sent.
  func form(
    _ form: DecisionForm, _ number: String?, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let state = try services.ledger.state(DecisionState.self)
    let record = try number.map { try self.record($0, state) }
    let path = "/desk/programme/decisions" + (number.map { "/\($0)" } ?? "")
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, lead: record.map { "Decision \($0.number): \($0.proposal.title)" },
        notes: notes(form, record, state), errors: errors, action: "\(path)/\(form.rawValue)",
        secret: visit.formSecret, token: fields.formToken,
        fields: shown(form, record, state, fields, errors), button: form.button, back: path,
        backTitle: record == nil ? "All decisions" : "Back to the decision"
      ).answer()
    }
    guard request.method == .post else {
      if let record, !DecisionForm.next(for: record).contains(form) { return .see(path) }
      return page(nil)
    }
    return try await EventOutcome.of(page) {
      if let record {
        try await keep(form, record, fields, visit.author)
        return path
      }
      return try await keep(form, fields, visit.author) ?? path
    }
  }

  /// What somebody should know before sending a form.
  private func notes(
    _ form: DecisionForm, _ record: DecisionRecord?, _ state: DecisionState
  ) -> [String] {
    switch form {
    case .close:
      guard let record else { return [] }
      let missing = DecisionView.outlook(record, authority, state, today)
      return [
        "A closed vote cannot be opened again. The minute is signed with the key of this record.",
        missing.isEmpty
          ? "Nothing is missing for a lawful decision today."
          : "Authority is missing, so that a vote that carries will be recorded as invalid.",
      ]
    case .votes:
      return [
        "Leave a vote as it is to record nothing. A vote that changes is kept beside the old."
      ]
    case .propose:
      return ["A proposal without authority can be recorded. Its page then says what is missing."]
    case .minute: return ["Use this when the key could not be read when the vote was closed."]
    default: return []
    }
  }

  /// The bodies that can be chosen: members of committees first, then all others.
  var bodyChoices: [(value: String, label: String)] {
    var ids: [String] = []
    for seat in authority.committees.flatMap(\.seats) where !ids.contains(seat.body) {
      ids.append(seat.body)
    }
    let others = authority.names.filter { !ids.contains($0.key) }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return ids.map { ($0, authority.name($0)) } + others.map { ($0.key, $0.value) }
  }

  var committeeChoices: [(value: String, label: String)] {
    authority.committees.map { ($0.id, $0.name) }
  }

  var subjectChoices: [(value: String, label: String)] {
    authority.subjects.map { ($0.id, $0.name) }
  }

  /// The seats of the open sitting of a decision.
  func seats(_ record: DecisionRecord) -> [CommitteeSeat] {
    let day = (record.openSitting?.plan.on ?? record.plannedOn).number
    return (authority.committee(record.proposal.committee)?.seats ?? []).filter {
      $0.isHeld(on: day)
    }
  }
}
