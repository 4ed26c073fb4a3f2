// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import People

/// The pages of consultations: what is open, what is asked, the checklist, the published responses,
/// and the desk that runs and moderates them.
struct ConsultationsPart: PortalPart {
  let pages: ConsultationPages

  init(_ services: Services) { pages = ConsultationPages(services) }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    switch path.first {
    case "have-your-say" where path.count == 1: return try pages.haveYourSay()
    case "consultations": return try publicPage(Array(path.dropFirst()), request, visit)
    case "desk" where path.count > 1 && path[1] == "consultations":
      return try await deskPage(Array(path.dropFirst(2)), request, visit)
    case "desk" where path.count > 1 && path[1] == "moderation":
      return try await moderationPage(Array(path.dropFirst(2)), request, visit)
    default: return nil
    }
  }

  private func publicPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) throws -> PortalAnswer? {
    guard request.method == .get else { return nil }
    guard let id = path.first else { return try pages.list() }
    switch path.count == 1 ? "" : path[1] {
    case "" where path.count == 1: return try pages.consultation(id, visit)
    case "checklist" where path.count == 2: return try pages.checklist(id)
    case "review" where path.count == 2: return try pages.reviewSummary(id)
    case "log" where path.count == 2: return try pages.log(id, request.query)
    case "responses" where path.count == 2: return try pages.responses(id, request.query)
    case "responses" where path.count == 3: return try pages.response(id, path[2])
    default: return nil
    }
  }

  private func deskPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    guard let id = path.first else {
      _ = try visit.person(who: .enterTheDesk)
      return try pages.deskList()
    }
    let rest = path.count > 1 ? path[1] : ""
    let call = DeskCall(id: id, path: Array(path.dropFirst(2)), request: request, visit: visit)
    switch rest {
    case "", "open", "extend", "close", "archive":
      return try await pages.deskConsultation(call, step: rest)
    case "checklist": return try await pages.deskChecklist(call)
    case "review": return try await pages.deskReview(call)
    case "flags": return try await pages.deskFlags(call)
    case "retention": return try await pages.deskRetention(call)
    case "certificate": return try pages.certificate(call)
    default: return nil
    }
  }

  private func moderationPage(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    if path.isEmpty { return try pages.moderationQueue(request, visit) }
    guard path.count == 3 else { return nil }
    let call = DeskCall(id: path[0], path: Array(path.dropFirst()), request: request, visit: visit)
    return try await pages.moderateAnswer(call)
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    var links = [
      DeskLink(group: "Consultations", title: "Consultations", path: "/desk/consultations")
    ]
    if person.may(.moderate) {
      let waiting = (try? pages.waiting()) ?? 0
      links.append(
        DeskLink(
          group: "Consultations", title: "Moderate answers", path: "/desk/moderation",
          waiting: waiting == 0
            ? nil : ConsultationNumbers.counted(waiting, "answer waits", "answers wait")))
    }
    return links
  }
}

/// What a staff page of one consultation is asked.
struct DeskCall {
  let id: String
  /// What comes after the name of the page.
  let path: [String]
  let request: PortalRequest
  let visit: Visit
  var fields: FormFields { request.fields }
  /// The token of the form, by which the same form sent twice is recorded once.
  var token: String? {
    let token = fields["token"]
    return token.isEmpty || token.count > 64 ? nil : token
  }
  var isPost: Bool { request.method == .post }
  var home: String { "/desk/consultations/\(id)" }
}
