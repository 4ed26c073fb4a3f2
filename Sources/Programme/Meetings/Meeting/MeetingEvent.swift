// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to a meeting of a body; its id is the subject of the entry.
public enum MeetingEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "meeting"

  case called(MeetingCall)
  case moved(on: CivilDay)
  case cancelled(reason: ContentReference)
  case itemAdded(AgendaItem)
  case itemRemoved(item: String)
  case paperAttached(MeetingPaper)
  /// Who came, seat by seat; a later list takes the place of an earlier one.
  case attended([SeatAttendance])
  case declared(MeetingDeclaration)
  /// What was said and what became of an item, in place of what was recorded before.
  case minuted(item: String, text: ContentReference, outcome: ItemOutcome)
  /// The draft of the minutes goes to the members.
  case drafted
  /// A later meeting agreed the minutes, which are named here by their digests.
  case agreed(at: String?, minutes: [ContentReference])
  /// The holder of a seat, such as the chair, signed the agreed minutes.
  case signed(seat: String, minutes: [ContentReference])
  /// Something in agreed minutes was wrong; the minutes stay, and this stands beside them.
  case corrected(item: String, text: ContentReference)
}

/// A meeting as it was called.
public struct MeetingCall: Codable, Sendable, Equatable {
  /// The id of the body.
  public var body: String
  /// The day.
  public var on: CivilDay
  /// Minutes after midnight at which it starts.
  public var start: Int
  /// Where it is; nil when that is not said.
  public var place: ContentReference?
  /// The agenda, in order.
  public var items: [AgendaItem]

  /// A meeting of a body on a day.
  public init(body: String, on: CivilDay, start: Int, items: [AgendaItem]) {
    self.body = body
    self.on = on
    self.start = start
    self.items = items
  }
}

/// An item of an agenda.
public struct AgendaItem: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// What it is about.
  public var title: ContentReference
  /// What the meeting is asked to do.
  public var purpose: Purpose
  /// What the record had to say when the agenda was made; nil for an item that somebody added.
  public var from: AgendaOrigin?

  /// An item by its id, title and purpose.
  public init(
    id: String, title: ContentReference, purpose: Purpose, from: AgendaOrigin? = nil
  ) {
    self.id = id
    self.title = title
    self.purpose = purpose
    self.from = from
  }

  /// What a meeting is asked to do with an item.
  public enum Purpose: String, Codable, Sendable, CaseIterable {
    case note, discuss, advise, decide

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .note: "To note"
      case .discuss: "To discuss"
      case .advise: "To advise"
      case .decide: "To decide"
      }
    }
  }
}

/// The part of the record from which an item of an agenda was made.
public enum AgendaOrigin: String, Codable, Sendable, CaseIterable {
  case interests, minutes, actions, workstreams, risks, decisions, gates
}

/// A paper of a meeting: a page or a document, by its address.
public struct MeetingPaper: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The item that it belongs to.
  public var item: String
  /// The title.
  public var title: ContentReference
  /// A path of this site, or an address that starts with https.
  public var address: String

  /// A paper by its title and address.
  public init(id: String, item: String, title: ContentReference, address: String) {
    self.id = id
    self.item = item
    self.title = title
    self.address = address
  }
}

/// Whether somebody came for a seat.
public struct SeatAttendance: Codable, Sendable, Equatable {
  /// The id of the seat.
  public var seat: String
  /// Whether somebody came.
  public var presence: Presence

  /// Who came for a seat.
  public init(_ seat: String, _ presence: Presence) {
    self.seat = seat
    self.presence = presence
  }

  /// Whether somebody came for a seat.
  public enum Presence: String, Codable, Sendable, CaseIterable {
    case present, deputy, apologies, absent

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .present: "Present"
      case .deputy: "Deputy came"
      case .apologies: "Apologies"
      case .absent: "Absent, no apologies"
      }
    }

    /// Whether the seat was taken.
    public var isTaken: Bool { self == .present || self == .deputy }
  }
}

/// An interest that somebody declared in an item.
public struct MeetingDeclaration: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The item.
  public var item: String
  /// The id of the seat whose holder declared it.
  public var seat: String
  /// What the interest is; names nobody.
  public var text: ContentReference
  /// What was done about it.
  public var handling: Handling

  /// A declaration by its seat, text and handling.
  public init(
    id: String, item: String, seat: String, text: ContentReference, handling: Handling
  ) {
    self.id = id
    self.item = item
    self.seat = seat
    self.text = text
    self.handling = handling
  }

  /// What was done about an interest.
  public enum Handling: String, Codable, Sendable, CaseIterable {
    case noted
    case noVote = "no-vote"
    case left

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .noted: "Noted; took part"
      case .noVote: "Spoke, but had no part in the decision"
      case .left: "Left for the item"
      }
    }

    /// Whether the seat counts towards the quorum of the item.
    public var isCounted: Bool { self == .noted }
  }
}

/// What became of an item.
public enum ItemOutcome: String, Codable, Sendable, CaseIterable {
  case noted, agreed, recommended, deferred, notAgreed = "not-agreed"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .noted: "Noted"
    case .agreed: "Agreed"
    case .recommended: "Recommended to the members"
    case .deferred: "Put off"
    case .notAgreed: "Not agreed"
    }
  }
}
