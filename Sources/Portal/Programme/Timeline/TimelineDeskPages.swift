// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

extension TimelinePart {
  /// The pages of the programme office; `path` is what follows /desk/programme/timeline.
  func deskAnswer(
    _ path: [String], _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer? {
    _ = try visit.person(who: .runProgramme)
    let view = try EventOutcome.looking { try desk.view() }
    if path.isEmpty, request.method == .get { return try deskPage(view) }
    guard let form = try timelineForm(path, view) else { throw PortalProblem.notFound }
    let fields = request.fields
    let back = form.back
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, lead: form.lead, errors: errors,
        action: "/desk/programme/timeline/" + path.joined(separator: "/"),
        secret: visit.formSecret, token: fields.formToken,
        fields: timelineFields(form.kind, fields, errors, view), button: form.button, back: back,
        backTitle: "Back to the timeline"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(form.kind, fields, visit.author)
      return back
    }
  }

  private func deskPage(_ view: TimelineView) throws -> PortalAnswer {
    var page = SectionPage(title: "Timeline: desk")
    page.answer = TimelineWords.state(of: view)
    page.links = [
      SectionLink(text: "Keep a baseline", href: "/desk/programme/timeline/baseline"),
      SectionLink(text: "Add an activity", href: "/desk/programme/timeline/add"),
      SectionLink(text: "Add a link", href: "/desk/programme/timeline/link"),
      SectionLink(
        text: "Ask another workstream for something", href: "/desk/programme/timeline/ask"),
      SectionLink(text: "The public page", href: "/programme/timeline"),
    ]
    let open = view.activities.filter { !$0.isDone }
    var work = SectionPage.Section(heading: "Not done yet")
    work.grids = [
      Grid(
        "Record progress of", ["Activity", "Workstream", "Dates"],
        open.map {
          [
            $0.activity.label, plan.workstreamName($0.activity.workstream), TimelineWords.dates($0),
          ]
        }, links: open.map { "/desk/programme/timeline/activities/\($0.id)" })
    ]
    let dependencies = view.dependencies.filter { !$0.isGiven && $0.status.isOpen }
    var handshakes = SectionPage.Section(heading: "Between workstreams")
    handshakes.grids = [
      Grid(
        "Record what two workstreams say", ["What is given", "Needed for", "By when", "State"],
        dependencies.map {
          [$0.giver.label, $0.getter.label, $0.byWhen?.text ?? "no day named", $0.status.label]
        },
        links: dependencies.map {
          "/desk/programme/timeline/handshake/\($0.giver.id)/\($0.getter.id)"
        })
    ]
    page.sections = [work, handshakes]
    return page.answer()
  }
}

/// A form of the programme office about the timeline.
struct TimelineForm {
  enum Kind {
    case baseline
    case add
    case link
    case ask
    case progress(String)
    case length(String)
    case withdraw(String)
    case handshake(from: String, to: String)
  }

  let kind: Kind
  let title: String
  var lead: String?
  var button = "Save"
  var back = "/desk/programme/timeline"
}

extension TimelinePart {
  func timelineForm(_ path: [String], _ view: TimelineView) throws -> TimelineForm? {
    switch path.first {
    case "baseline" where path.count == 1:
      return TimelineForm(
        kind: .baseline, title: "Keep a baseline",
        lead: "The dates of today are kept for ever. From then on, gates are judged by them.",
        button: "Keep the dates of today")
    case "add" where path.count == 1:
      return TimelineForm(kind: .add, title: "Add an activity")
    case "link" where path.count == 1:
      return TimelineForm(kind: .link, title: "Add a link")
    case "ask" where path.count == 1:
      return TimelineForm(
        kind: .ask, title: "Ask another workstream for something",
        lead: "What is agreed enters the timeline: what needs it then waits for it.",
        button: "Ask for it")
    case "activities": return try activityForm(path, view)
    case "handshake" where path.count == 3: return handshakeForm(path[1], path[2], view)
    default: return nil
    }
  }

  private func activityForm(_ path: [String], _ view: TimelineView) throws -> TimelineForm? {
    guard path.count > 1, let activity = view.activity(path[1]) else { return nil }
    let name = activity.activity.label
    let back = TimelineWords.path(activity.id)
    switch path.dropFirst(2).first {
    case nil where path.count == 2:
      return TimelineForm(
        kind: .progress(activity.id), title: "Record progress: \(name)",
        lead: TimelineWords.dates(activity) + ". Leave empty what has not changed.",
        back: back)
    case "length" where path.count == 3:
      return TimelineForm(
        kind: .length(activity.id), title: "Change the length: \(name)",
        lead: "It is now \(TimelineWords.length(activity)).", back: back)
    case "withdraw" where path.count == 3:
      return TimelineForm(
        kind: .withdraw(activity.id), title: "Withdraw: \(name)",
        lead: "It leaves the timeline with its links; the record of it stays.",
        button: "Withdraw it")
    default: return nil
    }
  }

  private func handshakeForm(_ from: String, _ to: String, _ view: TimelineView) -> TimelineForm? {
    guard let giver = view.activity(from)?.activity, let getter = view.activity(to)?.activity
    else { return nil }
    let status = status(from, to)
    return TimelineForm(
      kind: .handshake(from: from, to: to), title: "\(giver.label), for \(getter.label)",
      lead: "\(plan.workstreamName(giver.workstream)) gives it to "
        + "\(plan.workstreamName(getter.workstream)). It stands at: \(status.label).")
  }

  func status(_ from: String, _ to: String) -> HandshakeStatus {
    let state = try? desk.state()
    return state?.handshakes[TimelineLink.id(from: from, to: to)]?.status ?? .notAsked
  }
}
