// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme
import Schedule

/// The pages under /programme/timeline, /programme/dependencies and /desk/programme/timeline.
struct TimelinePart: PortalPart {
  let services: Services
  let desk: TimelineDesk
  /// Drawn schedules by day, which many readers share.
  private let drawn: KeptWhileUnchanged<CivilDay, SimulatedSchedules?>

  init(_ services: Services) {
    self.services = services
    desk = TimelineDesk(
      services.data, plan: services.programme.timeline, clock: services.clock)
    drawn = KeptWhileUnchanged(services.ledger)
  }

  var plan: TimelinePlan { services.programme.timeline }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.starts(with: ["desk", "programme", "timeline"]) {
      return try await deskAnswer(Array(path.dropFirst(3)), request, visit)
    }
    guard path.first == "programme", path.count > 1, request.method == .get else { return nil }
    switch Array(path.dropFirst()) {
    case ["dependencies"]: return try dependencies(request)
    case ["timeline"]: return try overview(request)
    case ["timeline", "what-if"]: return try whatIf(request)
    case ["timeline", "baselines"]: return try baselines(request)
    case let rest where rest.starts(with: ["timeline", "activities"]) && rest.count == 3:
      return try activity(rest[2], request, visit)
    case let rest where rest.first == "timeline": throw PortalProblem.notFound
    default: return nil
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !plan.activities.isEmpty else { return [] }
    let open = (try? desk.view())?.dependenciesWithoutGiver.count ?? 0
    return [
      DeskLink(
        group: "Programme", title: "Timeline", path: "/desk/programme/timeline",
        waiting: open == 0
          ? nil : EventWords.count(open, "ask has no giver", "asks have no giver"))
    ]
  }

  /// The timeline as of the day that a page shows.
  func view(_ asOf: AsOf) throws -> TimelineView {
    TimelineView(
      plan: plan, state: try asOf.state(TimelineState.self, services.ledger), day: asOf.day)
  }

  func simulated(_ view: TimelineView) throws -> SimulatedSchedules? {
    try drawn.value(view.day) { view.simulate() }
  }

  func text(_ reference: ContentReference?) -> String {
    guard let reference else { return "" }
    return (try? services.ledger.content(reference.id)) ?? "This text was erased."
  }
}

extension TimelinePart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !plan.activities.isEmpty else { return [] }
    let view = try view(AsOf(request, services))
    return [
      SectionPage.Item(
        link: SectionLink(text: "Timeline", href: "/programme/timeline"),
        text: TimelineWords.state(of: view)),
      SectionPage.Item(
        link: SectionLink(
          text: "What workstreams give each other", href: "/programme/dependencies"),
        text: TimelineWords.state(ofDependencies: view)),
    ]
  }
}
