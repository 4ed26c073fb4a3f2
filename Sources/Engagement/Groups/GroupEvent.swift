// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to a patient and public group; its id is the subject of the entry.
public enum GroupEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "group"

  /// Somebody joined; who it is stands among the contacts under this id.
  case joined(GroupMembership)
  case left(member: String, on: CivilDay)
  case met(GroupMeeting)
  /// What was said and agreed, in short.
  case minuted(meeting: String, minutes: ContentReference)
  case advised(GroupAdvice)
  /// What the partnership does with a piece of advice, and why.
  case replied(advice: String, outcome: AdviceOutcome, reply: ContentReference)
}

/// A place in a group, without the person who has it.
public struct GroupMembership: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// What they do in the group.
  public var role: Role
  /// The first day.
  public var from: CivilDay
  /// The last day of the term; nil when none was set.
  public var to: CivilDay?

  /// A membership from a day.
  public init(id: String, role: Role, from: CivilDay, to: CivilDay? = nil) {
    self.id = id
    self.role = role
    self.from = from
    self.to = to
  }

  /// What somebody does in a group.
  public enum Role: String, Codable, Sendable, CaseIterable {
    case chair
    case deputy
    case member
    case observer

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .chair: "Chair"
      case .deputy: "Deputy chair"
      case .member: "Member"
      case .observer: "Observer"
      }
    }
  }

  /// Whether it is in force on a day.
  public func isCurrent(on day: CivilDay) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }
}

/// A meeting of a group.
public struct GroupMeeting: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The day or time of it.
  public var on: CivilDay
  /// What is on the agenda.
  public var agenda: ContentReference

  /// A meeting on a day.
  public init(id: String, on: CivilDay, agenda: ContentReference) {
    self.id = id
    self.on = on
    self.agenda = agenda
  }
}

/// Advice that a group gave.
public struct GroupAdvice: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The day or time of it.
  public var on: CivilDay
  /// The text, which stands beside the chain.
  public var text: ContentReference
  /// The id of a consultation or a workstream, when it is about one.
  public var consultation: String?
  /// The id of a workstream, when there is one.
  public var workstream: String?
  /// The day by which the partnership says what it does with it.
  public var replyBy: CivilDay

  /// Advice on a day.
  public init(id: String, on: CivilDay, text: ContentReference, replyBy: CivilDay) {
    self.id = id
    self.on = on
    self.text = text
    self.replyBy = replyBy
    consultation = nil
    workstream = nil
  }
}

/// What the partnership does with advice.
public enum AdviceOutcome: String, Codable, Sendable, CaseIterable {
  case accepted
  case partly
  case not

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .accepted: "Accepted"
    case .partly: "Accepted in part"
    case .not: "Not accepted"
    }
  }
}
