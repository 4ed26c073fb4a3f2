// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// Every set of sites as a point: the mean journey across, the size of the smallest unit up.
struct OptionsPlot {
  let chart: ScatterChart

  /// Draws the sets of a service; nil when they were not listed one by one.
  init?(_ findings: OptionsFindings, reachable: (String) -> String?) {
    guard let elimination = findings.elimination else { return nil }
    let model = findings.model
    let paths = OptionsPaths(model: model)
    let points = elimination.sets.compactMap { set -> ScatterChart.Point? in
      guard let outcome = model.outcome(of: set.open) else { return nil }
      let row = model.named(set.open)
      let isOnList = set.removedBy == nil
      let sites = set.open.map { model.site($0)?.shortName ?? $0 }
      let isNamed = isOnList || row?.stage == .decided || row?.stage == .current
      return ScatterChart.Point(
        isNamed ? row?.name ?? sites.joined(separator: ", ") : sites.joined(separator: ", "),
        outcome.meanMinutes, outcome.smallestUnit, category: OptionsPlot.category(set),
        isNamed: isNamed, link: isNamed ? reachable(paths.configuration(set.open)) : nil)
    }
    let floor = model.standards.first {
      $0.row.measure == .volume && $0.row.isAtLeast && $0.row.isEachSite
    }
    let cases = model.service.cases
    var chart = ScatterChart(
      caption: Caption(
        id: "every-set",
        title: "Short journeys and large units pull against each other",
        summary: "Each point is one of \(points.count) sets of sites. The more sites are open, the "
          + "shorter the mean journey and the smaller the smallest unit.",
        sourceLine: "\(model.journeys()?.row.name ?? ""); \(cases) of \(model.service.series)."),
      nameHeading: "Sites open",
      across: .init(
        "Mean journey, minutes", numbers: NumberStyle(decimals: 1),
        better: .lower("fewer minutes is better")),
      up: .init(
        "\(cases.firstUppercased) a year at the smallest unit",
        better: .higher("larger keeps skills"),
        references: floor.map { [.init(PlainNumber.text($0.limit) + " a year", at: $0.limit)] }
          ?? []),
      points: points)
    chart.categoryHeading = "Number of sites"
    chart.categories = ["1 or 2 sites", "3 sites", "4 sites or more"]
    chart.front = .init(
      "sets that no other beats on both", through: chart.unbeaten, shape: .stepped)
    self.chart = chart
  }

  private static func category(_ set: Elimination.SiteSet) -> String {
    switch set.open.count {
    case ..<3: "1 or 2 sites"
    case 3: "3 sites"
    default: "4 sites or more"
    }
  }
}
