// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// The register of decisions and recommendations.
  func register(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    let page = SectionPage(
      title: "Joint decisions",
      answer: "What several bodies decide together, by what authority, and what is missing. "
        + "A decision without authority is recorded as invalid, with what it lacks.",
      notice: asOf.notice,
      links: [
        SectionLink(
          text: "Who may decide what together", href: "/programme/authority" + asOf.query)
      ],
      sections: [
        waiting(view, asOf), taken(view, asOf), invalid(view, asOf), other(view, asOf),
        next(view, asOf), recommendations(view), published(),
        asOf.section("/programme/decisions"),
      ].compactMap { $0 })
    return page.answer(isPrivate: false)
  }

  private func waiting(_ view: DecisionView, _ asOf: AsOf) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Waiting for a decision")
    guard !view.pending.isEmpty else {
      section.paragraphs = ["Nothing waits."]
      return section
    }
    section.grids = [
      Grid(
        "Decisions that wait",
        ["Decision", "Planned for", "What is missing", "Earliest lawful day"],
        view.pending.map { item in
          [
            name(item), item.record.plannedOn.text, lacking(item.defects),
            item.earliest?.text ?? "Not known",
          ]
        }, links: view.pending.map { $0.path + asOf.query })
    ]
    return section
  }

  private func taken(_ view: DecisionView, _ asOf: AsOf) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Taken")
    guard !view.taken.isEmpty else {
      section.paragraphs = ["Nothing was decided yet."]
      return section
    }
    section.grids = [
      Grid(
        "Decisions taken", ["Decision", "Committee", "Day", "How it stands"],
        view.taken.map { [name($0), $0.committee, $0.day.text, $0.status.label] },
        links: view.taken.map { $0.path + asOf.query })
    ]
    return section
  }

  private func invalid(_ view: DecisionView, _ asOf: AsOf) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Invalid")
    guard !view.invalid.isEmpty else {
      section.paragraphs = ["No decision is invalid."]
      return section
    }
    let rows = view.invalid.flatMap { item in
      (item.defects.isEmpty
        ? [["Too few who could be counted for the quorum", "Another meeting"]]
        : item.defects.map { ["\(authority.name($0.body)): \($0.clause)", $0.cure] })
        .map { (item, $0) }
    }
    section.grids = [
      Grid(
        "Invalid decisions, and why", ["Decision", "Voted on", "What it lacks", "To put right"],
        rows.map { item, words in [name(item), item.day.text, words[0], words[1]] },
        links: rows.map { $0.0.path + asOf.query })
    ]
    return section
  }

  private func other(_ view: DecisionView, _ asOf: AsOf) -> SectionPage.Section? {
    let items = view.notCarried + view.withdrawn
    guard !items.isEmpty else { return nil }
    return SectionPage.Section(
      heading: "Not carried or withdrawn",
      grids: [
        Grid(
          "Decisions not carried or withdrawn", ["Decision", "Day", "How it stands"],
          items.map { [name($0), $0.day.text, $0.status.label] },
          links: items.map { $0.path + asOf.query })
      ])
  }

  private func next(_ view: DecisionView, _ asOf: AsOf) -> SectionPage.Section? {
    guard !view.nextLawful.isEmpty else { return nil }
    return SectionPage.Section(
      heading: "When a decision could next be lawful",
      paragraphs: [
        "If every body started on \(asOf.day.text) on what it lacks, and the committee could give "
          + "notice of its meeting."
      ],
      grids: [
        Grid(
          "Next lawful days", ["Matter", "Committee", "Earliest lawful day", "Who takes longest"],
          view.nextLawful.map { next in
            [
              next.subject.name, next.committee.name, next.day?.text ?? "Not known",
              next.earliest.criticalBody.map(authority.name) ?? "Nobody: nothing is missing",
            ]
          },
          links: view.nextLawful.map {
            "/programme/authority?committee=\($0.committee.id)&subject=\($0.subject.id)"
              + "&on=\(asOf.day.iso)"
          })
      ])
  }

  private func recommendations(_ view: DecisionView) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Recommendations")
    section.paragraphs = [
      "A recommendation goes to a body that decides for itself. It decides nothing."
    ]
    guard !view.recommendations.isEmpty else {
      section.paragraphs.append("There is none yet.")
      return section
    }
    section.grids = [
      Grid(
        "Recommendations", ["Recommendation", "From", "To", "Day", "Answer"],
        view.recommendations.map { record in
          let made = record.recommendation
          return [
            made.text, authority.name(made.from), authority.name(made.to), made.on.text,
            record.answer.map { "\($0.outcome.label) on \($0.on.text): \($0.reason)" }
              ?? "None yet",
          ]
        })
    ]
    return section
  }

  private func published() -> SectionPage.Section? {
    guard !authority.published.isEmpty else { return nil }
    return SectionPage.Section(
      heading: "Decisions that public sources report",
      paragraphs: ["These come from the plan and its sources, not from this record."],
      grids: [
        Grid(
          "Reported decisions", ["Decision", "Day", "Decided by", "Vote"],
          authority.published.map {
            [
              $0.decision, dayText($0.when), $0.decidedBy,
              $0.vote.isEmpty ? "Not reported" : $0.vote,
            ]
          }, links: authority.published.map { "/sources/\($0.source)" })
      ])
  }

  /// A day or a month in words; anything else as the plan has it.
  private func dayText(_ text: String) -> String {
    if let day = CivilDay(text) { return day.text }
    return CivilDay(text + "-01").map { String($0.text.dropFirst(2)) } ?? text
  }

  private func name(_ item: DecisionView.Item) -> String {
    "\(item.record.number). \(item.record.proposal.title)"
  }

  /// Who lacks something, in a few words.
  func lacking(_ defects: [RecordedDefect]) -> String {
    if defects.isEmpty { return "Nothing" }
    var bodies: [String] = []
    for defect in defects where !bodies.contains(defect.body) { bodies.append(defect.body) }
    if bodies.count > 3 { return "Authority of \(bodies.count) bodies" }
    return "Authority of " + bodies.map(authority.name).joined(separator: ", ")
  }
}
