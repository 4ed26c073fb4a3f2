// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Hands a plan's tables to the linter in its own terms.
enum LintAdapter {
  static func input(_ plan: Plan, _ graph: FactGraph) -> LintInput {
    var input = LintInput(graph: graph, asOf: plan.metadata.asOf)
    input.relations = plan.relations
    input.lists = lists(plan)
    input.dates = plan.milestones.map { row in
      DateClaim(
        milestone: row.milestone, label: row.label, when: row.when, source: row.source,
        place: .init(file: "programme/milestones.csv", row: row.row))
    }
    input.reviews = plan.assumptions.map { row in
      ReviewDate(
        id: row.id.rawValue, label: row.label, owner: row.owner, reviewBy: row.reviewBy,
        place: .init(file: "assumptions.csv", row: row.row))
    }
    input.claims = claims(plan, graph)
    input.passages = plan.pages.flatMap { page in
      page.lines.enumerated().map { offset, line in
        Passage(text: line, place: .init(file: page.file, row: page.firstLine + offset))
      }
    }
    input.acknowledgements = plan.acknowledgements
    input.places = plan.factPlaces
    return input
  }

  private static func claims(_ plan: Plan, _ graph: FactGraph) -> [ClaimCheck] {
    var order: [FactID] = []
    let groups = Dictionary(grouping: plan.projection.evidence, by: \.claim)
    for row in plan.projection.evidence where !order.contains(row.claim) { order.append(row.claim) }
    return order.compactMap { id in
      guard let fact = graph[id], let rows = groups[id], let first = rows.first else { return nil }
      let claim = EvidenceClaim(
        label: fact.label, value: fact.quantity.value.asDouble, unit: fact.quantity.unit.name,
        ranges: rows.map {
          .init(label: $0.label, low: $0.low, high: $0.high, strength: $0.strength)
        })
      return ClaimCheck(
        fact: id, claim: claim, place: .init(file: "demand/evidence.csv", row: first.row))
    }
  }

  private static func lists(_ plan: Plan) -> [ListClaim] {
    var order: [String] = []
    var groups: [String: [ListItemRow]] = [:]
    for row in plan.listItems {
      let key = row.list + " " + row.source
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.compactMap { key in
      guard let rows = groups[key], let first = rows.first else { return nil }
      return ListClaim(
        list: first.list, label: first.listLabel, source: first.source,
        items: rows.map { ($0.item, $0.itemLabel) },
        place: .init(file: "programme/lists.csv", row: first.row))
    }
  }
}
