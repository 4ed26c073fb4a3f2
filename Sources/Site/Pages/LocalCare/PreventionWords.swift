// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// What the page of prevention says.
struct PreventionWords {
  let view: SiteView
  let study: PreventionStudy

  private func html(_ text: String) -> String {
    FactID(text).map { view.figure.html($0) } ?? ""
  }

  private func number(_ id: FactID?) -> TableModel.Cell {
    .number(id.map { view.figure.number($0) } ?? "not worked out")
  }

  var answer: String {
    let runs = study.runs.map { run in
      "\(HTML.escape(run.row.name)): \(html("prevention.\(run.row.id).changing")) a year, each a person "
        + "who changes and would not have otherwise, for "
        + "\(html("prevention.\(run.row.id).cost")) a year. \(breakEven(run))"
    }
    let unknown =
      study.unknown.isEmpty
      ? []
      : [
        "For \(study.unknown.count) of \(study.unknown.count + study.runs.count) programmes no "
          + "published effect was read, so they have no number."
      ]
    return (runs + unknown).joined(separator: " ")
  }

  /// Whether and when savings reach costs.
  private func breakEven(_ run: PreventionStudy.Run) -> String {
    guard let years = run.row.savingYears else { return "No saving is counted." }
    guard let year = run.breakEven else {
      return
        "Savings are counted for \(years) years after each change, as far as they were published; "
        + "so counted they do not reach the cost within \(PreventionStudy.years) years."
    }
    return "It has saved what it cost by the end of year \(year)."
  }

  // MARK: A programme

  func part(_ run: PreventionStudy.Run) -> PopulationPageModel.Part {
    let name = "prevention.\(run.row.id)"
    let risks = html("\(name).risks-averted.year-\(PreventionStudy.years)")
    var text = [
      HTML.escape(run.row.text),
      "\(html("\(name).taking-part")) take part in a year (\(HTML.escape(run.row.takingPart))).",
    ]
    if !run.row.lag.isEmpty {
      text.append(
        "The extra risk does not go at once. In year \(PreventionStudy.years) as many whole risks are "
          + "averted as \(risks) would have: each who changed, by how much of the extra risk is gone."
      )
    }
    if !run.row.note.isEmpty { text.append(view.inlineHTML(run.row.note)) }
    return .init(
      run.row.name, text: text, pictures: picture(run).map { [$0] } ?? [],
      tables: [years(run), inputs(run)],
      after: run.row.needed.isEmpty
        ? [] : ["Still to be found out: \(HTML.escape(run.row.needed.firstLowercased))"])
  }

  private func years(_ run: PreventionStudy.Run) -> TableModel {
    let name = "prevention.\(run.row.id)"
    let hasSaving = run.row.saving != nil
    return TableModel(
      caption: "\(run.row.name), year by year from its start",
      columns: [("Year", false), ("Changed, and still have", true)]
        + (hasSaving ? [("Gross saving in the year, pounds", true)] : []),
      rows: (1...PreventionStudy.years).map { year in
        TableModel.Row(
          "Year \(year)",
          [number(FactID("\(name).changed.year-\(year)"))]
            + (hasSaving ? [number(FactID("\(name).saving.year-\(year)"))] : []))
      })
  }

  private func inputs(_ run: PreventionStudy.Run) -> TableModel {
    let row = run.row
    let lines: [(String, FactID?)] = [
      ("People whom it is for", row.eligible), ("Reached in a year", row.reach),
      ("Of these, take part", row.uptake),
      ("Of these, change and would not have otherwise", row.effect),
      ("Of these, still have a year on", row.kept), ("Cost of each who takes part", row.cost),
      ("Saved for each who changes, in all", row.saving),
    ]
    return TableModel(
      caption: "\(row.name): what it was worked out from",
      columns: [("Figure", false), ("Value", true), ("What it is", false)],
      rows: lines.compactMap { label, id in
        guard let id, let fact = view.graph[id] else { return nil }
        let isAssumed = view.plan.assumptions.contains { $0.id == id }
        return TableModel.Row(
          HTML.escape(label),
          [
            .number(view.figure.html(id)),
            .text((isAssumed ? "Assumed. " : "") + fact.label),
          ])
      })
  }

  /// How the extra risk fades, where the programme names a lag.
  private func picture(_ run: PreventionStudy.Run) -> PictureModel? {
    let points = view.plan.prevention.lags.filter { $0.group == run.row.lag }
    guard let first = points.first else { return nil }
    let bars = points.compactMap { point in
      view.graph[point.left].map {
        BarChart.Bar(
          point.years == 1 ? "After 1 year" : "After \(point.years) years",
          $0.quantity.value.asDouble, link: "/facts/\(point.left)")
      }
    }
    let chart = BarChart(
      caption: Caption(
        id: "lag-\(run.row.id)",
        title: "\(first.name): extra risk that is left after a change",
        summary: "Share of the extra risk left: "
          + bars.map {
            "\($0.name.firstLowercased) \(NumberStyle(suffix: "%", decimals: 1).text($0.value))"
          }
          .joined(separator: "; ") + ".",
        sourceLine: "Each bar leads to its figure and source."),
      nameHeading: "Time since the change", valueHeading: "Extra risk left, %",
      numbers: NumberStyle(suffix: "%", decimals: 1), bars: bars)
    return PictureModel(drawn: chart)
  }

  // MARK: What has no number

  var unknown: PopulationPageModel.Part? {
    guard !study.unknown.isEmpty else { return nil }
    return .init(
      "Programmes without a number",
      text: [
        "The plan names these. No published effect was read for them, and none is made up here."
      ],
      tables: [
        TableModel(
          caption: "Programmes of prevention without a number",
          columns: [
            ("Programme", false), ("What it does", false), ("What would be needed", false),
            ("Source", false),
          ],
          rows: study.unknown.map { row in
            TableModel.Row(
              HTML.escape(row.name),
              [
                .text(row.text), .text(row.needed),
                .html("<a href=\"/sources/\(row.source)\">\(HTML.escape(title(row.source)))</a>"),
              ])
          })
      ])
  }

  private func title(_ source: String) -> String {
    view.plan.sources.first { $0.id == source }?.title ?? source
  }

  // MARK: Causes

  var causes: PopulationPageModel.Part? {
    guard !study.conditions.isEmpty else { return nil }
    return .init(
      "Causes that a condition has in common",
      text: [
        "The share of cases that a cause explains is what would not be there without it (Levin, "
          + "1953). Shares of several causes are combined and never added up: a case that one of them "
          + "would have prevented cannot be prevented again by the other."
      ],
      tables: study.conditions.map(table),
      after: [
        "Published risks are adjusted for other causes, and with such risks this formula is somewhat "
          + "off. The share of cases that are exposed would serve better (Miettinen, 1974); it was not "
          + "read for this area. To combine shares in this way is exact when causes are independent "
          + "and multiply each other’s risk."
      ])
  }

  private func table(_ condition: PreventionStudy.Condition) -> TableModel {
    let first = condition.causes[0]
    var rows = condition.causes.map { row in
      TableModel.Row(
        HTML.escape(row.name),
        [
          number(row.prevalence), number(row.relativeRisk),
          number(FactID("prevention.fraction.\(row.condition).\(row.risk)")),
        ])
    }
    if condition.causes.count > 1 {
      rows.append(
        TableModel.Row(
          "<strong>Together</strong>",
          [
            .text("not added up"), .text("not added up"),
            number(FactID("prevention.fraction.\(first.condition).together")),
          ]))
    }
    return TableModel(
      caption: "\(first.conditionName): what its causes explain",
      columns: [
        ("Cause", false), ("People who have it, %", true), ("Times as likely", true),
        ("Share of cases explained, %", true),
      ], rows: rows)
  }
}
