// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import People

/// The shared tablet: its first page, and the page on which staff set it up.
struct KioskPages: Sendable {
  let base: RespondBase
  var desk: ResponseDesk { base.desk }

  init(_ base: RespondBase) { self.base = base }

  struct Model {
    let consultation: String
    let place: String
    let path: String
    let isOpen: Bool
    /// Whether a member of staff is still signed in, so that nobody may start.
    let isSignedIn: Bool
    let secret: String
  }

  /// `/kiosk` and what is under it.
  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    guard request.path.count > 1 else {
      guard let token = request.cookies[OnlinePages.kioskCookie], DraftKey.isToken(token) else {
        throw PortalProblem(
          404, "This is not a shared tablet", "A member of staff can set it up at /desk/kiosk.")
      }
      return .see("/kiosk/\(token)")
    }
    if request.path[1] == "clear", request.path.count == 2 { return try await clear(request) }
    guard request.path.count == 2, let kiosk = try desk.kiosk(request.path[1]) else {
      throw PortalProblem(
        404, "This tablet is not in use", "Ask a member of staff to set it up again.")
    }
    if request.method == .post { return try await startPerson(request, visit) }
    let model = Model(
      consultation: try base.consultation(kiosk.consultation).title, place: kiosk.place,
      path: request.fullPath, isOpen: try desk.isOpen(kiosk.consultation),
      isSignedIn: visit.person != nil, secret: visit.formSecret)
    return .page(
      PortalPage("Have your say here", template: "respond-kiosk", model, isPrivate: true))
  }

  private func startPerson(
    _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    guard visit.person == nil else { return .see(request.fullPath) }
    let started = try await desk.startPerson(
      kiosk: request.path[1], left: request.cookies[OnlinePages.holderCookie])
    var answer = PortalAnswer.see("/respond/\(started.token)")
    answer.cookies = [
      PortalCookie(name: OnlinePages.holderCookie, value: started.holder),
      PortalCookie(name: OnlinePages.kioskCookie, value: request.path[1]),
    ]
    return answer
  }

  /// `/kiosk/clear`: nothing of the person before can be reached from the tablet any more.
  private func clear(_ request: PortalRequest) async throws -> PortalAnswer {
    guard request.method == .post else { return .see("/kiosk") }
    if let held = request.cookies[OnlinePages.holderCookie] {
      try await desk.clearKiosk(holder: held)
    }
    var answer = PortalAnswer.see("/kiosk")
    answer.cookies = [PortalCookie(name: OnlinePages.holderCookie, value: "", age: 0)]
    return answer
  }
}

extension KioskPages {
  struct DeskModel: WorkedOut {
    struct Running {
      let id: String
      let place: String
      let consultation: String
      let since: String
    }

    let secret: String
    let fields: [Field]
    let errors: FormErrors?
    let running: [Running]
    var workedOut: [String: Any] { ["hasRunning": !running.isEmpty] }
    let canStart: Bool
  }

  /// `/desk/kiosk`.
  func desk(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let person = try visit.person(who: .capture)
    switch (request.path.count, request.method) {
    case (2, .get): return try showDesk(request, visit, FormErrors())
    case (2, .post): return try await startKiosk(request, visit, person)
    case (3, .post) where request.path[2] == "end":
      try await desk.endKiosk(id: request.fields["id"])
      return .see("/desk/kiosk")
    default: throw PortalProblem.notFound
    }
  }

  private func startKiosk(
    _ request: PortalRequest, _ visit: Visit, _ person: Person
  ) async throws -> PortalAnswer {
    var errors = FormErrors()
    do {
      _ = try base.consultation(request.fields["consultation"])
      let token = try await desk.startKiosk(
        request.fields["consultation"], place: request.fields["place"], by: visit.author)
      // Whoever set the tablet up must not stay signed in on it.
      if let session = request.cookies[SessionCookie.name] {
        try await base.services.people.endSession(session)
      }
      var answer = PortalAnswer.see("/kiosk/\(token)")
      answer.cookies =
        [
          PortalCookie(name: OnlinePages.kioskCookie, value: token),
          PortalCookie(name: OnlinePages.holderCookie, value: "", age: 0),
          SessionCookie.end,
        ]
      return answer
    } catch let problem as ResponseProblem {
      if case .badLabel = problem {
        errors.add("place", problem.description)
      } else {
        errors.add("consultation", problem.description)
      }
    } catch _ as PortalProblem {
      errors.add("consultation", "Choose a consultation from the list.")
    }
    return try showDesk(request, visit, errors)
  }

  private func showDesk(
    _ request: PortalRequest, _ visit: Visit, _ errors: FormErrors
  ) throws -> PortalAnswer {
    var open: [(value: String, label: String)] = []
    for definition in base.services.plan.consultations where try desk.isOpen(definition.id) {
      open.append((value: definition.id, label: definition.title))
    }
    let running = try desk.kiosks().map { id, kiosk in
      DeskModel.Running(
        id: id, place: kiosk.place,
        consultation: desk.definition(kiosk.consultation)?.title ?? kiosk.consultation,
        since: RespondDay.moment(kiosk.startedOn))
    }
    let model = DeskModel(
      secret: visit.formSecret,
      fields: [
        .select(
          "consultation", "Consultation", open, chosen: request.fields["consultation"],
          error: errors["consultation"]),
        .line(
          "place", "Place or event", value: String(request.fields["place"].prefix(60)),
          hint: "Such as: Chatham library. It is shown on the tablet.", error: errors["place"]),
      ], errors: errors.hasErrors ? errors : nil, running: running, canStart: !open.isEmpty)
    return .page(
      PortalPage(
        "Start a shared tablet", template: "respond-kiosk-desk", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }
}
