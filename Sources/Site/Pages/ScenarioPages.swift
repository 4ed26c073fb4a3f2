// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The scenarios to choose from.
struct ScenariosModel {
  let chrome: Chrome
  let scenarios: [Entry]

  struct Entry {
    let id: String
    let title: String
    let reason: String
  }
}

/// What a scenario changes, and by how much.
struct ScenarioModel {
  let chrome: Chrome
  let id: String
  let title: String
  let reason: String
  let inputs: [String]
  let count: Int
  let isLive: Bool
  let table: TableModel
}

extension SiteView {
  func scenariosPage() -> String {
    let model = ScenariosModel(
      chrome: chrome("What if?", path: "/scenarios"),
      scenarios: plan.scenarios.map { .init(id: $0.id, title: $0.title, reason: $0.reason) })
    return Templates.render("scenarios", model)
  }

  func scenarioPage(_ id: String) -> String? {
    guard let scenario = plan.scenarios.first(where: { $0.id == id }),
      let changed = others(id)
    else { return nil }
    let base = central?.graph ?? graph
    let differences = base.differences(to: changed.graph)
    // What a reader cares about first: whole-system figures before lines of working.
    let ordered = differences.sorted { rank($0) < rank($1) }
    let rows = ordered.map { difference in
      TableModel.Row(
        "<a href=\"/facts/\(difference.id)\">"
          + HTML.escape((difference.after ?? difference.before)?.label ?? "") + "</a>",
        [
          .text((difference.after ?? difference.before)?.period?.plainEnglish ?? ""),
          .number(HTML.escape(difference.before?.figureText ?? "none")),
          .number(HTML.escape(difference.after?.figureText ?? "none")),
          .text(difference.plainEnglish),
        ])
    }
    let model = ScenarioModel(
      chrome: chrome(scenario.title, path: "/scenarios/\(id)"), id: id, title: scenario.title,
      reason: scenario.reason, inputs: inputs(scenario), count: differences.count,
      isLive: !isStatic,
      table: TableModel(
        caption: "Figures that differ",
        columns: [
          ("Figure", false), ("When", false), ("As it stands", true), ("In this scenario", true),
          ("Change", false),
        ], rows: rows))
    return Templates.render("scenario", model)
  }

  private func rank(_ difference: FactDifference) -> (Int, FactID) {
    let id = difference.id.rawValue
    let isLine = id.hasPrefix("finance.model.line.")
    let isOrganisation = plan.organisations.contains { id.contains(".gap.\($0.id).") }
    return (isLine ? 2 : isOrganisation ? 1 : 0, difference.id)
  }

  private func inputs(_ scenario: Scenario) -> [String] {
    let assumptions = scenario.assumptions.map { change in
      let label = plan.assumptions.first { $0.id == change.id }?.label ?? change.id.rawValue
      let before = (central?.graph ?? graph)[change.id]?.figureText ?? "not known"
      let after = others(scenario.id)?.graph[change.id]?.figureText ?? change.value
      return "\(label): \(after) instead of \(before)"
    }
    let cells = scenario.cells.map { cell in
      "\(cell.file), \(cell.row), \(cell.column): \(cell.value). \(cell.reason)"
    }
    return assumptions + cells
  }
}
