// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Papers
import People
import Programme

/// The pages under /programme/papers and /desk/programme/papers.
struct PapersPart: PortalPart {
  let services: Services
  let desk: PaperDesk

  init(_ services: Services) {
    self.services = services
    desk = PaperDesk(services.data, plan: services.programme, clock: services.clock)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    let isPost = request.method == .post
    if path.starts(with: ["programme", "papers"]), !isPost {
      switch path.count {
      case 2: return try list(request)
      case 3: return try draft(path[2], request, visit)
      case 4 where path[2] == "issued": return try issued(path[3], visit)
      default: throw PortalProblem.notFound
      }
    }
    guard path.starts(with: ["desk", "programme", "papers"]) else { return nil }
    switch path.count {
    case 3: return try await deskPage(request, visit)
    case 4: return try await withdrawal(path[3], request, visit)
    default: throw PortalProblem.notFound
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), services.papers != nil else { return [] }
    return [
      DeskLink(group: "Programme", title: "Papers", path: "/desk/programme/papers", waiting: nil)
    ]
  }

  /// Draws a paper from the record of this site.
  var drawing: PaperDrawing {
    { [services] order in
      guard let maker = services.papers else { throw PortalProblem.notFound }
      return try maker.drawn(order, from: services.data)
    }
  }

  /// The papers that somebody may see: the return to the regulators is for staff.
  func isShown(_ kind: PaperKind, _ visit: Visit) -> Bool {
    kind.isPublic || visit.person?.may(.runProgramme) == true
  }

  /// What a paper is called in a list.
  func name(_ paper: PaperIssue) -> String {
    let workstream = services.programme.workstreams.first { $0.id == paper.workstream }
    return paper.kind.label + (workstream.map { ": \($0.name)" } ?? "")
  }
}

extension PapersPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard services.papers != nil else { return [] }
    let count = try AsOf(request, services).state(PaperState.self, services.ledger).issued.filter {
      $0.paper.kind.isPublic
    }
    .count
    return [
      SectionPage.Item(
        link: SectionLink(text: "Papers", href: "/programme/papers"),
        text: count == 0
          ? "Board packs and other papers, drafted from the record."
          : "Board packs and other papers, drafted from the record; "
            + EventWords.count(count, "is issued", "are issued") + ".")
    ]
  }
}
