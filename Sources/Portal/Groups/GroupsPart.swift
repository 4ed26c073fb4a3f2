// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People

/// Patient and public groups: what they advise and what the partnership does with it.
struct GroupsPart: PortalPart {
  let services: Services
  let desk: GroupDesk

  init(_ services: Services) {
    self.services = services
    desk = GroupDesk(services.data, plan: services.plan, clock: services.clock)
  }

  var today: CivilDay { LondonTime.day(services.clock()) }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path == ["groups"], !isPost { return try list() }
    if path.first == "groups" {
      guard path.count == 2, !isPost else { throw PortalProblem.notFound }
      return try page(path[1])
    }
    guard path.starts(with: ["desk", "groups"]) else { return nil }
    switch path.count {
    case 2 where !isPost: return try deskList(visit)
    case 3 where !isPost: return try deskPage(path[2], visit)
    case 4 where path[3] == "leave" && isPost: return try await leave(path[2], request, visit)
    case 4: return try await form(path[2], path[3], nil, request, visit)
    case 5: return try await form(path[2], path[3], path[4], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runConsultations) else { return [] }
    let state = try? services.ledger.state(GroupState.self)
    let late = services.plan.groups.reduce(0) { sum, group in
      sum + (state?.record(group.id).advice.filter { $0.isOverdue(on: today) }.count ?? 0)
    }
    return [
      DeskLink(
        group: "Engagement", title: "Patient and public groups", path: "/desk/groups",
        waiting: late == 0 ? nil : EventWords.count(late, "reply is overdue", "replies are overdue")
      )
    ]
  }

  func group(_ id: String) throws -> (definition: GroupDefinition, record: GroupRecord) {
    guard let definition = services.plan.groups.first(where: { $0.id == id }) else {
      throw PortalProblem.notFound
    }
    return (definition, try EventOutcome.looking { try desk.record(of: id) })
  }

  func text(_ reference: ContentReference?) throws -> String {
    guard let reference else { return "" }
    return try services.ledger.content(reference.id) ?? ""
  }
}
