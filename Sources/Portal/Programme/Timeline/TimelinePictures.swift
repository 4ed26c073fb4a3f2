// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures
import Programme
import Schedule

/// The pictures of the timeline, each with words that say what it shows.
struct TimelinePictures {
  let view: TimelineView
  let query: String

  /// Bars for some activities, with what is critical for a gate.
  func gantt(_ activities: [ActivityForecast], for gate: GateForecast?) -> GanttChart {
    let floats = gate.map { view.floats(to: $0.id) } ?? [:]
    let rows = activities.map { activity in
      var row = GanttChart.Row(
        activity.activity.label, dates: TimelineWords.dates(activity),
        start: Double(activity.start.number), finish: Double(activity.finish.number),
        isMoment: activity.activity.kind != .activity)
      row.isDone = activity.isDone
      row.isCritical = floats[activity.id].map { $0 <= 0 } ?? false
      row.latest = Double(activity.latest.number)
      row.baseline = activity.baseline.map {
        Double(min($0.start, $0.finish).number)...Double($0.finish.number)
      }
      row.link = TimelineWords.path(activity.id) + query
      return row
    }
    let critical = rows.filter { $0.isCritical && !$0.isDone }.count
    let title =
      gate.map { "\(critical) of \(rows.count) decide when “\($0.label)”" }
      ?? "\(rows.count) activities and gates"
    return GanttChart(
      caption: Caption(
        id: "gantt", title: title,
        summary:
          "A row for each activity or gate with its dates in words; bars lie along the years."),
      rows: rows,
      ticks: Self.ticks(
        from: activities.map(\.start).min(), to: activities.map { max($0.latest, $0.finish) }.max()),
      today: .init(Double(view.day.number), view.day.text))
  }

  /// The first days of years, or of quarters when there are few years.
  static func ticks(from first: CivilDay?, to last: CivilDay?) -> [GanttChart.Tick] {
    guard let first, let last else { return [] }
    let years = first.parts.year...max(last.parts.year, first.parts.year)
    let months = years.count <= 2 ? [1, 4, 7, 10] : [1]
    return years.flatMap { year in
      months.compactMap { month in CivilDay(year: year, month: month, day: 1) }
    }
    .filter { $0 >= first.adding(-120) && $0 <= last }
    .map { day in
      let (year, month, _) = day.parts
      return GanttChart.Tick(
        Double(day.number), months.count == 1 ? "\(year)" : "\(names[month] ?? "") \(year)")
    }
  }

  private static let names = [1: "Jan", 4: "Apr", 7: "Jul", 10: "Oct"]

  /// How likely each day is for a gate.
  func curve(_ gate: GateForecast, _ finish: FinishDistribution) -> CompletionCurve {
    let marks = [0.1, 0.5, 0.8, 0.9].map { share in
      step(finish.quantile(share), share)
    }
    let first = finish.quantile(0)
    let last = finish.quantile(1)
    return CompletionCurve(
      caption: Caption(
        id: "curve", title: "“\(gate.label)”: as likely as not by \(marks[1].label)",
        summary: "A curve that rises from 0 to 100% with the days; four days are marked on it."),
      steps: finish.curve(points: 60).map { step($0.day, $0.share) }, marks: marks,
      ticks: Self.ticks(
        from: CivilDay(number: Int(first)), to: CivilDay(number: Int(last.rounded(.up)))),
      promised: gate.promised.flatMap { day in
        // A promise long before the curve would press it flat.
        Double(day.number) > first - (last - first)
          ? .init(Double(day.number), "promised: \(day.text)") : nil
      })
  }

  private func step(_ day: Double, _ share: Double) -> CompletionCurve.Step {
    CompletionCurve.Step(day, CivilDay(number: Int((day - 1e-6).rounded(.up))).text, share)
  }

  /// The last steps before a gate: what decides its date, and what else leads there.
  ///
  /// Five steps at most lie one behind the other, because more cannot be read side by side.
  func drivers(of gate: GateForecast) -> PrecedenceDiagram {
    let critical = Set(view.path(to: gate.id))
    let open = Set(view.activities.filter { !$0.isDone }.map(\.id))
    let links = view.links.filter { open.contains($0.from) && open.contains($0.to) }
    // The longest way from each step to the gate; a step further off than shown stays out.
    var distance = [gate.id: 0]
    for step in 1...5 {
      for link in links where distance[link.to] == step - 1 { distance[link.from] = step }
    }
    let shown = distance.filter { $0.value < 5 }.keys.sorted()
    return diagram(
      shown, critical: critical, id: "drivers", title: "What leads to “\(gate.label)”")
  }

  /// A path as a picture; of a long one, the last five steps.
  func path(_ ids: [String], title: String) -> PrecedenceDiagram {
    diagram(Array(ids.suffix(5)), critical: Set(ids), id: "path", title: title)
  }

  private func diagram(
    _ ids: [String], critical: Set<String>, id: String, title: String
  ) -> PrecedenceDiagram {
    let nodes = ids.compactMap { view.activity($0) }
      .sorted { ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id) }
      .map { activity in
        PrecedenceDiagram.Node(
          activity.id, label: activity.activity.label, note: TimelineWords.dates(activity),
          isCritical: critical.contains(activity.id),
          link: TimelineWords.path(activity.id) + query)
      }
    let known = Set(ids)
    return PrecedenceDiagram(
      caption: Caption(
        id: id, title: title,
        summary: "Boxes for steps and arrows for what waits for what; thick ones decide the date."),
      nodes: nodes,
      arrows: view.links.filter { known.contains($0.from) && known.contains($0.to) }
        .map { .init($0.from, $0.to) })
  }
}
