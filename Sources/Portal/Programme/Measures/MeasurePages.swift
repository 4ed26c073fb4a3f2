// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Pictures
import ProcessControl
import Programme

extension MeasuresPart {
  func list(_ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let view = try view(asOf)
    var grid = SectionPage.Section(heading: "All measures on one page")
    grid.drawings = [MeasureDrawing.verdicts(view, query: asOf.query)]
    var concerns = SectionPage.Section(heading: "What needs attention")
    concerns.items = view.concerns.map {
      SectionPage.Item(link: link($0, asOf), text: $0.sentence)
    }
    if concerns.items.isEmpty { concerns.paragraphs = ["Nothing on this day."] }
    var rest = SectionPage.Section(heading: "Each measure")
    rest.items = view.standings.map { SectionPage.Item(link: link($0, asOf), text: $0.sentence) }
    return SectionPage(
      title: "Measures",
      answer: "Whether things change, and whether targets will be reached: more than a month being "
        + "up or down.",
      notice: asOf.notice,
      sections: [grid, concerns, rest, Self.method, asOf.section("/programme/measures")]
    ).answer(isPrivate: false)
  }

  func page(_ id: String, _ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standing = try standing(id, asOf)
    let measure = standing.definition
    var chart = SectionPage.Section(heading: "Month by month")
    chart.drawings = [MeasureDrawing.chart(standing)]
    if standing.missingCount > 0 {
      chart.paragraphs = [
        EventWords.count(standing.missingCount, "month is", "months are")
          + " not recorded. The line has a gap there."
      ]
    }
    chart.items = [
      .init(
        link: SectionLink(
          text: "The values as a file", href: "/programme/measures/\(id).csv\(asOf.query)"),
        text: "(CSV)")
    ]
    return SectionPage(
      title: measure.label, answer: standing.sentence, notice: asOf.notice,
      links: [SectionLink(text: "All measures", href: "/programme/measures\(asOf.query)")],
      sections: [
        chart, signs(standing), limits(standing), decisions(standing), about(standing),
        asOf.section("/programme/measures/\(id)"),
      ]
    ).answer(isPrivate: false)
  }

  func file(_ name: String, _ request: PortalRequest) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standing = try standing(String(name.dropLast(4)), asOf)
    var lines = ["measure,month,value,meaning"]
    for (month, point) in zip(standing.months, standing.chart.points) {
      let value = month.value.map { "\($0)" } ?? ""
      lines.append(
        "\(standing.definition.id),\(month.day.iso.prefix(7)),\(value),"
          + MeasureWords.label(point.cause))
    }
    return .text("text/csv; charset=utf-8", lines.joined(separator: "\n") + "\n", name: name)
  }

  private func link(_ standing: MeasureStanding, _ asOf: AsOf) -> SectionLink {
    SectionLink(
      text: standing.definition.label,
      href: "/programme/measures/\(standing.definition.id)\(asOf.query)")
  }

  /// The rules that any point fulfils, with the months.
  private func signs(_ standing: MeasureStanding) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Signs of change")
    let rows = ControlRule.allCases.compactMap { rule -> [String]? in
      let places = standing.chart.points.indices.filter {
        standing.chart.points[$0].rules.contains(rule)
      }
      guard !places.isEmpty else { return nil }
      let months = places.map { standing.months[$0].day.shortMonthText }
      return [rule.label, months.joined(separator: ", ")]
    }
    if rows.isEmpty {
      section.paragraphs = ["No rule is fulfilled: the months differ as they usually do."]
    } else {
      section.grids = [Grid("Rules that are fulfilled", ["Rule", "Months"], rows)]
    }
    return section
  }

  private func limits(_ standing: MeasureStanding) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Mean and limits")
    let measure = standing.definition
    let rows = standing.chart.phases.compactMap { phase -> [String]? in
      guard let first = phase.places.first, let last = phase.places.last else { return nil }
      let months =
        "\(standing.months[first].day.shortMonthText) to \(standing.months[last].day.shortMonthText)"
      guard let limits = phase.limits else {
        return [months, "\(phase.count)", "Too few", "Too few", "Too few", "None"]
      }
      return [
        months, "\(phase.count)", measure.text(limits.mean), measure.text(limits.lower),
        measure.text(limits.upper), "\(limits.rangesLeftOut)",
      ]
    }
    if rows.isEmpty {
      section.paragraphs = ["Nothing is recorded yet."]
    } else {
      section.grids = [
        Grid(
          "Mean and limits of each phase",
          [
            "Months", "Months that count#", "Mean#", "Lower limit#", "Upper limit#",
            "Steps left out as out of the ordinary#",
          ], rows)
      ]
    }
    section.paragraphs.append(
      "Limits lie 2.66 times the mean step from month to month above and below the mean: three "
        + "standard deviations, if 1.128 of them make the mean step. Limits start anew only by a "
        + "recorded decision, and from \(measure.minimumPoints) months on.")
    return section
  }

  private func decisions(_ standing: MeasureStanding) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Decisions and corrections")
    let rows = standing.record.decisions.map { decision in
      [
        LondonTime.day(decision.time).text, Self.words(decision, standing.definition),
        decision.reason, decision.decidedBy.isEmpty ? "Not needed" : decision.decidedBy,
        "\(decision.sequence)",
      ]
    }
    if rows.isEmpty {
      section.paragraphs = ["None so far."]
    } else {
      section.grids = [
        Grid(
          "What was decided about this chart",
          ["Recorded", "What", "Why", "Decided by", "Entry of the record#"], rows)
      ]
    }
    return section
  }

  private static func words(
    _ decision: MeasureRecord.Decision, _ measure: MeasureDefinition
  ) -> String {
    let month = decision.month?.monthText ?? ""
    let value = decision.value.map(measure.text)
    return switch decision.kind {
    case .target: value.map { "Target of \($0)" } ?? "No target any more"
    case .rebase: "New limits from \(month)"
    case .exclusion: "\(month) left out"
    case .inclusion: "\(month) counts again"
    case .correction: value.map { "\(month) corrected to \($0)" } ?? "\(month) taken away"
    }
  }

  private func about(_ standing: MeasureStanding) -> SectionPage.Section {
    let measure = standing.definition
    var section = SectionPage.Section(heading: "About this measure")
    section.paragraphs = [measure.definition, measure.note].filter { !$0.isEmpty }
    let better: String? =
      switch measure.better {
      case .higher: "Higher is better."
      case .lower: "Lower is better."
      case .neither: nil
      }
    section.paragraphs += [better].compactMap { $0 }
    if let workstream = measure.workstream, let path = workstream.path {
      section.items.append(
        .init(link: SectionLink(text: workstream.name, href: path), text: "(workstream)"))
    }
    if standing.targetSequence == nil, let fact = measure.targetFact {
      section.items.append(
        .init(
          link: SectionLink(text: "Where the target is published", href: "/facts/\(fact)"),
          text: ""))
    }
    if !measure.source.isEmpty {
      section.items.append(
        .init(
          link: SectionLink(
            text: "Where this is published as something that matters",
            href: "/sources/\(measure.source)"), text: measure.locator))
    }
    return section
  }

  private static let method = SectionPage.Section(
    heading: "How to read this",
    paragraphs: [
      "Every number goes up and down. A control chart shows how much it usually does, so that a "
        + "real change stands out. Four signs count: a point beyond a limit; seven points in a row "
        + "on one side of the mean; seven in a row going the same way; two of three in a row near "
        + "a limit. A target is hit or failed consistently when the usual variation alone cannot "
        + "cross it.",
      "The rules are those of the NHS programme Making Data Count. The signs are drawn by us.",
    ])
}

/// Measures as pictures.
enum MeasureDrawing {
  static func verdicts(_ view: MeasureView, query: String) -> DrawingModel {
    let picture = VerdictPicture(
      caption: Caption(
        id: "verdicts", title: "What changed, and whether targets are reached",
        summary: "For each measure a sign for change and a sign for its target, with words."),
      lines: view.standings.map { standing in
        VerdictPicture.Line(
          name: standing.definition.label,
          address: "/programme/measures/\(standing.definition.id)\(query)",
          latest: latest(standing), variation: sign(standing.chart.variation),
          variationWords: MeasureWords.label(standing.chart.variation),
          assurance: sign(standing.chart.assurance),
          assuranceWords: MeasureWords.label(standing.chart.assurance))
      })
    return DrawingModel(
      id: "verdicts", title: picture.title, wide: picture.svg(.wide), narrow: picture.svg(.narrow),
      table: grid(picture.table, "Verdicts in words"))
  }

  static func chart(_ standing: MeasureStanding) -> DrawingModel {
    let measure = standing.definition
    let picture = ControlPicture(
      caption: Caption(
        id: "chart", title: "\(measure.label): \(MeasureWords.label(standing.chart.variation))",
        summary: standing.sentence),
      placeHeading: "Month", valueHeading: measure.unit == "%" ? "Percent" : measure.unit,
      numbers: NumberStyle(suffix: measure.unit == "%" ? "%" : "", decimals: measure.decimals),
      points: zip(standing.months, standing.chart.points).map { month, point in
        ControlPicture.Point(
          month.day.shortMonthText, month.value, meaning(point.cause),
          note: (point.rules.map(\.label) + (month.isCorrected ? ["Corrected"] : []))
            .joined(separator: "; "))
      },
      phases: standing.chart.phases.compactMap { phase in
        phase.limits.map {
          ControlPicture.Phase(
            places: phase.places, mean: $0.mean, lower: $0.lower, upper: $0.upper)
        }
      },
      newStarts: standing.chart.phases.dropFirst().map(\.places.lowerBound),
      target: standing.target)
    return DrawingModel(
      id: "chart", title: picture.title, wide: picture.svg(.wide), narrow: picture.svg(.narrow),
      table: grid(picture.table, "Values, mean and limits by month"))
  }

  /// The table of a picture under a caption that its page has only once.
  static func grid(_ table: DataTable, _ caption: String) -> Grid {
    Grid(caption, table.columns.map { $0.heading + ($0.isNumeric ? "#" : "") }, table.rows)
  }

  private static func latest(_ standing: MeasureStanding) -> String {
    guard let latest = standing.latest, let value = latest.value else { return "Nothing yet" }
    return "\(standing.definition.text(value)), \(latest.day.monthText)"
  }

  private static func meaning(_ cause: ControlChart.Cause) -> ControlPicture.Meaning {
    switch cause {
    case .common, .unjudged, .missing: .usual
    case .improving: .better
    case .concerning: .worse
    case .high: .higher
    case .low: .lower
    case .ghosted: .leftOut
    }
  }

  private static func sign(_ variation: ControlChart.Variation) -> VerdictPicture.Variation {
    switch variation {
    case .improving: .better
    case .concerning: .worse
    case .high: .higher
    case .low: .lower
    case .common: .usual
    case .tooFewPoints: .unknown
    }
  }

  private static func sign(_ assurance: ControlChart.Assurance) -> VerdictPicture.Assurance {
    switch assurance {
    case .consistentlyHits: .hits
    case .hitAndMiss: .hitAndMiss
    case .consistentlyFails: .fails
    case .noTarget: .none
    case .tooFewPoints: .unknown
    }
  }
}
