// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// Made-up events, groups, contacts and staff conversations, so that every page has something to
/// show.
///
/// The public record says that listening events, roadshows and meetings with stakeholders took
/// place in 2017; it does not give the days, places, attendance or words that are made up here. All
/// of it says that it is synthetic.
public enum EventsDemonstration {
  static let office = Author(id: "synthetic-office", role: "programme-office")
  static let facilitator = Author(id: "synthetic-facilitator", role: "contributor")

  /// Fills a data folder with all four families.
  ///
  /// The same seed gives the same texts and numbers.
  /// - Throws: `EventRefusal` or `LedgerError`.
  public static func fill(_ data: DataFolder, plan: EngagementPlan, seed: UInt64) async throws {
    let today = LondonTime.day(try data.ledger.entries().last?.time ?? Date())
    var draws = SyntheticDraws(seed: seed)
    for (place, venue) in venues.enumerated() {
      try await past(place, venue, data, plan, &draws)
    }
    try await upcoming(data, plan, today, &draws)
    try await GroupsDemonstration.fill(data, plan: plan, today: today)
    try await ContactLogDemonstration.fill(data, today: today)
    try await StaffConversationsDemonstration.fill(data, today: today)
  }

  private static let venues = ["Example Hall", "Sample Library", "Specimen Community Centre"]
  private static let topics = [
    "Developing local care", "Transport and access", "Specialist centres", "Waiting for a GP",
    "Joined-up records",
  ]

  /// The rules at a made-up time; what they record still bears the time of the ledger.
  private static func desk(_ data: DataFolder, at time: Date) -> EventDesk {
    EventDesk(data, clock: { time })
  }

  private static func details(
    _ place: Int, _ venue: String, _ day: CivilDay, _ plan: EngagementPlan
  ) -> EventDetails {
    var details = EventDetails(
      title: "Listening event at \(venue) (synthetic)", kind: .listening, venue: venue,
      address: "1 Example Street\nExample Town",
      starts: LondonTime.moment(day, minutes: 18 * 60 + 30),
      ends: LondonTime.moment(day, minutes: 20 * 60 + 30))
    details.summary =
      "Hear what is planned for local care and hospitals, and say what you think. "
      + "This event is synthetic: it was made up to show the calendar."
    details.area = plan.areas.isEmpty ? nil : plan.areas[place % plan.areas.count].id
    details.access = [.stepFree, .accessibleToilet, .hearingLoop] + (place == 0 ? [.bsl] : [])
    details.travel = "Free parking. The bus stops outside."
    details.capacity = 12
    details.consultation = plan.consultations.first?.id
    details.workstreams = plan.workstreams.prefix(2).map(\.id)
    details.host = "Engagement team (synthetic)"
    details.isSynthetic = true
    return details
  }

  private static func past(
    _ place: Int, _ venue: String, _ data: DataFolder, _ plan: EngagementPlan,
    _ draws: inout SyntheticDraws
  ) async throws {
    guard let june = CivilDay(year: 2017, month: 6, day: 6) else { return }
    let details = details(place, venue, june.adding(14 * place), plan)
    let before = desk(data, at: details.starts.addingTimeInterval(-86_400))
    let after = desk(data, at: details.ends.addingTimeInterval(86_400))
    let id = try await before.schedule(details, by: office)
    try await book(3, id, before, &draws)
    let event = try after.event(id)
    let attended = Dictionary(
      uniqueKeysWithValues: event.bookings.map { ($0.id, min($0.places, Int(draws.next() % 3))) })
    try await after.recordAttendance(
      id, attended: attended, walkIns: 4 + Int(draws.next() % 9), by: facilitator)
    try await listen(id, after, &draws)
    try await after.summarise(
      id,
      summary:
        "Synthetic summary. People asked how they would travel, and what local care would look like.",
      by: facilitator)
    guard place < 2, let draft = try after.event(id).draft else { return }
    try await after.signOff(id, summary: draft.text.id, by: office)
  }

  private static func listen(
    _ id: String, _ desk: EventDesk, _ draws: inout SyntheticDraws
  ) async throws {
    for table in 1...3 {
      let topic = topics[Int(draws.next() % UInt64(topics.count))]
      try await desk.note(
        id, table: String(table), text: "Synthetic note: this table talked about “\(topic)”.",
        by: facilitator)
    }
    let stances = EventTheme.Stance.allCases
    for (place, topic) in topics.prefix(3).enumerated() {
      let theme = EventTheme(
        id: "theme-\(place + 1)", label: topic,
        stance: stances[Int(draws.next() % UInt64(stances.count))],
        tables: 1 + Int(draws.next() % 3))
      try await desk.theme(id, theme, by: facilitator)
    }
    try await desk.ask(id, question: "Will there still be a bus? (synthetic)", by: facilitator)
    try await desk.ask(id, question: "Who decides, and when? (synthetic)", by: facilitator)
    guard let first = try desk.event(id).questions.first else { return }
    try await desk.reply(
      id, question: first.id, answer: "Synthetic answer: travel is one of the things we test.",
      by: office)
  }

  private static func upcoming(
    _ data: DataFolder, _ plan: EngagementPlan, _ today: CivilDay, _ draws: inout SyntheticDraws
  ) async throws {
    let now = LondonTime.moment(today, minutes: 0)
    let desk = desk(data, at: now)
    let open = try await desk.schedule(
      details(0, "Example Hall", today.adding(10), plan), by: office)
    try await book(4, open, desk, &draws)
    let full = try await desk.schedule(
      details(1, "Sample Library", today.adding(17), plan), by: office)
    try await book(9, full, desk, &draws)
    var moved = try desk.event(full).details
    moved.starts.addTimeInterval(1800)
    moved.ends.addTimeInterval(1800)
    try await desk.change(full, to: moved, reason: "The library opens later.", by: office)
    let cancelled = try await desk.schedule(
      details(2, "Specimen Community Centre", today.adding(24), plan), by: office)
    try await book(2, cancelled, desk, &draws)
    try await desk.cancel(cancelled, reason: "The heating of the hall is broken.", by: office)
    try await others(desk, plan, today)
  }

  private static func others(
    _ desk: EventDesk, _ plan: EngagementPlan, _ today: CivilDay
  ) async throws {
    var roadshow = details(1, "Example Market Square", today.adding(5), plan)
    roadshow.title = "Roadshow at Example Market Square (synthetic)"
    roadshow.kind = .roadshow
    roadshow.capacity = nil
    _ = try await desk.schedule(roadshow, by: office)
    var staff = details(0, "Example Hospital", today.adding(12), plan)
    staff.title = "Staff briefing at Example Hospital (synthetic)"
    staff.kind = .staff
    staff.capacity = 40
    _ = try await desk.schedule(staff, by: office)
  }

  private static func book(
    _ count: Int, _ event: String, _ desk: EventDesk, _ draws: inout SyntheticDraws
  ) async throws {
    let needs = ["", "", "Space for a wheelchair", "Large print"]
    for number in 1...count {
      var request = BookingRequest(places: 1 + Int(draws.next() % 3))
      if draws.fraction() < 0.8 {
        request.name = "Resident \(number) (synthetic)"
        request.email = "resident\(number)@example.org"
      }
      request.needs = needs[Int(draws.next() % UInt64(needs.count))]
      _ = try await desk.book(event, request, token: RandomID.make())
    }
  }
}
