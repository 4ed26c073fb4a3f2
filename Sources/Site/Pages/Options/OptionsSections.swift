// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The tables of one set of sites.
struct OptionsSections {
  let words: OptionsWords
  private var outcome: ConfigurationOutcome { words.outcome }
  private var model: ServiceModel { words.model }

  var all: [ProseModel.SectionModel] {
    [journeys, units, outside, standards, hurdles, districts, deciles, ages, working].compactMap {
      $0
    }
  }

  private var journeys: ProseModel.SectionModel {
    var rows = [
      TableModel.Row(
        "Mean journey, minutes", [.number(words.number("mean-minutes", outcome.meanMinutes, 1))]),
      TableModel.Row(
        "Nine residents of ten are within, minutes",
        [.number(PlainNumber.text(outcome.ninetiethPercentile, 1))]),
      TableModel.Row(
        "Longest journey, minutes",
        [.number(words.number("longest-minutes", outcome.longestMinutes))]),
    ]
    for within in outcome.within {
      let minutes = PlainNumber.text(within.minutes)
      rows.append(
        TableModel.Row(
          "Residents’ \(HTML.escape(words.cases)) within \(minutes) minutes, %",
          [.number(words.number("within-\(minutes)", within.share * 100, 1))]))
    }
    if let benefit = outcome.benefitPerHundred {
      rows.append(
        TableModel.Row(
          "Extra people who recover well, for each 100 treated in time",
          [.number(words.number("benefit", benefit, 2))]))
    }
    if let displaced = outcome.displaced {
      rows.append(
        TableModel.Row(
          "Residents a year whose hospital changes from today’s",
          [.number(words.number("displaced", displaced))]))
    }
    return .init(
      heading: "In short", text: nil,
      table: TableModel(
        caption: "In short: \(words.basis)", columns: [("What", false), ("Value", true)], rows: rows
      ))
  }

  private var units: ProseModel.SectionModel {
    let hasBeds = outcome.beds != nil
    let hasNurses = outcome.nurses != nil
    let crosses = model.journeys(outcome.journeys)?.coversNeighbours == true
    var columns = [("Unit", false), ("\(words.cases.firstUppercased) a year", true)]
    if crosses { columns += [("Residents", true), ("Neighbours", true)] }
    if hasBeds { columns += [("Beds", true), ("Hyper-acute", true)] }
    if hasNurses { columns.append(("Nurses", true)) }
    let rows = outcome.candidates.map { site -> TableModel.Row in
      var cells: [TableModel.Cell] = [.number(words.number("volume.\(site.id)", site.volume))]
      if crosses {
        cells += [
          .number(PlainNumber.text(site.residents)), .number(PlainNumber.text(site.neighbours)),
        ]
      }
      if hasBeds {
        cells += [
          .number(site.beds.map { PlainNumber.text($0) } ?? ""),
          .number(site.hyperAcuteBeds.map { PlainNumber.text($0) } ?? ""),
        ]
      }
      if hasNurses { cells.append(.number(site.nurses.map { PlainNumber.text($0, 1) } ?? "")) }
      return TableModel.Row(HTML.escape(words.full(site.id)), cells)
    }
    var text =
      crosses
      ? "Neighbours are people from outside for whom the unit is the nearest."
      : "These journey times cover residents only, so nobody comes in from outside."
    if let consultants = outcome.consultants {
      text +=
        " Rotas round the clock would need \(PlainNumber.text(consultants)) consultants in all."
    }
    return .init(
      heading: "What each unit would do", text: text,
      table: TableModel(caption: "Units: \(words.basis)", columns: columns, rows: rows))
  }

  private var outside: ProseModel.SectionModel? {
    let beyond = outcome.sites.filter { !$0.isCandidate && $0.residents > 0 }
    guard outcome.outward > 0 || outcome.inward > 0 else { return nil }
    let rows = beyond.map { site in
      TableModel.Row(
        HTML.escape(words.full(site.id)), [.number(PlainNumber.text(site.residents))])
    }
    return .init(
      heading: "Across the boundary",
      text: "\(PlainNumber.text(outcome.outward)) residents a year would be nearer to a unit "
        + "outside, and \(PlainNumber.text(outcome.inward)) people from outside nearer to one here.",
      table: rows.isEmpty
        ? nil
        : TableModel(
          caption: "Residents whose nearest unit is outside",
          columns: [("Unit", false), ("\(words.cases.firstUppercased) a year", true)], rows: rows))
  }

  private var standards: ProseModel.SectionModel? {
    guard !model.standards.isEmpty else { return nil }
    let rows = model.standards.map { standard -> TableModel.Row in
      let check = StandardCheck(standard, outcome, model)
      return TableModel.Row(
        HTML.escape(standard.row.label),
        [
          .html(words.view.figure.html(standard.row.limit)), .text(verdict(check)),
          .text(standard.row.note),
        ])
    }
    return .init(
      heading: "Standards",
      text: "What a unit should reach, who misses it, and the limit at which nobody would.",
      table: TableModel(
        caption: "Standards: \(words.basis)",
        columns: [
          ("Standard", false), ("Limit", false), ("Here", false), ("What to know", false),
        ], rows: rows))
  }

  private func verdict(_ check: StandardCheck) -> String {
    guard check.isKnown else { return "Cannot be worked out: the plan lacks a figure." }
    let decimals = check.standard.row.measure == .volume ? 0 : 1
    let missing = check.values.filter { !$0.isMet }
    guard !missing.isEmpty else {
      let values = check.values.map { PlainNumber.text($0.value, decimals) }
      return "Met: " + PlainNumber.list(values)
    }
    let misses = missing.map { value in
      (value.site.map { words.short($0) + " " } ?? "") + PlainNumber.text(value.value, decimals)
    }
    let limit = check.limitThatWouldDo.map {
      ". It would take a limit of \(PlainNumber.text($0, decimals))"
    }
    return "Missed: " + PlainNumber.list(misses) + (limit ?? "")
  }

  private var hurdles: ProseModel.SectionModel? {
    guard let elimination = words.findings.elimination, let set = elimination.set(outcome.open)
    else { return nil }
    let failed = elimination.hurdles.filter { set.failed.contains($0.rule.id) }
    let path = OptionsPaths(model: model).elimination
    let text =
      failed.isEmpty
      ? "It passes every hurdle, so it is on the shortlist. <a href=\"\(path)\">What became of the "
        + "others</a>"
      : "It is not on the shortlist. <a href=\"\(path)\">What became of the others</a>"
    let rows = failed.map { hurdle in
      TableModel.Row(
        HTML.escape(hurdle.rule.label),
        [.text(hurdle.rule.basis.firstUppercased), .text(hurdle.rule.reason)])
    }
    return .init(
      heading: "Hurdles", text: text,
      table: rows.isEmpty
        ? nil
        : TableModel(
          caption: "Hurdles that it fails",
          columns: [("Hurdle", false), ("Stated or inferred", false), ("Why", false)], rows: rows))
  }

  private var districts: ProseModel.SectionModel {
    let longest = outcome.districts.max { $0.meanMinutes < $1.meanMinutes }
    return .init(
      heading: "By district",
      text: longest.map {
        "Journeys are longest for people of \(HTML.escape($0.name)): "
          + "\(PlainNumber.text($0.meanMinutes, 1)) minutes on average."
      },
      table: groups(outcome.districts, "District", hasSites: true))
  }

  private var deciles: ProseModel.SectionModel? {
    guard outcome.deciles.count > 1 else { return nil }
    var text = ""
    if let gap = outcome.decileGap {
      let minutes = PlainNumber.text(gap.magnitude, 1)
      text =
        gap > 0
        ? "People in the most deprived areas travel \(minutes) minutes longer than those in the "
          + "least deprived."
        : "People in the most deprived areas travel \(minutes) minutes less than those in the "
          + "least deprived."
    }
    text +=
      " The Gini coefficient of minutes is \(PlainNumber.text(outcome.gini, 3)): 0 when all travel "
      + "as long, 1 when one person makes all the journeys."
    return .init(
      heading: "By deprivation", text: text,
      table: groups(outcome.deciles, "Tenth of areas, 1 most deprived", hasSites: false))
  }

  private var ages: ProseModel.SectionModel? {
    guard outcome.ages.count > 1 else { return nil }
    return .init(
      heading: "By age",
      text: "How far everybody would be from a unit, whether they fall ill or not.",
      table: groups(outcome.ages, "Age", hasSites: false, counted: "People"))
  }

  private func groups(
    _ groups: [ConfigurationOutcome.GroupOutcome], _ heading: String, hasSites: Bool,
    counted: String? = nil
  ) -> TableModel {
    let thresholds = model.service.thresholds
    var columns = [
      (heading, false), (counted ?? "\(words.cases.firstUppercased) a year", true),
      ("Mean minutes", true),
      ("Longest", true),
    ]
    columns += thresholds.map { ("Within \(PlainNumber.text($0)), %", true) }
    if hasSites { columns.append(("Where they go", false)) }
    return TableModel(
      caption: "\(heading): \(words.basis)", columns: columns,
      rows: groups.map { group in
        var cells: [TableModel.Cell] = [
          .number(PlainNumber.text(group.cases)), .number(PlainNumber.text(group.meanMinutes, 1)),
          .number(PlainNumber.text(group.longestMinutes)),
        ]
        cells += group.within.map { .number(PlainNumber.text($0.share * 100, 1)) }
        if hasSites { cells.append(.text(destinations(group))) }
        return TableModel.Row(HTML.escape(group.name), cells)
      })
  }

  private func destinations(_ group: ConfigurationOutcome.GroupOutcome) -> String {
    guard group.sites.count > 1 else { return group.sites.first.map { words.short($0.id) } ?? "" }
    return group.sites.map { "\(words.short($0.id)) \(PlainNumber.text($0.share * 100))%" }
      .joined(separator: ", ")
  }

  private var working: ProseModel.SectionModel? {
    let parameters = words.view.plan.serviceParameters.filter { $0.service == model.service.id }
    guard !parameters.isEmpty else { return nil }
    let rows = parameters.compactMap { row -> TableModel.Row? in
      guard let fact = words.view.graph[row.fact] else { return nil }
      return TableModel.Row(
        HTML.escape(fact.label),
        [.html(words.view.figure.html(row.fact)), .text(row.note)])
    }
    return .init(
      heading: "How this is worked out",
      text:
        "Everybody goes to the nearest open unit. Beds are patients a day times their stay, over "
        + "the share of beds in use, rounded up at each unit. The figures used can each be asked:",
      table: TableModel(
        caption: "Figures that the working uses",
        columns: [("Figure", false), ("Value", false), ("What to know", false)], rows: rows))
  }
}
