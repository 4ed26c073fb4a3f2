// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Everything on the site that changes while it runs: consultations, responses, events, staff pages.
public struct Portal: Sendable {
  private let services: Services
  private let parts: [any PortalPart]

  /// The parts, asked in this order.
  static let kinds: [any PortalPart.Type] = []

  /// A portal over its services.
  public init(_ services: Services) {
    self.services = services
    parts = Portal.kinds.map { $0.init(services) }
  }

  /// The answer to a request, or nil when its path belongs to the plan's own pages.
  public func answer(_ request: PortalRequest) async -> PortalAnswer? {
    await answer(request, .anonymous)
  }

  /// The answer to a request of somebody known.
  public func answer(_ request: PortalRequest, _ visit: Visit) async -> PortalAnswer? {
    do {
      for part in parts {
        if let answer = try await part.answer(request, visit) { return answer }
      }
      return nil
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
