// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger
import People
import Programme

/// The pages under /programme/gates and /desk/programme/gates.
struct GatesPart: PortalPart {
  let services: Services
  let desk: GateDesk

  init(_ services: Services) {
    self.services = services
    desk = GateDesk(services.data, plan: services.programme.gates, clock: services.clock)
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    if request.path.starts(with: ["programme", "gates"]) {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try publicPage(request, Array(request.path.dropFirst(2)))
    }
    guard request.path.starts(with: ["desk", "programme", "gates"]) else { return nil }
    _ = try visit.person(who: .runProgramme)
    return try await deskPage(request, visit, Array(request.path.dropFirst(3)))
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !services.programme.gates.changes.isEmpty else { return [] }
    let overdue =
      (try? view(of: AsOf(PortalRequest(method: .get, path: []), services)))?
      .overdueConditions ?? 0
    return [
      DeskLink(
        group: "Programme", title: "Gates of service change", path: "/desk/programme/gates",
        waiting: overdue == 0
          ? nil : EventWords.count(overdue, "condition is overdue", "conditions are overdue"))
    ]
  }

  /// How every change stands at the end of a day.
  func view(of asOf: AsOf) throws -> GateView {
    GateView(
      plan: services.programme.gates,
      state: try asOf.state(GateState.self, services.ledger), day: asOf.day,
      consultations: try asOf.state(ConsultationState.self, services.ledger))
  }

  private func publicPage(_ request: PortalRequest, _ path: [String]) throws -> PortalAnswer {
    guard path.count < 3 else { throw PortalProblem.notFound }
    let isReplay = path.count == 2 && path[1] == "replay"
    let asOf = AsOf(isReplay ? try replayed(request, path[0]) : request, services)
    let view = try view(of: asOf)
    guard let id = path.first else { return list(view, asOf) }
    guard let change = view.change(id) else { throw PortalProblem.notFound }
    if path.count == 1 { return ladder(change, asOf) }
    if isReplay { return replay(change, asOf) }
    guard let gate = change.gate(path[1]) else { throw PortalProblem.notFound }
    return checklist(gate, change, asOf)
  }

  /// A replay that is asked for without a day shows the last day of the last hold.
  private func replayed(_ request: PortalRequest, _ id: String) throws -> PortalRequest {
    guard request.query["as-of"].isEmpty, let change = services.programme.gates.change(id) else {
      return request
    }
    let record = try services.ledger.state(GateState.self).record(id)
    guard let last = GateHolds(change, record).extent?.upperBound else { return request }
    var request = request
    request.query = request.query.with("as-of", last.iso)
    return request
  }
}

extension GatesPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !services.programme.gates.changes.isEmpty else { return [] }
    let view = try view(of: AsOf(request, services))
    let words = view.changes.map { "\($0.change.name): \($0.passedWords)" }
    return [
      SectionPage.Item(
        link: SectionLink(text: "Gates of service change", href: "/programme/gates"),
        text: words.joined(separator: ". ") + ".")
    ]
  }
}

extension GateView {
  /// Conditions with which gates were passed and whose day is over.
  var overdueConditions: Int {
    changes.flatMap(\.gates).flatMap(\.standing.conditions).filter(\.isOverdue).count
  }
}

extension GateChangeView {
  /// Such as "3 of 14 gates passed".
  var passedWords: String {
    let passed = gates.filter { $0.standing.status.isPassed }.count
    return "\(passed) of \(EventWords.count(gates.count, "gate", "gates")) passed"
  }
}
