// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Localities
import PlanPackage
import Projection

/// What the case hopes for, what others measured, and what would change the answer.
struct CaseEffects {
  let view: SiteView
  let findings: InvestmentFindings
  private var figure: Figure { view.figure }

  /// By effect: what was hoped for, what is assumed, what is needed, what was measured.
  var breakEven: CareModelPage.Section? {
    let effects = view.plan.investment.effects
    guard !effects.isEmpty else { return nil }
    let rows = effects.map { effect in
      TableModel.Row(
        HTML.escape(effect.label.firstUppercased),
        [
          .number(figure.number(effect.baseline)),
          .number(effect.hoped.map { figure.html($0) } ?? "not published"),
          .html("\(figure.html(effect.fall)) of the \(figure.html(effect.reach)) reached"),
          .number(
            findings.fact("break-even.\(effect.id)").map { figure.html($0) } ?? "none would do"),
        ])
    }
    return .init(
      "What would have to be true", text: text,
      tables: [
        TableModel(
          caption: "What local care is expected to do, and what it would have to do",
          columns: [
            ("What falls", false), ("In a year", true), ("Published hope, of everybody", true),
            ("Assumed here", false), ("Needed, all falls together", true),
          ], rows: rows)
      ], items: effects.map(evidence))
  }

  private var text: [String] {
    guard let needed = findings.fact("break-even") else {
      return ["No share of the assumed effects pays for the cost of the last year."]
    }
    var text =
      "With \(figure.html(needed)) of every assumed fall, local care pays for itself once wards have "
      + "had time to close"
    if let smooth = findings.fact("break-even.smooth") {
      text += "; with \(figure.html(smooth)) if beds closed one by one"
    }
    return [text + "."]
  }

  /// What studies measured of an effect, and what else a reader should know of it.
  private func evidence(_ effect: CareEffectRow) -> String {
    let found = findings.evidence(effect).map { row in
      "\(HTML.escape(row.label)) Strength of the evidence: \(HTML.escape(row.strength)) "
        + "(\(view.careSource(row.source)))."
    }
    let studies = found.isEmpty ? "No study with a figure was read." : found.joined(separator: " ")
    return "<strong>\(HTML.escape(effect.label.firstUppercased))</strong>: \(studies) "
      + HTML.escape(effect.note)
  }

  var swings: CareModelPage.Section? {
    let swings = findings.swings
    guard !swings.isEmpty else { return nil }
    let year = Period.financialYear(findings.lastYear).description
    let rows = swings.map { swing in
      TableModel.Row(
        HTML.escape(swing.assumption.label),
        [
          .html(
            "\(HTML.escape(swing.assumption.low?.plainEnglish ?? "")) to "
              + HTML.escape(swing.assumption.high?.plainEnglish ?? "")),
          .number(figure.number(swing.low)), .number(figure.number(swing.high)),
          .text(swing.assumption.why),
        ])
    }
    return .init(
      "What matters most",
      text: ["Each assumption at both of its ends, with the others as they are."],
      tables: [
        TableModel(
          caption: "Released less cost in \(year), £ million, by assumption",
          columns: [
            ("Assumption", false), ("From and to", false), ("At the low end", true),
            ("At the high end", true), ("Why this range", false),
          ], rows: rows)
      ])
  }
}

extension CaseMoney {
  /// What the model of demand says of beds, where the plan has one.
  var demandBeds: CareModelPage.Section? {
    guard let answer = try? BedAnswer(view.assessment) else { return nil }
    func number(_ value: Double) -> String { PlainNumber.text(value) }
    let rows = [
      ("In the base year", answer.base), ("If nothing is done", answer.doNothing),
      ("With the whole plan", answer.withPlan),
      ("Of the difference, local care’s share", answer.localCare),
    ].map { label, value in TableModel.Row(HTML.escape(label), [.number(number(value))]) }
    return .init(
      "What the model of demand says of the same beds",
      text: [
        HTML.escape(
          "The model of demand has growth in need and people’s ages, which the rule above leaves "
            + "out, and counts the beds needed for a small chance that none is free. This is its "
            + "central run, worked out when the page is made. "
            + (answer.measure.isSynthetic
              ? "It rests on activity that was made up by a program, so that its numbers are an "
                + "illustration." : ""))
      ],
      tables: [
        TableModel(
          caption: "\(answer.measure.label), in \(Period.financialYear(answer.year).description)",
          columns: [("When", false), (answer.measure.unit.firstUppercased, true)], rows: rows)
      ])
  }
}
