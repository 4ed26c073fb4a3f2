// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import ProcessControl
import PlanPackage
import Programme

/// Measures, with what their charts say: special cause first.
struct MeasurePaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let view = MeasureView(
      plan: source.programme.measures, state: try record.state(MeasureState.self),
      day: source.day)
    let own = view.standings.filter {
      $0.latest != nil
        && (source.workstream == nil || $0.definition.workstream?.id == source.workstream?.id)
    }
    guard !own.isEmpty else { return nil }
    let concerns = own.filter {
      $0.chart.variation == .concerning || $0.chart.assurance == .consistentlyFails
    }
    let names = Set(concerns.map(\.definition.id))
    let rest = own.filter { !names.contains($0.definition.id) }
    var chapter = PaperChapter(id: "measures", heading: "Measures")
    chapter.blocks = [.table(table(concerns + rest, source))]
    let worse = count("concerning", "Measures to act on", concerns, source)
    let all = count("followed", "Measures that are followed", own, source)
    chapter.headlines = [
      PaperHeadline(
        "Measures", concerns.isEmpty ? .onTrack : .attention,
        "\(PaperFigure(worse, as: worse.value.tableText)) of \(all.figure) changed for the worse, or will not reach the target as things are."
      )
    ]
    return chapter
  }

  private func count(
    _ id: String, _ label: String, _ standings: [MeasureStanding], _ source: PaperSource
  ) -> PaperFact {
    let scope = source.workstream.map { "\($0.id)." } ?? ""
    return source.recorded(
      "measures.\(scope)\(id)", label, .count(standings.count, "measures"),
      rule: "by what the control chart of each says on the day",
      entries: standings.map { $0.latest?.sequence })
  }

  private func table(_ standings: [MeasureStanding], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "measures", caption: "Measures, and what their charts say",
      columns: [
        "Measure", "Latest month", .number("Value"), .number("Target"), "Variation",
        "Target in reach",
      ],
      rows: standings.compactMap { row($0, source) })
  }

  private func row(_ standing: MeasureStanding, _ source: PaperSource) -> PaperRow? {
    guard let latest = standing.latest, let value = latest.value else { return nil }
    let definition = standing.definition
    func fact(
      _ id: String, _ label: String, _ value: PaperValue, _ rule: String, _ entries: [Int64?]
    ) -> PaperText {
      PaperText(
        source.recorded(
          "measure.\(definition.id).\(id)", "\(definition.label): \(label)", value, rule: rule,
          entries: entries, place: "the plan’s table of measures"
        ).figure)
    }
    let judged = standing.months.map(\.sequence)
    return PaperRow(
      definition.id,
      [
        PaperText(name: definition.label),
        fact(
          "month", "latest month", .words(latest.day.monthWords), "as recorded", [latest.sequence]),
        fact("value", "latest value", number(value, definition), "as recorded", [latest.sequence]),
        standing.target.map {
          fact("target", "target", number($0, definition), "as set last", [standing.targetSequence])
        } ?? "None",
        fact(
          "variation", "variation", .words(MeasureWords.label(standing.chart.variation)),
          "the rules of control charts on every month so far", judged),
        fact(
          "assurance", "whether the target is in reach",
          .words(MeasureWords.label(standing.chart.assurance)),
          "the target against the limits of the chart", judged),
      ])
  }

  private func number(_ value: Double, _ definition: MeasureDefinition) -> PaperValue {
    .computed(value, decimals: definition.decimals, Facts.Unit(definition.unit))
  }
}

extension CivilDay {
  /// The month of a day, such as "April 2017".
  fileprivate var monthWords: String {
    text.split(separator: " ").dropFirst().joined(separator: " ")
  }
}
