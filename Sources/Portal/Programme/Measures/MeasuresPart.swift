// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The pages under /programme/measures and /desk/programme/measures.
struct MeasuresPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path.starts(with: ["programme", "measures"]) {
      switch path.count {
      case 2 where !isPost: return try list(request)
      case 3 where !isPost && path[2].hasSuffix(".csv"): return try file(path[2], request)
      case 3 where !isPost: return try page(path[2], request)
      default: throw PortalProblem.notFound
      }
    }
    guard path.starts(with: ["desk", "programme", "measures"]) else { return nil }
    _ = try visit.person(who: .runProgramme)
    switch path.count {
    case 3 where !isPost: return try deskList()
    case 4 where path[3] == "import":
      return try await RegisterImportPages(services).answer(importer, request, visit)
    case 4 where !isPost: return try deskPage(path[3])
    case 5: return try await form(path[3], path[4], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !services.programme.measures.measures.isEmpty else {
      return []
    }
    return [DeskLink(group: "Programme", title: "Measures", path: "/desk/programme/measures")]
  }

  var desk: MeasureDesk {
    MeasureDesk(services.data, plan: services.programme.measures, clock: services.clock)
  }

  private var importer: MeasureImporter {
    MeasureImporter(
      services.data, plan: services.programme.measures, clock: services.clock)
  }

  func view(_ asOf: AsOf) throws -> MeasureView {
    MeasureView(
      plan: services.programme.measures, state: try asOf.state(MeasureState.self, services.ledger),
      day: asOf.day)
  }

  /// The measures as they are now, for the desk.
  func viewNow() throws -> MeasureView {
    MeasureView(
      plan: services.programme.measures, state: try services.ledger.state(MeasureState.self),
      day: LondonTime.day(services.clock()))
  }

  func standingNow(_ id: String) throws -> MeasureStanding {
    guard let standing = try viewNow().standing(id) else { throw PortalProblem.notFound }
    return standing
  }

  func standing(_ id: String, _ asOf: AsOf) throws -> MeasureStanding {
    guard let standing = try view(asOf).standing(id) else { throw PortalProblem.notFound }
    return standing
  }
}

extension MeasuresPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !services.programme.measures.measures.isEmpty else { return [] }
    let view = try view(AsOf(request, services))
    let concerns = view.concerns.count
    return [
      SectionPage.Item(
        link: SectionLink(text: "Measures", href: "/programme/measures"),
        text: "\(EventWords.count(view.standings.count, "measure", "measures")) month by month; "
          + (concerns == 0
            ? "none is a concern"
            : EventWords.count(concerns, "is a concern", "are a concern")) + ".")
    ]
  }
}
