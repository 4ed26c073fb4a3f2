// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// One event of the calendar as things stand.
public struct ScheduledEvent: Sendable, Equatable {
  /// The random id.
  public let id: String
  /// The details as they stand.
  public internal(set) var details: EventDetails
  /// Every change so far, in order.
  public internal(set) var changes: [Change] = []
  /// When and why it was cancelled, if it was.
  public internal(set) var cancellation: Reason?
  /// In the order in which they were made.
  public internal(set) var bookings: [EventBooking] = []
  /// How many came without a booking, once counted.
  public internal(set) var walkIns: Int?
  /// What facilitators wrote down, in order.
  public internal(set) var notes: [Note] = []
  /// The topics that came up.
  public internal(set) var themes: [EventTheme] = []
  /// The questions that were asked, in order.
  public internal(set) var questions: [Asked] = []
  /// The last summary that was written, and who wrote it.
  public internal(set) var draft: Summary?
  /// The summary that everybody may read.
  public internal(set) var published: Summary?
  /// When it was last scheduled, changed or cancelled.
  public internal(set) var stamp: Date

  init(id: String, details: EventDetails, stamp: Date) {
    self.id = id
    self.details = details
    self.stamp = stamp
  }

  /// Something done for a public reason.
  public struct Reason: Sendable, Equatable {
    /// The day or time of it.
    public let on: Date
    /// The reason, in words for everybody.
    public let reason: String
  }

  /// How it was before a change.
  public struct Change: Sendable, Equatable {
    /// The day or time of it.
    public let on: Date
    /// The reason, in words for everybody.
    public let reason: String
    /// The details before it.
    public let before: EventDetails
  }

  /// What a facilitator wrote down at a table.
  public struct Note: Sendable, Equatable {
    /// The random id.
    public let id: String
    /// The table or group; empty when there was none.
    public let table: String
    /// The text, which stands beside the chain.
    public let text: ContentReference
    /// Why it was erased, if it was.
    public var erasedBecause: String?
  }

  /// A question that was asked at the event.
  public struct Asked: Sendable, Equatable {
    /// The random id.
    public let id: String
    /// The question.
    public let question: ContentReference
    /// The answer, once there is one.
    public var answer: ContentReference?
    /// When it was answered.
    public var answeredOn: Date?
  }

  /// “What we heard”.
  public struct Summary: Sendable, Equatable {
    /// The text, which stands beside the chain.
    public let text: ContentReference
    /// Who wrote it.
    public let author: Author
    /// The day or time of it.
    public let on: Date
    /// When it was signed off.
    public var signedOffOn: Date?
  }

  /// Whether it does not take place.
  public var isCancelled: Bool { cancellation != nil }

  /// Places of bookings that are confirmed.
  public var placesTaken: Int {
    bookings.reduce(0) { $0 + ($1.status == .confirmed ? $1.places : 0) }
  }

  /// Places of bookings on the waiting list.
  public var placesWaitedFor: Int {
    bookings.reduce(0) { $0 + ($1.status == .waiting ? $1.places : 0) }
  }

  /// Places that are left, or nil when nothing is booked.
  public var placesFree: Int? { details.capacity.map { max(0, $0 - placesTaken) } }

  /// How many people came, or nil when nobody has counted.
  public var attendance: Int? {
    let counted = bookings.compactMap(\.attended)
    guard walkIns != nil || !counted.isEmpty else { return nil }
    return counted.reduce(walkIns ?? 0, +)
  }

  /// Whether it can still be booked at a time.
  public func takesBookings(at time: Date) -> Bool {
    details.capacity != nil && !isCancelled && time < details.starts
  }
}

/// One booking, without the person who made it.
public struct EventBooking: Sendable, Equatable {
  /// A random id.
  public let id: String
  /// For how many people.
  public let places: Int
  /// The entry of the ledger that recorded it.
  public let sequence: Int64
  /// Whether it has its places.
  public internal(set) var status: Status = .waiting
  /// How many people of it came, once counted.
  public internal(set) var attended: Int?
  /// What those who made it have not been told yet.
  public internal(set) var toTell: [BookingNotice] = []

  /// Whether it has its places.
  public enum Status: String, Sendable {
    case confirmed
    case waiting
    case cancelled
  }
}

extension ScheduledEvent {
  /// The event for a calendar file.
  ///
  /// - Parameters:
  ///   - host: the host name of the site, which makes the id unique.
  ///   - address: the address of the event's page.
  /// - Returns: the item, whose sequence is the number of changes and the cancellation.
  public func calendarItem(host: String, address: String) -> CalendarFile.Item {
    var item = CalendarFile.Item(
      uid: "\(id)@\(host)", stamp: Int(stamp.timeIntervalSince1970),
      starts: Int(details.starts.timeIntervalSince1970),
      ends: Int(details.ends.timeIntervalSince1970),
      title: isCancelled ? "Cancelled: \(details.title)" : details.title,
      place: [details.venue, details.address.split(separator: "\n").joined(separator: ", ")]
        .filter { !$0.isEmpty }.joined(separator: ", "),
      text: details.summary, address: address)
    item.sequence = changes.count + (isCancelled ? 1 : 0)
    item.isCancelled = isCancelled
    return item
  }
}
