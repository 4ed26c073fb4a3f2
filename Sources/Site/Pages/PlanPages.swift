// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The themes with their workstreams.
struct PlansModel {
  let chrome: Chrome
  let themes: [Theme]
  let hasTimeline: Bool

  struct Theme {
    let name: String
    let summary: String?
    let workstreams: [Entry]
  }

  struct Entry {
    let id: String
    let name: String
    let summary: String
    let done: Int
    let next: Int
  }
}

/// One workstream.
struct WorkstreamModel {
  let chrome: Chrome
  let name: String
  let title: String
  let answer: String?
  let theme: String
  let aim: String?
  let html: String
  let note: String?
  let sections: [Section]
  let ambitions: [Ambition]
  let hasAmbitions: Bool
  let source: String
  let sourceTitle: String

  struct Section {
    let heading: String
    let anchor: String
    let items: [Item]
  }

  struct Item {
    let text: String
    let source: String
    let sourceTitle: String
  }

  struct Ambition {
    let title: String
    let text: String
  }
}

/// The bodies and the people.
struct OrganisationsModel {
  let chrome: Chrome
  let count: Int
  let groups: [Group]
  let people: TableModel?

  struct Group {
    let name: String
    let organisations: [Entry]
  }

  struct Entry {
    let id: String
    let name: String
    let role: String?
    let code: String?
    let note: String?
    let source: String
    let people: [String]
  }
}

/// What happened when, and what was to happen.
struct TimelineModel {
  let chrome: Chrome
  let picture: String?
  let table: TableModel
}

extension SiteView {
  func plansPage() -> String {
    let themes = plan.themes.map { theme in
      PlansModel.Theme(
        name: theme.name, summary: theme.summary.isEmpty ? nil : theme.summary,
        workstreams: plan.workstreams.filter { $0.theme == theme.id }.map { stream in
          let items = plan.items.filter { $0.workstream == stream.id }
          return .init(
            id: stream.id, name: stream.name, summary: stream.summary,
            done: items.filter { $0.kind == .done }.count,
            next: items.filter { $0.kind == .next }.count)
        })
    }
    let model = PlansModel(
      chrome: chrome("Our plans", path: "/plans"), themes: themes,
      hasTimeline: !plan.milestones.isEmpty)
    return Templates.render("plans", model)
  }

  func workstreamPage(_ id: String) -> String? {
    guard let stream = plan.workstreams.first(where: { $0.id == id }) else { return nil }
    let page = plan.pages.first { $0.name == "workstreams/\(id)" }
    let title = page.map { plainText($0.title) } ?? stream.name
    let isLocalCare = id == "local-care"
    let model = WorkstreamModel(
      chrome: chrome(title, path: "/workstreams/\(id)"), name: stream.name, title: title,
      answer: page.map { inlineHTML($0.answer) } ?? HTML.escape(stream.summary),
      theme: plan.themes.first { $0.id == stream.theme }?.name ?? "",
      aim: stream.aim.isEmpty ? nil : stream.aim, html: page.map(proseHTML) ?? "",
      note: stream.note.isEmpty ? nil : stream.note, sections: sections(of: id),
      ambitions: isLocalCare ? plan.ambitions.map { .init(title: $0.title, text: $0.text) } : [],
      hasAmbitions: isLocalCare && !plan.ambitions.isEmpty, source: stream.source,
      sourceTitle: sourceTitle(stream.source))
    return Templates.render("workstream", model)
  }

  private func sections(of workstream: String) -> [WorkstreamModel.Section] {
    let headings: [(WorkstreamItemRow.Kind, String)] = [
      (.heard, "What people told us"), (.objective, "What it is for"),
      (.focus, "What it looks at"), (.done, "What has been done"), (.next, "What comes next"),
    ]
    return headings.compactMap { kind, heading in
      let items = plan.items.filter { $0.workstream == workstream && $0.kind == kind }
        .sorted { $0.order < $1.order }
      guard !items.isEmpty else { return nil }
      return .init(
        heading: heading, anchor: HTML.anchor(heading),
        items: items.map {
          .init(text: $0.text, source: $0.source, sourceTitle: sourceTitle($0.source))
        })
    }
  }

  func sourceTitle(_ id: String) -> String { graph.source(id)?.title ?? id }

  func organisationsPage() -> String {
    let kinds: [(String, String)] = [
      ("commissioner", "Those who plan and pay for care"),
      ("provider", "Those who give care"), ("council", "Councils"),
      ("public-health", "Public health"), ("board", "Boards"), ("regulator", "National bodies"),
      ("other", "Others"),
    ]
    let groups = kinds.compactMap { kind, name -> OrganisationsModel.Group? in
      let members = plan.organisations.filter { $0.kind == kind }
      guard !members.isEmpty else { return nil }
      return .init(name: name, organisations: members.map(organisation))
    }
    let model = OrganisationsModel(
      chrome: chrome("Who is involved", path: "/organisations"),
      count: plan.organisations.filter { graph.source($0.source)?.kind != "assumption" }.count,
      groups: groups, people: plan.people.isEmpty ? nil : peopleTable())
    return Templates.render("organisations", model)
  }

  private func organisation(_ row: OrganisationRow) -> OrganisationsModel.Entry {
    .init(
      id: row.id, name: row.name, role: row.role.isEmpty ? nil : row.role,
      code: row.odsCode.isEmpty ? nil : row.odsCode, note: row.note.isEmpty ? nil : row.note,
      source: row.source,
      people: plan.people.filter { $0.organisation == row.id }.map { "\($0.name), \($0.role)" })
  }

  private func peopleTable() -> TableModel {
    TableModel(
      caption: "People in the roles in which they were published",
      columns: [("Name", false), ("Role", false), ("When", false), ("Source", false)],
      rows: plan.people.map { person in
        .init(
          HTML.escape(person.name),
          [
            .text(person.role), .text(person.asOf?.plainEnglish ?? ""),
            .html(
              "<a href=\"/sources/\(person.source)\">\(HTML.escape(sourceTitle(person.source)))</a>"
            ),
          ], id: person.id)
      })
  }

  func timelinePage() -> String {
    let states = [
      "stated": "stated beforehand", "revised": "stated again, later", "happened": "happened",
    ]
    let sorted = plan.milestones.sorted { left, right in
      (left.when.firstDay, left.when.lastDay, left.id)
        < (right.when.firstDay, right.when.lastDay, right.id)
    }
    let table = TableModel(
      caption: "Every date that a document gives",
      columns: [("What", false), ("When", false), ("State", false), ("Source", false)],
      rows: sorted.map { row in
        .init(
          HTML.escape(row.label),
          [
            .text(row.when.plainEnglish), .text(states[row.state] ?? row.state),
            .html("<a href=\"/sources/\(row.source)\">\(HTML.escape(sourceTitle(row.source)))</a>"),
          ])
      })
    let picture = plan.pictures.first { $0.kind == .timeline }.map { pictureHTML($0.id) }
    let model = TimelineModel(
      chrome: chrome("What happened when", path: "/timeline"), picture: picture, table: table)
    return Templates.render("timeline", model)
  }
}
