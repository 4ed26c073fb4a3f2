// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// Every decision, for staff, and what can be recorded of none in particular.
  func deskList() throws -> PortalAnswer {
    let state = try services.ledger.state(DecisionState.self)
    let forms: [DecisionForm] = [.propose, .recommend, .answer, .amend, .delegate, .takeBack]
    var list = SectionPage.Section(heading: "Decisions")
    list.items = state.decisions.reversed().map { record in
      SectionPage.Item(
        link: SectionLink(
          text: "\(record.number). \(record.proposal.title)",
          href: "/desk/programme/decisions/\(record.number)"),
        text: "\(authority.name(record.proposal.committee)), planned for "
          + "\(record.plannedOn.text).", tag: record.status.label)
    }
    if list.items.isEmpty { list.paragraphs = ["Nothing was proposed yet."] }
    return SectionPage(
      title: "Joint decisions: desk",
      answer: "Propose, record votes as they are cast, and keep what bodies may decide together.",
      links: forms.filter { $0 != .answer || !state.recommendations.isEmpty }.map {
        SectionLink(text: $0.title, href: "/desk/programme/decisions/\($0.rawValue)")
      } + [SectionLink(text: "The public register", href: "/programme/decisions")],
      sections: [list]
    ).answer()
  }

  /// One decision, for staff: what can be recorded next.
  func deskPage(_ number: String) throws -> PortalAnswer {
    let state = try services.ledger.state(DecisionState.self)
    let record = try record(number, state)
    let forms = DecisionForm.next(for: record)
    var section = SectionPage.Section(heading: "How it stands")
    section.paragraphs = [
      "\(record.status.label). \(authority.name(record.proposal.committee)), planned for "
        + "\(record.plannedOn.text).", record.proposal.resolution,
    ]
    if let sitting = record.openSitting {
      section.paragraphs.append(
        "Meeting on \(sitting.plan.on.text): \(sitting.present.count) present, "
          + "\(sitting.standingVotes.count) voted.")
    }
    let missing = DecisionView.outlook(record, authority, state, today)
    if record.status == .proposed || record.status == .invalid || record.status == .voteOpen {
      section.paragraphs.append(
        missing.isEmpty
          ? "Nothing is missing for a lawful decision."
          : "A vote now would be recorded as invalid: something is missing.")
      if !missing.isEmpty { section.grids = [defects(missing, "What is missing")] }
    }
    return SectionPage(
      title: "Decision \(record.number), desk: \(record.proposal.title)",
      links: forms.map {
        SectionLink(text: $0.title, href: "/desk/programme/decisions/\(number)/\($0.rawValue)")
      } + [
        SectionLink(text: "The public page", href: "/programme/decisions/\(number)"),
        SectionLink(text: "All decisions", href: "/desk/programme/decisions"),
      ],
      sections: [section]
    ).answer()
  }
}

/// The forms of staff: what each records.
enum DecisionForm: String, CaseIterable {
  case propose
  case recommend
  case answer
  case amend
  case delegate
  case takeBack = "take-back"
  case open
  case attendance
  case interest
  case votes
  case casting
  case close
  case ratify
  case minute
  case putOff = "put-off"
  case withdraw

  var isAboutADecision: Bool {
    switch self {
    case .propose, .recommend, .answer, .amend, .delegate, .takeBack: false
    default: true
    }
  }

  var title: String {
    switch self {
    case .propose: "Propose a decision"
    case .recommend: "Record a recommendation"
    case .answer: "Answer a recommendation"
    case .amend: "Record an amendment of a constitution"
    case .delegate: "Record that a body hands a matter over"
    case .takeBack: "Record that a body takes a matter back"
    case .open: "Open the meeting"
    case .attendance: "Record who is present"
    case .interest: "Record an interest"
    case .votes: "Record votes"
    case .casting: "Record the chair’s casting vote"
    case .close: "Close the vote"
    case .ratify: "Open a meeting to ratify it"
    case .minute: "Sign the minute"
    case .putOff: "Put it off"
    case .withdraw: "Withdraw it"
    }
  }

  var button: String {
    switch self {
    case .close: "Close the vote and sign the minute"
    case .minute: "Sign the minute"
    case .open, .ratify: "Open the meeting"
    case .withdraw: "Withdraw the proposal"
    default: "Save"
    }
  }

  /// What can be recorded next of a decision.
  static func next(for record: DecisionRecord) -> [DecisionForm] {
    let sign: [DecisionForm] =
      record.sittings.contains { $0.closing != nil && $0.minute == nil } ? [.minute] : []
    return switch record.status {
    case .proposed: [.open, .putOff, .withdraw]
    case .voteOpen: [.attendance, .interest, .votes, .casting, .close]
    case .invalid: [.ratify] + sign
    case .decided, .ratified, .notCarried, .withdrawn: sign
    }
  }
}
