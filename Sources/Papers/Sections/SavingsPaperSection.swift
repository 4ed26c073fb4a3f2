// SPDX-License-Identifier: Apache-2.0

import Engagement
import PlanPackage
import Programme

/// Savings against plan: gross, what is claimed twice, and what is left, always together.
struct SavingsPaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    // A highlight report has them when its workstream is the one for which schemes are counted.
    if let workstream = source.workstream, workstream.id != "productivity" { return nil }
    let state = try record.state(SchemeState.self)
    let view = SavingsView(plan: source.programme, state: state, day: source.day)
    guard !view.schemes.isEmpty else { return nil }
    let facts = SavingsPaperFacts(source: source, view: view)
    var chapter = PaperChapter(id: "savings", heading: "Savings")
    chapter.headlines = headlines(facts)
    chapter.blocks = [
      .paragraph(facts.yearText), .paragraph(facts.netting),
      .table(facts.table("organisations", "Savings by organisation", view.byOrganisation)),
      .table(
        facts.table(
          "groups", "Savings by working group", view.byGroup.filter { $0.schemes > 0 })),
      .table(facts.variances), .table(facts.late),
    ]
    return chapter
  }

  private func headlines(_ facts: SavingsPaperFacts) -> [PaperHeadline] {
    let year = facts.view.total.year
    return [
      PaperHeadline(
        "Savings this year", year.actualToDate < year.planToDate ? .attention : .onTrack,
        facts.yearText),
      PaperHeadline("Savings in a full year", .information, facts.netting),
    ]
  }
}

/// The figures of savings, each with the entries that it rests on.
struct SavingsPaperFacts {
  let source: PaperSource
  let view: SavingsView

  /// One amount of the year, of a sum of schemes.
  private struct Amount: Sendable {
    let id: String
    let label: String
    let rule: String
    let pounds: @Sendable (SavingsYear) -> Double
  }

  private static let plan = Amount(
    id: "plan", label: "planned for the financial year",
    rule: "the profiles of the schemes, added up over the financial year", pounds: { $0.plan })
  private static let planToDate = Amount(
    id: "plan-to-date", label: "planned from April to the end of the last whole month",
    rule: "the profiles of the schemes, up to the last month that is over",
    pounds: { $0.planToDate })
  private static let actual = Amount(
    id: "actual-to-date", label: "saved from April to the end of the last whole month",
    rule: "what was recorded for each scheme and month", pounds: { $0.actualToDate })
  private static let forecast = Amount(
    id: "forecast", label: "forecast for the financial year",
    rule: "what was recorded, and for each scheme what is to come by its own method",
    pounds: { $0.forecast })
  private static let adjusted = Amount(
    id: "risk-adjusted", label: "forecast for the financial year, adjusted for risk",
    rule: "the forecast, with what is to come weighed by how sure each scheme is",
    pounds: { $0.riskAdjusted })

  /// The year in a sentence.
  var yearText: PaperText {
    let total = view.total
    return
      "\(figure(Self.actual, total)) was saved by the end of \(name: month) against \(figure(Self.planToDate, total)) planned; for the year \(figure(Self.forecast, total)) is forecast, \(figure(Self.adjusted, total)) adjusted for risk, against \(figure(Self.plan, total)) planned."
  }

  /// Gross, overlap and net in a sentence.
  var netting: PaperText {
    let facts = nettingFacts(view.total)
    return
      "In a full year schemes claim \(facts.gross.figure); \(facts.overlap.figure) of that is claimed more than once; \(facts.net.figure) is left."
  }

  private var month: String { view.through.text }

  private func figure(_ amount: Amount, _ sum: SavingsSum) -> PaperFigure {
    source.recorded(
      "savings.\(sum.id).\(amount.id).\(view.financialYear)",
      "\(sum.name): \(amount.label) (\(month))", .pounds(amount.pounds(sum.year)),
      rule: amount.rule, entries: sum.entries.filter { $0 > 0 }.map { $0 },
      place: "the register of schemes"
    ).figure
  }

  private func nettingFacts(
    _ sum: SavingsSum
  ) -> (gross: PaperFact, overlap: PaperFact, net: PaperFact) {
    let entries = sum.entries.filter { $0 > 0 }.map { Optional($0) }
    let gross = source.recorded(
      "savings.\(sum.id).gross", "\(sum.name): claimed in a full year",
      .pounds(sum.fullYear.gross), rule: "the full-year effects of recurrent schemes, added up",
      entries: entries, place: "the register of schemes")
    let overlap = source.recorded(
      "savings.\(sum.id).overlap", "\(sum.name): claimed more than once",
      .pounds(sum.fullYear.overlapRemoved),
      rule: "within each pool of cost, shares combine as one less the product of what each leaves; "
        + "the rest is divided among the schemes by Shapley value",
      entries: entries, place: "delivery/cost_pools.csv")
    let net = source.recorded(
      "savings.\(sum.id).net", "\(sum.name): left in a full year", .pounds(sum.fullYear.net),
      rule: "what is claimed, less what is claimed more than once", entries: [],
      inputs: [gross, overlap])
    return (gross, overlap, net)
  }

  /// Sums side by side.
  func table(_ id: String, _ caption: PaperText, _ sums: [SavingsSum]) -> PaperTable {
    PaperTable(
      id: "savings-\(id)", caption: caption,
      columns: [
        "Of whom", .number("Planned to date"), .number("Saved to date"), .number("Forecast"),
        .number("Gross, full year"), .number("Claimed twice"), .number("Net, full year"),
      ],
      rows: sums.map { sum in
        let netting = nettingFacts(sum)
        return PaperRow(
          sum.id,
          [
            PaperText(name: sum.name), PaperText(figure(Self.planToDate, sum)),
            PaperText(figure(Self.actual, sum)), PaperText(figure(Self.forecast, sum)),
            PaperText(netting.gross.figure), PaperText(netting.overlap.figure),
            PaperText(netting.net.figure),
          ])
      })
  }

  /// The schemes that are furthest behind.
  var variances: PaperTable {
    schemes(
      "savings-variances", "Schemes furthest behind their plan",
      view.topVariances(5).filter { $0.year.varianceToDate < 0 }, "No scheme is behind its plan.")
  }

  /// The schemes that are late, or whose months are not reported.
  var late: PaperTable {
    schemes(
      "savings-late", "Schemes that started late, or that did not report a month",
      view.late, "There are none.")
  }

  private func schemes(
    _ id: String, _ caption: PaperText, _ lines: [SavingsSchemeLine], _ whenEmpty: PaperText
  ) -> PaperTable {
    PaperTable(
      id: id, caption: caption,
      columns: [
        "Scheme", "Stage", .number("Planned to date"), .number("Saved to date"),
        .number("Months not reported"),
      ],
      rows: lines.map { row($0) }, whenEmpty: whenEmpty)
  }

  private func row(_ line: SavingsSchemeLine) -> PaperRow {
    let entries = line.entries.filter { $0 > 0 }.map { Optional($0) }
    func fact(_ id: String, _ label: String, _ value: PaperValue, _ rule: String) -> PaperText {
      PaperText(
        source.recorded(
          "savings.scheme.\(line.id).\(id)", "\(line.terms.title): \(label)", value, rule: rule,
          entries: entries, place: "the register of schemes"
        ).figure)
    }
    return PaperRow(
      line.id,
      [
        PaperText(name: line.terms.title), PaperText(name: line.record.stage.value.label),
        fact("plan-to-date", "planned to date", .pounds(line.year.planToDate), "its profile"),
        fact("actual-to-date", "saved to date", .pounds(line.year.actualToDate), "as recorded"),
        fact(
          "missing", "months not reported", .count(line.missing.count, "months"),
          "months of the year that are over, planned for, and without a record"),
      ])
  }
}
