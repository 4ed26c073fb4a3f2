// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme

extension TimelinePart {
  /// What becomes of the gates when a workstream or an activity is some days late.
  func whatIf(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    var page = SectionPage(title: "What if something is late?")
    page.notice = notice(asOf, view)
    page.links = [
      SectionLink(text: "Timeline of the programme", href: "/programme/timeline" + asOf.query)
    ]
    let late = request.query["late"]
    let asked = Int(request.query["days"])
    var errors = FormErrors()
    if !late.isEmpty {
      if lateIDs(late, view) == nil { errors.add("late", "Choose a workstream or an activity.") }
      if asked.map({ (1...3650).contains($0) }) != true {
        errors.add("days", "Enter whole days from 1 to 3650, such as 21 for three weeks.")
      }
    }
    page.errors = errors.hasErrors ? errors : nil
    var question = SectionPage.Section()
    question.paragraphs = [
      "Choose what is late and by how much. Everything chosen that is not done then finishes that "
        + "many days after its forecast; days to spare take up what they can. Nothing is recorded."
    ]
    question.forms = [form(view, late, request.query["days"], errors, asOf)]
    page.sections = [question]
    if let ids = lateIDs(late, view), let asked, !errors.hasErrors {
      page.answer = sentence(late, ids, asked, view)
      page.sections += result(view.slips(late: ids, by: asked), view, asOf)
    }
    page.sections.append(
      asOf.section(
        "/programme/timeline/what-if",
        keeping: late.isEmpty ? [] : [("late", late), ("days", request.query["days"])]))
    return page.answer(isPrivate: false)
  }

  /// The activities that are late: those of a workstream, or one.
  private func lateIDs(_ late: String, _ view: TimelineView) -> [String]? {
    let parts = late.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "workstream" where view.activities.contains { $0.activity.workstream == parts[1] }:
      return view.unfinished(of: parts[1])
    case "activity" where view.activity(parts[1]) != nil: return [parts[1]]
    default: return nil
    }
  }

  private func form(
    _ view: TimelineView, _ late: String, _ days: String, _ errors: FormErrors, _ asOf: AsOf
  ) -> SectionForm {
    let workstreams = Set(view.activities.map(\.activity.workstream)).sorted()
    let options =
      workstreams.map { ("workstream:\($0)", "All of \(plan.workstreamName($0))") }
      + view.activities.filter { !$0.isDone }.map { ("activity:\($0.id)", $0.activity.label) }
    return SectionForm(
      action: "/programme/timeline/what-if", method: "get",
      fields: (asOf.isAsked ? [Field.hidden("as-of", asOf.day.iso)] : []) + [
        .select("late", "What is late", options, chosen: late, error: errors["late"]),
        .line(
          "days", "By how many days", value: days.isEmpty ? "21" : days, error: errors["days"],
          type: "number"),
      ], button: "Show what moves")
  }

  private func sentence(
    _ late: String, _ ids: [String], _ days: Int, _ view: TimelineView
  ) -> String {
    let name =
      late.hasPrefix("workstream:")
      ? "the workstream \(plan.workstreamName(String(late.dropFirst("workstream:".count))))"
      : "“\(ids.first.flatMap { view.activity($0)?.activity.label } ?? "")”"
    let slips = view.slips(late: ids, by: days)
    let moved = slips.filter { $0.days > 0 }
    let start = "If \(name) is \(GateRule.dayCount(days)) late, "
    guard !moved.isEmpty else { return start + "no gate moves." }
    let turned = moved.filter { $0.status != $0.gate.status }
      .map { "“\($0.gate.label)” turns \($0.status.label.lowercased())" }
    return start + EventWords.count(moved.count, "gate moves", "gates move")
      + (turned.isEmpty
        ? " and none changes its status." : ": " + turned.joined(separator: "; ") + ".")
  }

  private func result(
    _ slips: [GateSlip], _ view: TimelineView, _ asOf: AsOf
  ) -> [SectionPage.Section] {
    let moved = slips.filter { $0.days > 0 }
    var section = SectionPage.Section(heading: "Gates")
    let rows = slips.map { slip in
      [
        slip.gate.label, slip.gate.forecast.text, slip.after.text, "\(slip.days)",
        slip.gate.status.label, slip.status.label, path(slip, view),
      ]
    }
    section.grids = [
      Grid(
        "What becomes of each gate",
        [
          "Gate", "Forecast now", "Then", "Days later#", "Status now", "Status then",
          "By what path",
        ],
        rows, links: slips.map { TimelineWords.path($0.gate.id) + asOf.query })
    ]
    section.paragraphs = [GateRule.words(view.rules)]
    guard let first = moved.first else { return [section] }
    let pictures = TimelinePictures(view: view, query: asOf.query)
    section.drawings = [
      DrawingModel(
        pictures.path(first.path, title: "How the delay reaches “\(first.gate.label)”"))
    ]
    return [section]
  }

  private func path(_ slip: GateSlip, _ view: TimelineView) -> String {
    guard !slip.path.isEmpty else { return "it does not move" }
    return slip.path.map { view.activity($0)?.activity.label ?? $0 }.joined(separator: " → ")
  }
}
