// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import PlanPackage

/// Monthly meetings of a made-up board, with minutes and public updates.
struct SyntheticBoard {
  private let stage: ProgrammeStage
  private let body: GovernanceBody
  private let ids: SyntheticIDs
  private let meetings: MeetingDesk
  private let updates: UpdateDesk

  init(_ stage: ProgrammeStage, _ body: GovernanceBody, _ ids: SyntheticIDs) {
    self.stage = stage
    self.body = body
    self.ids = ids
    let plan = stage.plan.meetings
    meetings = MeetingDesk(stage.data.ledger, plan: plan, clock: stage.clock)
    updates = UpdateDesk(stage.data.ledger, plan: plan, clock: stage.clock)
  }

  func steps(_ months: [MeetingMonth]) -> [DemonstrationStep] {
    var draws = SyntheticDraws(seed: stage.seed &+ 53)
    return interests()
      + months.enumerated().flatMap { place, month in
        [
          called(place, month), held(place, month, attendance(month.meeting, &draws)),
          drafted(month), introduced(month), signedOff(month), published(month),
          agreed(month, months.dropFirst(place + 1).first),
        ] + corrected(place, month)
      }
  }

  private func interests() -> [DemonstrationStep] {
    let desk = InterestDesk(stage.data.ledger, plan: stage.plan.meetings)
    let kinds = RegisteredInterest.Kind.allCases
    let seats = body.seats.filter { $0.standing == .voting }.prefix(5)
    return seats.enumerated().map { place, seat in
      DemonstrationStep(stage.first.adding(6), minutes: 600 + place) { [stage, body] in
        try await desk.register(
          body.id, seat: seat.id, kind: kinds[place % kinds.count],
          text: "Synthetic interest: an unpaid place on the board of a charity.",
          from: stage.first, by: stage.office)
      }
    }
  }

  private func attendance(
    _ day: CivilDay, _ draws: inout SyntheticDraws
  ) -> [SeatAttendance] {
    body.seats(on: day).map { seat in
      let draw = draws.fraction()
      let presence: SeatAttendance.Presence =
        seat.standing == .chair || draw < 0.74
        ? .present : draw < 0.87 ? .deputy : draw < 0.97 ? .apologies : .absent
      return SeatAttendance(seat.id, presence)
    }
  }

  private static let topics = [
    "what the local care work needs from estates", "which work comes first",
    "how people will be asked for their views", "the next stage of the hospital work",
    "one set of figures for all workstreams", "how decisions are taken together",
  ]

  private func called(_ place: Int, _ month: MeetingMonth) -> DemonstrationStep {
    DemonstrationStep(month.meeting.adding(-7), minutes: 540) {
      [meetings, ids, stage, body] in
      let agenda = try AgendaDraft(stage.data.ledger, plan: stage.plan.meetings)
        .items(for: body.id, on: month.meeting)
      let topic = Self.topics[place % Self.topics.count]
      let own = MeetingDesk.Proposed(
        "Synthetic item: \(topic)", place % 3 == 0 ? .decide : .discuss)
      let id = try await meetings.call(
        body.id, on: month.meeting, start: 840, place: "Synthetic venue, Maidstone",
        agenda: agenda + [own], by: stage.office)
      ids.keep("meeting-\(month.period.iso)", id)
    }
  }

  private func held(
    _ place: Int, _ month: MeetingMonth, _ attendance: [SeatAttendance]
  ) -> DemonstrationStep {
    DemonstrationStep(month.meeting, minutes: 1000) { [self] in
      guard let id = ids["meeting-\(month.period.iso)"] else { return }
      try await meetings.attend(id, attendance, by: stage.office)
      guard let meeting = try meetings.state()[id] else { return }
      if place % 5 == 2, let item = meeting.items.last?.item.id,
        let seat = attendance.first(where: {
          $0.presence == .present && $0.seat != attendance.first?.seat
        })
      {
        try await meetings.declare(
          id, item: item, seat: seat.seat,
          text: "Synthetic interest: the organisation could win work from this.",
          handling: place % 2 == 0 ? .left : .noted, by: stage.office)
      }
      for item in meeting.items { try await minute(item.item, id) }
    }
  }

  /// What the meeting may not agree, because too few came, it puts off.
  private func minute(_ item: AgendaItem, _ meeting: String) async throws {
    let text = Self.minute(item.from)
    do {
      try await meetings.minute(
        meeting, item: item.id, text: text, outcome: Self.outcome(item), by: stage.office)
    } catch EventRefusal.faults {
      try await meetings.minute(
        meeting, item: item.id, text: text, outcome: .deferred, by: stage.office)
    }
  }

  private static func outcome(_ item: AgendaItem) -> ItemOutcome {
    switch item.purpose {
    case .note, .discuss: .noted
    case .advise: .recommended
    case .decide: .agreed
    }
  }

  private static func minute(_ origin: AgendaOrigin?) -> String {
    switch origin {
    case .interests: "Synthetic minute: apologies were received and interests were asked for."
    case .minutes: "Synthetic minute: the minutes were agreed as a true record."
    case .actions: "Synthetic minute: each overdue action was read out; owners gave new dates."
    case .workstreams:
      "Synthetic minute: the board heard how each workstream does. Workstreams that depend on "
        + "estates and digital are to say what they need, and by when."
    case .risks: "Synthetic minute: the board advised the members to act on these together."
    case .decisions, .gates, nil:
      "Synthetic minute: the board talked about the paper and asked for a shorter version."
    }
  }

  private func step(
    _ month: MeetingMonth, after days: Int, minutes: Int,
    _ act: @escaping @Sendable (String) async throws -> Void
  ) -> DemonstrationStep {
    DemonstrationStep(month.meeting.adding(days), minutes: minutes) { [ids] in
      guard let id = ids["meeting-\(month.period.iso)"] else { return }
      try await act(id)
    }
  }

  private func drafted(_ month: MeetingMonth) -> DemonstrationStep {
    step(month, after: 3, minutes: 600) { [meetings, updates, stage] id in
      try await meetings.draft(id, by: stage.office)
      try await updates.draft(id, by: stage.office)
    }
  }

  private func introduced(_ month: MeetingMonth) -> DemonstrationStep {
    step(month, after: 4, minutes: 600) { [updates, stage] id in
      try await updates.introduce(
        id,
        text: "Synthetic introduction: thank you to everybody who came. This is what we talked "
          + "about, and what will be done.", by: stage.office)
    }
  }

  private func signedOff(_ month: MeetingMonth) -> DemonstrationStep {
    step(month, after: 7, minutes: 600) { [updates, stage, chair] id in
      try await updates.signOff(id, seat: chair, by: stage.office)
    }
  }

  private func published(_ month: MeetingMonth) -> DemonstrationStep {
    step(month, after: 8, minutes: 600) { [updates, stage] id in
      try await updates.publish(id, by: stage.office)
    }
  }

  private func corrected(_ place: Int, _ month: MeetingMonth) -> [DemonstrationStep] {
    if place % 11 != 6 { return [] }
    return [
      step(month, after: 15, minutes: 600) { [updates, stage] id in
        try await updates.correct(
          id, text: "Synthetic correction: the number of reports was one too low.",
          by: stage.office)
      }
    ]
  }

  private var chair: String {
    (body.seats.first { $0.standing == .chair } ?? body.seats.first { $0.isCounted })?.id ?? ""
  }

  /// The next meeting agrees the minutes, and the chair signs them a day later.
  private func agreed(_ month: MeetingMonth, _ next: MeetingMonth?) -> DemonstrationStep {
    let day = next?.meeting ?? month.meeting.adding(28)
    return DemonstrationStep(day, minutes: 1010) { [meetings, ids, stage, chair] in
      guard let id = ids["meeting-\(month.period.iso)"] else { return }
      let later = next.flatMap { ids["meeting-\($0.period.iso)"] }
      try await meetings.agree(id, at: later, by: stage.office)
      try await meetings.sign(id, seat: chair, by: stage.office)
    }
  }
}
