// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

/// What staff see and do under /desk/programme/gates.
extension GatesPart {
  static let root = "/desk/programme/gates"

  func deskPage(
    _ request: PortalRequest, _ visit: Visit, _ path: [String]
  ) async throws -> PortalAnswer {
    guard let id = path.first else { return deskList() }
    let view = try EventOutcome.looking { try desk.view(of: id) }
    let root = "\(Self.root)/\(id)"
    if path.count == 1 { return deskChange(view) }
    if path[1] == "gate", path.count > 2 {
      return try await deskGate(request, visit, view, Array(path.dropFirst(2)))
    }
    guard let form = changeForm(view, path[1], path.count > 2 ? path[2] : nil), path.count < 4
    else { throw PortalProblem.notFound }
    return try await form.answer(
      request, visit, back: root, backTitle: "Back to: \(view.change.name)")
  }

  /// A form about a whole change, or about one of its holds, steps or pieces of evidence.
  private func changeForm(_ view: GateChangeView, _ name: String, _ item: String?) -> GateForm? {
    switch (name, item) {
    case ("hold", nil): holdForm(view)
    case ("step", nil): stepForm(view)
    case ("lift", let id?):
      view.holds.all.first { $0.id == id && $0.sequence != nil && $0.ends == nil }
        .map { liftForm(view, $0) }
    case ("begin", let id?):
      view.steps.first { $0.step.what.id == id && $0.begun == nil }.map { beginForm(view, $0) }
    case ("detach", let id?):
      view.record.attachments.first { $0.what.id == id }.map { detachForm(view.change.id, $0) }
    default: nil
    }
  }

  private func deskGate(
    _ request: PortalRequest, _ visit: Visit, _ view: GateChangeView, _ path: [String]
  ) async throws -> PortalAnswer {
    guard let gate = view.gate(path[0]) else { throw PortalProblem.notFound }
    if path.count == 1 { return deskGatePage(view, gate) }
    guard let form = gateForm(view, gate, path[1], path.count > 2 ? path[2] : nil), path.count < 4
    else { throw PortalProblem.notFound }
    return try await form.answer(
      request, visit, back: "\(Self.root)/\(view.change.id)/gate/\(gate.definition.id)",
      backTitle: "Back to: \(gate.definition.name)")
  }

  private func gateForm(
    _ view: GateChangeView, _ gate: GateStatusView, _ name: String, _ item: String?
  ) -> GateForm? {
    let change = view.change.id
    let criterion = item.flatMap { id in
      gate.criteria.first { $0.definition.criterion.id == id }
    }
    switch (name, item) {
    case ("pass", nil): return passForm(change, gate)
    case ("reopen", nil): return reopenForm(change, gate)
    case ("evidence", _?): return criterion.map { evidenceForm(change, gate, $0) }
    case ("verdict", _?): return criterion.map { verdictForm(change, gate, $0) }
    default: return nil
    }
  }

  private func deskList() -> PortalAnswer {
    SectionPage(
      title: "Gates: desk",
      sections: [
        SectionPage.Section(
          items: services.programme.gates.changes.map { change in
            SectionPage.Item(
              link: SectionLink(text: change.name, href: "\(Self.root)/\(change.id)"),
              text: change.summary)
          })
      ]
    ).answer()
  }

  private func deskChange(_ view: GateChangeView) -> PortalAnswer {
    let root = "\(Self.root)/\(view.change.id)"
    return SectionPage(
      title: "Gates of \(view.change.name): desk", answer: view.blockWords,
      links: [
        SectionLink(text: "Place a hold", href: "\(root)/hold"),
        SectionLink(text: "Plan a step", href: "\(root)/step"),
        SectionLink(text: "The public page", href: "/programme/gates/\(view.change.id)"),
      ],
      sections: [
        SectionPage.Section(
          heading: "Gates",
          grids: [
            Grid(
              "The gates in order", ["Gate", "Status", "Waits for"],
              view.gates.map { [$0.definition.name, $0.shapedStatus, Self.waits($0)] },
              links: view.gates.map { "\(root)/gate/\($0.definition.id)" })
          ]),
        SectionPage.Section(
          heading: "Holds placed here",
          items: view.holds.all.filter { $0.sequence != nil }.map { hold in
            SectionPage.Item(
              link: hold.ends == nil
                ? SectionLink(text: "Lift it", href: "\(root)/lift/\(hold.id)") : nil,
              text: "\(hold.name): began \(hold.begins.words). "
                + (hold.ends.map { "Ended \($0.words)." } ?? "In force."))
          }),
        SectionPage.Section(
          heading: "Steps",
          items: view.steps.map { item in
            SectionPage.Item(
              link: item.begun == nil
                ? SectionLink(text: "Begin it", href: "\(root)/begin/\(item.step.what.id)") : nil,
              text: "\(item.step.what.title). \(Self.stand(item))")
          }),
      ]
    ).answer()
  }

  private func deskGatePage(_ view: GateChangeView, _ gate: GateStatusView) -> PortalAnswer {
    let root = "\(Self.root)/\(view.change.id)"
    let here = "\(root)/gate/\(gate.definition.id)"
    let act =
      gate.standing.status.isPassed
      ? SectionLink(text: "Open it again", href: "\(here)/reopen")
      : SectionLink(text: "Record that it was passed", href: "\(here)/pass")
    return SectionPage(
      title: "\(gate.definition.name): desk",
      answer: "\(gate.shapedStatus). Waits for: \(Self.waits(gate)).",
      links: [
        act, SectionLink(text: "All gates of: \(view.change.name)", href: root),
        SectionLink(
          text: "The public page",
          href: "/programme/gates/\(view.change.id)/\(gate.definition.id)"),
      ],
      sections: gate.criteria.map { deskCriterion($0, here, root) }
    ).answer()
  }

  private func deskCriterion(
    _ item: GateCriterionView, _ here: String, _ root: String
  ) -> SectionPage.Section {
    let criterion = item.definition.criterion
    var items: [SectionPage.Item] = []
    if criterion.admissible != [.verdict] {
      items.append(
        SectionPage.Item(
          link: SectionLink(text: "Attach evidence", href: "\(here)/evidence/\(criterion.id)"),
          text: "for this."))
    }
    items.append(
      SectionPage.Item(
        link: SectionLink(text: "Give a verdict", href: "\(here)/verdict/\(criterion.id)"),
        text: "on this."))
    items += item.attachments.map { kept in
      SectionPage.Item(
        link: SectionLink(text: "Take it away", href: "\(root)/detach/\(kept.what.id)"),
        text: kept.what.title, tag: GateWords.kind(kept.what.kind))
    }
    return SectionPage.Section(
      heading: Self.heading(item.definition),
      paragraphs: [
        "\(item.shapedState). Owed by: \(criterion.owner). \(Self.needed(criterion))."
      ],
      items: items)
  }
}
