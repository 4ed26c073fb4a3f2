// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mail
import People

/// The staff's door and start page, and the pages about accounts.
struct PeoplePart: PortalPart {
  let services: Services
  let limits = SignInLimits()
  /// The links of all other parts.
  let links: @Sendable (Person) -> [DeskLink]

  init(_ services: Services) { self.init(services) { _ in [] } }

  init(_ services: Services, links: @escaping @Sendable (Person) -> [DeskLink]) {
    self.services = services
    self.links = links
  }

  var people: People { services.people }

  /// Whether forms of a path are for people who have not signed in.
  static func isOpenDoor(_ path: [String]) -> Bool {
    path == ["desk", "sign-in"] || path == ["desk", "password", "forgot"]
      || (path.count == 3 && path.starts(with: ["desk", "join"]))
      || (path.count == 4 && path.starts(with: ["desk", "password", "reset"]))
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    guard request.path.first == "desk" else { return nil }
    let rest = Array(request.path.dropFirst())
    switch (request.method, rest.first, rest.count) {
    case (.get, nil, _): return try desk(visit)
    case (_, "sign-in", 1): return try await signIn(request, visit)
    case (.post, "sign-out", 1): return try await signOut(request, visit)
    case (_, "join", 2): return try await join(request, rest[1])
    case (_, "password", _): return try await password(request, visit, Array(rest.dropFirst()))
    case (.get, "kept", 2): return try keptForm(rest[1], visit)
    case (.get, "audit", 1): return try audit(request, visit)
    case (_, "outbox", _): return try await outbox(request, visit, Array(rest.dropFirst()))
    case (_, "people", _): return try await peoplePages(request, visit, Array(rest.dropFirst()))
    default: return nil
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    var links: [DeskLink] = []
    if person.may(.administer) {
      let waiting = (try? outboxSender?.waiting().count) ?? 0
      links = [
        DeskLink(group: "Administration", title: "People and invitations", path: "/desk/people"),
        DeskLink(
          group: "Administration", title: "Sign-ins and changes to accounts",
          path: "/desk/audit"),
        DeskLink(
          group: "Administration", title: "Mails that wait", path: "/desk/outbox",
          waiting: waiting == 0 ? nil : "\(waiting) \(waiting == 1 ? "mail" : "mails")"),
      ]
    }
    return links + [
      DeskLink(group: "Your account", title: "Change your password", path: "/desk/password")
    ]
  }

  private func desk(_ visit: Visit) throws -> PortalAnswer {
    let person = try visit.person(who: .enterTheDesk)
    let page = DeskPage(
      person, links(person) + deskLinks(for: person), secret: visit.formSecret)
    return .page(PortalPage("Your desk", template: "people-desk", page, isPrivate: true))
  }

  private func keptForm(_ token: String, _ visit: Visit) throws -> PortalAnswer {
    let person = try visit.person(who: .enterTheDesk)
    guard let form = try KeptForms(services).form(token, of: person.id) else {
      return Told(
        title: "There is nothing here any more",
        paragraphs: ["A form is kept for one hour, for the person who typed it, until it is sent."],
        path: "/desk", label: "Go to your desk"
      ).answer
    }
    return KeptFormPage(form, token: token, secret: visit.formSecret).answer
  }
}

/// How often signing in and asking for links can be tried.
struct SignInLimits: Sendable {
  let byAddress = AttemptLimit(10, in: 900)
  /// From one connection to one account.
  let byPair = AttemptLimit(10, in: 900)
  /// To one account from anywhere: high, since strangers could keep its owner out otherwise.
  let byAccount = AttemptLimit(200, in: 900)
  let askingByAddress = AttemptLimit(10, in: 900)
  let askingByAccount = AttemptLimit(3, in: 3600)
}

/// The page where staff start.
struct DeskPage {
  struct Group {
    let title: String
    let links: [Link]
  }

  struct Link {
    let title: String
    let path: String
    let waiting: String?
  }

  let name: String
  let groups: [Group]
  let secret: String

  init(_ person: Person, _ links: [DeskLink], secret: String) {
    name = person.name
    self.secret = secret
    var titles: [String] = []
    for link in links where !titles.contains(link.group) { titles.append(link.group) }
    groups = titles.map { title in
      Group(
        title: title,
        links: links.filter { $0.group == title }.map {
          Link(title: $0.title, path: $0.path, waiting: $0.waiting)
        })
    }
  }
}
