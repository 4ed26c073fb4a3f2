// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Programme

/// The pages under /programme/decisions, /programme/authority and /desk/programme/decisions.
struct DecisionsPart: PortalPart {
  let services: Services
  let desk: DecisionDesk

  init(_ services: Services) {
    self.services = services
    desk = DecisionDesk(services.data, plan: services.programme, clock: services.clock)
  }

  var authority: AuthorityPlan { services.programme.authority }
  var today: CivilDay { LondonTime.day(services.clock()) }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.starts(with: ["programme", "decisions"]) {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try publicPage(Array(path.dropFirst(2)), request)
    }
    if path == ["programme", "authority"] {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try authorityPage(request)
    }
    guard path.starts(with: ["desk", "programme", "decisions"]) else { return nil }
    return try await staffPage(Array(path.dropFirst(3)), request, visit)
  }

  private func publicPage(_ path: [String], _ request: PortalRequest) throws -> PortalAnswer {
    switch path.count {
    case 0: return try register(request)
    case 1: return try page(path[0], request)
    case 3 where path[1] == "minutes": return try minute(path[0], path[2], request)
    default: throw PortalProblem.notFound
    }
  }

  private func staffPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .runProgramme)
    switch path.count {
    case 0 where request.method == .get: return try deskList()
    case 1:
      if let form = DecisionForm(rawValue: path[0]), !form.isAboutADecision {
        return try await self.form(form, nil, request, visit)
      }
      guard request.method == .get else { throw PortalProblem.notFound }
      return try deskPage(path[0])
    case 2:
      guard let form = DecisionForm(rawValue: path[1]), form.isAboutADecision else {
        throw PortalProblem.notFound
      }
      return try await self.form(form, path[0], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !authority.committees.isEmpty else { return [] }
    let state = try? services.ledger.state(DecisionState.self)
    let open = state?.decisions.filter { $0.status == .voteOpen }.count ?? 0
    return [
      DeskLink(
        group: "Programme", title: "Joint decisions", path: "/desk/programme/decisions",
        waiting: open == 0 ? nil : EventWords.count(open, "vote is open", "votes are open"))
    ]
  }

  /// A decision by the number in an address.
  func record(_ number: String, _ state: DecisionState) throws -> DecisionRecord {
    guard let value = Int(number), let record = state.decision(number: value) else {
      throw PortalProblem.notFound
    }
    return record
  }

  func view(_ asOf: AsOf) throws -> DecisionView {
    DecisionView(
      plan: authority, state: try asOf.state(DecisionState.self, services.ledger), day: asOf.day)
  }
}

extension DecisionsPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !authority.committees.isEmpty else { return [] }
    let state = try AsOf(request, services).state(DecisionState.self, services.ledger)
    let statuses = state.decisions.map(\.status)
    let taken = statuses.filter { $0 == .decided || $0 == .ratified }.count
    let waiting = statuses.filter { $0 == .proposed || $0 == .voteOpen }.count
    let invalid = statuses.filter { $0 == .invalid }.count
    return [
      SectionPage.Item(
        link: SectionLink(text: "Joint decisions", href: "/programme/decisions"),
        text: "\(taken) taken, \(waiting) waiting, \(invalid) invalid."),
      SectionPage.Item(
        link: SectionLink(text: "Authority to decide together", href: "/programme/authority"),
        text: "Who may decide what with others, what is missing, and how long it takes."),
    ]
  }
}
