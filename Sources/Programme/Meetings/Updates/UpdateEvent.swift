// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to the public update on a meeting; the id of the meeting is the subject.
public enum UpdateEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "update"

  /// Drafted from the record; a later draft takes the place of an earlier one.
  case drafted(UpdateDraft)
  /// The words of the chair at the start.
  case introduced(text: ContentReference)
  /// A section is not published, with the reason.
  case leftOut(section: String, reason: ContentReference)
  /// The holder of a seat signed it off as it stands.
  case signedOff(seat: String)
  case published
  /// Something in it was wrong; the update stays, and this stands on top of it.
  case corrected(text: ContentReference)
}

/// A public update as the record gives it.
public struct UpdateDraft: Codable, Sendable, Equatable {
  /// The id of the body.
  public var body: String
  /// The day of the meeting.
  public var on: CivilDay
  /// The sections, in order.
  public var sections: [UpdateSection]

  /// A draft on a meeting of a body.
  public init(body: String, on: CivilDay, sections: [UpdateSection]) {
    self.body = body
    self.on = on
    self.sections = sections
  }
}

/// A section of a public update, with the entries of the record from which it was made.
public struct UpdateSection: Codable, Sendable, Equatable {
  /// The id, unique in the update.
  public var id: String
  /// The heading.
  public var heading: ContentReference
  /// The text, a paragraph on each line.
  public var text: ContentReference
  /// Sequence numbers of the entries that it was made from.
  public var entries: [Int64]

  /// A section by its id, heading and text.
  public init(id: String, heading: ContentReference, text: ContentReference, entries: [Int64]) {
    self.id = id
    self.heading = heading
    self.text = text
    self.entries = entries
  }
}
