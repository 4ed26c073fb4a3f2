// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The calendar for staff.
struct EventsDeskPage {
  let upcoming: [EventItem]
  let past: [EventItem]
  let mayRun: Bool
  let mayPurge: Bool
  let secret: String
  let keptDays: Int
}

/// One event for staff.
struct EventDeskPage {
  let title: String
  let path: String
  let publicPath: String
  let when: String
  let venue: String
  let cancelled: String?
  let counts: Grid
  let bookings: Grid?
  let tell: [Message]
  let mayRun: Bool
  let canChange: Bool
  let canCancel: Bool
  let secret: String
  let changes: [EventPage.Change]

  /// Something to tell somebody who booked.
  struct Message {
    let action: String
    let booking: String
    let notice: String
    let who: String
    let how: String
    let what: String
  }
}

extension EventsPart {
  func deskList(_ visit: Visit) throws -> PortalAnswer {
    let person = try visit.person(who: .capture)
    let now = services.clock()
    let events = try EventOutcome.looking { try desk.calendar() }.inOrder
    let item = { EventItem($0, at: now, under: "/desk/events") }
    let page = EventsDeskPage(
      upcoming: events.filter { now < $0.details.ends }.map(item),
      past: events.filter { $0.details.ends <= now }.reversed().map(item),
      mayRun: person.may(.runConsultations), mayPurge: person.may(.administer),
      secret: visit.formSecret, keptDays: Self.keptDays)
    return .page(PortalPage("Events: desk", template: "events-desk", page, isPrivate: true))
  }

  func schedule(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    let typed = EventDetailsForm(request.fields, plan: services.plan)
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Add an event", errors: errors, action: "/desk/events/new",
        secret: visit.formSecret, token: request.fields.formToken, fields: typed.shown(errors),
        button: "Add the event", back: "/desk/events", backTitle: "Back to events"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      let id = try await desk.schedule(
        try typed.details(), by: visit.author, token: request.fields.formToken)
      return "/desk/events/\(id)"
    }
  }

  func change(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    let event = try event(id)
    let isPost = request.method == .post
    let typed =
      isPost
      ? EventDetailsForm(request.fields, plan: services.plan)
      : EventDetailsForm(event.details, plan: services.plan)
    let form = { (errors: FormErrors?) in
      let reason = Field.line(
        "reason", "Why does it change?", value: request.fields["reason"],
        hint: "Everybody can read this.", error: errors?["reason"])
      return EventFormPage(
        title: "Change an event", lead: event.details.title, errors: errors,
        action: "/desk/events/\(id)/change", secret: visit.formSecret,
        token: request.fields.formToken, fields: typed.shown(errors) + [reason],
        button: "Save the change", back: "/desk/events/\(id)", backTitle: "Back to the event"
      ).answer()
    }
    guard isPost else { return form(nil) }
    return try await EventOutcome.of(form) {
      try await desk.change(
        id, to: try typed.details(isSynthetic: event.details.isSynthetic),
        reason: request.fields["reason"], by: visit.author, token: request.fields.formToken)
      return "/desk/events/\(id)"
    }
  }

  func cancel(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    let event = try event(id)
    let form = { (errors: FormErrors?) in
      EventFormPage(
        title: "Cancel an event", lead: event.details.title,
        notes: [
          "This cannot be undone. Everybody who booked must then be told: the event’s desk page lists them."
        ],
        errors: errors, action: "/desk/events/\(id)/cancel", secret: visit.formSecret,
        token: request.fields.formToken,
        fields: [
          .line(
            "reason", "Why is it cancelled?", value: request.fields["reason"],
            hint: "Everybody can read this.", error: errors?["reason"])
        ], button: "Cancel the event", back: "/desk/events/\(id)",
        backTitle: "Keep it, and go back"
      ).answer()
    }
    guard request.method == .post else { return form(nil) }
    return try await EventOutcome.of(form) {
      try await desk.cancel(
        id, reason: request.fields["reason"], by: visit.author, token: request.fields.formToken)
      return "/desk/events/\(id)"
    }
  }

  func told(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .runConsultations)
    guard let notice = BookingNotice(rawValue: request.fields["notice"]) else {
      throw PortalProblem.notFound
    }
    try await EventOutcome.plainly {
      try await desk.told(
        id, booking: request.fields["booking"], notice: notice, by: visit.author)
    }
    return .see("/desk/events/\(id)")
  }

  func purge(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    _ = try visit.person(who: .administer)
    try await EventOutcome.plainly {
      _ = try await desk.purgeBookings(olderThan: Self.keptDays, by: visit.author)
    }
    return .see("/desk/events")
  }

  func deskPage(_ id: String, _ visit: Visit) throws -> PortalAnswer {
    let person = try visit.person(who: .capture)
    let event = try event(id)
    let contacts = try EventOutcome.looking { try desk.contacts(of: event) }
    let isOver = event.details.ends <= services.clock()
    let mayRun = person.may(.runConsultations)
    let page = EventDeskPage(
      title: event.details.title, path: "/desk/events/\(id)", publicPath: "/events/\(id)",
      when: EventWords.when(event.details), venue: event.details.venue,
      cancelled: event.cancellation?.reason, counts: Self.counts(event),
      bookings: Self.bookings(event, contacts), tell: messages(event, contacts),
      mayRun: mayRun, canChange: mayRun && !event.isCancelled,
      canCancel: mayRun && !event.isCancelled && !isOver, secret: visit.formSecret,
      changes: event.changes.map {
        EventPage.Change(
          on: LondonTime.text($0.on), reason: $0.reason, was: EventWords.when($0.before))
      })
    return .page(
      PortalPage(
        "\(event.details.title): desk", template: "events-desk-page", page, isPrivate: true))
  }

  private static func counts(_ event: ScheduledEvent) -> Grid {
    let capacity = event.details.capacity.map(String.init) ?? "nobody needs to book"
    let attendance = event.attendance.map(String.init) ?? "not counted yet"
    return Grid(
      "Places", ["What", "People#"],
      [
        ["Places in all", capacity], ["Booked", String(event.placesTaken)],
        ["On the waiting list", String(event.placesWaitedFor)], ["Came", attendance],
      ])
  }

  static func bookings(
    _ event: ScheduledEvent, _ contacts: [String: BookingRecord]
  ) -> Grid? {
    let live = event.bookings.enumerated().filter { $0.element.status != .cancelled }
    guard !live.isEmpty else { return nil }
    return Grid(
      "Bookings", ["Booking", "Places#", "How it stands", "What they need"],
      live.map { place, booking in
        let contact = contacts[booking.id]
        return [
          who(contact, place), String(booking.places),
          booking.status == .confirmed ? "Has places" : "Waiting",
          contact.map { $0.needs.isEmpty ? "Nothing said" : $0.needs } ?? "Details removed",
        ]
      })
  }

  /// What to call a booking: a name, or its number when none was given.
  static func who(_ contact: BookingRecord?, _ place: Int) -> String {
    guard let name = contact?.name, !name.isEmpty else { return "Booking \(place + 1), no name" }
    return "Booking \(place + 1), \(name)"
  }

  private func messages(
    _ event: ScheduledEvent, _ contacts: [String: BookingRecord]
  ) -> [EventDeskPage.Message] {
    event.bookings.enumerated().flatMap { place, booking in
      booking.toTell.map { notice in
        let contact = contacts[booking.id]
        let ways = [contact?.email, contact?.phone].compactMap { $0 }.filter { !$0.isEmpty }
        return EventDeskPage.Message(
          action: "/desk/events/\(event.id)/told", booking: booking.id, notice: notice.rawValue,
          who: Self.who(contact, place),
          how: ways.isEmpty
            ? "They gave no way to reach them. Their own booking page tells them."
            : ways.joined(separator: ", "),
          what: notice.label)
      }
    }
  }
}
