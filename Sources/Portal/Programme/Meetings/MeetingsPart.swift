// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// Bodies, meetings, workstreams, risks, actions and public updates, for everybody and for staff.
struct MeetingsPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  var plan: MeetingsPlan { services.programme.meetings }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.starts(with: ["desk", "programme"]), let section = path.dropFirst(2).first {
      return try await desk(section, Array(path.dropFirst(3)), request, visit)
    }
    guard path.first == "programme", let section = path.dropFirst().first, path.count <= 3,
      let pages = Self.pages[section]
    else { return nil }
    guard request.method == .get else { throw PortalProblem.notFound }
    let record = MeetingsRecord(services, request)
    return try pages(record, path.dropFirst(2).first).answer(isPrivate: false)
  }

  /// The pages of everybody, by the second part of their path.
  private static let pages: [String: @Sendable (MeetingsRecord, String?) throws -> SectionPage] = [
    "meetings": { try $1 == nil ? MeetingPages($0).list() : MeetingPages($0).page($1 ?? "") },
    "bodies": {
      try $1 == nil ? GovernanceBodyPages($0).list() : GovernanceBodyPages($0).page($1 ?? "")
    },
    "workstreams": {
      try $1 == nil ? WorkstreamPages($0).list() : WorkstreamPages($0).page($1 ?? "")
    },
    "risks": { try $1 == nil ? RiskPages($0).list() : RiskPages($0).page($1 ?? "") },
    "actions": { try $1 == nil ? ActionPages($0).list() : ActionPages($0).page($1 ?? "") },
    "updates": { try $1 == nil ? UpdatePages($0).list() : UpdatePages($0).page($1 ?? "") },
  ]

  private func desk(
    _ section: String, _ rest: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    guard Self.pages[section] != nil || section == "due" else { return nil }
    _ = try visit.person(who: .runProgramme)
    let record = MeetingsRecord(services, request, isDesk: true)
    if request.method == .get, let page = try MeetingsDeskPages(record).page(section, rest) {
      return page.answer()
    }
    guard let form = try MeetingsForms(record).form(section, rest) else {
      throw PortalProblem.notFound
    }
    return try await form.answer(request, visit)
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme) else { return [] }
    let links = [
      ("What is due this month", "due"), ("Meetings", "meetings"),
      ("Workstream reports", "workstreams"), ("Risks", "risks"), ("Actions", "actions"),
      ("Public updates", "updates"), ("Bodies and interests", "bodies"),
    ]
    return links.map {
      DeskLink(group: "Programme", title: $0.0, path: "/desk/programme/\($0.1)")
    }
  }
}

extension MeetingsPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    let record = MeetingsRecord(services, request)
    let status = try record.status()
    let levels = StatusLevel.allCases.reversed().map { level in
      "\(status.lines.count { $0.level == level }) \(level.label.lowercased())"
    }
    return [
      item("How the workstreams do", "workstreams", levels.joined(separator: ", ") + "."),
      item("Meetings", "meetings", "Agendas, papers, who came, and agreed minutes."),
      item("Boards and groups", "bodies", "What each is for, and who has a seat."),
      item(
        "Public updates of the board", "updates", "What was talked about, in plain English."),
      item(
        "Actions", "actions",
        EventWords.count(try record.actions().overdue.count, "is", "are") + " overdue."),
      item(
        "Risks", "risks",
        EventWords.count(try record.risks().extreme.count, "is", "are") + " in the highest band."),
    ]
  }

  private func item(_ title: String, _ path: String, _ text: String) -> SectionPage.Item {
    SectionPage.Item(link: SectionLink(text: title, href: "/programme/\(path)"), text: text)
  }
}
