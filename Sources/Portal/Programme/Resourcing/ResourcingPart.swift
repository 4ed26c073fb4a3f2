// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme
import Schedule

/// The pages under /programme/resourcing and /desk/programme/resourcing.
struct ResourcingPart: PortalPart {
  let services: Services
  private let keptViews: KeptWhileUnchanged<Int, ResourceView>
  private let keptWorths: KeptWhileUnchanged<Int, [RoleWorth]>

  init(_ services: Services) {
    self.services = services
    keptViews = KeptWhileUnchanged(services.ledger)
    keptWorths = KeptWhileUnchanged(services.ledger)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path.starts(with: ["programme", "resourcing"]) {
      switch path.count {
      case 2 where !isPost: return try list(request)
      case 3 where !isPost: return try page(path[2], request)
      default: throw PortalProblem.notFound
      }
    }
    guard path.starts(with: ["desk", "programme", "resourcing"]) else { return nil }
    _ = try visit.person(who: .runProgramme)
    switch path.count {
    case 3 where !isPost: return try deskList()
    case 4: return try await form(path[3], nil, request, visit)
    case 5: return try await form(path[4], path[3], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !services.programme.resources.roles.isEmpty else { return [] }
    return [
      DeskLink(
        group: "Programme", title: "People and priorities", path: "/desk/programme/resourcing")
    ]
  }

  var desk: ResourceDesk {
    ResourceDesk(services.data, plan: services.programme.resources, clock: services.clock)
  }

  /// What stands on a day; worked out once for all readers.
  func view(_ asOf: AsOf) throws -> ResourceView {
    let state = try asOf.state(ResourceState.self, services.ledger)
    return try keptViews.value(asOf.day.number) {
      ResourceView(plan: services.programme.resources, state: state, day: asOf.day)
    }
  }

  func worths(_ view: ResourceView) throws -> [RoleWorth] {
    try keptWorths.value(view.day.number) { view.worths(nodeLimit: 400) }
  }
}

extension ResourcingPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !services.programme.resources.roles.isEmpty else { return [] }
    let view = try view(AsOf(request, services))
    let waiting = view.lines.filter { $0.start == nil }.count
    return [
      SectionPage.Item(
        link: SectionLink(text: "People and priorities", href: "/programme/resourcing"),
        text: view.fault == nil
          ? "\(EventWords.count(view.lines.count, "request", "requests")) for people there are too "
            + "few of; \(waiting) \(waiting == 1 ? "waits" : "wait")."
          : "What must be done does not fit.")
    ]
  }
}
