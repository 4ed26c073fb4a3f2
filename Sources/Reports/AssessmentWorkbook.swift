// SPDX-License-Identifier: Apache-2.0

public import Assessment
import Facts
import Foundation
import PlanPackage
import Workbook

/// An assessment as an accessible workbook: a cover, contents, notes and one table on each sheet.
public struct AssessmentWorkbook: Sendable {
  private let workbook: Workbook

  /// Lays an assessment out.
  public init(_ assessment: Assessment) {
    let about = assessment.plan.metadata
    let date = about.asOf.civil
    workbook = Workbook(
      title: about.title, subject: about.summary,
      author: about.contributors.joined(separator: ", "),
      created: .init(year: date.year, month: date.month, day: date.day),
      cover: AssessmentWorkbook.cover(assessment), notes: AssessmentWorkbook.notes,
      sheets: AssessmentWorkbook.sheets(assessment))
  }

  /// Writes the workbook; whoever interrupts it finds the old file or the new one.
  ///
  /// - Throws: `WorkbookError` when the file cannot be written.
  public func write(toPath path: String) throws { try workbook.write(toPath: path) }

  private static func cover(_ assessment: Assessment) -> [String] {
    let about = assessment.plan.metadata
    var lines = [about.summary, "Area: \(about.area).", "Status: \(about.status)."]
    if about.isSynthetic {
      lines.insert("Synthetic: every figure in this workbook is made up by a program.", at: 0)
    }
    if let scenario = assessment.plan.scenario {
      lines.append("Scenario: \(scenario.title). \(scenario.reason)")
    }
    lines += [
      "Read as on \(about.asOf.plainEnglish). Worked out by Weald \(WealdVersion.current).",
      "Licence: \(about.licence).",
    ]
    return lines.filter { !$0.isEmpty }
  }

  private static let notes = [
    "A figure is either stated by a source, whose words are quoted, or worked out by a rule from "
      + "other figures. The column “Origin” says which.",
    "A period that its document does not state is the date of publication, and the column "
      + "“Period stated” says no.",
    "Money is in prices of the day (cash) unless the column “Prices” says otherwise.",
  ]

  private static func sheets(_ assessment: Assessment) -> [Sheet] {
    var sheets = [facts(assessment)]
    if let finance = assessment.finance { sheets.append(gap(assessment, finance)) }
    return sheets + [findings(assessment), sources(assessment)]
  }

  private static func facts(_ assessment: Assessment) -> Sheet {
    let columns = [
      Column("Name", width: 40), Column("What", width: 60),
      Column("Value", numberFormat: "General"),
      Column("Unit"), Column("Qualifier"), Column("Period"), Column("Period stated"),
      Column("Basis"), Column("Scope", width: 40), Column("Prices"), Column("Origin"),
      Column("Source or rule", width: 60), Column("Words quoted", width: 60),
    ]
    let rows = assessment.graph.facts.map { fact -> [Cell] in
      let first = fact.citations.first
      var rule = first.flatMap { assessment.graph.source($0.source)?.title } ?? ""
      if case .derived(let derivation) = fact.origin { rule = derivation.rule }
      return [
        .text(fact.id.rawValue), .text(fact.label),
        .number(NSDecimalNumber(decimal: fact.quantity.value).doubleValue),
        .text(fact.quantity.unit.name),
        text(fact.qualifier.words.trimmingCharacters(in: .whitespaces), "stated exactly"),
        text(fact.period?.plainEnglish ?? "", "not stated"),
        .text(fact.period?.isStated == true ? "yes" : "no"), .text(fact.basis.rawValue),
        .text(fact.scope), text(fact.quantity.priceBase ?? "", "not money"),
        .text(fact.isDerived ? "worked out" : "stated"), text(rule, "no source"),
        text(first?.quotation ?? "", "no words quoted"),
      ]
    }
    return Sheet(name: "Figures", title: "Every figure of the plan", columns: columns, rows: rows)
  }

  private static func gap(_ assessment: Assessment, _ finance: FinanceFindings) -> Sheet {
    func cells(_ ids: [FactID]) -> [Cell] {
      ids.map { id in
        assessment.graph[id].map {
          .number(NSDecimalNumber(decimal: $0.quantity.value).doubleValue)
        } ?? .blank(reason: "not worked out")
      }
    }
    let rows =
      finance.organisations.map { [Cell.text($0.name)] + cells($0.gaps) }
      + [[Cell.text("The system")] + cells(finance.systemGap)]
    let years = finance.years.map {
      Column(Period.financialYear($0).description, numberFormat: "#,##0.0;-#,##0.0")
    }
    return Sheet(
      name: "Gap by year", title: "Gap if nothing is done, £ million, cash",
      intro: [
        "Worked out by this plan’s own model. A minus sign is a surplus.",
        finance.transferStatement,
      ], columns: [Column("Organisation", width: 50)] + years, rows: rows)
  }

  private static func findings(_ assessment: Assessment) -> Sheet {
    let columns = [
      Column("Name", width: 40), Column("Severity"), Column("Finding", width: 60),
      Column("What it means", width: 80), Column("Why the plan lives with it", width: 60),
    ]
    let rows = assessment.findings.map { finding -> [Cell] in
      [
        .text(finding.id), .text(finding.severity.rawValue), .text(finding.title),
        .text(finding.explanation),
        text(finding.acknowledgement?.reason ?? "", "not yet answered"),
      ]
    }
    return Sheet(
      name: "To question", title: "What a careful reader would question", columns: columns,
      rows: rows)
  }

  private static func sources(_ assessment: Assessment) -> Sheet {
    let columns = [
      Column("Name", width: 30), Column("Title", width: 60), Column("Publisher", width: 40),
      Column("Published"), Column("Kind"), Column("Note", width: 60),
    ]
    let rows = assessment.graph.sources.map { source -> [Cell] in
      [
        .text(source.id), .text(source.title), .text(source.publisher),
        text(source.published?.plainEnglish ?? "", "not known"), .text(source.kind),
        text(source.note, "none"),
      ]
    }
    return Sheet(name: "Sources", title: "Where figures come from", columns: columns, rows: rows)
  }

  private static func text(_ text: String, _ reason: String) -> Cell {
    text.isEmpty ? .blank(reason: reason) : .text(text)
  }
}
