// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

extension GatesPart {
  static let rule = """
    The rule of these pages: while a referral, a call-in, a claim or another hold is in force, \
    nothing that cannot be undone is begun. Preparation that can be undone may go on. The first \
    and the last day of a hold count as a whole. What the law itself stops depends on the hold \
    and on the orders of a court; this rule is the more careful one.
    """

  /// Every change.
  func list(_ view: GateView, _ asOf: AsOf) -> PortalAnswer {
    var sections = view.changes.map { change in
      SectionPage.Section(
        heading: change.change.name, paragraphs: [change.change.summary],
        items: [
          SectionPage.Item(
            link: SectionLink(
              text: "Its gates", href: "/programme/gates/\(change.change.id)\(asOf.query)"),
            text: "\(change.passedWords). \(Self.atWork(change))"),
          SectionPage.Item(
            link: SectionLink(
              text: "What was on hold", href: "/programme/gates/\(change.change.id)/replay"),
            text: change.blockWords),
        ])
    }
    if sections.isEmpty {
      sections = [SectionPage.Section(paragraphs: ["The plan has no service change yet."])]
    }
    sections.append(asOf.section("/programme/gates"))
    return SectionPage(
      title: "Gates of service change",
      answer: "What has to be shown before a service changes, what is missing, and who owes it.",
      notice: asOf.notice, sections: sections
    ).answer(isPrivate: false)
  }

  /// The gates of one change.
  func ladder(_ view: GateChangeView, _ asOf: AsOf) -> PortalAnswer {
    let root = "/programme/gates/\(view.change.id)"
    var sections = [
      SectionPage.Section(paragraphs: [view.change.summary], grids: [Self.ladderGrid(view, asOf)])
    ]
    let missing = view.current.flatMap { gate in gate.missing.map { (gate, $0) } }
    if !missing.isEmpty {
      sections.append(
        SectionPage.Section(
          heading: "What is missing now",
          grids: [
            Grid(
              "Missing at the gates that are open",
              ["What has to be shown", "Owed by", "Gate", "How it stands"],
              missing.map { gate, line in
                [Self.words(line), line.owner, gate.definition.name, line.state]
              },
              links: missing.map { "\(root)/\($0.0.definition.id)\(asOf.query)" })
          ]))
    }
    sections.append(holdsSection(view, asOf))
    if !view.steps.isEmpty { sections.append(Self.stepsSection(view)) }
    sections.append(Self.shapes)
    sections.append(asOf.section(root))
    return SectionPage(
      title: "Gates: \(view.change.name)", answer: "\(view.passedWords). \(Self.atWork(view))",
      notice: asOf.notice,
      links: [SectionLink(text: "All service changes", href: "/programme/gates\(asOf.query)")],
      sections: sections
    ).answer(isPrivate: false)
  }

  static func atWork(_ view: GateChangeView) -> String {
    let open = view.current.map { "\($0.definition.name) (\($0.status.lowercased()))" }
    return open.isEmpty ? "No gate is open." : "Open now: \(open.joined(separator: "; "))."
  }

  static func words(_ line: GateMissingLine) -> String {
    line.condition.map { "\($0). \(line.text)" } ?? line.text
  }

  private static func ladderGrid(_ view: GateChangeView, _ asOf: AsOf) -> Grid {
    Grid(
      "The gates in order", ["Gate", "Status", "When", "Waits for"],
      view.gates.map { gate in
        [gate.definition.name, gate.shapedStatus, Self.when(gate), Self.waits(gate)]
      },
      links: view.gates.map {
        "/programme/gates/\(view.change.id)/\($0.definition.id)\(asOf.query)"
      })
  }

  static func when(_ gate: GateStatusView) -> String {
    if let day = gate.passedOn {
      return gate.publishedPassing.map { "Passed: \($0.when), by the published record" }
        ?? "Passed: \(day.text)"
    }
    if !gate.passedBehind.isEmpty { return "No day is recorded" }
    return gate.earliest.map { "Not before \($0.text)" } ?? "–"
  }

  static func waits(_ gate: GateStatusView) -> String {
    if !gate.passedBehind.isEmpty {
      return "Nothing read says when it was passed. Passed behind it: "
        + gate.passedBehind.joined(separator: "; ")
    }
    if !gate.waitsFor.isEmpty, !gate.standing.status.isPassed {
      return "Gate: " + gate.waitsFor.joined(separator: "; ")
    }
    let left = gate.standing.conditions.filter { !$0.isDone }.count
    if left > 0 { return EventWords.count(left, "condition", "conditions") + " still to follow" }
    if gate.standing.status.isPassed { return "Nothing" }
    let missing = gate.standing.missing.count
    let owners = Set(gate.missing.map(\.owner)).sorted().joined(separator: ", ")
    return missing == 0
      ? gate.definition.passedBy
      : EventWords.count(missing, "thing", "things") + " to be shown by: \(owners)"
  }

  private func holdsSection(_ view: GateChangeView, _ asOf: AsOf) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Holds", paragraphs: [view.blockWords, Self.rule],
      items: view.holdsInForce.map { Self.item($0, asOf.day) } + [
        SectionPage.Item(
          link: SectionLink(
            text: "Every hold, day by day", href: "/programme/gates/\(view.change.id)/replay"),
          text: view.holds.all.isEmpty ? "None is recorded so far." : "")
      ])
  }

  static func item(_ hold: GateHold, _ day: CivilDay) -> SectionPage.Item {
    let words =
      hold.force(on: day) == .possible
      ? "\(hold.name) may be in force. " : "\(hold.name) is in force. "
    return SectionPage.Item(
      link: nil, text: "\(words)It began \(hold.begins.words). \(hold.ground)", tag: "Hold")
  }

  private static func stepsSection(_ view: GateChangeView) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Steps",
      grids: [
        Grid(
          "Steps that are planned", ["Step", "Can be undone", "Planned for", "By", "On this day"],
          view.steps.map { item in
            let step = item.step.what
            return [
              step.title, step.isReversible ? "Yes" : "No", step.plannedFor.text, step.owner,
              stand(item),
            ]
          })
      ])
  }

  static func stand(_ item: GateStepView) -> String {
    let refused =
      item.refusals.isEmpty
      ? ""
      : " Refused so far: \(item.refusals.map { $0.what.on.text }.joined(separator: ", "))."
    if let begun = item.begun { return "Begun on \(begun.what.text).\(refused)" }
    return item.reasons.isEmpty
      ? "May begin.\(refused)" : "May not begin. \(item.reasons.joined(separator: " "))\(refused)"
  }

  private static let shapes = SectionPage.Section(
    heading: "What the shapes mean",
    paragraphs: [
      GateStatus.allCases.map { "\(GateWords.shape($0)) \(GateWords.status($0))" }
        .joined(separator: "; ") + "."
    ])
}
