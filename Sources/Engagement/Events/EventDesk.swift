// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// The rules by which events are scheduled, booked, recorded and summed up.
public struct EventDesk: Sendable {
  let data: DataFolder
  let clock: @Sendable () -> Date

  /// The rules over a data folder, by a clock.
  public init(_ data: DataFolder, clock: @escaping @Sendable () -> Date = { Date() }) {
    self.data = data
    self.clock = clock
  }

  /// All events.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func calendar() throws(EventRefusal) -> EventCalendar {
    do { return try data.ledger.state(EventCalendar.self) } catch { throw .ledger(error) }
  }

  /// One event.
  ///
  /// - Throws: `EventRefusal.notFound` when there is none of this id.
  public func event(_ id: String) throws(EventRefusal) -> ScheduledEvent {
    guard let event = try calendar().events[id] else { throw .notFound }
    return event
  }

  /// Puts an event on the calendar, once for a token, and returns its id.
  ///
  /// - Throws: `EventRefusal.faults` when it is not complete.
  public func schedule(
    _ details: EventDetails, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    try details.faults.refuse()
    return try await record(
      .scheduled(details), about: RandomID.make(), by: author, token: token
    ).entry.subject
  }

  /// Changes an event, and keeps how it was.
  ///
  /// - Throws: `EventRefusal` when it is cancelled, or when more places are booked than it would
  ///   have.
  public func change(
    _ id: String, to details: EventDetails, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let event = try running(id)
    var faults = details.faults
    faults.check("reason", reason, "Say why it changes.", "The reason", upTo: 500)
    if let capacity = details.capacity, capacity < event.placesTaken {
      faults.add(
        "capacity",
        "\(event.placesTaken) places are booked already, so there cannot be fewer.")
    }
    try faults.refuse()
    try await record(.changed(details, reason: reason), about: id, by: author, token: token)
  }

  /// Cancels an event for a reason that everybody may read; those who booked are then to be told.
  ///
  /// - Throws: `EventRefusal` when it is cancelled already or over.
  public func cancel(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let event = try running(id)
    guard clock() < event.details.ends else {
      throw .notNow("This event is over, so it cannot be cancelled.")
    }
    var faults: [FieldFault] = []
    faults.check("reason", reason, "Say why it is cancelled.", "The reason", upTo: 500)
    try faults.refuse()
    try await record(.cancelled(reason: reason), about: id, by: author, token: token)
  }

  func running(_ id: String) throws(EventRefusal) -> ScheduledEvent {
    let event = try event(id)
    guard !event.isCancelled else { throw .notNow("This event is cancelled.") }
    return event
  }

  @discardableResult
  func record(
    _ event: ListeningEvent, about id: String, by author: Author, token: String? = nil,
    contents: [Content] = []
  ) async throws(EventRefusal) -> Receipt {
    do {
      return try await data.ledger.append(
        event, subject: id, by: author, token: token, contents: contents)
    } catch {
      throw .ledger(error)
    }
  }
}
