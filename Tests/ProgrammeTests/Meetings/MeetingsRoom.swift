// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import PlanPackage
import Programme
import Synchronization

/// A data folder with a clock that can be moved, and a small plan with one board.
final class MeetingsRoom: Sendable {
  let data: DataFolder
  let plan: MeetingsPlan
  private let time: ClockOfRoom
  private let path: String
  static let office = Author(id: "office", role: "programme-office")

  init(quorum: Int? = 2) throws {
    let time = ClockOfRoom(Self.moment("2017-04-10"))
    self.time = time
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path, clock: { time.now })
    var board = GovernanceBody(id: "board", name: "The board", purpose: "Steers.")
    board.quorum = quorum
    board.seats = [
      GovernanceSeat(id: "chair", role: "Chair", standing: .chair),
      GovernanceSeat(id: "trust", role: "The trust", standing: .voting),
      GovernanceSeat(id: "council", role: "The council", standing: .voting),
      GovernanceSeat(id: "guest", role: "A guest", standing: .observer),
    ]
    var plan = MeetingsPlan()
    plan.bodies = [board]
    plan.themes = [NamedThing(id: "care", name: "Care")]
    plan.workstreams = [
      ReportingWorkstream(id: "digital", name: "Digital", theme: "care"),
      ReportingWorkstream(id: "estates", name: "Estates", theme: "care"),
    ]
    plan.organisations = [NamedThing(id: "trust", name: "The trust")]
    plan.assumptions = [NamedThing(id: "growth", name: "Growth")]
    self.plan = plan
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  final class ClockOfRoom: Sendable {
    private let time: Mutex<Date>
    init(_ start: Date) { time = Mutex(start) }
    var now: Date { time.withLock { $0 } }
    func move(_ to: Date) { time.withLock { $0 = to } }
  }

  static func moment(_ day: String) -> Date {
    LondonTime.moment(CivilDay(day) ?? CivilDay(number: 0), minutes: 600)
  }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  func go(to day: String) { time.move(Self.moment(day)) }
  func go(at moment: Date) { time.move(moment) }
  var now: Date { time.now }
  var today: CivilDay { LondonTime.day(time.now) }

  var actions: ActionDesk { ActionDesk(data.ledger, plan: plan, clock: { self.now }) }
  var risks: RiskDesk { RiskDesk(data.ledger, plan: plan, clock: { self.now }) }
  var status: StatusDesk { StatusDesk(data.ledger, plan: plan, clock: { self.now }) }
  var meetings: MeetingDesk { MeetingDesk(data.ledger, plan: plan, clock: { self.now }) }
  var updates: UpdateDesk { UpdateDesk(data.ledger, plan: plan, clock: { self.now }) }
  var texts: RecordTexts { RecordTexts(data.ledger) }

  func statusView() throws -> StatusView {
    StatusView(
      plan: plan, state: try status.state(), actions: try actions.state(),
      risks: try risks.state(), texts: texts, day: today)
  }

  /// A meeting on 24 April 2017 with one item, held with everybody there.
  func held(_ present: [String] = ["chair", "trust", "council"]) async throws -> (
    meeting: String, item: String
  ) {
    let id = try await meetings.call(
      "board", on: Self.day("2017-04-24"), start: 840,
      agenda: [.init("Which work comes first", .decide)], by: Self.office)
    go(to: "2017-04-24")
    try await meetings.attend(
      id, present.map { SeatAttendance($0, .present) }, by: Self.office)
    return (id, try meetings.state()[id]?.items.first?.item.id ?? "")
  }

  /// The same, with the draft of its minutes sent to the members.
  func minuted() async throws -> (meeting: String, item: String) {
    let held = try await held()
    try await meetings.minute(
      held.meeting, item: held.item, text: "Local care comes first.", outcome: .agreed,
      by: Self.office)
    try await meetings.draft(held.meeting, by: Self.office)
    return held
  }
}
