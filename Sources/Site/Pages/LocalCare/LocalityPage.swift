// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Foundation
import PlanPackage

extension SiteView {
  /// One area: its people, the staff that the core model takes there, what it does differently, and
  /// what is not known.
  func localityPage(_ locality: LocalityRow) -> CareModelPage {
    let people = LocalityPeople(view: self, locality: locality)
    let care = LocalityCare(view: self, locality: locality)
    return CareModelPage(
      chrome: chrome("Local care in \(locality.name)", path: CarePaths.area(locality.id)),
      up: CarePaths.up, heading: "Local care in \(locality.name)", answer: people.answer,
      links: careLinks(but: CarePaths.area(locality.id)),
      sections: [
        people.people, people.segments, care.staff, care.rooms, care.differences, care.progress,
        care.money, people.neighbourhoods, care.unknown,
      ])
  }
}

/// Who lives in an area, and where.
struct LocalityPeople {
  let view: SiteView
  let locality: LocalityRow
  private var figure: Figure { view.figure }

  var answer: String {
    let name = HTML.escape(locality.name)
    guard let registered = FactID(locality.registered), view.graph[registered] != nil else {
      return "The core model of local care, as it would be in \(name)."
    }
    return "\(name) has \(figure.html(registered)) registered with its GPs. "
      + "This page says what staff local care would take for them, what the area does differently "
      + "from the core model and why, and what nobody has published."
  }

  /// Stated figures of population and deprivation whose names have the locality in them.
  private var known: [Fact] {
    ["population", "deprivation"].flatMap { kind in
      view.graph.facts.filter { fact in
        let parts = fact.id.rawValue.split(separator: ".")
        return !fact.isDerived && parts.first == Substring(kind)
          && parts.contains(Substring(locality.id))
      }
    }
  }

  var people: CareModelPage.Section? {
    guard !known.isEmpty else { return nil }
    return .init(
      "Its people",
      tables: [
        TableModel(
          caption: "People of \(locality.name)",
          columns: [("What", false), ("How many", true), ("What to know", false)],
          rows: known.map { fact in
            TableModel.Row(
              HTML.escape(fact.label), [.number(figure.html(fact.id)), .text(fact.note)])
          })
      ])
  }

  /// Segments of its people, where the plan has them.
  var segments: CareModelPage.Section? {
    let found = view.plan.segments.rules.compactMap { rule -> (String, FactID)? in
      guard let people = FactID("segment.\(rule.id).people.\(locality.id)"),
        view.graph[people] != nil
      else { return nil }
      return (rule.name, people)
    }
    guard !found.isEmpty else { return nil }
    let rows = found.map { name, people in
      let cost = FactID(people.rawValue.replacing(".people.", with: ".cost."))
      return TableModel.Row(
        HTML.escape(name),
        [
          .number(figure.number(people)),
          .number(cost.flatMap { view.graph[$0] == nil ? nil : figure.html($0) } ?? "not known"),
        ])
    }
    return .init(
      "Who needs what",
      text: [
        "Each person is in one segment. The numbers are a reconstruction: "
          + "<a href=\"/local-care/segments\">how they were made, and how sure they are</a>."
      ],
      tables: [
        TableModel(
          caption: "Segments of the people of \(locality.name)",
          columns: [("Segment", false), ("People", true), ("Cost of their care", true)], rows: rows)
      ])
  }

  /// The neighbourhoods that local care is planned from.
  var neighbourhoods: CareModelPage.Section? {
    let found = view.plan.local.neighbourhoods.filter { $0.locality == locality.id }
    guard !found.isEmpty else { return nil }
    let names = Dictionary(view.plan.areas.map { ($0.id, $0.name) }) { first, _ in first }
    let rows = found.map { row in
      TableModel.Row(
        HTML.escape(names[row.area] ?? row.area),
        [.text(row.town.ifEmpty("no town")), .text(row.area)])
    }
    let hasClusters = view.clusterPaths.contains("/local-care/clusters")
    return .init(
      "Its neighbourhoods",
      text: [
        "A neighbourhood counts to the area in which most of its residents live."
          + (hasClusters
            ? " <a href=\"/local-care/clusters\">Which cluster each would be in</a>." : "")
      ],
      folded: .init(
        "Which neighbourhoods these are",
        TableModel(
          caption: "Neighbourhoods of \(locality.name)",
          columns: [("Neighbourhood", false), ("Town", false), ("Code", false)], rows: rows)))
  }
}
