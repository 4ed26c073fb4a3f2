// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every group so far.
public struct GroupState: Fold {
  /// The events of this state.
  public typealias Event = GroupEvent
  /// By the id of the group.
  public private(set) var records: [String: GroupRecord] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: GroupEvent, _ entry: Entry) {
    records[entry.subject, default: GroupRecord()].apply(event, entry)
  }

  /// The record of a group, empty when nothing has happened in it.
  public func record(_ group: String) -> GroupRecord { records[group] ?? GroupRecord() }
}

/// One group so far.
public struct GroupRecord: Sendable, Equatable {
  /// Memberships, in the order of joining.
  public private(set) var members: [GroupMembership] = []
  /// Meetings, in the order of recording.
  public private(set) var meetings: [Meeting] = []
  /// Pieces of advice, in the order of recording.
  public private(set) var advice: [Advice] = []

  /// A meeting, with its minutes once there are some.
  public struct Meeting: Sendable, Equatable {
    /// The meeting.
    public let meeting: GroupMeeting
    /// What was said, once it is written.
    public var minutes: ContentReference?
  }

  /// Advice, with its reply once there is one.
  public struct Advice: Sendable, Equatable {
    /// The advice as it was given.
    public let given: GroupAdvice
    /// The reply.
    public var reply: Reply?

    /// Whether the reply is late on a day.
    public func isOverdue(on day: CivilDay) -> Bool { reply == nil && given.replyBy < day }
  }

  /// What the partnership does with advice.
  public struct Reply: Sendable, Equatable {
    /// What is done with it.
    public let outcome: AdviceOutcome
    /// The text, which stands beside the chain.
    public let text: ContentReference
    /// The day or time of it.
    public let on: Date
  }

  mutating func apply(_ event: GroupEvent, _ entry: Entry) {
    switch event {
    case .joined(let member): members.append(member)
    case .left(let member, let on):
      if let place = members.firstIndex(where: { $0.id == member }) { members[place].to = on }
    case .met(let meeting): meetings.append(Meeting(meeting: meeting))
    case .minuted(let meeting, let minutes):
      if let place = meetings.firstIndex(where: { $0.meeting.id == meeting }) {
        meetings[place].minutes = minutes
      }
    case .advised(let given): advice.append(Advice(given: given))
    case .replied(let id, let outcome, let text):
      if let place = advice.firstIndex(where: { $0.given.id == id }) {
        advice[place].reply = Reply(outcome: outcome, text: text, on: entry.time)
      }
    }
  }

  /// The members on a day.
  public func members(on day: CivilDay) -> [GroupMembership] {
    members.filter { $0.isCurrent(on: day) }
  }
}

/// Who a member is: kept among the contacts, never in the ledger.
public struct GroupMemberRecord: Codable, Sendable, Equatable {
  /// The kind under which members are kept among the contacts.
  public static let kind = "group-member"

  /// The id of the group.
  public var group: String
  /// The name; may be empty.
  public var name: String
  /// The e-mail address; may be empty.
  public var email: String
  /// Whether they agreed that their name is on the public page.
  public var mayBeNamed: Bool

  /// A member of a group.
  public init(group: String, name: String, email: String, mayBeNamed: Bool) {
    self.group = group
    self.name = name
    self.email = email
    self.mayBeNamed = mayBeNamed
  }
}
