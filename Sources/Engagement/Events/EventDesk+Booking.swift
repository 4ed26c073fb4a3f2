// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension EventDesk {
  /// A booking with the person who made it, as far as they said.
  public struct FoundBooking: Sendable {
    /// The booking, without the person.
    public let booking: EventBooking
    /// What they told about themselves.
    public let record: BookingRecord
    /// The event.
    public let event: ScheduledEvent
  }

  /// Books places, once for a token, and returns the random word that leads to the booking.
  ///
  /// Whether there are places or a wait is decided by the calendar, from the order of the ledger.
  ///
  /// - Throws: `EventRefusal` when the event takes no bookings or the request is not complete.
  public func book(
    _ id: String, _ request: BookingRequest, token: String
  ) async throws(EventRefusal) -> String {
    let event = try running(id)
    guard event.details.capacity != nil else {
      throw .notNow("You do not need to book for this event. Just come.")
    }
    guard event.takesBookings(at: clock()) else {
      throw .notNow("This event has started, so it cannot be booked any more.")
    }
    try faults(of: request, for: event).refuse()
    let booking = RandomID.make()
    let key = RandomID.make()
    let contact = BookingRecord(
      event: id, key: key, name: request.name, email: request.email, phone: request.phone,
      needs: request.needs)
    try await keep(contact, as: booking)
    let receipt = try await record(
      .booked(booking: booking, places: request.places), about: id, by: .visitor, token: token)
    guard receipt.isRepeat else { return key }
    try await remove(booking)
    return try keyOfBooking(in: receipt.entry)
  }

  /// The booking to which a word leads, or nil when there is none or it was removed.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func booking(key: String) throws(EventRefusal) -> FoundBooking? {
    let found: (id: String, record: BookingRecord)?
    do {
      found = try data.contacts.find(BookingRecord.self, kind: BookingRecord.kind, lookup: key)
    } catch {
      throw .ledger(error)
    }
    guard let found, let event = try calendar().events[found.record.event],
      let booking = event.bookings.first(where: { $0.id == found.id })
    else { return nil }
    return FoundBooking(booking: booking, record: found.record, event: event)
  }

  /// Gives the places of a booking back, so that somebody who waits can have them.
  ///
  /// - Throws: `EventRefusal` when there is no such booking or the event is over.
  public func cancelBooking(key: String) async throws(EventRefusal) {
    guard let found = try booking(key: key) else { throw .notFound }
    guard found.booking.status != .cancelled else { return }
    guard clock() < found.event.details.ends else {
      throw .notNow("This event is over, so the booking cannot be cancelled any more.")
    }
    try await record(
      .bookingCancelled(booking: found.booking.id), about: found.event.id, by: .visitor,
      token: "booking-cancelled-" + found.booking.id)
  }

  /// Who made the bookings of an event, by the id of the booking.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func contacts(of event: ScheduledEvent) throws(EventRefusal) -> [String: BookingRecord] {
    do {
      let all = try data.contacts.all(BookingRecord.self, kind: BookingRecord.kind)
      return Dictionary(
        all.filter { $0.record.event == event.id }.map { ($0.id, $0.record) },
        uniquingKeysWith: { first, _ in first })
    } catch {
      throw .ledger(error)
    }
  }

  /// Notes that those who made a booking were told.
  ///
  /// - Throws: `EventRefusal.notFound` when there is nothing to tell them.
  public func told(
    _ id: String, booking: String, notice: BookingNotice, by author: Author
  ) async throws(EventRefusal) {
    let event = try event(id)
    guard event.bookings.contains(where: { $0.id == booking && $0.toTell.contains(notice) }) else {
      throw .notFound
    }
    try await record(.told(booking: booking, notice: notice), about: id, by: author)
  }

  /// Removes the personal details of bookings whose event ended some days ago, and says how many.
  ///
  /// Details that belong to no booking, as after a failure half way, go as well once they could
  /// not be in use: their event is over or unknown.
  ///
  /// They are kept for `days` days after the end of the event.
  ///
  /// - Throws: `EventRefusal.ledger`.
  @discardableResult
  public func purgeBookings(
    olderThan days: Int = 28, by author: Author
  ) async throws(EventRefusal) -> Int {
    let events = try calendar().events
    let limit = clock().addingTimeInterval(-Double(days) * 86_400)
    var counts: [String: Int] = [:]
    let all: [(id: String, record: BookingRecord)]
    do {
      all = try data.contacts.all(BookingRecord.self, kind: BookingRecord.kind)
    } catch {
      throw .ledger(error)
    }
    for (id, booking) in all {
      if let event = events[booking.event], event.details.ends > limit { continue }
      try await remove(id)
      counts[booking.event, default: 0] += 1
    }
    for (event, count) in counts.sorted(by: { $0.key < $1.key }) where events[event] != nil {
      try await record(.bookingsPurged(count: count), about: event, by: author)
    }
    return counts.values.reduce(0, +)
  }

  private func faults(of request: BookingRequest, for event: ScheduledEvent) -> [FieldFault] {
    var faults = request.faults
    if let capacity = event.details.capacity, request.places > capacity, capacity > 0 {
      faults.add("places", "This event has \(capacity) places in all.")
    }
    return faults
  }

  private func keep(_ contact: BookingRecord, as id: String) async throws(EventRefusal) {
    do {
      try await data.contacts.put(contact, kind: BookingRecord.kind, id: id, lookup: contact.key)
    } catch {
      throw .ledger(error)
    }
  }

  private func remove(_ id: String) async throws(EventRefusal) {
    do {
      try await data.contacts.remove(kind: BookingRecord.kind, id: id)
    } catch {
      throw .ledger(error)
    }
  }

  private func keyOfBooking(in entry: Entry) throws(EventRefusal) -> String {
    let event = try event(entry.subject)
    guard let booking = event.bookings.first(where: { $0.sequence == entry.sequence }) else {
      throw .notNow("This form was used for something else. Open the page again.")
    }
    do {
      let record = try data.contacts.get(
        BookingRecord.self, kind: BookingRecord.kind, id: booking.id)
      guard let record else { throw EventRefusal.notFound }
      return record.key
    } catch let refusal as EventRefusal {
      throw refusal
    } catch {
      throw .notNow("The booking was made, but its page cannot be found: \(error)")
    }
  }
}
