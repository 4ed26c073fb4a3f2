// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Pictures

/// Draws the pictures that a plan's table names, from the figures of the assessment.
enum PictureCatalogue {
  static func pictures(
    of plan: Plan, _ graph: FactGraph, _ finance: FinanceFindings?
  ) -> [Assessment.PictureEntry] {
    let studio = PictureStudio(plan: plan, graph: graph, finance: finance)
    return plan.pictures.map { row in
      let (picture, facts) = studio.picture(row)
      return .init(id: row.id, picture: picture, facts: facts)
    }
  }
}

/// Makes one picture from one row.
struct PictureStudio {
  let plan: Plan
  let graph: FactGraph
  let finance: FinanceFindings?

  func picture(_ row: PictureRow) -> (any Picture, [FactID]) {
    switch row.kind {
    case .bar: bars(row)
    case .gapByYear: gapByYear(row)
    case .pressures: pressures(row)
    case .bridge: bridge(row)
    case .gapByOrganisation: gapByOrganisation(row)
    case .sites: sites(row)
    case .timeline: timeline(row)
    }
  }

  func caption(_ row: PictureRow) -> Caption {
    Caption(
      id: row.id, title: Uses.plain(row.title, graph), summary: Uses.plain(row.summary, graph),
      sourceLine: row.sourceLine)
  }

  func value(_ id: FactID) -> Double? { graph[id]?.quantity.value.asDouble }

  func text(_ id: FactID) -> String? { graph[id]?.figureText }

  func link(_ id: FactID) -> String { "/facts/\(id)" }

  /// How the axis writes numbers, after the unit of a fact.
  func numbers(like id: FactID?) -> NumberStyle {
    guard let unit = id.flatMap({ graph[$0] })?.quantity.unit else { return NumberStyle() }
    if unit.isMoney {
      let scale =
        switch unit.pounds {
        case 1_000_000: "m"
        case 1_000_000_000: "bn"
        default: ""
        }
      return NumberStyle(prefix: "£", suffix: scale)
    }
    return unit.isPercentage ? NumberStyle(suffix: "%") : NumberStyle()
  }

  private func bars(_ row: PictureRow) -> (any Picture, [FactID]) {
    let bars = row.facts.enumerated().map { index, id in
      let label = index < row.labels.count ? row.labels[index] : graph[id]?.label ?? id.rawValue
      return BarChart.Bar(label, value(id), display: text(id), link: link(id))
    }
    let unit = row.facts.first.flatMap { graph[$0] }?.quantity.unit.name ?? ""
    let chart = BarChart(
      caption: caption(row), nameHeading: "What", valueHeading: unit.isEmpty ? "Figure" : unit,
      numbers: numbers(like: row.facts.first), bars: bars)
    return (chart, row.facts)
  }

  private func sites(_ row: PictureRow) -> (any Picture, [FactID]) {
    let names = Dictionary(
      plan.organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    // Units beyond the boundary have nobody of the partnership to run them.
    let own = plan.sites.contains { !$0.organisation.isEmpty }
    let sites = plan.sites.filter { !own || !$0.organisation.isEmpty }.map { site in
      DotMap.Site(
        site.name,
        at: DotMap.Coordinate(longitude: site.longitude, latitude: site.latitude),
        category: names[site.organisation] ?? "Other", note: site.postcode,
        link: site.organisation.isEmpty ? nil : "/organisations#\(site.organisation)")
    }
    let map = DotMap(caption: caption(row), categoryHeading: "Run by", sites: sites)
    return (map, row.facts)
  }

  private func timeline(_ row: PictureRow) -> (any Picture, [FactID]) {
    var order: [String] = []
    var groups: [String: [MilestoneRow]] = [:]
    for milestone in plan.milestones {
      if groups[milestone.milestone] == nil { order.append(milestone.milestone) }
      groups[milestone.milestone, default: []].append(milestone)
    }
    let rows = order.map { key -> Timeline.Row in
      let events = (groups[key] ?? []).map { milestone in
        Timeline.Event(
          Timeline.State(rawValue: milestone.state) ?? .stated,
          start: milestone.when.firstDay.decimalYear,
          end: milestone.when.firstDay == milestone.when.lastDay
            ? nil : milestone.when.lastDay.decimalYear,
          text: milestone.when.plainEnglish)
      }
      return Timeline.Row(groups[key]?.first?.label ?? key, events: events)
    }
    let sorted = rows.sorted { left, right in
      (left.events.first?.start ?? 0, left.name) < (right.events.first?.start ?? 0, right.name)
    }
    return (Timeline(caption: caption(row), rows: sorted), row.facts)
  }
}
