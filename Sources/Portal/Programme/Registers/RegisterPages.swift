// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

extension RegistersPart {
  func root(_ isDesk: Bool) -> String {
    isDesk ? "/desk/programme/registers" : "/programme/registers"
  }

  func list(_ request: PortalRequest, isDesk: Bool) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standings = try view(asOf, isDesk: isDesk).standings
    var section = SectionPage.Section()
    section.items = standings.map { standing in
      let definition = standing.definition
      guard isDesk || definition.isPublic else {
        return SectionPage.Item(
          link: nil, text: "\(definition.title). \(definition.purpose) Seen by staff only.")
      }
      let late = standing.overdue.count
      return SectionPage.Item(
        link: SectionLink(
          text: definition.title, href: "\(root(isDesk))/\(definition.id)\(asOf.query)"),
        text:
          "\(definition.purpose) \(EventWords.count(standing.lines.count, "entry", "entries")), "
          + "\(standing.openCount) open." + (late > 0 ? " \(late) overdue." : ""),
        tag: definition.isPublic ? nil : "Staff only")
    }
    if section.items.isEmpty { section.paragraphs = ["This plan keeps no registers."] }
    return SectionPage(
      title: isDesk ? "Registers: desk" : "Registers",
      answer: "What is agreed, asked for, bought, recruited and promised, and what became of it.",
      notice: isDesk ? nil : asOf.notice,
      sections: [section] + (isDesk ? [] : [asOf.section(root(false))])
    ).answer(isPrivate: isDesk)
  }

  func register(_ id: String, _ request: PortalRequest, isDesk: Bool) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standing = try standing(id, asOf, isDesk: isDesk)
    let filter = RegisterFilter(request.query, standing, forStaff: isDesk)
    let path = "\(root(isDesk))/\(id)"
    var links = [SectionLink(text: "All registers", href: root(isDesk) + asOf.query)]
    links.append(
      SectionLink(
        text: "These entries as a file (CSV)", href: "\(path).csv\(filter.query(asOf))"))
    if isDesk {
      links.append(SectionLink(text: "Add an entry", href: "\(path)/add"))
      links.append(SectionLink(text: "Import a file", href: "\(path)/import"))
    }
    var sections = [overdue(standing, path, asOf, isDesk), entries(standing, filter, path, asOf)]
    sections += [totals(standing, filter, isDesk), filter.section(path, asOf)].compactMap { $0 }
    if !isDesk { sections.append(asOf.section(path, keeping: filter.hidden)) }
    return SectionPage(
      title: standing.definition.title, answer: standing.definition.purpose,
      notice: isDesk ? nil : asOf.notice,
      links: links, sections: sections.filter { !$0.isEmpty }
    ).answer(isPrivate: isDesk)
  }

  func file(_ id: String, _ request: PortalRequest, isDesk: Bool) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standing = try standing(id, asOf, isDesk: isDesk)
    let filter = RegisterFilter(request.query, standing, forStaff: isDesk)
    return .file(
      "text/csv; charset=utf-8",
      RegisterImporter.file(
        standing.definition, filter.lines.map(\.entry),
        fields: standing.definition.fields(forStaff: isDesk)), name: "\(id).csv")
  }

  private func overdue(
    _ standing: RegisterStanding, _ path: String, _ asOf: AsOf, _ isDesk: Bool
  ) -> SectionPage.Section {
    let late = standing.overdue
    guard !late.isEmpty else { return SectionPage.Section() }
    return SectionPage.Section(
      heading: "Overdue",
      items: late.map { line in
        SectionPage.Item(
          link: link(line, path, asOf), text: "was due on \(line.due?.text ?? "")", tag: "Overdue")
      })
  }

  private func link(_ line: RegisterLine, _ path: String, _ asOf: AsOf) -> SectionLink {
    SectionLink(text: "\(line.key): \(line.title)", href: href(line, path, asOf))
  }

  private func href(_ line: RegisterLine, _ path: String, _ asOf: AsOf) -> String {
    path.hasPrefix("/desk")
      ? "\(path)/entry/\(line.key)\(asOf.query)" : "\(path)/\(line.key)\(asOf.query)"
  }

  private func entries(
    _ standing: RegisterStanding, _ filter: RegisterFilter, _ path: String, _ asOf: AsOf
  ) -> SectionPage.Section {
    let lines = filter.lines
    var section = SectionPage.Section(
      heading: filter.isOn
        ? "\(EventWords.count(lines.count, "entry", "entries")) of \(standing.lines.count)"
        : EventWords.count(lines.count, "entry", "entries"))
    if lines.isEmpty {
      section.paragraphs = ["There is no such entry."]
      return section
    }
    // The longer texts are on the page of each entry.
    let fields = filter.fields.filter { $0.kind != .text || $0.part != nil }
    section.grids = [
      Grid(
        "Entries of this register",
        fields.map { $0.label + ($0.kind == .money || $0.kind == .number ? "#" : "") },
        lines.map { line in
          fields.map { field in
            let words = standing.words(field, line.entry)
            return words.isEmpty ? "–" : words
          }
        }, links: lines.map { href($0, path, asOf) })
    ]
    return section
  }

  private func totals(
    _ standing: RegisterStanding, _ filter: RegisterFilter, _ isDesk: Bool
  ) -> SectionPage.Section? {
    let totals = standing.totals(filter.lines, forStaff: isDesk)
    guard !totals.isEmpty else { return nil }
    return SectionPage.Section(
      heading: "Totals",
      grids: [
        Grid(
          "Totals of the entries above", ["Amount", "Total#", "Entries with an amount#"],
          totals.map { [$0.field.label, RegisterWords.pounds($0.pounds), "\($0.entries)"] })
      ])
  }

  func entry(
    _ id: String, _ key: String, _ request: PortalRequest, isDesk: Bool
  ) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let standing = try standing(id, asOf, isDesk: isDesk)
    guard let line = standing.lines.first(where: { $0.key == key }) else {
      throw PortalProblem.notFound
    }
    let path = "\(root(isDesk))/\(id)"
    var sections = [values(standing, line, isDesk), history(standing, line, isDesk)]
    if isDesk { sections.insert(actions(standing, line, path), at: 1) }
    if !isDesk { sections.append(asOf.section("\(path)/\(key)")) }
    let state =
      line.isOverdue
      ? "Overdue since \(line.due?.text ?? "")." : line.entry.isClosed ? "Closed." : nil
    return SectionPage(
      title: "\(line.key): \(line.title)", answer: state, notice: isDesk ? nil : asOf.notice,
      links: [SectionLink(text: standing.definition.title, href: path + asOf.query)],
      sections: sections
    ).answer(isPrivate: isDesk)
  }

  private func values(
    _ standing: RegisterStanding, _ line: RegisterLine, _ isDesk: Bool
  ) -> SectionPage.Section {
    let rows = standing.definition.fields(forStaff: isDesk).map { field in
      let words = standing.words(field, line.entry)
      return [
        field.label, words.isEmpty ? "Not entered" : words,
        line.entry.value(field).map { "\($0.sequence)" } ?? "–",
      ]
    }
    return SectionPage.Section(
      heading: "What it says",
      grids: [Grid("Values", ["Field", "Value", "Entry of the record#"], rows)])
  }

  private func history(
    _ standing: RegisterStanding, _ line: RegisterLine, _ isDesk: Bool
  ) -> SectionPage.Section {
    let definition = standing.definition
    let rows = line.entry.history.map { change -> [String] in
      let field = change.field.flatMap(definition.field)
      let mayShow = isDesk || field?.isPublic != false
      return [
        LondonTime.text(change.time),
        mayShow
          ? RegisterHistory.words(change, field, standing) : "\(field?.label ?? ""): changed",
        change.reason.isEmpty || !mayShow ? "–" : change.reason, "\(change.sequence)",
      ]
    }
    return SectionPage.Section(
      heading: "What happened",
      grids: [Grid("History", ["When", "What", "Why", "Entry of the record#"], rows)])
  }

  private func actions(
    _ standing: RegisterStanding, _ line: RegisterLine, _ path: String
  ) -> SectionPage.Section {
    SectionPage.Section(
      heading: "What do you want to do?",
      items: RegisterAction.allCases.filter { $0.isPossible(standing.definition, line) }.map {
        SectionPage.Item(
          link: SectionLink(
            text: $0.title, href: "\(path)/entry/\(line.key)/\($0.rawValue)"), text: "")
      })
  }
}

extension SectionPage.Section {
  fileprivate var isEmpty: Bool { heading == nil && items.isEmpty }
}

/// What happened to an entry, in words.
enum RegisterHistory {
  static func words(
    _ change: RegisterEntry.Change, _ field: RegisterField?, _ standing: RegisterStanding
  ) -> String {
    switch change.kind {
    case .added: return "Added"
    case .closed: return "Closed"
    case .moved:
      return "Moved on to “\(change.to)”" + (change.on.map { " on \($0.text)" } ?? "")
    case .changed, .corrected:
      let shown = { (text: String) -> String in
        guard let field, !text.isEmpty else { return "nothing" }
        return standing.words(text, field)
      }
      let start = change.kind == .corrected ? "Corrected" : "Changed"
      return "\(start) \(field?.label ?? change.field ?? ""): \(shown(change.from)) to "
        + shown(change.to)
    }
  }
}
