// SPDX-License-Identifier: Apache-2.0

import Engagement
import People
import Programme

extension TimelinePart {
  /// One activity: its dates, its length, what it gives and gets, and the gates that it leads to.
  func activity(_ id: String, _ request: PortalRequest, _ visit: Visit) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    guard let activity = view.activity(id) else { throw PortalProblem.notFound }
    let state = try asOf.state(TimelineState.self, services.ledger)
    var page = SectionPage(title: activity.activity.label)
    page.answer =
      "\(activity.activity.kind.label) of the workstream "
      + "\(plan.workstreamName(activity.activity.workstream)). \(TimelineWords.dates(activity))."
    page.notice = notice(asOf, view)
    page.links = [
      SectionLink(text: "Timeline of the programme", href: "/programme/timeline" + asOf.query),
      SectionLink(
        text: "What if this is late?",
        href: "/programme/timeline/what-if?late=activity%3A\(id)&days=21"
          + (asOf.isAsked ? "&as-of=\(asOf.day.iso)" : "")),
    ]
    let mayRecord = visit.person?.may(.runProgramme) == true
    if mayRecord {
      let desk = "/desk/programme/timeline/activities/\(id)"
      page.links += [
        SectionLink(text: "Record progress", href: desk),
        SectionLink(text: "Change the length", href: desk + "/length"),
        SectionLink(text: "Withdraw it", href: desk + "/withdraw"),
      ]
    }
    page.sections = [
      datesSection(activity, view), linksSection(id, view, asOf), gatesSection(id, view, asOf),
      recordSection(state.progress[id]),
    ].compactMap { $0 }
    if let gate = view.gate(id), !gate.isDone {
      page.sections.append(gateSection(gate, view, try simulated(view), asOf))
    }
    page.sections.append(asOf.section(TimelineWords.path(id)))
    return page.answer(isPrivate: mayRecord)
  }

  private func datesSection(
    _ forecast: ActivityForecast, _ view: TimelineView
  ) -> SectionPage.Section {
    let activity = forecast.activity
    var rows: [[String]] = [
      ["Start", forecast.start.text], ["Finish", forecast.finish.text],
    ]
    if !forecast.isDone {
      rows.append(
        ["Range of the finish", TimelineWords.range(forecast.earliest, forecast.latest)])
    }
    if activity.kind == .activity { rows.append(["Length", TimelineWords.length(forecast)]) }
    rows.append(["Where this comes from", TimelineWords.basis(activity)])
    if !activity.reason.isEmpty { rows.append(["Why", activity.reason]) }
    if let agreed = activity.agreed { rows.append(["First agreed or published", agreed.text]) }
    if let day = activity.mustBy { rows.append(["Has to be done by", day.text]) }
    if let kept = forecast.baseline {
      rows.append(["Finish in the last baseline", kept.finish.text])
    }
    if let percent = forecast.percent, !forecast.isDone { rows.append(["Done", "\(percent)%"]) }
    if let gate = view.gate(activity.id) {
      rows.append(["Status", "\(gate.status.label). \(gate.why)"])
    }
    var section = SectionPage.Section(heading: "Dates")
    section.grids = [Grid("Dates and length", ["What", "Value"], rows)]
    if !activity.source.isEmpty {
      section.items = [
        SectionPage.Item(
          link: SectionLink(text: "The source", href: "/sources/\(activity.source)"),
          text: activity.locator)
      ]
    }
    return section
  }

  private func linksSection(
    _ id: String, _ view: TimelineView, _ asOf: AsOf
  ) -> SectionPage.Section {
    let before = view.links.filter { $0.to == id }
    let after = view.links.filter { $0.from == id }
    var section = SectionPage.Section(heading: "What it waits for, and what waits for it")
    if before.isEmpty { section.paragraphs.append("It waits for nothing.") }
    if after.isEmpty { section.paragraphs.append("Nothing waits for it.") }
    section.grids = [
      (before, "It waits for", \TimelineLink.from), (after, "What waits for it", \TimelineLink.to),
    ].filter { !$0.0.isEmpty }.map { links, title, end in
      Grid(
        title, ["Activity", "Workstream", "How", "Given and got", "Why"],
        links.map { link in linkRow(link, link[keyPath: end], view) },
        links: links.map { TimelineWords.path($0[keyPath: end]) + asOf.query })
    }
    return section
  }

  private func linkRow(_ link: TimelineLink, _ other: String, _ view: TimelineView) -> [String] {
    let activity = view.activity(other)?.activity
    let lag =
      link.lag == 0 ? "" : link.lag > 0 ? ", \(link.lag) days later" : ", \(-link.lag) days sooner"
    let how =
      switch link.kind {
      case .finishToStart: "the second starts when the first ends\(lag)"
      case .startToStart: "the second starts when the first starts\(lag)"
      case .finishToFinish: "the second ends when the first ends\(lag)"
      }
    let dependency = view.dependencies.first { $0.id == link.id }
    let given =
      dependency.map { found in
        [found.status.label, found.byWhen.map { "needed by \($0.text)" }].compactMap { $0 }
          .joined(separator: ", ")
      } ?? "within the plan"
    return [
      activity?.label ?? other, plan.workstreamName(activity?.workstream ?? ""), how, given,
      link.reason.isEmpty
        ? "agreed between the workstreams"
        : link.reason + (link.isStated ? "" : " (assumed)"),
    ]
  }

  private func gatesSection(
    _ id: String, _ view: TimelineView, _ asOf: AsOf
  ) -> SectionPage.Section? {
    let reached = view.gates.compactMap { gate -> (gate: GateForecast, float: Int)? in
      guard !gate.isDone, gate.id != id, let float = view.floats(to: gate.id)[id] else {
        return nil
      }
      return (gate, float)
    }
    guard !reached.isEmpty else { return nil }
    var section = SectionPage.Section(heading: "Gates that it leads to")
    section.paragraphs = [
      "Days to spare are those by which it can be later than forecast before the gate moves."
    ]
    section.grids = [
      Grid(
        "Days to spare before each gate", ["Gate", "Forecast", "Days to spare#", "Critical"],
        reached.map { gate, float in
          [
            gate.label, gate.forecast.text, "\(max(float, 0))",
            float <= 0 ? "yes" : float <= view.rules.nearCriticalDays ? "nearly" : "no",
          ]
        }, links: reached.map { TimelineWords.path($0.gate.id) + asOf.query })
    ]
    return section
  }

  private func recordSection(_ progress: RecordedProgress?) -> SectionPage.Section? {
    guard let progress, !progress.steps.isEmpty else { return nil }
    var section = SectionPage.Section(heading: "What was recorded")
    section.grids = [
      Grid(
        "Records, the last one first", ["Recorded", "What", "Why"],
        progress.steps.reversed().map { step in
          let known = step.progress
          let words = [
            known.started.map { "started on \($0.text)" },
            known.finished.map { "done on \($0.text)" },
            known.forecast.map { "forecast \($0.text)" },
            known.percent.map { "\($0)% done" },
          ].compactMap { $0 }
          let note = text(known.note)
          return [
            LondonTime.day(step.time).text, words.isEmpty ? "note" : words.joined(separator: ", "),
            note.isEmpty ? "no note" : note,
          ]
        })
    ]
    return section
  }
}
