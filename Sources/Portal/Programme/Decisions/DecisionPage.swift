// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// One decision: what was put, who voted how, by what authority, and what it lacks.
  func page(_ number: String, _ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let state = try asOf.state(DecisionState.self, services.ledger)
    let record = try record(number, state)
    let item = item(record, state, asOf)
    let sittings = try record.sittings.enumerated().map { place, sitting in
      try self.sitting(sitting, place + 1, record)
    }
    let page = SectionPage(
      title: "Decision \(record.number): \(record.proposal.title)", answer: summary(item),
      notice: asOf.notice,
      links: [SectionLink(text: "All joint decisions", href: "/programme/decisions" + asOf.query)],
      sections: [proposal(record, asOf)] + sittings
        + [forecast(item, state, asOf), entries(record)].compactMap { $0 }
        + [asOf.section("/programme/decisions/\(record.number)")])
    return page.answer(isPrivate: false)
  }

  func item(
    _ record: DecisionRecord, _ state: DecisionState, _ asOf: AsOf
  ) -> DecisionView.Item? {
    let view = DecisionView(plan: authority, state: state, day: asOf.day)
    let all = view.taken + view.pending + view.invalid + view.notCarried + view.withdrawn
    return all.first { $0.record.id == record.id }
  }

  /// How it stands, in a sentence or two.
  private func summary(_ item: DecisionView.Item?) -> String {
    guard let item else { return "" }
    let day = item.day.text
    switch item.status {
    case .decided: return "Decided on \(day), by a committee with the authority to do so."
    case .ratified:
      return "Ratified on \(day). An earlier vote was invalid; what was missing then has been put "
        + "right."
    case .notCarried: return "Not carried on \(day): it did not have the votes that it needed."
    case .withdrawn: return "Withdrawn: \(item.record.withdrawal ?? "")"
    case .voteOpen: return "The vote is open."
    case .proposed:
      return item.defects.isEmpty
        ? "Planned for \(day). Nothing is missing for a lawful decision."
        : "Planned for \(day). It would be invalid: \(lacking(item.defects).lowercasedFirst) is "
          + "missing."
    case .invalid:
      return item.defects.isEmpty
        ? "Invalid: the vote on \(day) had no quorum, so nothing was decided."
        : "Invalid: the vote on \(day) decided nothing, because "
          + "\(lacking(item.defects).lowercasedFirst) was missing."
    }
  }

  private func proposal(_ record: DecisionRecord, _ asOf: AsOf) -> SectionPage.Section {
    let proposal = record.proposal
    var section = SectionPage.Section(heading: "What is put to the vote")
    section.paragraphs = [
      proposal.resolution,
      "Committee: \(authority.name(proposal.committee)). About: "
        + proposal.subjects.map(authority.subjectName).joined(separator: "; ") + ".",
    ]
    if let pounds = proposal.pounds {
      section.paragraphs.append("It commits \(AuthorityWords.pounds(pounds)) for each body.")
    }
    if !proposal.bodies.isEmpty {
      section.paragraphs.append(
        "It is to bind " + proposal.bodies.map(authority.name).joined(separator: ", ") + ".")
    }
    section.items = proposal.options.map { SectionPage.Item(text: $0, tag: "Option") }
    section.items += proposal.papers.map { paper in
      paper.link.isEmpty
        ? SectionPage.Item(text: paper.title, tag: "Paper")
        : SectionPage.Item(
          link: SectionLink(text: paper.title, href: paper.link), text: "", tag: "Paper")
    }
    section.items += record.rescheduled.map {
      SectionPage.Item(
        text: "From \($0.from.text) to \($0.to.text): \($0.reason)", tag: "Put off")
    }
    return section
  }

  private func sitting(
    _ sitting: DecisionSitting, _ place: Int, _ record: DecisionRecord
  ) throws -> SectionPage.Section {
    let day = sitting.plan.on.text
    let isRatification = sitting.plan.kind == .ratification
    let name = (isRatification ? "Ratification on \(day)" : "Vote on \(day)")
    var section = SectionPage.Section(heading: name)
    section.grids = [votes(sitting, "\(name): votes", record)]
    guard let closing = sitting.closing else {
      section.paragraphs = ["The vote is open. Nothing is decided."]
      return section
    }
    section.paragraphs = [countText(closing), ruleText(record)]
    if !closing.defects.isEmpty {
      section.grids.append(
        defects(closing.defects, "\(name): what was missing, as recorded that day"))
      if let earliest = closing.earliest {
        section.paragraphs.append(
          "Seen from that day, the earliest lawful day was \(earliest.text)"
            + (closing.critical.map { "; \(authority.name($0)) took longest." } ?? "."))
      }
    }
    if !closing.grounds.isEmpty {
      section.grids.append(grounds(closing.grounds, "\(name): the clauses it rests on"))
    }
    section.items = minuteItems(sitting, place, record)
    return section
  }

  private func minuteItems(
    _ sitting: DecisionSitting, _ place: Int, _ record: DecisionRecord
  ) -> [SectionPage.Item] {
    guard sitting.minute != nil else {
      return [SectionPage.Item(text: "The minute is not signed yet.")]
    }
    let path = "/programme/decisions/\(record.number)/minutes/\(place)"
    return [
      SectionPage.Item(
        link: SectionLink(
          text: "The minute of \(sitting.plan.on.text), to read or print", href: path),
        text: "Signed, and bound to the record."),
      SectionPage.Item(
        link: SectionLink(
          text: "The minute of \(sitting.plan.on.text), as a file", href: path + ".json"),
        text: "Check it with: weald minute verify FILE"),
    ]
  }

  private func votes(
    _ sitting: DecisionSitting, _ caption: String, _ record: DecisionRecord
  ) -> Grid {
    let committee = authority.committee(record.proposal.committee)
    let seats = (committee?.seats ?? []).filter { $0.isHeld(on: sitting.plan.on.number) }
    return Grid(
      caption, ["Body", "Vote", "Present", "Interest", "Entry"],
      seats.map { seat in
        let said = sitting.votes.filter { $0.body == seat.body }
        let interest = sitting.interests.first { $0.body == seat.body }
        let changed = said.filter(\.isReplaced).map { $0.choice.label.lowercased() }
        let vote = said.last.map { $0.choice.label } ?? (seat.isVoting ? "None" : "Observer")
        return [
          authority.name(seat.body),
          changed.isEmpty ? vote : "\(vote) (before: \(changed.joined(separator: ", ")))",
          sitting.present.contains(seat.body) ? "Yes" : "No",
          interest?.kind.label ?? "None declared",
          said.last.map { "\($0.sequence)" } ?? "–",
        ]
      })
  }

  func defects(_ defects: [RecordedDefect], _ caption: String) -> Grid {
    Grid(
      caption, ["Body", "Clause", "What is wrong", "To put right", "Earliest"],
      defects.map { defect in
        [
          authority.name(defect.body), defect.clause, defect.text, defect.cure,
          defect.firstDay?.text ?? "Not known",
        ]
      })
  }

  private func grounds(_ grounds: [RecordedGround], _ caption: String) -> Grid {
    Grid(
      caption, ["Body", "Matter", "Clause", "Version"],
      grounds.map {
        [authority.name($0.body), authority.subjectName($0.subject), $0.clause, $0.version]
      })
  }

  private func countText(_ closing: DecisionClosing) -> String {
    let count = closing.count
    let votes =
      "\(count.votesFor) for, \(count.votesAgainst) against, \(count.abstentions) abstained; "
      + "\(count.needed) needed."
    let chair = count.usedCastingVote ? " The chair settled a tie." : ""
    let quorum =
      " Quorum: \(count.quorum.count) of \(count.quorumNeeded) needed"
      + (count.quorumMissing.isEmpty
        ? "." : "; missing: \(count.quorumMissing.map(authority.name).joined(separator: ", ")).")
    return votes + chair + quorum
  }

  private func ruleText(_ record: DecisionRecord) -> String {
    authority.committee(record.proposal.committee).map(DecisionWords.rule) ?? ""
  }

  /// For a decision that is not taken: what would be missing now.
  private func forecast(
    _ item: DecisionView.Item?, _ state: DecisionState, _ asOf: AsOf
  ) -> SectionPage.Section? {
    guard let item, item.status != .decided, item.status != .ratified, item.status != .withdrawn
    else { return nil }
    var section = SectionPage.Section(heading: "Seen from \(asOf.day.text)")
    let missing = DecisionView.outlook(item.record, authority, state, asOf.day)
    if missing.isEmpty {
      section.paragraphs = ["Nothing is missing: with what is recorded now it would be valid."]
    } else {
      section.grids = [defects(missing, "What is missing, seen from \(asOf.day.text)")]
    }
    section.paragraphs.append(
      item.earliest.map {
        "The earliest lawful day is \($0.text)"
          + (item.critical.map { "; \($0) takes longest." } ?? ".")
      } ?? "No earliest lawful day can be worked out from what is known.")
    let assumed = authority.committee(item.record.proposal.committee)?.isAssumed == true
    if assumed || authority.constitutions.contains(where: \.isAssumed) {
      section.paragraphs.append(DecisionWords.assumed)
    }
    return section
  }

  private func entries(_ record: DecisionRecord) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Where this is recorded",
      paragraphs: [
        "Proposed in entry \(record.sequence) of the record; how it stands was last changed in "
          + "entry \(record.statusSequence)."
      ])
  }
}

/// Words of committees for a page.
enum DecisionWords {
  static let assumed =
    "Voting rules, notice, approval and meeting days are planning assumptions of this plan, "
    + "because the constitutions could not be read."

  /// How a committee votes, in a sentence or two.
  static func rule(_ committee: CommitteeDefinition) -> String {
    let rule = committee.rule
    let share =
      switch (rule.majority, rule.base) {
      case (.simple, .votesCast):
        "more than half of the votes cast; an abstention counts for neither side"
      case (.simple, .present):
        "the votes of more than half of those present; an abstention is not a vote for"
      case (.simple, .members): "the votes of more than half of all voting members, present or not"
      case (.twoThirds, .votesCast):
        "two thirds of the votes cast; an abstention counts for neither side"
      case (.twoThirds, .present):
        "the votes of two thirds of those present; an abstention is not a vote for"
      case (.twoThirds, .members): "the votes of two thirds of all voting members, present or not"
      case (.unanimity, .votesCast):
        "a vote for it and none against; an abstention does not stand in the way"
      case (.unanimity, .present): "the vote of everybody present; an abstention stands in the way"
      case (.unanimity, .members):
        "the vote of every voting member; an abstention or an absence stands in the way"
      }
    let conflict =
      switch rule.conflict {
      case .excluded: "Who declares an interest has no vote and does not count for the quorum."
      case .voteOnly: "Who declares an interest has no vote and still counts for the quorum."
      case .recorded: "A declared interest is recorded and keeps nobody from voting."
      }
    return "A motion needs \(share). The quorum is \(rule.quorumCount)."
      + (rule.hasCastingVote ? " The chair settles a tie. " : " ") + conflict
  }
}

extension VoteChoice {
  /// The words for it on a page.
  var label: String {
    switch self {
    case .for: "For"
    case .against: "Against"
    case .abstain: "Abstained"
    }
  }
}

extension String {
  /// With a small letter at the beginning, for the middle of a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
