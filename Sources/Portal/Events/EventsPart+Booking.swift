// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// The page that a booking leads to.
struct EventBookingPage {
  let title: String
  let path: String
  let status: String
  let isConfirmed: Bool
  let isWaiting: Bool
  let when: String
  let venue: String
  let address: [String]
  let file: String
  let name: String?
  let needs: [String]
  let canBeReached: Bool
  let cancel: String?
  let secret: String?
  let removedOn: String
}

extension EventsPart {
  /// How long the details of a booking are kept after the event, in days.
  static let keptDays = 28

  func book(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let event = try event(id)
    guard request.method == .post else {
      guard event.takesBookings(at: services.clock()) else {
        throw PortalProblem(
          409, "You can’t book this event", EventWords.places(event, at: services.clock()) + ".")
      }
      return bookingForm(event, FormFields(), nil, visit)
    }
    let fields = request.fields
    return try await EventOutcome.of {
      bookingForm(event, fields, $0, visit)
    } _: {
      let asked = BookingRequest(
        places: Int(fields["places"]) ?? 0, name: fields["name"], email: fields["email"],
        phone: fields["phone"], needs: fields["needs"])
      return "/events/\(id)/booking/\(try await desk.book(id, asked, token: fields.formToken))"
    }
  }

  func booking(_ id: String, key: String, _ visit: Visit) throws -> PortalAnswer {
    guard let found = try EventOutcome.looking({ try desk.booking(key: key) }), found.event.id == id
    else { throw PortalProblem.notFound }
    let (event, booking) = (found.event, found.booking)
    let isLive = booking.status != .cancelled && !event.isCancelled
    let removed = event.details.ends.addingTimeInterval(Double(Self.keptDays) * 86_400)
    let page = EventBookingPage(
      title: event.details.title, path: "/events/\(id)",
      status: EventWords.status(booking, event),
      isConfirmed: isLive && booking.status == .confirmed,
      isWaiting: isLive && booking.status == .waiting, when: EventWords.when(event.details),
      venue: event.details.venue, address: EventText.paragraphs(event.details.address),
      file: "/events/\(id).ics", name: found.record.name.isEmpty ? nil : found.record.name,
      needs: EventText.paragraphs(found.record.needs),
      canBeReached: !found.record.email.isEmpty || !found.record.phone.isEmpty,
      cancel: isLive && services.clock() < event.details.ends
        ? "/events/\(id)/booking/\(key)/cancel" : nil,
      secret: visit.secret, removedOn: LondonTime.day(removed).text)
    return .page(
      PortalPage(
        "Your booking: \(event.details.title)", template: "events-booking", page, isPrivate: true))
  }

  func cancelBooking(_ id: String, key: String) async throws -> PortalAnswer {
    try await EventOutcome.plainly {
      guard try desk.booking(key: key)?.event.id == id else { throw EventRefusal.notFound }
      try await desk.cancelBooking(key: key)
    }
    return .see("/events/\(id)/booking/\(key)")
  }

  private func bookingForm(
    _ event: ScheduledEvent, _ fields: FormFields, _ errors: FormErrors?, _ visit: Visit
  ) -> PortalAnswer {
    let places = (1...BookingRequest.mostPlaces).map { (String($0), String($0)) }
    let isFull = event.placesFree == 0
    return EventFormPage(
      title: isFull ? "Join the waiting list" : "Book a place",
      lead: "\(event.details.title). \(EventWords.when(event.details)), at \(event.details.venue).",
      notes: [
        "You do not need an account. You do not have to say who you are.",
        "If there are not enough places, you go on the waiting list. Places that become free go to the person who came first, if there are enough for their group.",
        "We remove your details \(Self.keptDays) days after the event.",
      ],
      errors: errors, action: "/events/\(event.id)/book", secret: visit.secret,
      token: fields.formToken,
      fields: [
        .select(
          "places", "How many places?", places,
          chosen: fields.has("places") ? fields["places"] : "1", error: errors?["places"]),
        .line(
          "name", "Your name (optional)", value: fields["name"], error: errors?["name"],
          autocomplete: "name"),
        .line(
          "email", "Email (optional)", value: fields["email"],
          hint: "We use it only to tell you of changes to this event.", error: errors?["email"],
          type: "email", autocomplete: "email"),
        .line(
          "phone", "Telephone (optional)", value: fields["phone"], error: errors?["phone"],
          type: "tel", autocomplete: "tel"),
        .box(
          "needs", "What do you need to take part? (optional)", value: fields["needs"],
          hint: "For example: space for a wheelchair, a sign language interpreter, large print.",
          error: errors?["needs"], rows: 3),
      ],
      button: isFull ? "Join the waiting list" : "Book", back: "/events/\(event.id)",
      backTitle: "Back to the event"
    ).answer()
  }
}
