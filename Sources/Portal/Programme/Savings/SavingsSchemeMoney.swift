// SPDX-License-Identifier: Apache-2.0

import Programme
import Savings

/// The money of one scheme: its year, each forecast, and what is left of a full year.
extension SavingsPart {
  func forecastSection(
    _ line: SavingsSchemeLine, _ shown: SavingsShown
  ) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "The year \(shown.year)")
    let confidence = SavingsWords.share(line.rule.confidence)
    section.paragraphs = [
      "\(SavingsWords.colour(line.colour)). Its owner counts on \(confidence) of the plan to come."
    ]
    section.grids = [
      SavingsTable(
        caption: "Plan and record to the end of \(shown.view.through.text)",
        titles: ["What", "Amount#"],
        rows: [
          [.text("Plan for the year (part-year effect)"), .pounds(line.year.plan)],
          [.text("Plan to date"), .pounds(line.year.planToDate)],
          [.text("Saved to date"), .pounds(line.year.actualToDate)],
          [.text("Difference to date"), .change(line.year.varianceToDate)],
          [.text("A full year (full-year effect)"), .pounds(line.fullYear)],
          [
            .text("Still to come next year (carry-forward)"),
            .change(line.terms.profile?.carryForward(from: shown.view.financialYear) ?? 0),
          ],
        ]
      ).grid,
      methodTable(line, shown).grid,
    ]
    if let stated = line.record.forecast?.value.stated {
      section.paragraphs.append("Its owner states \(SavingsWords.money(stated)) for the year.")
    }
    return section
  }

  private func methodTable(_ line: SavingsSchemeLine, _ shown: SavingsShown) -> SavingsTable {
    let weight = shown.view.state.currentWeights.share(line.colour)
    let tracking = line.record.tracking(through: shown.view.through)
    let rows = ForecastMethod.allCases.compactMap { method -> [SavingsTable.Cell]? in
      guard let tracking,
        let rule = try? ForecastRule(
          method: method, confidence: line.rule.confidence, runRateMonths: line.rule.runRateMonths)
      else { return nil }
      return [
        .text(SavingsWords.method(method)), .pounds(tracking.forecast(rule)),
        .pounds(tracking.riskAdjusted(rule, weight: weight)),
        .text(SavingsWords.yesNo(method == line.rule.method)),
      ]
    }
    return SavingsTable(
      caption: "Forecast for the year by each method",
      titles: ["Method", "Forecast#", "Weighed by risk#", "Used"], rows: rows)
  }

  func netSection(
    _ line: SavingsSchemeLine, _ shown: SavingsShown
  ) -> SectionPage.Section {
    let effect = line.terms.effect(line.id)
    var section = SectionPage.Section(heading: "Gross and net, full year")
    section.grids = [
      SavingsTable(
        caption: "What is left of it", titles: ["Step", "A year#"],
        rows: [
          [.text("Claimed"), .pounds(line.fullYear)],
          [.text("Counted elsewhere as well"), .change(line.fullYearNet - line.fullYear)],
          [.text("Credited to it"), .pounds(line.fullYearNet)],
          [.text("Yearly cost of getting there"), .change(-effect.investment)],
          [
            .text("Another member’s income, less the cost that goes with it"),
            .change(effect.systemNet - effect.net),
          ],
        ]
      ).grid
    ]
    let partners = (shown.view.overlap?.pairs ?? []).filter {
      $0.first == line.id || $0.second == line.id
    }
    section.items = partners.prefix(8).map { pair in
      let other = pair.first == line.id ? pair.second : pair.first
      return SectionPage.Item(
        link: shown.link(shown.scheme(other), "/programme/savings/schemes/\(other)"),
        text: "\(SavingsWords.money(pair.amount)) is claimed by both.")
    }
    return section
  }
}
