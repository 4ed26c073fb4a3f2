// SPDX-License-Identifier: Apache-2.0

import Engagement
import Pictures
import Programme
import Savings

/// Working groups and schemes, one by one.
extension SavingsPart {
  func groupPage(_ id: String, _ shown: SavingsShown) throws -> PortalAnswer {
    guard let group = plan.savings.group(id),
      let sum = shown.view.byGroup.first(where: { $0.id == id }),
      let line = shown.view.funnel.groups.first(where: { $0.group == id })
    else { throw PortalProblem.notFound }
    var work = SectionPage.Section(heading: "What it works on")
    work.items = group.focus.map { SectionPage.Item(text: $0) }
    if group.focus.isEmpty { work.paragraphs = ["Not published."] }
    if !group.note.isEmpty { work.paragraphs.append(group.note) }
    var money = SectionPage.Section(heading: "Money")
    money.paragraphs = [
      target(group, line),
      "In a full year its schemes claim \(SavingsWords.money(sum.fullYear.gross)), of which "
        + "\(SavingsWords.money(sum.fullYear.overlapRemoved)) is counted more than once across all "
        + "groups; \(SavingsWords.money(sum.fullYear.net)) is left.",
    ]
    let own = shown.view.schemes.filter { $0.terms.group == id }
    money.grids =
      own.isEmpty
      ? []
      : [
        shown.sumTable("The year \(shown.year)", "Working group", [sum]).grid,
        shown.schemeTable(own, "Its schemes").grid,
      ]
    return SectionPage(
      title: group.name, answer: "\(SavingsWords.stage(line.stage)).", notice: shown.asOf.notice,
      links: [shown.link("All savings", "/programme/savings")],
      sections: [work, money, shown.asOf.section("/programme/savings/groups/\(id)")]
    ).answer(isPrivate: false)
  }

  private func target(_ group: SavingsGroupDefinition, _ line: FunnelGroup) -> String {
    guard let target = line.quantified else {
      return "It has no target of its own yet."
    }
    let gap = target - line.planned
    return "Its own target is \(SavingsWords.money(target)) a year. "
      + (gap > 0
        ? "For \(SavingsWords.money(gap)) of that there is no scheme yet."
        : "Its schemes come to it.")
  }

  func schemeList(_ shown: SavingsShown) -> PortalAnswer {
    let lines = shown.view.schemes
    let gone = shown.view.state.schemes.filter { !$0.isLive }
    var withdrawn = SectionPage.Section(heading: "Withdrawn")
    withdrawn.items = gone.map { record in
      SectionPage.Item(
        link: shown.link(record.terms.title, "/programme/savings/schemes/\(record.id)"),
        text: record.withdrawal.map { "Withdrawn on \($0.value.on.text)." } ?? "")
    }
    var all = SectionPage.Section()
    if lines.isEmpty {
      all.paragraphs = ["No scheme is registered yet."]
    } else {
      all.grids = [shown.schemeTable(lines, "Schemes, \(shown.year)").grid]
    }
    return SectionPage(
      title: "Savings schemes",
      answer: "\(EventWords.count(lines.count, "scheme", "schemes")), to the end of "
        + "\(shown.view.through.text).",
      notice: shown.asOf.notice, links: [shown.link("All savings", "/programme/savings")],
      sections: [all] + (gone.isEmpty ? [] : [withdrawn])
        + [shown.asOf.section("/programme/savings/schemes")]
    ).answer(isPrivate: false)
  }

  func schemePage(_ id: String, _ shown: SavingsShown) throws -> PortalAnswer {
    let line = shown.view.schemes.first { $0.id == id }
    guard let record = line?.record ?? shown.view.state.scheme(id) else {
      throw PortalProblem.notFound
    }
    var sections = [aboutSection(record, shown)]
    if let line { sections += [monthsSection(line, shown), forecastSection(line, shown)] }
    if let line { sections.append(netSection(line, shown)) }
    sections += [qualitySection(record), historySection(record)]
    return SectionPage(
      title: record.terms.title, answer: answer(record, line), notice: shown.asOf.notice,
      links: [
        shown.link("All schemes", "/programme/savings/schemes"),
        shown.link(
          shown.group(record.terms.group), "/programme/savings/groups/\(record.terms.group)"),
      ],
      sections: sections + [shown.asOf.section("/programme/savings/schemes/\(id)")]
    ).answer(isPrivate: false)
  }

  private func answer(_ record: SchemeRecord, _ line: SavingsSchemeLine?) -> String {
    if let gone = record.withdrawal {
      return "Withdrawn on \(gone.value.on.text). \(text(gone.value.reason))"
    }
    guard let line else { return record.stage.value.label }
    let amount = SavingsWords.money(record.terms.fullYear)
    return record.terms.isRecurrent
      ? "\(record.stage.value.label). \(amount) in a full year, "
        + "\(SavingsWords.money(line.fullYearNet)) once overlaps are removed."
      : "\(record.stage.value.label). \(amount) once; it does not come again."
  }

  private func aboutSection(_ record: SchemeRecord, _ shown: SavingsShown) -> SectionPage.Section {
    let terms = record.terms
    var rows: [[String]] = [
      ["Whose money", shown.organisation(terms.organisation)],
      ["Saved from", shown.pool(terms.pool)], ["What makes the saving", terms.driver],
      ["Start", terms.start.text],
      ["Comes again each year", SavingsWords.yesNo(terms.isRecurrent)],
      ["Frees cash", SavingsWords.yesNo(terms.isCashReleasing)],
      ["Costs each year", SavingsWords.money(terms.investmentYearly)],
      ["Costs once", SavingsWords.money(terms.investmentOnce)],
    ]
    if record.slippedMonths > 0 {
      rows.append([
        "Late",
        "\(EventWords.count(record.slippedMonths, "month", "months")), from a first start on "
          + record.versions[0].terms.start.text,
      ])
    }
    if let member = terms.lossMember {
      rows += [
        ["Loses income by it", shown.organisation(member)],
        ["Income lost", SavingsWords.money(terms.lossIncome ?? 0)],
        ["Cost that member takes out", SavingsWords.money(terms.lossCostRemoved ?? 0)],
      ]
    }
    return SectionPage.Section(
      heading: "What it is", grids: [Grid("The scheme", ["What", "Value"], rows)])
  }

  private func monthsSection(
    _ line: SavingsSchemeLine, _ shown: SavingsShown
  ) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Plan and record")
    let months = chartMonths(line, shown.view.through)
    guard let profile = line.terms.profile, !months.isEmpty else { return section }
    let recorded = months.map { line.record.actuals[$0].map { $0.value / 1000 } }
    var series = [LineChart.Series("Plan", months.map { profile.amount(in: $0) / 1000 })]
    if recorded.contains(where: { $0 != nil }) {
      series.append(LineChart.Series("Recorded", recorded))
    }
    let chart = LineChart(
      caption: Caption(
        id: "months", title: "What was planned and what was saved, month by month",
        summary: "Two lines over the months: the plan and what was recorded."),
      placeHeading: "Month", valueHeading: "£ thousand", numbers: NumberStyle(decimals: 1),
      places: LineChart.Place.evenly(months.map { SavingsSchemeWords.short($0) }), series: series)
    section.drawings = [DrawingModel(chart)]
    if !line.missing.isEmpty {
      section.paragraphs = [
        "Nothing is recorded for \(line.missing.map(\.text).joined(separator: ", "))."
      ]
    }
    return section
  }

  /// From the start to the end of the financial year, two years at most.
  private func chartMonths(_ line: SavingsSchemeLine, _ through: SavingsMonth) -> [SavingsMonth] {
    let first = line.record.versions[0].terms.start.savingsMonth
    let last = SavingsMonth.april(max(first, through).financialYear + 1).adding(-1)
    guard first <= last else { return [] }
    return (max(first.number, last.number - 23)...last.number).map { SavingsMonth(number: $0) }
  }

  private func qualitySection(_ record: SchemeRecord) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Quality impact assessment")
    guard let assessment = record.assessment?.value else {
      section.paragraphs = ["None yet. No scheme goes to delivery without one."]
      return section
    }
    section.paragraphs = [
      "\(assessment.outcome.label). Judged on \(assessment.on.text).", text(assessment.summary),
    ]
    if record.isAssessmentStale {
      section.paragraphs.append("The scheme changed afterwards. It should be assessed again.")
    }
    section.grids = [
      Grid(
        "Risk by subject, from 1 to 25", ["Subject", "Consequence times likelihood#"],
        QualityAssessment.Subject.allCases.map {
          [$0.label, assessment.risks[$0].map { "\($0)" } ?? "Not judged"]
        })
    ]
    return section
  }

  private func historySection(_ record: SchemeRecord) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "How it changed")
    section.grids = [
      Grid(
        "Versions", ["From", "Start", "Full year#", "Entry#", "Why"],
        record.versions.map { version in
          [
            version.from.text, version.terms.start.text, SavingsWords.money(version.terms.fullYear),
            version.entry == 0 ? "In the plan" : "\(version.entry)",
            version.reason.map { text($0) } ?? "Registered",
          ]
        })
    ]
    return section
  }
}

/// Months under a chart.
enum SavingsSchemeWords {
  /// Such as "Apr 17".
  static func short(_ month: SavingsMonth) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let year = month.year % 100
    return names[month.month - 1] + (year < 10 ? " 0" : " ") + "\(year)"
  }
}
