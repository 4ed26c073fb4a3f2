// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme

extension TimelinePart {
  /// The baselines that were kept, and how the gates moved between two of them.
  func baselines(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    let kept = try asOf.state(TimelineState.self, services.ledger).baselines
    var page = SectionPage(title: "Baselines")
    page.answer =
      "A baseline keeps the dates of a day for ever, so that nobody can move a promise without it "
      + "being seen. " + EventWords.count(kept.count, "baseline was kept.", "baselines were kept.")
    page.notice = notice(asOf, view)
    page.links = [
      SectionLink(text: "Timeline of the programme", href: "/programme/timeline" + asOf.query)
    ]
    if !kept.isEmpty {
      page.sections = [list(kept), comparison(kept, view, request, asOf)]
    }
    page.sections.append(asOf.section("/programme/timeline/baselines"))
    return page.answer(isPrivate: false)
  }

  private func list(_ kept: [RecordedBaseline]) -> SectionPage.Section {
    var section = SectionPage.Section()
    section.grids = [
      Grid(
        "Baselines, the first one first", ["Name", "Kept on", "Why", "Record#"],
        kept.map {
          [
            $0.baseline.name, $0.baseline.on.text, text($0.baseline.reason),
            Numbers.grouped(Int($0.sequence)),
          ]
        })
    ]
    return section
  }

  private func comparison(
    _ kept: [RecordedBaseline], _ view: TimelineView, _ request: PortalRequest, _ asOf: AsOf
  ) -> SectionPage.Section {
    let first = kept.first { $0.baseline.id == request.query["from"] } ?? kept[0]
    let second = kept.first { $0.baseline.id == request.query["to"] }
    let to = second?.baseline.name ?? "the forecast"
    var section = SectionPage.Section(heading: "From one to another")
    let rows = view.moves(from: first, to: second).map { move in
      [
        move.label, move.before?.text ?? "not in it", move.after?.text ?? "not in it",
        move.before.flatMap { before in move.after.map { "\($0.number - before.number)" } }
          ?? "not known",
      ]
    }
    section.grids = [
      Grid(
        "How gates moved from “\(first.baseline.name)” to \(second == nil ? to : "“\(to)”")",
        ["Gate", "Before", "After", "Days later#"], rows,
        links: view.gates.map { TimelineWords.path($0.id) + asOf.query })
    ]
    let names = kept.map { ($0.baseline.id, $0.baseline.name) }
    section.forms = [
      SectionForm(
        action: "/programme/timeline/baselines", method: "get",
        fields: (asOf.isAsked ? [Field.hidden("as-of", asOf.day.iso)] : []) + [
          .select("from", "From", names, chosen: first.baseline.id),
          .select(
            "to", "To", [("", "the forecast")] + names, chosen: second?.baseline.id ?? ""),
        ], button: "Compare")
    ]
    return section
  }
}
