// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Pictures

/// The pictures of money, drawn from what the finance engine found.
extension PictureStudio {
  private var money: NumberStyle { NumberStyle(prefix: "£", suffix: "m") }

  /// A fact in millions of pounds; nil when it is not money.
  private func millions(_ id: FactID) -> Double? {
    guard let quantity = graph[id]?.quantity, let pounds = quantity.unit.pounds else { return nil }
    return quantity.value.asDouble * Double(pounds) / 1_000_000
  }

  func gapByYear(_ row: PictureRow) -> (any Picture, [FactID]) {
    let years = finance?.years ?? []
    let ours = finance?.systemGap ?? []
    var series = [LineChart.Series("This plan's model", ours.map(millions))]
    var shown = ours
    // Published figures are single points beside the model's line; the row names them.
    if !row.facts.isEmpty {
      let points = years.map { year -> Double? in
        row.facts.first { graph[$0]?.period?.firstFinancialYear == year }.flatMap(millions)
      }
      series.insert(LineChart.Series("Published", points), at: 0)
      shown += row.facts
    }
    let chart = LineChart(
      caption: caption(row), placeHeading: "Year", valueHeading: "£ million", numbers: money,
      places: LineChart.Place.evenly(years.map { Period.financialYear($0).description }),
      series: series)
    return (chart, shown)
  }

  func pressures(_ row: PictureRow) -> (any Picture, [FactID]) {
    guard let finance, let first = finance.systemGap.first, let last = finance.systemGap.last,
      let from = finance.years.first, let through = finance.years.last
    else { return bridgeWithoutModel(row) }
    var steps = [
      Waterfall.Step(
        "Gap in \(Period.financialYear(from))", .start(millions(first) ?? 0), display: text(first))
    ]
    for pressure in finance.pressures {
      let amount = millions(pressure.fact)
      steps.append(
        Waterfall.Step(pressure.label, .change(amount), tone: (amount ?? 0) > 0 ? .bad : .good))
    }
    steps.append(
      Waterfall.Step(
        "Gap in \(Period.financialYear(through))", .end(stated: nil), display: text(last)))
    return (
      Waterfall(
        caption: caption(row), valueHeading: "£ million", numbers: money, steps: steps),
      [first] + finance.pressures.map(\.fact) + [last]
    )
  }

  func bridge(_ row: PictureRow) -> (any Picture, [FactID]) {
    // A row may name published figures: the gap first, then what closes part of it.
    if let gap = row.facts.first, let start = millions(gap) {
      var steps = [Waterfall.Step(label(row, 0), .start(start), tone: .bad, display: text(gap))]
      for (index, id) in row.facts.enumerated().dropFirst() {
        steps.append(
          Waterfall.Step(label(row, index), .change(millions(id).map { -$0 }), tone: .good))
      }
      steps.append(Waterfall.Step("Not explained", .end(stated: nil), tone: .unexplained))
      return (
        Waterfall(caption: caption(row), valueHeading: "£ million", numbers: money, steps: steps),
        row.facts
      )
    }
    guard let finance, let gap = finance.systemGap.last else { return bridgeWithoutModel(row) }
    var steps = [
      Waterfall.Step(
        "Gap if nothing is done", .start(millions(gap) ?? 0), tone: .bad, display: text(gap))
    ]
    for saving in finance.savings {
      steps.append(
        Waterfall.Step(saving.label, .change(millions(saving.fact).map { -$0 }), tone: .good))
    }
    steps.append(Waterfall.Step("Still to close", .end(stated: nil), tone: .unexplained))
    return (
      Waterfall(caption: caption(row), valueHeading: "£ million", numbers: money, steps: steps),
      [gap] + finance.savings.map(\.fact)
    )
  }

  func gapByOrganisation(_ row: PictureRow) -> (any Picture, [FactID]) {
    let organisations = finance?.organisations ?? []
    let bars = organisations.compactMap { organisation -> BarChart.Bar? in
      guard let gap = organisation.gaps.last else { return nil }
      return BarChart.Bar(
        organisation.name, millions(gap), tone: (millions(gap) ?? 0) > 0 ? .bad : .good,
        display: text(gap), link: link(gap))
    }
    let chart = BarChart(
      caption: caption(row), nameHeading: "Organisation", valueHeading: "£ million",
      numbers: money,
      bars: bars.sorted { ($0.value ?? 0, $1.name) > ($1.value ?? 0, $0.name) })
    return (chart, organisations.compactMap(\.gaps.last))
  }

  private func label(_ row: PictureRow, _ index: Int) -> String {
    index < row.labels.count
      ? row.labels[index] : graph[row.facts[index]]?.label ?? row.facts[index].rawValue
  }

  private func bridgeWithoutModel(_ row: PictureRow) -> (any Picture, [FactID]) {
    (Waterfall(caption: caption(row), valueHeading: "£ million", numbers: money, steps: []), [])
  }
}
