// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

extension SiteView {
  /// What local care costs, what it releases, and what that rests on.
  func casePage(_ findings: InvestmentFindings) -> CareModelPage {
    let money = CaseMoney(view: self, findings: findings)
    let effects = CaseEffects(view: self, findings: findings)
    return CareModelPage(
      chrome: chrome(findings.row.title, path: "/local-care/case"), up: CarePaths.up,
      heading: findings.row.title, answer: money.answer,
      notices: [
        .init(
          label: "An illustration.",
          text: "The published papers give no cost of local care and no effect that was measured. "
            + "Most of what this rests on is assumed, and each figure says so when it is asked.")
      ],
      links: careLinks(but: "/local-care/case"),
      sections: [
        money.years, effects.breakEven, money.futures, effects.swings, money.beds,
        money.demandBeds, money.localities, money.method,
      ])
  }
}

/// The money of the case, and its beds.
struct CaseMoney {
  let view: SiteView
  let findings: InvestmentFindings
  private var figure: Figure { view.figure }

  private func html(_ measure: String) -> String? { findings.fact(measure).map { figure.html($0) } }

  private func year(_ year: Int) -> String { Period.financialYear(year).description }

  private func value(_ measure: String, _ year: Int) -> Double? {
    findings.fact(measure, year).flatMap { view.graph[$0]?.quantity.value.asDouble }
  }

  var answer: String {
    let year = year(findings.lastYear)
    var text =
      "In \(year), local care would cost \(html("cost") ?? "") and, after that cost, leave "
      + "\(html("net") ?? ""), if the effects that this plan assumes came true. "
    if let needed = html("break-even") {
      text += "It pays for itself if at least \(needed) of those effects do. "
    } else {
      text += "No share of those effects would pay for it. "
    }
    if let measured = html("net.as-measured") {
      text +=
        "If only the effects came that studies have measured elsewhere, what is left would "
        + "be \(measured)."
    }
    return text
  }

  var years: CareModelPage.Section {
    let measures = [
      ("cost", "Cost of local care"), ("released-at-once", "Released at once"),
      ("released-by-beds", "Released by wards that close"), ("reinvested", "Spent elsewhere"),
      ("net", "Released less cost"),
    ]
    return .init(
      "Year by year",
      text: [
        "Staff are paid before their effect is there. Money that follows patients is released at "
          + "once; the money of beds only when whole wards close."
      ], picture: picture.map { PictureModel(drawn: $0) },
      tables: [table("Cost and benefit by year, £ million", measures)])
  }

  private func table(_ caption: String, _ measures: [(String, String)]) -> TableModel {
    TableModel(
      caption: caption,
      columns: [("What", false)] + findings.years.map { (year($0), true) },
      rows: measures.map { measure, label in
        TableModel.Row(
          HTML.escape(label),
          findings.years.map { year in
            .number(findings.fact(measure, year).map { figure.number($0) } ?? "")
          })
      })
  }

  private var picture: LineChart? {
    let costs = findings.years.map { value("cost", $0) }
    let released = findings.years.map { year -> Double? in
      guard let net = value("net", year), let cost = value("cost", year) else { return nil }
      return net + cost
    }
    let atOnce = findings.years.map { value("released-at-once", $0) }
    guard let cost = costs.last ?? nil, let last = released.last ?? nil else { return nil }
    let money = NumberStyle(prefix: "£", suffix: "m", decimals: 1)
    let finding =
      last >= cost
      ? "By \(year(findings.lastYear)) local care would release more than it costs, on these assumptions"
      : "By \(year(findings.lastYear)) local care would still cost more than it releases"
    return LineChart(
      caption: Caption(
        id: "case-by-year", title: finding,
        summary:
          "Cost reaches \(money.text(cost)) and what is released \(money.text(last)), of which "
          + "\(money.text(atOnce.last ?? nil)) follows patients at once.",
        sourceLine: "Worked out by this plan; most of it rests on assumptions. Cash."),
      placeHeading: "Year", valueHeading: "£ million", numbers: money,
      places: LineChart.Place.evenly(findings.years.map(year)),
      series: [
        .init("Cost", costs), .init("Released in all", released), .init("Of it at once", atOnce),
      ])
  }

  /// The same year under other effects.
  var futures: CareModelPage.Section? {
    let rows = [
      ("net", "As this plan assumes"),
      ("net.as-hoped", "If the published falls came true for everybody"),
      ("net.as-measured", "If only what studies measured came true"),
      ("net.worst", "Every assumption at its worse end"),
      ("net.best", "Every assumption at its better end"),
    ].compactMap { measure, label in
      findings.fact(measure).map {
        TableModel.Row(HTML.escape(label), [.number(figure.number($0))])
      }
    }
    return .init(
      "If it turns out otherwise",
      text: [
        "The published falls are hopes of advisers and carry no date. No future is likely to be at "
          + "the worse end, or at the better end, in everything: the last two rows only say how much "
          + "is not known."
      ],
      tables: [
        TableModel(
          caption: "Released less cost in \(year(findings.lastYear)), £ million",
          columns: [("If", false), ("£ million", true)], rows: rows)
      ])
  }

  var beds: CareModelPage.Section {
    let row = findings.row
    let rule =
      "A bed that is empty today is filled tomorrow. So nothing is released until as many beds as a "
      + "ward has, \(figure.html(row.ward)), would stand empty with at most "
      + "\(figure.html(row.occupancy)) of open beds in use; the ward closes after "
      + "\(figure.html(row.delay)), and then releases \(figure.html(row.bedValue)) for each bed and year."
    return .init(
      "When beds can really close", text: [rule],
      tables: [
        table(
          "Days saved, and beds",
          [
            ("bed-days-saved", "Days in hospital saved"),
            ("beds-freed", "Beds that would be empty"),
            ("beds-closed", "Beds of wards that have closed"),
          ])
      ])
  }

  var localities: CareModelPage.Section? {
    let columns = view.plan.local.localities.compactMap { locality -> TableModel.Row? in
      let cells = ["cost", "released", "net"].map { findings.fact($0, of: locality.id) }
      guard cells.allSatisfy({ $0 != nil }) else { return nil }
      return TableModel.Row(
        "<a href=\"\(CarePaths.area(locality.id))\">\(HTML.escape(locality.name))</a>",
        cells.map { .number($0.map { figure.number($0) } ?? "") })
    }
    guard !columns.isEmpty else { return nil }
    let all = [findings.fact("cost"), nil, findings.fact("net")].map { id in
      TableModel.Cell.number(id.map { figure.number($0) } ?? "sum of the above")
    }
    return .init(
      "Shared out by area",
      text: [
        "In proportion to need: the figures of each area name the key. Shares are rounded so that "
          + "they sum to the whole."
      ],
      tables: [
        TableModel(
          caption: "The case in \(year(findings.lastYear)) by area, £ million",
          columns: [
            ("Area", false), ("Cost", true), ("Released", true), ("Released less cost", true),
          ], rows: columns + [TableModel.Row("<strong>All areas</strong>", all)])
      ])
  }

  var method: CareModelPage.Section {
    let text = [
      "Cost is the staff that the core model takes, times what one costs, times the share who are not "
        + "there yet. Benefit is activity times the share that is reached, times the fall, times what "
        + "each releases; days in hospital are saved first by admissions that do not happen and then "
        + "among those that are left, so that no day is saved twice.",
      "The share of the effect at which local care pays for itself is exact: between two closures of "
        + "wards it solves a quadratic equation, and a ward that closes is a step.",
    ]
    let note = findings.row.note
    return .init(
      "How it was worked out, and what is not in it",
      text: text.map { HTML.escape($0) } + (note.isEmpty ? [] : [HTML.escape(note)])
        + [
          "<a href=\"/money\">Every assumption with its range and reason</a> is among those of the "
            + "plan."
        ].filter { _ in view.hasMoney })
  }
}
