// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Mustache

/// The calendar that everybody sees.
struct EventListPage {
  let upcoming: [EventItem]
  let past: [EventItem]
  let area: Field
  let consultation: Field
  let isFiltered: Bool
}

/// The page of one event.
struct EventPage {
  let title: String
  let kind: String
  let isSynthetic: Bool
  let cancelled: String?
  let when: String
  let venue: String
  let address: [String]
  let area: String?
  let host: String
  let access: [String]
  let travel: [String]
  let places: String
  let summary: [String]
  let about: [Link]
  let book: String?
  let bookTitle: String
  let file: String
  let changes: [Change]
  let heard: Heard?

  struct Link {
    let title: String
    let href: String?
  }

  struct Change {
    let on: String
    let reason: String
    let was: String
  }

  /// What was heard, once it is signed off.
  struct Heard {
    let html: String
    let attendance: String?
    let themes: Grid?
    let questions: [Answered]
    let on: String
  }

  struct Answered {
    let question: [String]
    let answer: [String]
    let isOpen: Bool
  }
}

extension EventsPart {
  func list(_ request: PortalRequest) throws -> PortalAnswer {
    let now = services.clock()
    let (area, consultation) = (request.query["area"], request.query["consultation"])
    let events = try EventOutcome.looking { try desk.calendar() }.inOrder.filter {
      $0.details.kind != .staff && (area.isEmpty || $0.details.area == area)
        && (consultation.isEmpty || $0.details.consultation == consultation)
    }
    let page = EventListPage(
      upcoming: events.filter { now < $0.details.ends }.map { EventItem($0, at: now) },
      past: events.filter { $0.details.ends <= now }.reversed().map { EventItem($0, at: now) },
      area: .select(
        "area", "Area", [("", "All areas")] + services.plan.areas.map { ($0.id, $0.name) },
        chosen: area),
      consultation: .select(
        "consultation", "Consultation",
        [("", "All consultations")] + services.plan.consultations.map { ($0.id, $0.title) },
        chosen: consultation),
      isFiltered: !area.isEmpty || !consultation.isEmpty)
    return .page(PortalPage("Events", template: "events-list", page))
  }

  func page(_ id: String, _ visit: Visit) throws -> PortalAnswer {
    let event = try event(id)
    let details = event.details
    let now = services.clock()
    let page = EventPage(
      title: details.title, kind: details.kind.label, isSynthetic: details.isSynthetic,
      cancelled: event.cancellation?.reason, when: EventWords.when(details), venue: details.venue,
      address: EventText.paragraphs(details.address),
      area: services.plan.areas.first { $0.id == details.area }?.name, host: details.host,
      access: details.access.map(\.label), travel: EventText.paragraphs(details.travel),
      places: EventWords.places(event, at: now), summary: EventText.paragraphs(details.summary),
      about: about(details), book: event.takesBookings(at: now) ? "/events/\(id)/book" : nil,
      bookTitle: event.placesFree == 0 ? "Join the waiting list" : "Book a place",
      file: "/events/\(id).ics", changes: event.changes.map(Self.change), heard: try heard(event))
    return .page(PortalPage(details.title, template: "events-page", page))
  }

  func calendarFile(_ request: PortalRequest, only id: String?) throws -> PortalAnswer {
    let events =
      if let id { [try event(id)] } else {
        try EventOutcome.looking { try desk.calendar() }.inOrder.filter {
          $0.details.kind != .staff
        }
      }
    let host = URL(string: request.origin)?.host() ?? "localhost"
    let items = events.map {
      $0.calendarItem(host: host, address: "\(request.origin)/events/\($0.id)")
    }
    let file = CalendarFile(name: "Events: \(services.plan.title)", items: items)
    return .text(
      "text/calendar; charset=utf-8", file.text, name: id == nil ? "events.ics" : "event.ics")
  }

  private func about(_ details: EventDetails) -> [EventPage.Link] {
    let consultation = services.plan.consultations.first { $0.id == details.consultation }
    let workstreams = services.plan.workstreams.filter { details.workstreams.contains($0.id) }
    return
      (consultation.map {
        [EventPage.Link(title: $0.title, href: "/consultations/\($0.id)")]
      } ?? []) + workstreams.map { EventPage.Link(title: $0.name, href: $0.path) }
  }

  private static func change(_ change: ScheduledEvent.Change) -> EventPage.Change {
    EventPage.Change(
      on: LondonTime.text(change.on), reason: change.reason,
      was: "\(change.before.title). \(EventWords.when(change.before)), at \(change.before.venue).")
  }

  private func heard(_ event: ScheduledEvent) throws -> EventPage.Heard? {
    guard let summary = event.published else { return nil }
    let questions = try event.questions.map { asked in
      EventPage.Answered(
        question: EventText.paragraphs(try text(asked.question)),
        answer: EventText.paragraphs(try text(asked.answer)), isOpen: asked.answer == nil)
    }
    return EventPage.Heard(
      html: services.prose(try text(summary.text)),
      attendance: event.attendance.map { EventWords.count($0, "person came", "people came") },
      themes: Self.themes(event, "What people talked about"), questions: questions,
      on: LondonTime.day(summary.signedOffOn ?? summary.on).text)
  }

  static func themes(_ event: ScheduledEvent, _ caption: String) -> Grid? {
    guard !event.themes.isEmpty else { return nil }
    return Grid(
      caption, ["Topic", "Where people stood", "Tables#"],
      event.themes.map { [$0.label, $0.stance.label, $0.tables.map(String.init) ?? "not counted"] })
  }
}
