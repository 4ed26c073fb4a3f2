// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

extension SiteView {
  /// The tables that follow the prose of the money page, made from what the engine found.
  func moneySections() -> [ProseModel.SectionModel] {
    guard let finance = assessment.finance else { return [] }
    return [
      gapByYear(finance), comparison(finance), pressures(finance), schemes(finance),
      transfers(finance), assumptions(), lab(),
    ].compactMap { $0 }
  }

  /// The way to the lab, where the site has one.
  private func lab() -> ProseModel.SectionModel? {
    guard hasLab else { return nil }
    return .init(
      heading: "What if it turns out otherwise?",
      text: "Everything above is one future. "
        + "<a href=\"/lab\">Change any assumption yourself</a> and see what becomes of the "
        + "gap, the beds and the promises in a thousand runs.", table: nil)
  }

  private func gapByYear(_ finance: FinanceFindings) -> ProseModel.SectionModel {
    let years = finance.years.map { Period.financialYear($0).description }
    var rows = finance.organisations.map { organisation in
      TableModel.Row(
        HTML.escape(organisation.name), organisation.gaps.map { .number(figure.number($0)) },
        id: organisation.id)
    }
    rows.append(
      TableModel.Row(
        "<strong>The system</strong>", finance.systemGap.map { .number(figure.number($0)) }))
    return .init(
      heading: "The gap by year and organisation",
      text: "What each would be short of if nothing were done, as this plan’s own model works it "
        + "out. A minus sign is a surplus.",
      table: TableModel(
        caption: "Gap if nothing is done, £ million, cash",
        columns: [("Organisation", false)] + years.map { ($0, true) }, rows: rows))
  }

  private func comparison(_ finance: FinanceFindings) -> ProseModel.SectionModel? {
    guard let published = finance.publishedGap, let ours = finance.systemGap.last,
      let difference = finance.difference
    else { return nil }
    var text =
      "The published figure is somebody’s statement; the other is worked out here from "
      + "figures that anyone can look up. They are not made to agree. The difference is what the "
      + "published papers do not let a reader work out."
    if let switching = finance.switchingGrowth {
      text += " For the two to agree, funding would have to grow by \(figure.html(switching)) "
      text += "each year."
    }
    let rows = [
      TableModel.Row("Published", [.number(figure.number(published)), .text(words(published))]),
      TableModel.Row("This plan’s model", [.number(figure.number(ours)), .text(words(ours))]),
      TableModel.Row("Difference", [.number(figure.number(difference)), .text("")]),
    ]
    return .init(
      heading: "Published and worked out, side by side", text: text,
      table: TableModel(
        caption: "The gap in the last year, £ million",
        columns: [("Which", false), ("£ million", true), ("What it is", false)], rows: rows))
  }

  private func pressures(_ finance: FinanceFindings) -> ProseModel.SectionModel? {
    guard !finance.pressures.isEmpty else { return nil }
    let rows = finance.pressures.map { pressure in
      TableModel.Row(HTML.escape(pressure.label), [.number(figure.number(pressure.fact))])
    }
    return .init(
      heading: "What moves the gap",
      text: "Each cause’s share of the change from the first year to the last. The shares add "
        + "up exactly, whatever order the causes are taken in.",
      table: TableModel(
        caption: "Change in the gap by cause, £ million",
        columns: [("Cause", false), ("£ million", true)], rows: rows))
  }

  private func schemes(_ finance: FinanceFindings) -> ProseModel.SectionModel? {
    guard !plan.schemes.isEmpty else { return nil }
    let rows = plan.schemes.map { scheme in
      let saving = finance.savings.first { $0.scheme == scheme.id }
      return TableModel.Row(
        HTML.escape(scheme.label),
        [
          .number(figure.number(scheme.fullYearEffect)),
          .number(saving.map { figure.number($0.fact) } ?? ""),
          .text(scheme.confidence.map { "\(Int(($0 * 100).rounded()))%" } ?? "not stated"),
          .text(scheme.note),
        ])
    }
    var text = "What is to be done about the gap, and how much of it each scheme closes."
    if let gap = finance.doSomethingGap {
      text += " Once all are in, \(figure.html(gap)) is left to close."
    }
    return .init(
      heading: "What closes the gap", text: text,
      table: TableModel(
        caption: "Schemes, £ million in the last year",
        columns: [
          ("Scheme", false), ("In a full year", true), ("Net, last year", true),
          ("Probability", false), ("What to know", false),
        ], rows: rows))
  }

  private func transfers(_ finance: FinanceFindings) -> ProseModel.SectionModel {
    .init(
      heading: "Money between members", text: HTML.escape(finance.transferStatement), table: nil)
  }

  private func assumptions() -> ProseModel.SectionModel? {
    guard !plan.assumptions.isEmpty else { return nil }
    let rows = plan.assumptions.map { row in
      let range = [row.low, row.high].map { $0?.plainEnglish ?? "not known" }
      return TableModel.Row(
        HTML.escape(row.label),
        [
          .number(figure.html(row.id)), .text("\(range[0]) to \(range[1])"),
          .text(evidence(row.quality)), .text(row.why),
          .text(row.reviewBy.plainEnglish),
        ])
    }
    return .init(
      heading: "What we assume",
      text: "Where no published figure could be read, the plan says what it takes instead, and "
        + "how good the evidence is.",
      table: TableModel(
        caption: "Assumptions",
        columns: [
          ("Assumption", false), ("Value", true), ("Credible range", false),
          ("Evidence", false), ("Why", false), ("Look again by", false),
        ], rows: rows))
  }

  private func evidence(_ quality: String) -> String {
    switch quality {
    case "green": "Good: recent, checked data"
    case "amber": "Some evidence"
    default: "Little evidence"
    }
  }

  private func words(_ id: FactID) -> String {
    graph[id].map { "\($0.label) (\($0.basis.plainEnglish))" } ?? ""
  }
}
