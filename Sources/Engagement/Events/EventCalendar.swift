// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// All events of the calendar.
///
/// Places are given out here, in the order of the ledger, and nowhere else: whoever booked at the
/// same time, and from however many processes, the chain says who was first, so that no event is
/// ever overbooked.
public struct EventCalendar: Fold {
  /// The events of this state.
  public typealias Event = ListeningEvent
  /// By their ids.
  public private(set) var events: [String: ScheduledEvent] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ListeningEvent, _ entry: Entry) {
    if case .scheduled(let details) = event, events[entry.subject] == nil {
      events[entry.subject] = ScheduledEvent(
        id: entry.subject, details: details, stamp: entry.time)
    } else {
      events[entry.subject]?.apply(event, entry)
    }
  }

  /// In the order in which they start.
  public var inOrder: [ScheduledEvent] {
    events.values.sorted { ($0.details.starts, $0.id) < ($1.details.starts, $1.id) }
  }
}

extension ScheduledEvent {
  mutating func apply(_ event: ListeningEvent, _ entry: Entry) {
    switch event {
    case .scheduled, .bookingsPurged: break
    case .changed(let details, let reason): change(to: details, reason, entry)
    case .cancelled(let reason): cancel(reason, entry)
    case .booked(let booking, let places): book(booking, places, entry)
    case .bookingCancelled(let booking): withdraw(booking)
    case .told(let booking, let notice):
      amend(booking) { $0.toTell.removeAll { $0 == notice } }
    case .attended(let booking, let people): amend(booking) { $0.attended = people }
    case .walkedIn(let people): walkIns = people
    default: hear(event, entry)
    }
  }

  private mutating func hear(_ event: ListeningEvent, _ entry: Entry) {
    switch event {
    case .noted(let id, let table, let text):
      notes.append(Note(id: id, table: table, text: text))
    case .noteErased(let id, let reason):
      if let place = notes.firstIndex(where: { $0.id == id }) {
        notes[place].erasedBecause = reason
      }
    case .themed(let theme):
      themes.removeAll { $0.id == theme.id }
      themes.append(theme)
    case .themeRemoved(let id): themes.removeAll { $0.id == id }
    case .asked(let id, let question): questions.append(Asked(id: id, question: question))
    case .answered(let id, let answer): record(answer, to: id, entry)
    case .summarised(let text): draft = Summary(text: text, author: entry.author, on: entry.time)
    case .signedOff:
      draft?.signedOffOn = entry.time
      published = draft
    default: break
    }
  }

  private mutating func record(_ answer: ContentReference, to question: String, _ entry: Entry) {
    guard let place = questions.firstIndex(where: { $0.id == question }) else { return }
    questions[place].answer = answer
    questions[place].answeredOn = entry.time
  }

  private mutating func change(to other: EventDetails, _ reason: String, _ entry: Entry) {
    changes.append(Change(on: entry.time, reason: reason, before: details))
    if details.mattersToThoseBooked(other) { tell(.changed) }
    details = other
    stamp = entry.time
    giveOutPlaces(after: nil)
  }

  private mutating func cancel(_ reason: String, _ entry: Entry) {
    guard cancellation == nil else { return }
    cancellation = Reason(on: entry.time, reason: reason)
    stamp = entry.time
    for place in bookings.indices where bookings[place].status != .cancelled {
      bookings[place].toTell = [.cancelled]
    }
  }

  private mutating func book(_ id: String, _ places: Int, _ entry: Entry) {
    guard !bookings.contains(where: { $0.id == id }) else { return }
    bookings.append(EventBooking(id: id, places: places, sequence: entry.sequence))
    giveOutPlaces(after: id)
    if isCancelled { amend(id) { $0.toTell = [.cancelled] } }
  }

  private mutating func withdraw(_ booking: String) {
    amend(booking) {
      $0.status = .cancelled
      $0.toTell = []
    }
    giveOutPlaces(after: nil)
  }

  private mutating func tell(_ notice: BookingNotice) {
    for place in bookings.indices
    where bookings[place].status != .cancelled && !bookings[place].toTell.contains(notice) {
      bookings[place].toTell.append(notice)
    }
  }

  /// Gives free places to whoever came first among those for whom there are enough.
  ///
  /// - Parameter new: the booking just made, whose answer already says that it has a place.
  private mutating func giveOutPlaces(after new: String?) {
    guard !isCancelled else { return }
    var free = placesFree ?? .max
    for place in bookings.indices
    where bookings[place].status == .waiting && bookings[place].places <= free {
      bookings[place].status = .confirmed
      free -= bookings[place].places
      if bookings[place].id != new { bookings[place].toTell.append(.placeFound) }
    }
  }

  private mutating func amend(_ booking: String, _ change: (inout EventBooking) -> Void) {
    guard let place = bookings.firstIndex(where: { $0.id == booking }) else { return }
    change(&bookings[place])
  }
}
