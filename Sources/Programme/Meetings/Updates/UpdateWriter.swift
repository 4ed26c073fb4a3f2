// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Writes the sections of a public update from the record of a meeting.
public struct UpdateWriter: Sendable {
  /// A section as it is written, before its texts are kept.
  public struct Written: Sendable, Equatable {
    /// The id, unique in the update.
    public let id: String
    /// The heading.
    public let heading: String
    /// The text, a paragraph on each line.
    public let text: String
    /// Sequence numbers of the entries that it was made from.
    public let entries: [Int64]
  }

  let plan: MeetingsPlan
  let meeting: MeetingView.Line
  let status: StatusView
  let actions: ActionView

  /// A writer for a meeting, with workstreams and actions as they were when it is written.
  public init(
    plan: MeetingsPlan, meeting: MeetingView.Line, status: StatusView, actions: ActionView
  ) {
    self.plan = plan
    self.meeting = meeting
    self.status = status
    self.actions = actions
  }

  /// The sections that have something to say, in order.
  public var sections: [Written] {
    [who, workstreams] + items + [decided, agreedActions, dates].compactMap { $0 }
  }

  private var who: Written {
    Written(
      id: "meeting", heading: "The meeting",
      text: "\(meeting.body.name) met on \(meeting.record.on.value.text). "
        + "\(meeting.body.purpose)",
      entries: [meeting.record.on.entry])
  }

  private var workstreams: Written {
    let groups = StatusLevel.allCases.reversed().compactMap { level -> String? in
      let names = status.lines.filter { $0.level == level }.map(\.workstream.name)
      return names.isEmpty ? nil : "\(level.label): \(names.joined(separator: ", "))."
    }
    let count = status.lines.count
    return Written(
      id: "workstreams", heading: "How the workstreams do",
      text: (["\(count) \(count == 1 ? "workstream reports" : "workstreams report") to the board."]
        + groups).joined(separator: "\n"),
      entries: status.lines.compactMap { $0.last?.entry })
  }

  private var items: [Written] {
    let routine: [AgendaOrigin?] = [.interests, .minutes]
    return meeting.items.filter { !routine.contains($0.record.item.from) && !$0.minute.isEmpty }
      .map { item in
        Written(
          id: item.record.item.id, heading: item.title, text: item.minute,
          entries: [item.record.entry, item.record.minute?.entry].compactMap { $0 })
      }
  }

  private var decided: Written? {
    let decided = meeting.items.filter {
      $0.record.item.from != .minutes
        && [.agreed, .recommended].contains($0.record.outcome?.value)
    }
    if decided.isEmpty { return nil }
    return Written(
      id: "decided", heading: "What the board agreed or recommended",
      text: decided.map { "\($0.record.outcome?.value.label ?? ""): \($0.title)." }
        .joined(separator: "\n"),
      entries: decided.compactMap { $0.record.outcome?.entry })
  }

  private var agreedActions: Written? {
    let raised = actions.lines { $0.raised.value.meeting == meeting.record.id }
    if raised.isEmpty { return nil }
    return Written(
      id: "actions", heading: "What will be done",
      text: raised.map {
        "\($0.text) \($0.owner), by \($0.record.due.value.text)."
      }.joined(separator: "\n"),
      entries: raised.map(\.record.raised.entry))
  }

  /// Dates that the plan states for the three months after the meeting.
  private var dates: Written? {
    let day = meeting.record.on.value
    let coming = plan.milestones.filter { stated in
      let isPrecise = stated.to.number - stated.from.number < 93
      let isComing = day <= stated.to && stated.from <= day.adding(92)
      // A document that appeared later says nothing of what was known at the meeting.
      let isKnown = stated.stated.map { $0 <= day } ?? false
      return isPrecise && isComing && isKnown && !stated.hasHappened
    }
    if coming.isEmpty { return nil }
    return Written(
      id: "dates", heading: "Dates that the plan gives for the next three months",
      text: coming.map {
        "\($0.label): \($0.when). Source: \(plan.sources[$0.source] ?? $0.source)."
      }
      .joined(separator: "\n"),
      entries: [])
  }
}
