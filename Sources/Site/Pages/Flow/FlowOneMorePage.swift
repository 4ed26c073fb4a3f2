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
    let heading = "What \(amount) at “\(unit.name)” \(found.step == 1 ? "is" : "are") worth"
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
    let name = "“\(units[found.unit].name)”"
    guard let step = found.firstStep, let change = step.difference else {
      return "What becomes of the queue for \(name) with fewer or more."
    }
    let difference = change.difference
    guard change.isClear, let low = difference.low, let high = difference.high else {
      return
        "With \(amount) at \(name), the simulation cannot tell whether more or fewer people would "
        + "wait for it: \(FlowPhrase.difference(difference))."
    }
    let ends = [low.magnitude, high.magnitude].sorted().map(FlowPhrase.number)
    let everywhere = step.everywhere.flatMap { found -> String? in
      guard found.isClear, found.difference != difference else { return nil }
      let mean = found.difference.mean
      return " Anywhere in the model, \(FlowPhrase.number(mean.magnitude)) "
        + "\(mean < 0 ? "fewer" : "more") would wait."
    }
    return "With \(amount) at \(name), \(FlowPhrase.number(difference.mean.magnitude)) "
      + "\(difference.mean < 0 ? "fewer" : "more") people would wait for it on average "
      + "(between \(ends[0]) and \(ends[1])).\(everywhere ?? "")"
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
      "From \(FlowPhrase.number(first?.waiting.mean ?? 0)) people waiting with "
      + "\(count(first)) \(unit.nouns) to \(FlowPhrase.number(last?.waiting.mean ?? 0)) with "
      + count(last)
    return LineChart(
      caption: Caption(
        id: "one-more", title: title,
        summary: found.points.map {
          "\(count($0)) \(unit.nouns): \(FlowPhrase.people($0.waiting)) wait."
        }.joined(separator: " "), sourceLine: pictures.source(found.replications)),
      placeHeading: unit.nouns.firstUppercased,
      valueHeading: "People waiting for \(unit.name), mean and 95% interval",
      numbers: NumberStyle(decimals: (values.map(\.mean).max() ?? 0) < 20 ? 1 : 0),
      places: found.points.map {
        .init($0.change == 0 ? "\(count($0)) today" : count($0), at: Double($0.beds))
      },
      series: [.init("waiting", values.map(\.mean), band: bands)])
  }

  private func count(_ point: OneMoreBed.Point?) -> String {
    PlainNumber.text(Double(point?.beds ?? 0))
  }

  private func table(_ found: OneMoreBed) -> TableModel {
    let unit = units[found.unit]
    return TableModel(
      caption: "Against the \(unit.nouns) of today: \(unit.name)",
      columns: [
        (unit.nouns.firstUppercased, false), ("More or fewer", true), ("People waiting", true),
        ("Difference from today", true), ("Difference anywhere", true),
      ],
      rows: found.points.map { point in
        TableModel.Row(
          count(point),
          [
            .number(PlainNumber.text(Double(point.change))),
            .number(FlowPhrase.cell(point.waiting)),
            .number(
              point.difference.map { FlowPhrase.difference($0.difference) } ?? "as it stands"),
            .number(
              point.everywhere.map { FlowPhrase.difference($0.difference) } ?? "as it stands"),
          ])
      })
  }
}
