// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mail
import People

/// Everything on the site that changes while it runs: consultations, responses, events, staff pages.
public struct Portal: Sendable {
  private let services: Services
  private let parts: [any PortalPart]
  private let reception: Reception

  /// The parts, asked in this order.
  static let kinds: [any PortalPart.Type] =
    [
      ConsultationsPart.self, RespondPart.self, FormsPart.self, ResultsPart.self, ExportPart.self,
      CodingPart.self, ThemesPart.self,
      EventsPart.self, GroupsPart.self, ContactLogPart.self, StaffConversationsPart.self,
      NewsPart.self, NewsletterPart.self, LibraryPart.self, EnquiriesPart.self, ProgrammePart.self,
    ] + ProgrammePart.kinds

  /// A portal over its services.
  public init(_ services: Services) { self.init(services, kinds: Portal.kinds) }

  init(_ services: Services, kinds: [any PortalPart.Type]) {
    self.services = services
    let parts = kinds.map { $0.init(services) }
    let people = PeoplePart(services) { person in
      parts.flatMap { $0.deskLinks(for: person) }
    }
    self.parts = parts + [people]
    reception = Reception(services)
  }

  /// The answer to a request as it comes from a browser, or nil when its path belongs to the
  /// plan's own pages.
  ///
  /// Who is asking is read from the session; limits are kept; a form under /desk must carry the
  /// secret of its session, and one that comes too late is kept and asked for again.
  public func answer(_ request: PortalRequest) async -> PortalAnswer? {
    await guarded {
      try await reception.answer(request) { request, visit in
        try await route(request, visit)
      }
    }
  }

  /// The answer to a request of somebody known, whose right to send it was checked already.
  public func answer(_ request: PortalRequest, _ visit: Visit) async -> PortalAnswer? {
    await guarded { try await route(request, visit) }
  }

  /// Sends mails that wait and removes what has ended, until the task is cancelled.
  public func work() async {
    let outbox = services.mail as? OutboxSender
    let housekeeping = Housekeeping(services)
    await housekeeping.takeUp()
    while !Task.isCancelled {
      await housekeeping.tidy()
      await outbox?.deliverDue()
      // What cannot be removed now is removed next time.
      _ = try? await outbox?.sweep()
      _ = try? await services.people.sweep()
      _ = try? await reception.kept.sweep()
      try? await Task.sleep(for: .seconds(60))
    }
  }

  private func route(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    for part in parts {
      if let answer = try await part.answer(request, visit) { return answer }
    }
    return nil
  }

  private func guarded(
    _ body: () async throws -> PortalAnswer?
  ) async -> PortalAnswer? {
    do {
      return try await body()
    } catch let problem as PortalProblem {
      return Self.page(for: problem)
    } catch {
      return Self.page(for: PortalProblem(503, "Something went wrong", "\(error)"))
    }
  }

  static func page(for problem: PortalProblem) -> PortalAnswer {
    .page(
      PortalPage(problem.title, template: "problem", problem, isPrivate: true),
      status: problem.status)
  }
}
