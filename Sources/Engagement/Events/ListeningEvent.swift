// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to an event of the calendar; its id is the subject of the entry.
///
/// A booking is a random id and a number of places here; who made it is in the contacts alone.
public enum ListeningEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "listening-event"

  case scheduled(EventDetails)
  /// It is not as it was announced, for a public reason.
  case changed(EventDetails, reason: String)
  /// It does not take place, for a public reason.
  case cancelled(reason: String)
  case booked(booking: String, places: Int)
  case bookingCancelled(booking: String)
  /// Somebody of the office told those who booked.
  case told(booking: String, notice: BookingNotice)
  /// How many people of a booking came.
  case attended(booking: String, people: Int)
  /// How many people came without a booking, in all.
  case walkedIn(people: Int)
  case noted(id: String, table: String, text: ContentReference)
  /// A note was erased, as when it named a person.
  case noteErased(id: String, reason: String)
  case themed(EventTheme)
  case themeRemoved(id: String)
  case asked(id: String, question: ContentReference)
  case answered(id: String, answer: ContentReference)
  /// “What we heard”, not yet signed off.
  case summarised(summary: ContentReference)
  /// The last summary may be read by everybody.
  case signedOff
  /// The personal details of so many bookings were removed, because the event is long over.
  case bookingsPurged(count: Int)
}

/// Something about which those who booked must be told.
public enum BookingNotice: String, Codable, Sendable, CaseIterable {
  /// They were on the waiting list and have a place now.
  case placeFound = "place-found"
  case changed
  case cancelled

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .placeFound: "They have a place now"
    case .changed: "The event has changed"
    case .cancelled: "The event is cancelled"
    }
  }
}

/// A topic that came up, with where people stood on it kept apart.
public struct EventTheme: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The topic, such as "Travel to hospital".
  public var label: String
  /// Where people stood.
  public var stance: Stance
  /// At how many tables it came up, where that was counted.
  public var tables: Int?
  /// The id of a code of the code frame, when it fits one.
  public var code: String?

  /// A topic with a stance.
  public init(id: String, label: String, stance: Stance, tables: Int? = nil, code: String? = nil) {
    self.id = id
    self.label = label
    self.stance = stance
    self.tables = tables
    self.code = code
  }

  /// Where people stood.
  public enum Stance: String, Codable, Sendable, CaseIterable {
    case support
    case concern
    case mixed
    case neutral

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .support: "In favour"
      case .concern: "Worried or against"
      case .mixed: "Some for, some against"
      case .neutral: "Neither"
      }
    }
  }
}
