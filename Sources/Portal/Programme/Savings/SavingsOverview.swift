// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures
import Programme
import Savings

/// The page of the chair: from what should be saved to what is saved.
extension SavingsPart {
  func overview(_ shown: SavingsShown) -> PortalAnswer {
    SectionPage(
      title: "Savings", answer: answer(shown), notice: shown.asOf.notice,
      links: [
        shown.link("All schemes", "/programme/savings/schemes"),
        shown.link("Overlaps between schemes", "/programme/savings/overlap"),
        shown.link("What savings are used for", "/programme/savings/reinvestment"),
        shown.link("Benefits", "/programme/benefits"),
      ],
      sections: [
        funnelSection(shown), nettingSection(shown), systemSection(shown), yearSection(shown),
        weightsSection(shown), organisationSection(shown), lateSection(shown),
        refusedSection(shown), downloads(shown), shown.asOf.section("/programme/savings"),
      ]
    ).answer(isPrivate: false)
  }

  private func answer(_ shown: SavingsShown) -> String {
    let funnel = shown.view.funnel
    guard let target = funnel.target, let gap = funnel.gap else {
      return "\(SavingsWords.money(funnel.planned)) a year is planned. No total was published."
    }
    return "Of \(SavingsWords.money(target)) that should be saved each year, schemes for "
      + "\(SavingsWords.money(funnel.planned)) are registered, net of overlaps. "
      + "Schemes for \(SavingsWords.money(funnel.inDelivery)) save money already. "
      + "For \(SavingsWords.money(gap)) there is no scheme."
  }

  private func funnelSection(_ shown: SavingsShown) -> SectionPage.Section {
    let funnel = shown.view.funnel
    var section = SectionPage.Section(heading: "From opportunity to delivery")
    let counts = funnel.counts.filter { $0.groups > 0 }.map {
      "\(SavingsWords.stage($0.stage).lowercased()): \($0.groups)"
    }
    section.paragraphs = [
      "Working groups by stage: \(counts.joined(separator: "; ")). "
        + "\(funnel.unquantifiedGroups) of \(funnel.groups.count) have no target of their own."
    ]
    if plan.savings.target != nil, plan.savings.groups.allSatisfy({ $0.opportunity == nil }) {
      section.paragraphs.append(
        "How the published total divides between the groups was not published. Targets of groups "
          + "shown here were recorded by the programme.")
    }
    section.drawings = [DrawingModel(funnelChart(funnel))]
    section.grids = [shown.groupTable.grid]
    return section
  }

  private func funnelChart(_ funnel: SavingsFunnel) -> BarChart {
    func bar(_ name: String, _ pounds: Double?, _ tone: Tone, _ note: String) -> BarChart.Bar {
      BarChart.Bar(
        name, pounds.map { $0 / 1e6 }, tone: tone, display: SavingsWords.money(pounds), note: note)
    }
    return BarChart(
      caption: Caption(
        id: "funnel", title: "How much of the opportunity has a scheme, and is saved",
        summary: "Bars get shorter from what should be saved to what is delivered.",
        sourceLine: "Each bar is a part of the one above it, but for the last."),
      nameHeading: "Step", valueHeading: "£ million a year",
      numbers: NumberStyle(prefix: "£", suffix: "m", decimals: 1),
      bars: [
        bar("Should be saved", funnel.target, .neutral, "the published opportunity"),
        bar("Taken on by groups", funnel.quantified, .neutral, "their own targets"),
        bar("Planned in schemes", funnel.planned, .neutral, "full year, net of overlaps"),
        bar("In delivery", funnel.inDelivery, .good, "schemes that save money"),
        bar("Delivered", funnel.delivered, .good, "schemes that are complete"),
        bar("No scheme yet", funnel.gap.map { max(0, $0) }, .unexplained, "the gap"),
      ])
  }

  private func nettingSection(_ shown: SavingsShown) -> SectionPage.Section {
    let sum = shown.view.total.fullYear
    var section = SectionPage.Section(heading: "Gross, overlap and net")
    section.paragraphs = [
      "Schemes that claim the same money cannot all have it. In a full year they claim "
        + "\(SavingsWords.money(sum.gross)); \(SavingsWords.money(sum.overlapRemoved)) of that is "
        + "counted more than once; \(SavingsWords.money(sum.net)) is left."
    ]
    section.paragraphs += overlapWarnings(shown)
    section.grids = [
      SavingsTable(
        caption: "Full-year effect by working group",
        titles: ["Working group", "Schemes#", "Gross#", "Overlap removed#", "Net#"],
        rows: (shown.view.byGroup.filter { $0.schemes > 0 } + [shown.view.total]).map { row in
          [
            .text(row.name), .count(row.schemes), .pounds(row.fullYear.gross),
            .pounds(row.fullYear.overlapRemoved), .pounds(row.fullYear.net),
          ]
        }
      ).grid
    ]
    return section
  }

  func overlapWarnings(_ shown: SavingsShown) -> [String] {
    var warnings: [String] = []
    if !shown.view.overlapFaults.isEmpty {
      warnings.append(
        "Overlaps cannot be worked out, so that net equals gross until this is put right: "
          + shown.view.overlapFaults.joined(separator: " "))
    }
    if !shown.view.unsized.isEmpty {
      warnings.append(
        "\(EventWords.count(shown.view.unsized.count, "scheme draws", "schemes draw")) on money "
          + "whose size is not known, and count as if nothing overlapped.")
    }
    return warnings
  }

  private func systemSection(_ shown: SavingsShown) -> SectionPage.Section {
    let sums = shown.view.system
    var section = SectionPage.Section(heading: "The system as a whole")
    section.paragraphs = [
      "When one member saves what is another member’s income, the system saves only the cost that "
        + "the other takes out. The rest is stranded cost. Overlaps are not removed in this table."
    ]
    section.grids = [
      SavingsTable(
        caption: "From what members save to what the system keeps, full year",
        titles: ["Step", "A year#"],
        rows: [
          [.text("Members say they save"), .pounds(sums.gross)],
          [.text("Yearly cost of getting there"), .change(-sums.investment)],
          [.text("Another member’s income, cancelled"), .change(-sums.transfersCancelled)],
          [.text("The system keeps"), .pounds(sums.net)],
          [.text("Cost left stranded"), .pounds(sums.strandedCost)],
        ]
      ).grid
    ]
    return section
  }

  private func yearSection(_ shown: SavingsShown) -> SectionPage.Section {
    let year = shown.view.total.year
    var section = SectionPage.Section(heading: "The year \(shown.year)")
    section.paragraphs = [
      "To the end of \(shown.view.through.text). What a month brought is due on the 14th of the "
        + "next. Forecasts follow the method chosen for each scheme; months to come then count by "
        + "the weight of the scheme’s colour. What is recorded is not weighed."
    ]
    section.grids = [
      SavingsTable(
        caption: "Plan, record and forecast, \(shown.year)", titles: ["What", "All schemes#"],
        rows: [
          [.text("Plan for the year"), .pounds(year.plan)],
          [.text("Plan to date"), .pounds(year.planToDate)],
          [.text("Saved to date"), .pounds(year.actualToDate)],
          [.text("Difference to date"), .change(year.varianceToDate)],
          [.text("Forecast for the year"), .pounds(year.forecast)],
          [.text("Forecast weighed by risk"), .pounds(year.riskAdjusted)],
          [.text("Cost of getting there"), .change(-year.investment)],
          [.text("Forecast less that cost"), .pounds(year.forecastNet)],
          [.text("Of the plan, will not come again"), .pounds(year.nonRecurrent)],
        ]
      ).grid,
      shown.schemeTable(shown.view.topVariances(10), "Furthest behind plan to date").grid,
    ]
    return section
  }

  private func weightsSection(_ shown: SavingsShown) -> SectionPage.Section {
    let weights = shown.view.state.currentWeights
    var section = SectionPage.Section(heading: "Weights")
    let isChosen = shown.view.state.weights != nil
    section.paragraphs = [
      "No national weights exist. "
        + (isChosen
          ? "These were chosen by the programme, on the record."
          : "These are a common start; the programme has not chosen its own.")
    ]
    section.grids = [
      SavingsTable(
        caption: "The share of what is to come that each colour counts for",
        titles: ["Colour", "Weight#"],
        rows: SavingsConfidence.allCases.map {
          [.text(SavingsWords.colour($0)), .share(weights.share($0))]
        }
      ).grid
    ]
    return section
  }

  private func organisationSection(_ shown: SavingsShown) -> SectionPage.Section {
    SectionPage.Section(
      heading: "By organisation", grids: [shown.organisationTable.grid])
  }

  private func lateSection(_ shown: SavingsShown) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What is late")
    section.items = shown.view.late.map { line in
      SectionPage.Item(
        link: shown.link(line.terms.title, "/programme/savings/schemes/\(line.id)"),
        text: shown.organisation(line.terms.organisation) + ": " + reasons(line, shown.view.through)
      )
    }
    if section.items.isEmpty { section.paragraphs = ["Nothing is late."] }
    return section
  }

  private func reasons(_ line: SavingsSchemeLine, _ through: SavingsMonth) -> String {
    var reasons: [String] = []
    if line.record.slippedMonths > 0 {
      reasons.append(
        "starts \(EventWords.count(line.record.slippedMonths, "month", "months")) late")
    }
    if !line.missing.isEmpty {
      reasons.append("nothing recorded for \(line.missing.map(\.text).joined(separator: ", "))")
    }
    let shouldRun = line.terms.start.savingsMonth <= through
    if shouldRun && !line.record.stage.value.needsAssessment {
      let cause: String
      switch line.record.assessment?.value.outcome {
      case nil: cause = "has no quality impact assessment"
      case .refused: cause = "may not go on by its quality impact assessment"
      default: cause = "has not begun"
      }
      reasons.append("was to start on \(line.terms.start.text) and \(cause)")
    }
    return reasons.joined(separator: "; ") + "."
  }

  private func refusedSection(_ shown: SavingsShown) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Claims that were refused")
    section.items = shown.view.state.refusals.map {
      SectionPage.Item(text: $0.value.sentence, tag: "Entry \($0.entry)")
    }
    if section.items.isEmpty { section.paragraphs = ["None."] }
    return section
  }

  private func downloads(_ shown: SavingsShown) -> SectionPage.Section {
    let files = [
      ("Working groups", "groups"), ("Organisations", "organisations"), ("Schemes", "schemes"),
      ("Months recorded", "months"), ("Pools", "pools"), ("Overlapping pairs", "pairs"),
      ("Reinvestment", "reinvestment"),
    ]
    return SectionPage.Section(
      heading: "Tables to download",
      items: files.map { name, file in
        SectionPage.Item(
          link: shown.link("\(name) (CSV)", "/programme/savings/\(file).csv"), text: "")
      })
  }
}
