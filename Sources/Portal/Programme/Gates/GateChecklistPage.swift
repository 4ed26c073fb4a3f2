// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

extension GatesPart {
  /// One gate: its checklist, and all that was shown.
  func checklist(_ gate: GateStatusView, _ view: GateChangeView, _ asOf: AsOf) -> PortalAnswer {
    let root = "/programme/gates/\(view.change.id)"
    var sections = [about(gate), overview(gate)]
    sections += gate.criteria.map { criterion($0, view.change) }
    sections.append(asOf.section("\(root)/\(gate.definition.id)"))
    return SectionPage(
      title: "\(gate.definition.name): \(view.change.name)",
      answer: "\(gate.shapedStatus). \(Self.when(gate)). Waits for: \(Self.waits(gate)).",
      notice: asOf.notice,
      links: [
        SectionLink(text: "All gates of: \(view.change.name)", href: root + asOf.query)
      ],
      sections: sections
    ).answer(isPrivate: false)
  }

  private func about(_ gate: GateStatusView) -> SectionPage.Section {
    let definition = gate.definition
    var items: [SectionPage.Item] = [
      SectionPage.Item(link: nil, text: "It is passed by: \(definition.passedBy).")
    ]
    if let citation = definition.citation {
      items.append(Self.item(citation, before: definition.basis))
    }
    items += passing(gate)
    return SectionPage.Section(
      paragraphs: [definition.summary, definition.note].filter { !$0.isEmpty }, items: items)
  }

  private func passing(_ gate: GateStatusView) -> [SectionPage.Item] {
    var items: [SectionPage.Item] = []
    if let passing = gate.publishedPassing {
      items.append(Self.item(passing))
    }
    if let kept = gate.passage {
      let what = kept.what
      items.append(
        SectionPage.Item(
          link: nil,
          text: "\(what.body) passed it on \(what.on.text)."
            + (what.dissent.isEmpty ? "" : " Dissent: \(what.dissent)") + Self.entry(kept.sequence),
          tag: "Recorded here"))
    }
    items += gate.standing.conditions.map { standing in
      let condition = standing.condition
      let text = gate.definition.criterion(condition.criterion)?.text ?? condition.criterion
      let state = standing.isDone ? "done" : standing.isOverdue ? "overdue" : "to follow"
      let due = CivilDay(number: condition.due).text
      return SectionPage.Item(
        link: nil, text: "\(text) Owed by \(condition.owner), by \(due): \(state).",
        tag: "Condition")
    }
    return items
  }

  /// The checklist at a glance, and what tests with several ways come to.
  private func overview(_ gate: GateStatusView) -> SectionPage.Section {
    SectionPage.Section(
      heading: "The checklist",
      paragraphs: gate.tests.map { test in
        if test.id == "bed-test", let beds = gate.bedTest { return GateWords.bedTest(beds.result) }
        let ways = test.conditions.map(GateWords.condition).joined(separator: "; ")
        return "\(GateWords.test(test.id)): any one of these is enough: \(ways). "
          + (test.met.isEmpty
            ? "None is shown yet."
            : "Shown: \(test.met.map(GateWords.condition).joined(separator: "; ")).")
      },
      grids: [
        Grid(
          "The checklist at a glance",
          ["What has to be shown", "Owed by", "Needed", "How it stands"],
          gate.criteria.map { item in
            let criterion = item.definition.criterion
            return [
              item.definition.text, criterion.owner, Self.needed(criterion), item.shapedState,
            ]
          })
      ])
  }

  static func needed(_ criterion: GateCriterion) -> String {
    guard criterion.isRequired else { return "Advice" }
    return criterion.alternative.map {
      "\(GateWords.test($0.test)): \(GateWords.condition($0.condition))"
    } ?? "Yes"
  }

  private func criterion(
    _ item: GateCriterionView, _ change: GateChange
  ) -> SectionPage.Section {
    let definition = item.definition
    var items: [SectionPage.Item] = []
    if let citation = definition.citation {
      items.append(Self.item(citation, before: "Asked for in"))
    }
    items += item.published.map(Self.item)
    items += item.automatic.map { shown in
      SectionPage.Item(
        link: change.consultation.map {
          SectionLink(text: "Consultation", href: "/consultations/\($0)")
        },
        text: "\(shown.title), \(shown.day.text).", tag: "From the consultation")
    }
    items += item.attachments.map(item(_:))
    items += verdicts(item)
    let counts = GateEvidenceKind.allCases.filter(definition.criterion.admissible.contains)
      .map { GateWords.kind($0).lowercased() }
    return SectionPage.Section(
      heading: Self.heading(definition),
      paragraphs: [
        "\(item.shapedState). Owed by: \(definition.criterion.owner). "
          + "What counts: \(counts.joined(separator: ", ")).",
        definition.note,
      ].filter { !$0.isEmpty },
      items: items)
  }

  /// What has to be shown, without the full stop.
  static func heading(_ definition: GateCriterionDefinition) -> String {
    definition.text.hasSuffix(".") ? String(definition.text.dropLast()) : definition.text
  }

  private func verdicts(_ item: GateCriterionView) -> [SectionPage.Item] {
    if let kept = item.judgement {
      let what = kept.what
      let end = what.validThrough.map { " It counts until \($0.text)." } ?? ""
      return [
        SectionPage.Item(
          link: nil,
          text: "\(what.outcome.label): \(what.reason) (\(what.onBehalfOf), \(kept.day.text))"
            + end + Self.entry(kept.sequence), tag: "Verdict")
      ]
    }
    return item.automaticReason.map {
      [SectionPage.Item(link: nil, text: $0, tag: "Follows by itself")]
    } ?? []
  }

  /// Evidence that was attached here, with its page where it has one.
  private func item(_ kept: GateKept<GateAttachment>) -> SectionPage.Item {
    let what = kept.what
    let gates = services.programme.gates
    let found: NamedThing? =
      switch what.kind {
      case .fact: gates.facts.first { $0.id == what.reference }
      case .document: gates.documents.first { $0.id == what.reference }
      case .event, .decision, .verdict: nil
      }
    let link = found.flatMap { thing in
      thing.path.map { SectionLink(text: thing.name, href: $0) }
    }
    let number =
      what.kind == .event || what.kind == .decision
      ? (what.reference.isEmpty ? "" : " It is entry \(what.reference) of the record.") : ""
    let end = what.validThrough.map { " It counts until \($0.text)." } ?? ""
    return SectionPage.Item(
      link: link,
      text: "\(what.title). \(what.note)\(number) Attached on \(kept.day.text).\(end)"
        + Self.entry(kept.sequence), tag: GateWords.kind(what.kind))
  }

  static func entry(_ sequence: Int64) -> String { " (entry \(sequence))" }

  /// Something of the published record, with its source.
  static func item(_ event: GateRecordedEvent) -> SectionPage.Item {
    let citation = event.citation
    let sure = citation.map { $0.isNews ? "News report" : "Published" } ?? "Published"
    let note = event.note.isEmpty ? "" : " \(event.note)"
    return SectionPage.Item(
      link: citation.map { SectionLink(text: $0.title, href: $0.path) },
      text: "\(event.when): \(event.text)\(note)"
        + (citation.map { " (\($0.confidence))" } ?? ""),
      tag: sure)
  }

  /// A source with what it stands for.
  static func item(_ citation: GateCitation, before words: String) -> SectionPage.Item {
    let place = citation.locator.isEmpty ? "" : "\(citation.locator). "
    let lead = words.isEmpty ? "" : "\(words) "
    return SectionPage.Item(
      link: SectionLink(text: citation.title, href: citation.path),
      text: "\(lead)(\(place)\(citation.confidence))", tag: "Source")
  }
}
