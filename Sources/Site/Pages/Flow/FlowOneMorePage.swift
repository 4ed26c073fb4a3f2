// SPDX-License-Identifier: Apache-2.0

import Facts
import OutputAnalysis
import PatientFlow
import Pictures
import Simulation

extension FlowPages {
  /// What a few beds more or fewer of the unit most waited for are worth.
  func oneMore(_ found: OneMoreBed) -> FlowPageModel {
    let unit = units[found.unit]
    let amount = found.step == 1 ? "one more \(unit.noun)" : "\(found.step) more \(unit.nouns)"
    let heading = "What \(amount) at \(unit.name) is worth"
    var page = page(heading, path: paths.oneMore, answer: answer(found, amount))
    var part = FlowPageModel.Part(
      "From fewer beds to more",
      text: [
        "Every number of \(unit.nouns) is run with the same patients and the same luck. Nothing else "
          + "changes. " + effort(found.replications)
      ])
    part.pictures = [PictureModel(drawn: curve(found))]
    part.tables = [table(found)]
    page.parts = [part]
    return page
  }

  private func answer(_ found: OneMoreBed, _ amount: String) -> String {
    let name = units[found.unit].name
    guard let step = found.firstStep, let change = step.difference else {
      return "What becomes of the queue for \(name) with fewer or more."
    }
    let mean = change.difference.mean
    guard change.isClear else {
      return "With \(amount) at \(name), the number of people who wait for it would hardly change: "
        + "\(FlowText.difference(change.difference)) people."
    }
    return "With \(amount) at \(name), \(FlowText.number(mean.magnitude)) "
      + "\(mean < 0 ? "fewer" : "more") people would wait for it on average "
      + "(the interval: \(FlowText.difference(change.difference)))."
  }

  private func curve(_ found: OneMoreBed) -> LineChart {
    let unit = units[found.unit]
    let values = found.points.map(\.waiting)
    let bands = values.map { estimate -> ClosedRange<Double>? in
      guard let low = estimate.low, let high = estimate.high, low <= high else { return nil }
      return max(low, 0)...high
    }
    let (first, last) = (found.points.first, found.points.last)
    let title =
      "From \(FlowText.number(first?.waiting.mean ?? 0)) people waiting with "
      + "\(first?.beds ?? 0) \(unit.nouns) to \(FlowText.number(last?.waiting.mean ?? 0)) with "
      + "\(last?.beds ?? 0)"
    return LineChart(
      caption: Caption(
        id: "one-more", title: title,
        summary: found.points.map {
          "\($0.beds) \(unit.nouns): \(FlowText.people($0.waiting)) wait."
        }.joined(separator: " "), sourceLine: pictures.source),
      placeHeading: unit.nouns.firstUppercased,
      valueHeading: "People waiting for \(unit.name), mean and 95% interval",
      numbers: NumberStyle(decimals: 1),
      places: found.points.map {
        .init($0.change == 0 ? "\($0.beds) today" : "\($0.beds)", at: Double($0.beds))
      },
      series: [.init("waiting", values.map(\.mean), band: bands)])
  }

  private func table(_ found: OneMoreBed) -> TableModel {
    let unit = units[found.unit]
    return TableModel(
      caption: "Against the \(unit.nouns) of today: \(unit.name)",
      columns: [
        (unit.nouns.firstUppercased, false), ("More or fewer", true), ("People waiting", true),
        ("Difference from today", true),
      ],
      rows: found.points.map { point in
        TableModel.Row(
          "\(point.beds)",
          [
            .number(PlainNumber.text(Double(point.change))),
            .number(FlowText.cell(point.waiting)),
            .number(
              point.difference.map { FlowText.difference($0.difference) } ?? "as it stands"),
          ])
      })
  }
}
