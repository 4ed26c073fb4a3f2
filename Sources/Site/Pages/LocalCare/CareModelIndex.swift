// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

extension SiteView {
  /// What local care is, the areas, and the core model.
  func careModelIndex() -> CareModelPage {
    CareModelPage(
      chrome: chrome("Local care", path: "/local-care"), heading: "Local care",
      answer: HTML.escape(
        "Local care is health and social care outside of main hospitals, close to where people "
          + "live. There is one core model, and each area adapts it to its own people."),
      links: careLinks(but: "/local-care"),
      sections: [careAreas(), careTiers(), careFunctions(), careCounting()])
  }

  private func careAreas() -> CareModelPage.Section {
    let hasGroups = plan.local.localities.contains { careGroups($0.id) != nil }
    let keyed = InvestmentFindingsColumns(self)
    let rows = plan.local.localities.map { locality in
      var cells = [TableModel.Cell.number(FactID(locality.registered).map(figure.number) ?? "")]
      if hasGroups {
        cells += careGroupCells(locality.id)
      }
      return TableModel.Row(
        "<a href=\"\(CarePaths.area(locality.id))\">\(HTML.escape(locality.name))</a>",
        cells + keyed.cells(locality.id), id: locality.id)
    }
    return .init(
      "The areas",
      text: [
        "Each page says who lives there, what staff the core model would take, what the area does "
          + "differently and why, and what is not known."
      ],
      tables: [
        TableModel(
          caption: "The areas of local care",
          columns: [("Area", false), ("People registered", true)]
            + (hasGroups ? Self.groupColumns : []) + keyed.columns,
          rows: rows)
      ])
  }

  /// The fewest and the most groups of the first tier with a band that a locality allows.
  func careGroups(_ locality: String) -> (fewest: String, most: String)? {
    guard let tier = bandedTier,
      let fewest = FactID("tier.\(tier.id).groups.fewest.\(locality)"), graph[fewest] != nil,
      let most = FactID("tier.\(tier.id).groups.most.\(locality)"), graph[most] != nil
    else { return nil }
    return (figure.number(fewest), figure.number(most))
  }

  /// Columns for how many groups its people allow.
  static let groupColumns = [("Fewest clusters", true), ("Most clusters", true)]

  /// Cells of these.
  func careGroupCells(_ locality: String) -> [TableModel.Cell] {
    let groups = careGroups(locality)
    return [groups?.fewest, groups?.most].map { .number($0 ?? "not known") }
  }

  /// The first tier that says how few and how many people it is for.
  var bandedTier: CareTierRow? {
    plan.careModel.tiers.first { $0.fewestPeople != nil && $0.mostPeople != nil }
  }

  private func careTiers() -> CareModelPage.Section? {
    guard !plan.careModel.isEmpty else { return nil }
    let rows = plan.careModel.tiers.map { tier in
      TableModel.Row(
        HTML.escape(tier.name),
        [
          .text(tier.text), .html(careBand(tier)),
          .html(
            [HTML.escape(tier.hours), tier.days.map { figure.html($0) } ?? ""]
              .filter { !$0.isEmpty }.joined(separator: ": ").ifEmpty("not stated")),
          .html(careSource(tier.source) + (tier.note.isEmpty ? "" : " " + HTML.escape(tier.note))),
        ], id: "tier-" + tier.id)
    }
    return .init(
      "The core model: tiers",
      tables: [
        TableModel(
          caption: "Tiers of the core model",
          columns: [
            ("Tier", false), ("What it is", false), ("People", false), ("Open", false),
            ("Where it is from", false),
          ], rows: rows)
      ])
  }

  private func careBand(_ tier: CareTierRow) -> String {
    let ends = [tier.fewestPeople, tier.mostPeople].compactMap { $0 }
    switch ends.count {
    case 2: return "\(figure.number(ends[0])) to \(figure.html(ends[1]))"
    case 1: return figure.html(ends[0])
    default: return "not stated"
    }
  }

  private func careFunctions() -> CareModelPage.Section? {
    guard !plan.careModel.functions.isEmpty else { return nil }
    let rows = plan.careModel.functions.map { function in
      TableModel.Row(
        HTML.escape(function.name),
        [
          .text(function.text), .text(teamName(function.team)),
          .text(ambitionNames(function.ambitions)),
          .text(function.digital.ifEmpty("nothing said")),
        ], id: "function-" + function.id)
    }
    let teams = plan.careModel.teams.map { team in
      TableModel.Row(
        HTML.escape(team.name),
        [
          .text(plan.careModel.tiers.first { $0.id == team.tier }?.name ?? team.tier),
          .text(team.text), .text(team.isPublished ? "published" : "a choice of this plan"),
          .html(careSource(team.source)),
        ], id: "team-" + team.id)
    }
    return .init(
      "The core model: what it does, and who does it",
      text: [
        "Every ambition is served by a function; the plan is not accepted otherwise."
      ],
      tables: [
        TableModel(
          caption: "Functions of the core model, with the ambitions that they serve",
          columns: [
            ("Function", false), ("What people get", false), ("Team", false), ("Ambition", false),
            ("What it needs of computers", false),
          ], rows: rows),
        TableModel(
          caption: "Teams of the core model",
          columns: [
            ("Team", false), ("Tier", false), ("What it does", false), ("Known how", false),
            ("Where it is from", false),
          ], rows: teams),
      ])
  }

  func teamName(_ id: String) -> String {
    plan.careModel.teams.first { $0.id == id }?.name ?? id
  }

  private func ambitionNames(_ numbers: [Int]) -> String {
    numbers.map { number in
      let title = plan.ambitions.first { $0.number == number }?.title
      return "\(number)" + (title.map { ": \($0)" } ?? "")
    }.joined(separator: "; ")
  }

  private func careCounting() -> CareModelPage.Section? {
    guard !plan.careModel.roles.isEmpty else { return nil }
    return .init(
      "How staff are counted",
      text: careMethods.map { HTML.escape($0) })
  }

  /// How the numbers of staff are made, and what they do not say.
  var careMethods: [String] {
    [
      "Staff follow from the people they are for: those looked after over the case load of one; "
        + "contacts times their minutes and travel over the minutes that one works; and for work "
        + "that cannot wait, the fewest by day and by night with whom it begins in time (Erlang C, "
        + "1917). Hours away are a share of paid time, so that each at work takes 1 / (1 − share) in "
        + "post.",
      "Erlang C supposes that nobody who waits gives up. Where people ring off, fewer staff are "
        + "needed than it says, and some people are lost.",
      "Most of what this rests on was not published: each assumption is a figure that can be asked, "
        + "with its range and its reason. The numbers say what the model would take, and not who is "
        + "there today.",
    ]
  }
}

/// Columns of the investment case for a table with a row for each locality.
struct InvestmentFindingsColumns {
  private let view: SiteView
  private let findings: InvestmentFindings?

  init(_ view: SiteView) {
    self.view = view
    let found = InvestmentFindings(view.assessment)
    let first = view.plan.local.localities.first?.id
    findings = found.flatMap { found in
      first.flatMap { found.fact("net", of: $0) } == nil ? nil : found
    }
  }

  /// None for a plan without a case.
  var columns: [(String, Bool)] {
    guard let findings else { return [] }
    let year = Period.financialYear(findings.lastYear).description
    return [("Cost in \(year), £ million", true), ("Released less cost, £ million", true)]
  }

  func cells(_ locality: String) -> [TableModel.Cell] {
    guard let findings else { return [] }
    return ["cost", "net"].map { measure in
      .number(findings.fact(measure, of: locality).map { view.figure.number($0) } ?? "")
    }
  }
}

extension String {
  /// Other words in place of nothing.
  func ifEmpty(_ words: String) -> String { isEmpty ? words : self }
}
