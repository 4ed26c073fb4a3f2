// SPDX-License-Identifier: Apache-2.0

import Pictures
import Productivity
import Programme

/// What a tool found, as sections of its page.
struct ToolResults {
  /// More dots than this are a smear.
  private static let mostDots = 600

  let sections: [SectionPage.Section]

  init(_ report: ToolReport, isExample: Bool, download: SectionForm) {
    var first = SectionPage.Section(
      heading: isExample ? "What the made-up example gives" : "What your table gives",
      paragraphs: [report.headline])
    first.items = report.figures.map { SectionPage.Item(text: "\($0.label): \($0.value)") }
    if let chart = report.chart {
      if chart.dots <= ToolResults.mostDots {
        first.drawings = [ToolResults.drawing(chart)]
      } else {
        first.paragraphs.append(
          "There is no picture: \(Numbers.grouped(chart.dots)) dots would hide each other.")
      }
    }
    var tables = SectionPage.Section(heading: "Tables")
    tables.grids = report.tables.map(ToolResults.grid)
    if report.tables.contains(where: { $0.rows.count > ToolPage.mostRows }) {
      tables.paragraphs = [
        "A table here has \(ToolPage.mostRows) rows at most; the file has all of them."
      ]
    }
    tables.forms = [download]
    sections = [
      first, tables, ToolResults.excluded(report),
      SectionPage.Section(
        heading: "How these results were worked out",
        items: report.rule.map { SectionPage.Item(text: $0) }),
    ]
  }

  private static func excluded(_ report: ToolReport) -> SectionPage.Section {
    guard !report.excluded.isEmpty else {
      return SectionPage.Section(
        heading: "What was left out", paragraphs: ["Nothing: every row counts."])
    }
    let shown = report.excluded.prefix(ToolPage.mostRows)
    let more = report.excluded.count - shown.count
    return SectionPage.Section(
      heading: "What was left out",
      paragraphs: more > 0 ? ["\(more) more are not shown."] : [],
      grids: [
        Grid("Left out, and why", ["What", "Why"], shown.map { [$0.subject, $0.reason] })
      ])
  }

  private static func grid(_ table: ToolTable) -> Grid {
    Grid(
      table.caption, table.columns.map { $0.title + ($0.decimals == nil ? "" : "#") },
      table.rows.prefix(ToolPage.mostRows).map { row in
        row.enumerated().map { table.text($0.element, column: $0.offset) }
      })
  }

  private static func drawing(_ chart: ToolChart) -> DrawingModel {
    switch chart {
    case .strip(let strip): drawing(picture(strip))
    case .bars(let bars): drawing(picture(bars))
    }
  }

  private static func picture(_ strip: ToolChart.Strip) -> StripChart {
    StripChart(
      caption: caption(strip.title, "Dots along one scale."),
      rowHeading: "Group", nameHeading: "Name", valueHeading: strip.scale,
      numbers: NumberStyle(prefix: strip.prefix, decimals: strip.decimals),
      rows: strip.rows.map { row in
        StripChart.Row(
          row.name,
          dots: row.dots.map {
            StripChart.Dot($0.name, $0.value, isNamed: strip.named.contains($0.name))
          },
          quartiles: row.quartiles.map {
            StripChart.Quartiles(lower: $0.lower, median: $0.median, upper: $0.upper)
          })
      },
      reference: strip.reference.map { StripChart.Reference($0.label, at: $0.value) })
  }

  private static func picture(_ bars: ToolChart.Bars) -> BarChart {
    BarChart(
      caption: caption(bars.title, "Bars from nought."), nameHeading: bars.nameHeading,
      valueHeading: bars.valueHeading, numbers: NumberStyle(prefix: bars.prefix),
      bars: bars.bars.map { BarChart.Bar($0.name, $0.value) })
  }

  private static func caption(_ title: String, _ summary: String) -> Caption {
    Caption(id: "result", title: title, summary: summary + " The table has the numbers.")
  }

  private static func drawing(_ picture: some Picture) -> DrawingModel {
    let table = picture.table
    return DrawingModel(
      id: "result", title: picture.title, wide: picture.svg(.wide), narrow: picture.svg(.narrow),
      table: Grid(
        "What the picture shows",
        table.columns.map { $0.heading + ($0.isNumeric ? "#" : "") },
        Array(table.rows.prefix(ToolPage.mostRows))))
  }
}

extension ToolChart {
  /// How many things it draws.
  fileprivate var dots: Int {
    switch self {
    case .strip(let strip): strip.rows.reduce(0) { $0 + $1.dots.count }
    case .bars(let bars): bars.bars.count
    }
  }
}
