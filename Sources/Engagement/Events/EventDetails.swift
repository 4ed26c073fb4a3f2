// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// What an event is, where and when: everything that its public page says before it takes place.
public struct EventDetails: Codable, Sendable, Equatable {
  /// The title.
  public var title: String
  /// The kind.
  public var kind: EventKind
  /// What it is about, in a few sentences.
  public var summary: String
  /// The name of the place.
  public var venue: String
  /// The address, on one or several lines.
  public var address: String
  /// The id of an area of the plan.
  public var area: String?
  /// What makes it possible to take part.
  public var access: [AccessNote]
  /// Parking, buses and whatever else helps to get there.
  public var travel: String
  /// When it starts.
  public var starts: Date
  /// When it ends.
  public var ends: Date
  /// How many people the place holds; nil when anybody may drop in and nothing is booked.
  public var capacity: Int?
  /// The id of a consultation that it is about.
  public var consultation: String?
  /// The ids of workstreams that it is about.
  public var workstreams: [String]
  /// The team or body that runs it; never the name of a person.
  public var host: String
  /// Whether a program made it up.
  public var isSynthetic: Bool

  /// An event by title, kind, place and time; the rest is to be filled in.
  public init(
    title: String, kind: EventKind, venue: String, address: String, starts: Date, ends: Date
  ) {
    self.title = title
    self.kind = kind
    self.venue = venue
    self.address = address
    self.starts = starts
    self.ends = ends
    summary = ""
    area = nil
    access = []
    travel = ""
    capacity = nil
    consultation = nil
    workstreams = []
    host = ""
    isSynthetic = false
  }
}

/// The kinds of event.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case listening
  case roadshow
  case workshop
  case focusGroup = "focus-group"
  case publicMeeting = "public-meeting"
  /// For staff of the partnership only; it is not on the public calendar.
  case staff

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .listening: "Listening event"
    case .roadshow: "Roadshow"
    case .workshop: "Workshop"
    case .focusGroup: "Focus group"
    case .publicMeeting: "Public meeting"
    case .staff: "Staff event"
    }
  }
}

/// What makes it possible for somebody to take part.
public enum AccessNote: String, Codable, Sendable, CaseIterable {
  case stepFree = "step-free"
  case accessibleToilet = "accessible-toilet"
  case hearingLoop = "hearing-loop"
  case bsl
  case easyRead = "easy-read"
  case blueBadge = "blue-badge"
  case quietRoom = "quiet-room"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .stepFree: "Step-free all the way"
    case .accessibleToilet: "Accessible toilet"
    case .hearingLoop: "Hearing loop"
    case .bsl: "British Sign Language interpreter"
    case .easyRead: "Easy read papers"
    case .blueBadge: "Blue Badge parking"
    case .quietRoom: "Quiet room"
    }
  }
}

extension EventDetails {
  /// What is wrong with it, by field, in plain words; empty when it may be scheduled.
  public var faults: [FieldFault] {
    var faults: [FieldFault] = []
    faults.check("title", title, "Enter a title.", "The title", upTo: 150)
    faults.check("summary", summary, "Say what the event is about.", "The text", upTo: 2000)
    faults.check("venue", venue, "Enter the name of the place.", "The name", upTo: 150)
    faults.check("address", address, "Enter the address.", "The address", upTo: 400)
    faults.check("travel", travel, nil, "The text", upTo: 1000)
    faults.check("host", host, "Enter the team that runs it.", "The name", upTo: 150)
    if ends <= starts { faults.add("ends", "The end must be after the start.") }
    if ends.timeIntervalSince(starts) > 16 * 3600 {
      faults.add("ends", "An event can last 16 hours at most. Add one event for each day.")
    }
    if let capacity, !(1...5000).contains(capacity) {
      faults.add("capacity", "Enter a number of places from 1 to 5,000, or leave it empty.")
    }
    return faults
  }

  /// Whether somebody who has booked must be told that it is not as it was.
  func mattersToThoseBooked(_ other: EventDetails) -> Bool {
    title != other.title || venue != other.venue || address != other.address
      || starts != other.starts || ends != other.ends || access != other.access
  }
}
