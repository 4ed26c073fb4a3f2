// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

extension SiteView {
  /// Where areas differ from the core model, each with its reason.
  func differencesPage() -> CareModelPage {
    CareModelPage(
      chrome: chrome("Where areas differ from the core model", path: "/local-care/differences"),
      up: CarePaths.up, heading: "Where areas differ from the core model",
      answer: HTML.escape(
        "An area has what the core model has unless it is listed here. Each difference carries its "
          + "reason, or says that none was read."),
      links: careLinks(but: "/local-care/differences"),
      sections: CareDifferences(view: self).sections)
  }
}

/// Differences from the core model: those that were published, and those that follow from an area's people.
struct CareDifferences {
  let view: SiteView
  private var figure: Figure { view.figure }
  private var model: CareModelRows { view.plan.careModel }
  private var localities: [LocalityRow] { view.plan.local.localities }

  var sections: [CareModelPage.Section?] { [published, followed, conformance] }

  static let columns = [
    ("What", false), ("Core model", false), ("Here", false), ("Why", false),
    ("Where it is from", false),
  ]

  /// Published differences of a locality.
  func rows(of locality: String) -> [TableModel.Row] {
    model.differences.filter { $0.locality == locality }.map { row in
      TableModel.Row("\(HTML.escape(row.aspect)): \(HTML.escape(element(row.element)))", cells(row))
    }
  }

  private func cells(_ row: LocalityDifferenceRow) -> [TableModel.Cell] {
    let local = HTML.escape(row.local) + (row.fact.map { "; \(figure.html($0))" } ?? "")
    let source =
      view.careSource(row.source) + (row.note.isEmpty ? "" : " " + HTML.escape(row.note))
    return [.text(row.core), .html(local), .text(row.reason), .html(source)]
  }

  private func element(_ id: String) -> String {
    let names =
      model.tiers.map { ($0.id, $0.name) } + model.teams.map { ($0.id, $0.name) }
      + model.functions.map { ($0.id, $0.name) } + model.roles.map { ($0.id, $0.name) }
    return names.first { $0.0 == id }?.1 ?? id
  }

  private var published: CareModelPage.Section {
    let rows = localities.flatMap { locality in
      model.differences.filter { $0.locality == locality.id }.map { row in
        TableModel.Row(
          "<a href=\"\(CarePaths.area(locality.id))\">\(HTML.escape(locality.name))</a>",
          [.text("\(row.aspect): \(element(row.element))")] + cells(row))
      }
    }
    let others = localities.filter { locality in
      !model.differences.contains { $0.locality == locality.id }
    }
    return .init(
      "Published differences",
      text: others.isEmpty
        ? []
        : [
          PlainNumber.list(
            others.map { "<a href=\"\(CarePaths.area($0.id))\">\(HTML.escape($0.name))</a>" })
            + ": no published difference was read; the core model stands."
        ],
      tables: rows.isEmpty
        ? []
        : [
          TableModel(
            caption: "Published differences from the core model",
            columns: [("Area", false)] + Self.columns, rows: rows)
        ])
  }

  // MARK: What follows from an area's people

  /// Sentences on what follows for a locality from its people and the core model alone.
  func byRule(_ locality: String) -> [String] {
    guard let tier = view.bandedTier, let groups = view.careGroups(locality),
      let low = tier.fewestPeople, let high = tier.mostPeople
    else { return [] }
    let rule =
      "With \(figure.number(low)) to \(figure.html(high)) in each "
      + "(\(HTML.escape(tier.name.firstLowercased))), its people allow from \(groups.fewest) to "
      + "\(groups.most) groups. That follows from the number registered."
    return [rule] + (question(locality).map { [$0] } ?? [])
  }

  /// A published number of groups that the published band does not allow.
  private func question(_ locality: String) -> String? {
    guard let tier = view.bandedTier,
      let fewest = FactID("tier.\(tier.id).groups.fewest.\(locality)").flatMap({ view.graph[$0] }),
      let most = FactID("tier.\(tier.id).groups.most.\(locality)").flatMap({ view.graph[$0] })
    else { return nil }
    for row in model.differences where row.locality == locality && row.element == tier.id {
      guard let id = row.fact, let fact = view.graph[id],
        ["clusters", "groups"].contains(fact.quantity.unit.name)
      else { continue }
      if fact.quantity.value < fewest.quantity.value {
        return "<strong>The published papers do not agree:</strong> \(figure.html(id)) are fewer "
          + "than the \(figure.number(fewest.id)) that the band asks for, so that the average one is "
          + "larger than the core model allows."
      }
      if fact.quantity.value > most.quantity.value {
        return "<strong>The published papers do not agree:</strong> \(figure.html(id)) are more "
          + "than the \(figure.number(most.id)) that the band allows, so that the average one is "
          + "smaller than the core model asks."
      }
    }
    return nil
  }

  private var followed: CareModelPage.Section? {
    let roles = model.roles.filter { role in
      localities.contains {
        FactID("team.\(role.id).needed.\($0.id)").flatMap { view.graph[$0] } != nil
      }
    }
    guard !roles.isEmpty else { return nil }
    let rows = localities.map { locality in
      TableModel.Row(
        "<a href=\"\(CarePaths.area(locality.id))\">\(HTML.escape(locality.name))</a>",
        view.careGroupCells(locality.id)
          + roles.map { role in
            .number(
              FactID("team.\(role.id).needed.\(locality.id)").map { figure.number($0) } ?? "")
          })
    }
    let questions = localities.compactMap { locality in
      question(locality.id).map { "\(HTML.escape(locality.name)): \($0)" }
    }
    return .init(
      "Differences that follow from an area’s people",
      text: [
        "Nobody chose these: the core model is the same, and the people are not. The reason for "
          + "each is the number of people concerned, by one rule for all areas."
      ] + questions,
      tables: [
        TableModel(
          caption: "Clusters and whole-time staff that the core model would take",
          columns: [("Area", false)] + SiteView.groupColumns + roles.map { ($0.name, true) },
          rows: rows
        )
      ])
  }

  // MARK: Conformance

  static func status(_ row: FunctionProgressRow?) -> String {
    row.map { $0.isInPlace ? "in place" : "planned" } ?? "not stated"
  }

  private var conformance: CareModelPage.Section? {
    guard !model.functions.isEmpty else { return nil }
    let rows = localities.map { locality in
      let level = model.maturity.filter { $0.locality == locality.id }.last.flatMap { found in
        model.levels.first { $0.id == found.level }?.name
      }
      return TableModel.Row(
        HTML.escape(locality.name),
        [.text(level ?? "not published")]
          + model.functions.map { function in
            .text(
              Self.status(
                model.progress.first {
                  $0.locality == locality.id && $0.function == function.id
                }))
          })
    }
    return .init(
      "What each area has published of the core model",
      text: [
        "Not stated means that nothing was read, and not that it is missing. Areas fill the gaps by "
          + "rows of local-care/function_progress.csv and local-care/maturity.csv."
      ],
      tables: [
        TableModel(
          caption: "Functions of the core model by area",
          columns: [("Area", false), ("Maturity", false)]
            + model.functions.map { ($0.name, false) }, rows: rows)
      ])
  }
}
