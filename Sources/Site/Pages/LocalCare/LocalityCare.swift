// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// What local care is, or would be, in an area.
struct LocalityCare {
  let view: SiteView
  let locality: LocalityRow
  private var figure: Figure { view.figure }
  private var model: CareModelRows { view.plan.careModel }
  private var name: String { locality.name }

  private func needed(_ role: CareRoleRow) -> FactID? {
    FactID("team.\(role.id).needed.\(locality.id)").flatMap { view.graph[$0] == nil ? nil : $0 }
  }

  var staff: CareModelPage.Section? {
    let rows = model.roles.compactMap { role -> TableModel.Row? in
      guard let id = needed(role), let fact = view.graph[id] else { return nil }
      return TableModel.Row(
        HTML.escape(role.name),
        [
          .number(figure.number(id)), .text(view.teamName(role.team)),
          .text([fact.note, role.note].filter { !$0.isEmpty }.joined(separator: " ")),
        ])
    }
    guard !rows.isEmpty else { return nil }
    var text = [
      "What the core model would take for the people of \(HTML.escape(name)) who need it most, in "
        + "whole-time staff. Many of them may be there already: who is was not published."
    ]
    text += supply
    return .init(
      "Staff that it would take", text: text,
      tables: [
        TableModel(
          caption: "Staff that local care would take in \(name)",
          columns: [
            ("Staff", false), ("Whole-time", true), ("Team", false), ("What to know", false),
          ], rows: rows)
      ])
  }

  /// What is known of how many there are, for roles that name a fact about it.
  private var supply: [String] {
    model.roles.compactMap { role in
      guard let supply = role.supply, let fact = view.graph[supply], let needed = needed(role),
        let all = FactID("team.\(role.id).needed"), view.graph[all] != nil
      else { return nil }
      return
        "\(HTML.escape(role.name)): \(figure.number(needed)) here and \(figure.number(all)) in "
        + "all areas, beside a shortage of \(figure.html(supply)) "
        + "(\(HTML.escape(fact.label.firstLowercased)), \(HTML.escape(fact.scope)))."
    }
  }

  var rooms: CareModelPage.Section? {
    let items = model.rooms.compactMap { room -> String? in
      guard let id = FactID("rooms.\(room.id).needed.\(locality.id)"), view.graph[id] != nil else {
        return nil
      }
      let tier = model.tiers.first { $0.id == room.tier }?.name ?? room.tier
      return "\(HTML.escape(room.name)): \(figure.html(id)), \(HTML.escape(tier))"
    }
    let digital = model.functions.filter { !$0.digital.isEmpty }.map {
      "\(HTML.escape($0.name)): \(HTML.escape($0.digital.firstLowercased))"
    }
    guard !items.isEmpty || !digital.isEmpty else { return nil }
    return .init("Rooms and computers that it would take", items: items + digital)
  }

  var differences: CareModelPage.Section {
    let own = CareDifferences(view: view)
    let rows = own.rows(of: locality.id)
    var text: [String] = []
    if rows.isEmpty {
      text.append("No published difference was read; the core model stands.")
    }
    text += own.byRule(locality.id)
    return .init(
      "What it does differently, and why", text: text,
      tables: rows.isEmpty
        ? []
        : [
          TableModel(
            caption: "Where \(name) differs from the core model", columns: CareDifferences.columns,
            rows: rows)
        ])
  }

  var progress: CareModelPage.Section? {
    guard !model.functions.isEmpty else { return nil }
    let rows = model.functions.map { function in
      let found = model.progress.first {
        $0.locality == locality.id && $0.function == function.id
      }
      return TableModel.Row(
        HTML.escape(function.name),
        [
          .text(CareDifferences.status(found)),
          .html(found.map { careNote($0) } ?? "nothing was read"),
        ])
    }
    return .init(
      "How far it is", text: [maturity],
      tables: [
        TableModel(
          caption: "Functions of the core model in \(name)",
          columns: [("Function", false), ("Status", false), ("Where it is from", false)], rows: rows
        )
      ])
  }

  private func careNote(_ row: FunctionProgressRow) -> String {
    view.careSource(row.source) + (row.note.isEmpty ? "" : " " + HTML.escape(row.note))
  }

  private var maturity: String {
    let found = model.maturity.filter { $0.locality == locality.id }.last
    let levels = model.levels.map { HTML.escape($0.name.firstLowercased) }
    let scale =
      levels.isEmpty ? "" : " The steps are: " + levels.joined(separator: "; then ") + "."
    guard let found, let level = model.levels.first(where: { $0.id == found.level }) else {
      return "How mature local care is in \(HTML.escape(name)) was not published." + scale
    }
    let period = found.period.map { ", \($0.plainEnglish)" } ?? ""
    return "It has reached: <strong>\(HTML.escape(level.name.firstLowercased))</strong>"
      + "\(HTML.escape(period)) (\(view.careSource(found.source)))." + scale
  }

  var money: CareModelPage.Section? {
    guard let findings = InvestmentFindings(view.assessment),
      let cost = findings.fact("cost", of: locality.id),
      let released = findings.fact("released", of: locality.id),
      let net = findings.fact("net", of: locality.id)
    else { return nil }
    let year = Period.financialYear(findings.lastYear).description
    return .init(
      "Its share of the case",
      text: [
        "Shared out by need, local care here would cost \(figure.html(cost)) in \(year) and "
          + "release \(figure.html(released)): \(figure.html(net)) after its cost. That rests on "
          + "assumptions that nobody published; "
          + "<a href=\"/local-care/case\">the case says what would change it</a>."
      ])
  }

  var unknown: CareModelPage.Section {
    var items: [String] = []
    let unstated = model.functions.filter { function in
      !model.progress.contains { $0.locality == locality.id && $0.function == function.id }
    }
    if !unstated.isEmpty {
      items.append(
        "Whether it has, or plans, "
          + PlainNumber.list(unstated.map { HTML.escape($0.name.firstLowercased) }) + ".")
    }
    if !model.maturity.contains(where: { $0.locality == locality.id }) {
      items.append("How mature its teams are.")
    }
    if !model.roles.isEmpty { items.append("How many of the staff are there already.") }
    items.append("Which practice is in which cluster.")
    return .init("What is not known", items: items)
  }
}
