// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// The words in which pages speak of events.
enum EventWords {
  /// Such as "Wednesday 14 June 2017, 6:30pm to 8:30pm".
  static func when(_ details: EventDetails) -> String {
    let (first, last) = (LondonTime.day(details.starts), LondonTime.day(details.ends))
    let start = LondonTime.clock(LondonTime.minutes(details.starts))
    let end = LondonTime.clock(LondonTime.minutes(details.ends))
    return first == last
      ? "\(first.longText), \(start) to \(end)"
      : "\(first.longText), \(start), to \(last.longText), \(end)"
  }

  /// Such as "1 place" or "12 places".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// What a visitor needs to know of places.
  static func places(_ event: ScheduledEvent, at now: Date) -> String {
    if event.isCancelled { return "Cancelled" }
    if event.details.ends <= now { return "This event is over" }
    guard let free = event.placesFree else { return "No need to book: just come" }
    if event.details.starts <= now { return "This event has started" }
    return free == 0
      ? "Full: you can join the waiting list" : "\(count(free, "place", "places")) left"
  }

  /// How a booking stands, for whoever made it.
  static func status(_ booking: EventBooking, _ event: ScheduledEvent) -> String {
    let places = count(booking.places, "place", "places")
    return switch booking.status {
    case .cancelled: "You cancelled this booking."
    case _ where event.isCancelled: "This event is cancelled. Please do not travel."
    case .confirmed: "You have \(places) at this event."
    case .waiting: "You are on the waiting list for \(places)."
    }
  }
}

/// One event in a list, as the template `events-items` draws it.
struct EventItem {
  let title: String
  let path: String
  let kind: String
  let when: String
  let place: String
  let note: String
  let isCancelled: Bool
  let isChanged: Bool
  let isSynthetic: Bool

  init(_ event: ScheduledEvent, at now: Date, under root: String = "/events") {
    title = event.details.title
    path = "\(root)/\(event.id)"
    kind = event.details.kind.label
    when = EventWords.when(event.details)
    place = event.details.venue
    note =
      event.published == nil ? EventWords.places(event, at: now) : "Over: read what we heard"
    isCancelled = event.isCancelled
    isChanged = !event.isCancelled && !event.changes.isEmpty && now < event.details.ends
    isSynthetic = event.details.isSynthetic
  }
}
