// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Pictures
import Programme
import Schedule

extension ResourcingPart {
  func list(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    var sections = [chosen(view, asOf), waiting(view, asOf)]
    if view.solution != nil, !view.roles.isEmpty {
      sections.append(load(view))
      sections.append(try worth(view))
    }
    sections += [decision(view), Self.method, asOf.section("/programme/resourcing")]
    return SectionPage(
      title: "People and priorities", answer: Self.answer(view), notice: asOf.notice,
      sections: sections
    ).answer(isPrivate: false)
  }

  private static func answer(_ view: ResourceView) -> String {
    if let fault = view.fault { return fault }
    guard let solution = view.solution, !view.lines.isEmpty else {
      return "Nobody has asked for people yet."
    }
    let done = view.lines.filter { $0.start != nil }.count
    let start =
      "\(done) of \(EventWords.count(view.lines.count, "request", "requests")) fit, worth "
      + "\(shown(solution.value)) points together. "
    return start
      + (solution.isOptimal
        ? "It is proven that no other choice is worth more."
        : "The search was cut short: another choice could be worth up to "
          + "\(shown(solution.gap)) points more.")
  }

  static func shown(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() && abs(tenths) < 1e15 ? "\(Int(tenths))" : "\(tenths)"
  }

  private func link(_ demand: ResourceDemand, _ asOf: AsOf) -> String {
    "/programme/resourcing/\(demand.id)\(asOf.query)"
  }

  private func workstream(_ id: String) -> String {
    services.programme.resources.workstreams.first { $0.id == id }?.name ?? id
  }

  private func chosen(_ view: ResourceView, _ asOf: AsOf) -> SectionPage.Section {
    let lines = view.lines.filter { $0.start != nil }
      .sorted { ($0.start?.number ?? 0, $0.demand.id) < ($1.start?.number ?? 0, $1.demand.id) }
    var section = SectionPage.Section(heading: "What fits")
    if lines.isEmpty {
      section.paragraphs = ["Nothing."]
      return section
    }
    section.grids = [
      Grid(
        "Requests that fit", ["Work", "Workstream", "Points#", "Starts", "Ends", "State"],
        lines.map { line in
          let start = line.start ?? view.day
          let end = start.addingMonths(max(0, line.demand.days.count - 1))
          return [
            line.demand.title, workstream(line.demand.workstream), Self.shown(line.demand.value),
            start.monthText, end.monthText,
            line.hasStarted ? "Started" : line.demand.isMust ? "Must be done" : "Chosen",
          ]
        }, links: lines.map { link($0.demand, asOf) })
    ]
    return section
  }

  private func waiting(_ view: ResourceView, _ asOf: AsOf) -> SectionPage.Section {
    let lines = view.lines.filter { $0.start == nil }
    var section = SectionPage.Section(heading: "What waits, and why")
    if lines.isEmpty { section.paragraphs = ["Nothing waits."] }
    if !lines.isEmpty {
      section.grids = [
        Grid(
          "Requests that wait", ["Work", "Workstream", "Points#", "Why"],
          lines.map { line in
            [
              line.demand.title, workstream(line.demand.workstream), Self.shown(line.demand.value),
              line.wait ?? "No choice was found.",
            ]
          }, links: lines.map { link($0.demand, asOf) })
      ]
    }
    if !view.missed.isEmpty {
      section.paragraphs.append("Not decided before their last month to start:")
      section.items = view.missed.map {
        SectionPage.Item(
          link: SectionLink(text: $0.title, href: link($0, asOf)),
          text: "could start until \($0.latest.monthText)")
      }
    }
    return section
  }

  private func load(_ view: ResourceView) -> SectionPage.Section {
    let cells = view.months.indices.map { month in
      view.roles.indices.map { role -> HeatTable.Cell in
        let (used, capacity) = view.load(month: month, role: role)
        let share = capacity > 0 ? used / capacity : nil
        return HeatTable.Cell(
          share: share, words: "\(Self.shown(used)) of \(Self.shown(capacity))",
          short: share.map { "\(Int(($0 * 100).rounded()))%" } ?? "0")
      }
    }
    let picture = HeatTable(
      caption: Caption(
        id: "load", title: "Person-days used of those there are, by month and kind of people",
        summary: "A row for each month, a column for each kind of people; the darker, the fuller."),
      rowHeading: "Month", columns: view.roles.map(\.name),
      rows: view.months.map(\.shortMonthText), cells: cells)
    return SectionPage.Section(
      heading: "How full the months are",
      drawings: [
        DrawingModel(
          id: "load", title: picture.title, wide: picture.svg(.wide),
          narrow: picture.svg(.narrow),
          table: MeasureDrawing.grid(picture.table, "Person-days by month"))
      ])
  }

  private func worth(_ view: ResourceView) throws -> SectionPage.Section {
    let worths = try worths(view)
    var section = SectionPage.Section(heading: "What one more person-month would be worth")
    section.grids = [
      Grid(
        "Points gained by one more person for one month",
        ["Kind of people", "Points gained#", "Best month", "Proven"],
        worths.map { worth in
          [
            services.programme.resources.name(ofRole: worth.role), Self.shown(worth.gain),
            worth.month.map { view.months[$0].monthText } ?? "None",
            worth.isProven ? "Yes" : "No: at least this",
          ]
        })
    ]
    return section
  }

  private func decision(_ view: ResourceView) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What was decided last")
    guard let decided = view.decision else {
      section.paragraphs = ["Nothing was decided yet."]
      return section
    }
    let decision = decided.decision
    section.paragraphs = [
      "\(LondonTime.day(decided.time).text), \(decision.decidedBy), entry \(decided.sequence) of the "
        + "record: \(decision.starts.count) to be done and \(decision.waiting.count) to wait, worth "
        + "\(Self.shown(decision.value)) points"
        + (decision.isProven ? ", proven to be the most. " : ". ") + decision.reason
    ]
    let differences = view.differences
    if differences.isEmpty {
      section.paragraphs.append("It is still the choice that is worth most.")
    } else {
      section.paragraphs.append("Since then, requests or people have changed:")
      section.items = differences.map { SectionPage.Item(link: nil, text: $0) }
    }
    return section
  }

  func page(_ id: String, _ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let state = try asOf.state(ResourceState.self, services.ledger)
    guard let found = state.request(id) else { throw PortalProblem.notFound }
    let demand = found.demand
    let view = try view(asOf)
    let line = view.lines.first { $0.demand.id == id }
    let roles = services.programme.resources.roles.filter { role in
      demand.days.contains { ($0[role.id] ?? 0) > 0 }
    }
    var days = SectionPage.Section(heading: "Who is needed")
    days.grids = [
      Grid(
        "Person-days by month from the start", ["Month"] + roles.map { $0.name + "#" },
        demand.days.enumerated().map { place, month in
          ["\(place + 1)"] + roles.map { Self.shown(month[$0.id] ?? 0) }
        })
    ]
    return SectionPage(
      title: demand.title, answer: Self.standing(line, found), notice: asOf.notice,
      links: [
        SectionLink(
          text: "People and priorities", href: "/programme/resourcing\(asOf.query)")
      ],
      sections: [
        about(demand, state), days, Self.history(found),
        asOf.section("/programme/resourcing/\(id)"),
      ]
    ).answer(isPrivate: false)
  }

  private static func standing(
    _ line: ResourceView.Line?, _ request: ResourceState.Request
  ) -> String {
    if request.isWithdrawn { return "Withdrawn." }
    guard let line else { return "It is over, or its last month to start has passed." }
    if let start = line.start {
      return line.hasStarted
        ? "Started in \(start.monthText)." : "It fits, starting in \(start.monthText)."
    }
    return "It waits. " + (line.wait ?? "")
  }

  private func about(_ demand: ResourceDemand, _ state: ResourceState) -> SectionPage.Section {
    var rows = [
      ["Workstream", workstream(demand.workstream)],
      ["Points", Self.shown(demand.value)], ["Why", demand.reason],
      ["Can start", "\(demand.earliest.monthText) to \(demand.latest.monthText)"],
      ["Takes", EventWords.count(demand.days.count, "month", "months")],
      ["Must be done", demand.isMust ? "Yes" : "No"],
    ]
    for id in demand.prerequisites {
      rows.append(["Waits for", state.request(id)?.demand.title ?? id])
    }
    if let group = demand.exclusiveGroup { rows.append(["One of", group]) }
    return SectionPage.Section(
      heading: "What is asked for", grids: [Grid("The request", ["What", "Value"], rows)])
  }

  private static func history(_ request: ResourceState.Request) -> SectionPage.Section {
    SectionPage.Section(
      heading: "What happened",
      grids: [
        Grid(
          "History", ["When", "What", "Entry of the record#"],
          request.history.map { [LondonTime.text($0.time), $0.text, "\($0.sequence)"] })
      ])
  }

  private static let method = SectionPage.Section(
    heading: "How this is chosen",
    paragraphs: [
      "Each request says what it is worth in points, which all workstreams give by the same rule, "
        + "and how many person-days it needs month by month. All requests that fit together are "
        + "compared, whatever they start; the page shows the choice that is worth most. The proof "
        + "is a bound: a number of points that no choice can pass.",
      "What was decided to start by now has started and stays. The points are somebody's judgement, "
        + "and the choice is only as good as they are.",
    ])
}
