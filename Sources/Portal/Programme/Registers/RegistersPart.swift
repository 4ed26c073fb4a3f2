// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The pages under /programme/registers and /desk/programme/registers.
struct RegistersPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path.starts(with: ["programme", "registers"]) {
      guard !isPost else { throw PortalProblem.notFound }
      switch path.count {
      case 2: return try list(request, isDesk: false)
      case 3 where path[2].hasSuffix(".csv"):
        return try file(String(path[2].dropLast(4)), request, isDesk: false)
      case 3: return try register(path[2], request, isDesk: false)
      case 4: return try entry(path[2], path[3], request, isDesk: false)
      default: throw PortalProblem.notFound
      }
    }
    guard path.starts(with: ["desk", "programme", "registers"]) else { return nil }
    _ = try visit.person(who: .runProgramme)
    return try await deskAnswer(Array(path.dropFirst(3)), request, visit)
  }

  private func deskAnswer(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let isPost = request.method == .post
    switch path.count {
    case 0 where !isPost: return try list(request, isDesk: true)
    case 1 where !isPost && path[0].hasSuffix(".csv"):
      return try file(String(path[0].dropLast(4)), request, isDesk: true)
    case 1 where !isPost: return try register(path[0], request, isDesk: true)
    case 2 where path[1] == "add": return try await add(path[0], request, visit)
    case 2 where path[1] == "import":
      guard let definition = services.programme.registers.register(path[0]) else {
        throw PortalProblem.notFound
      }
      let importer = RegisterImporter(
        definition, services.data, plan: services.programme.registers, clock: services.clock)
      return try await RegisterImportPages(services).answer(importer, request, visit)
    case 3 where path[1] == "entry" && !isPost:
      return try entry(path[0], path[2], request, isDesk: true)
    case 4 where path[1] == "entry":
      return try await form(path[0], path[2], path[3], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !services.programme.registers.registers.isEmpty else {
      return []
    }
    let late = (try? view(AsOf(PortalRequest(method: .get, path: []), services)))?.standings
      .reduce(0) { $0 + $1.overdue.count }
    return [
      DeskLink(
        group: "Programme", title: "Registers", path: "/desk/programme/registers",
        waiting: late.flatMap { $0 == 0 ? nil : "\($0) overdue" })
    ]
  }

  var desk: RegisterDesk {
    RegisterDesk(services.data, plan: services.programme.registers, clock: services.clock)
  }

  /// The registers as of a day; the desk always sees the record as it is now.
  func view(_ asOf: AsOf, isDesk: Bool = false) throws -> RegisterView {
    RegisterView(
      plan: services.programme.registers,
      state: isDesk
        ? try services.ledger.state(RegisterState.self)
        : try asOf.state(RegisterState.self, services.ledger), day: asOf.day)
  }

  /// A register; one that only staff may see is not there for others.
  func standing(_ id: String, _ asOf: AsOf, isDesk: Bool) throws -> RegisterStanding {
    guard let standing = try view(asOf, isDesk: isDesk).standing(id),
      isDesk || standing.definition.isPublic
    else {
      throw PortalProblem.notFound
    }
    return standing
  }
}

extension RegistersPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !services.programme.registers.registers.isEmpty else { return [] }
    let standings = try view(AsOf(request, services)).standings
      .filter(\.definition.isPublic)
    let late = standings.reduce(0) { $0 + $1.overdue.count }
    return [
      SectionPage.Item(
        link: SectionLink(text: "Registers", href: "/programme/registers"),
        text: "\(EventWords.count(standings.count, "register", "registers")), such as funding bids "
          + "and action plans; " + (late == 0 ? "nothing is overdue." : "\(late) overdue."))
    ]
  }
}
