// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
public import People

/// The pages on which people respond: online, on a shared tablet, and keyed from paper by staff.
public struct RespondPart: PortalPart {
  private let online: OnlinePages
  private let kiosk: KioskPages
  private let equality: EqualityPages
  private let capture: CapturePages
  private let keying: KeyingPages

  /// The pages over their services.
  public init(_ services: Services) {
    let base = RespondBase(services)
    online = OnlinePages(base)
    kiosk = KioskPages(base)
    equality = EqualityPages(base)
    capture = CapturePages(base)
    keying = KeyingPages(base)
  }

  /// The answer to a request, when its path is one of these pages.
  public func answer(
    _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    do {
      let path = request.path
      switch path.first {
      case "consultations" where path.count >= 3 && path[2] == "respond":
        return try await online.begin(request)
      case "consultations" where path.count >= 3 && path[2] == "equality":
        return try await equality.answer(request)
      case "respond": return try await online.answer(request)
      case "kiosk": return try await kiosk.answer(request, visit)
      case "desk" where path.count >= 2 && path[1] == "kiosk":
        return try await kiosk.desk(request, visit)
      case "desk" where path.count >= 2 && path[1] == "capture":
        return try await desk(request, visit)
      default: return nil
      }
    } catch let problem as ResponseProblem {
      throw PortalProblem(problem)
    }
  }

  private func desk(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let path = request.path
    switch path.count > 2 ? path[2] : "" {
    case "equality": return try await equality.desk(request, visit)
    case "again", "differences": return try await keying.answer(request, visit)
    default: return try await capture.answer(request, visit)
    }
  }

  /// The links for those who key and who run tablets.
  public func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.capture) else { return [] }
    let group = "Responses"
    let open = keying.unresolved()
    return [
      DeskLink(
        group: group, title: "Key paper, telephone and letters", path: "/desk/capture",
        waiting: open == 0 ? nil : "\(open) \(open == 1 ? "paper" : "papers") keyed differently"),
      DeskLink(group: group, title: "Key equality pages", path: "/desk/capture/equality"),
      DeskLink(group: group, title: "Start a shared tablet", path: "/desk/kiosk"),
    ]
  }
}

extension PortalProblem {
  /// A problem of responses as a page.
  init(_ problem: ResponseProblem) {
    let status =
      switch problem {
      case .noDraft, .noResponse: 404
      case .ledger: 503
      default: 422
      }
    let title =
      switch problem {
      case .noDraft, .noResponse: "We can’t find this response"
      case .ledger: "Something went wrong"
      default: "This can’t be done"
      }
    self.init(status, title, problem.description)
  }
}
