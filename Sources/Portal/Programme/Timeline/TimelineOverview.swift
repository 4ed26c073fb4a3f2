// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Schedule

extension TimelinePart {
  /// The timeline of the programme: gates, what decides them, bars, and chance.
  func overview(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    var page = SectionPage(title: "Timeline of the programme")
    page.notice = notice(asOf, view)
    guard !view.activities.isEmpty else {
      page.answer = "This plan has no timeline: it has no file programme/activities.csv."
      return page.answer(isPrivate: false)
    }
    let chance = try simulated(view)
    let focus =
      view.gate(request.query["gate"]) ?? view.furthestBehind ?? view.gates.last
    page.answer = TimelineWords.state(of: view)
    page.links = links(asOf)
    page.sections = [gatesSection(view, chance, asOf)]
    if let focus, !focus.isDone {
      page.sections.append(focusSection(focus, view, chance, request, asOf))
    }
    page.sections.append(ganttSection(view, focus, request, asOf))
    page.sections.append(
      asOf.section(
        "/programme/timeline",
        keeping: kept(request, ["gate", "workstream"])))
    return page.answer(isPrivate: false)
  }

  func notice(_ asOf: AsOf, _ view: TimelineView) -> String? {
    let words = [
      asOf.notice,
      view.problem.map { "Links were left out because they go round in a circle: \($0)." },
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  func links(_ asOf: AsOf) -> [SectionLink] {
    [
      SectionLink(
        text: "What if something is late?", href: "/programme/timeline/what-if" + asOf.query),
      SectionLink(
        text: "What workstreams give each other", href: "/programme/dependencies" + asOf.query),
      SectionLink(text: "Baselines", href: "/programme/timeline/baselines" + asOf.query),
    ]
  }

  private func kept(_ request: PortalRequest, _ names: [String]) -> [(String, String)] {
    names.compactMap { name in
      let value = request.query[name]
      return value.isEmpty ? nil : (name, value)
    }
  }

  private func gatesSection(
    _ view: TimelineView, _ chance: SimulatedSchedules?, _ asOf: AsOf
  ) -> SectionPage.Section {
    let rows = view.gates.map { gate in
      [
        gate.label, "\(gate.status.label). \(gate.why)", gate.forecast.text,
        gate.promised?.text ?? "none", TimelineWords.late(gate.slipDays),
        gate.isDone ? "passed" : TimelineWords.range(gate.earliest, gate.latest),
        chanceWords(gate, chance), gate.isDone ? "0" : "\(gate.assumptions)",
      ]
    }
    var section = SectionPage.Section(heading: "Gates")
    section.paragraphs = [
      GateRule.words(view.rules),
      view.baseline.map {
        "The last baseline is “\($0.baseline.name)”, kept on \($0.baseline.on.text)."
      } ?? "No baseline was kept by this day.",
      "The range has every length at its shortest and at its longest. The chance is the share of "
        + "\(Numbers.grouped(view.rules.schedules)) schedules drawn by chance that keep the day "
        + "promised. Where no document states a length, it is an assumption of this plan’s authors; "
        + "the last column counts those on the path that decides the forecast.",
    ]
    section.grids = [
      Grid(
        "Gates of the programme",
        [
          "Gate", "Status", "Forecast", "Promised", "Days late#", "Range", "Chance of that day#",
          "Assumed lengths#",
        ], rows, links: view.gates.map { TimelineWords.path($0.id) + asOf.query })
    ]
    return section
  }

  func chanceWords(_ gate: GateForecast, _ chance: SimulatedSchedules?) -> String {
    if gate.isDone { return "passed" }
    guard let promised = gate.promised, let finish = chance?.finish(of: gate.id) else {
      return "not known"
    }
    return TimelineWords.percent(finish.chance(by: Double(promised.number)))
  }

  private func focusSection(
    _ gate: GateForecast, _ view: TimelineView, _ chance: SimulatedSchedules?,
    _ request: PortalRequest, _ asOf: AsOf
  ) -> SectionPage.Section {
    var section = gateSection(gate, view, chance, asOf)
    section.forms = [
      SectionForm(
        action: "/programme/timeline", method: "get",
        fields: hidden(asOf, request, "workstream") + [
          .select(
            "gate", "Show another gate",
            view.gates.filter { !$0.isDone }.map { ($0.id, $0.label) }, chosen: gate.id)
        ], button: "Show that gate")
    ]
    return section
  }

  /// What decides a gate: its path, its drivers and its chance.
  func gateSection(
    _ gate: GateForecast, _ view: TimelineView, _ chance: SimulatedSchedules?, _ asOf: AsOf
  ) -> SectionPage.Section {
    let pictures = TimelinePictures(view: view, query: asOf.query)
    let steps = view.path(to: gate.id).compactMap { view.activity($0) }
    var section = SectionPage.Section(heading: "What decides when: \(gate.label)")
    section.paragraphs = ["Each step is the reason for the date of the next."]
    section.items = steps.map { step in
      SectionPage.Item(
        link: SectionLink(
          text: step.activity.label, href: TimelineWords.path(step.id) + asOf.query),
        text: TimelineWords.dates(step) + ".",
        tag: step.isDone || step.activity.kind != .activity || step.activity.isStated
          ? nil : "length assumed")
    }
    section.drawings = [DrawingModel(pictures.drivers(of: gate))]
    if let finish = chance?.finish(of: gate.id) {
      section.drawings.append(DrawingModel(pictures.curve(gate, finish)))
    }
    if let chance { section.grids = [criticality(gate, view, chance, asOf)].compactMap { $0 } }
    return section
  }

  private func criticality(
    _ gate: GateForecast, _ view: TimelineView, _ chance: SimulatedSchedules, _ asOf: AsOf
  ) -> Grid? {
    let shares = chance.criticalities(for: gate.id).filter { $0.id != gate.id }.prefix(10)
    guard !shares.isEmpty else { return nil }
    return Grid(
      "How often a delay of each would delay “\(gate.label)”",
      ["Activity", "Share of schedules#"],
      shares.map {
        [view.activity($0.id)?.activity.label ?? $0.id, TimelineWords.percent($0.share)]
      },
      links: shares.map { TimelineWords.path($0.id) + asOf.query })
  }

  private func hidden(_ asOf: AsOf, _ request: PortalRequest, _ name: String) -> [Field] {
    (asOf.isAsked ? [Field.hidden("as-of", asOf.day.iso)] : [])
      + (request.query[name].isEmpty ? [] : [Field.hidden(name, request.query[name])])
  }

  private func ganttSection(
    _ view: TimelineView, _ focus: GateForecast?, _ request: PortalRequest, _ asOf: AsOf
  ) -> SectionPage.Section {
    let chosen = request.query["workstream"]
    let pictures = TimelinePictures(view: view, query: asOf.query)
    let shown = bars(view, chosen, focus)
    var section = SectionPage.Section(heading: "Work along the calendar")
    section.paragraphs = [
      chosen.isEmpty
        ? "Gates that are still to pass, work under way, and what decides the gate above."
        : "What is chosen below."
    ]
    section.drawings = [DrawingModel(pictures.gantt(shown, for: focus))]
    let workstreams = Set(view.activities.map(\.activity.workstream)).sorted()
    section.forms = [
      SectionForm(
        action: "/programme/timeline", method: "get",
        fields: hidden(asOf, request, "gate") + [
          .select(
            "workstream", "Show the work of",
            [("", "gates and work under way"), ("all", "every workstream")]
              + workstreams.map { ($0, plan.workstreamName($0)) }, chosen: chosen)
        ], button: "Show that work")
    ]
    return section
  }

  private func bars(
    _ view: TimelineView, _ chosen: String, _ focus: GateForecast?
  ) -> [ActivityForecast] {
    let path = Set(focus.map { view.path(to: $0.id) } ?? [])
    let shown = view.activities.filter { activity in
      switch chosen {
      case "all": true
      case "":
        !activity.isDone
          && (activity.activity.kind == .gate || activity.isStarted || path.contains(activity.id))
      default: activity.activity.workstream == chosen
      }
    }
    return shown.sorted { ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id) }
  }
}
