// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to a conversation with staff; its id is the subject of the entry.
///
/// A contribution carries no account: its author is always “visitor”, whoever wrote it.
public enum StaffConversationEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "staff-conversation"

  case opened(StaffQuestion)
  case closed
  case contributed(id: String, text: ContentReference)
  /// Staff do not see it any more, for a reason that they do see.
  case withheld(contribution: String, reason: String)
  case restored(contribution: String)
  /// What was said, and what the partnership does about it, for everybody to read.
  case summarised(summary: ContentReference, reply: ContentReference)
}

/// A question put to staff for a period.
public struct StaffQuestion: Codable, Sendable, Equatable {
  /// The question.
  public var question: String
  /// What staff should know before they answer.
  public var background: String
  /// The first day.
  public var opens: CivilDay
  /// The last day.
  public var closes: CivilDay

  /// A question from one day to another.
  public init(question: String, background: String, opens: CivilDay, closes: CivilDay) {
    self.question = question
    self.background = background
    self.opens = opens
    self.closes = closes
  }
}

/// Every conversation so far.
public struct StaffConversationState: Fold {
  /// The events of this state.
  public typealias Event = StaffConversationEvent
  /// By their ids.
  public private(set) var conversations: [String: StaffConversation] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: StaffConversationEvent, _ entry: Entry) {
    if case .opened(let question) = event {
      conversations[entry.subject] = StaffConversation(id: entry.subject, question: question)
    } else {
      conversations[entry.subject]?.apply(event, entry)
    }
  }

  /// The latest first.
  public var inOrder: [StaffConversation] {
    conversations.values.sorted { ($1.question.opens, $1.id) < ($0.question.opens, $0.id) }
  }
}

/// One conversation so far.
public struct StaffConversation: Sendable, Equatable {
  /// The random id.
  public let id: String
  /// The question.
  public let question: StaffQuestion
  /// What was said, in order.
  public private(set) var contributions: [Contribution] = []
  /// When it was closed before its last day.
  public private(set) var closedOn: Date?
  /// The summary.
  public private(set) var summary: Summary?

  init(id: String, question: StaffQuestion) {
    self.id = id
    self.question = question
  }

  /// What somebody said.
  public struct Contribution: Sendable, Equatable {
    /// The random id.
    public let id: String
    /// The text, which stands beside the chain.
    public let text: ContentReference
    /// The day or time of it.
    public let on: CivilDay
    /// Why it is withheld, if it is.
    public var withheldBecause: String?
  }

  /// What was said, and the reply.
  public struct Summary: Sendable, Equatable {
    /// The summary.
    public let summary: ContentReference
    /// The reply.
    public let reply: ContentReference
    /// The day or time of it.
    public let on: Date
  }

  /// Whether it takes contributions at a time.
  public func isOpen(at time: Date) -> Bool {
    let day = LondonTime.day(time)
    return closedOn == nil && question.opens <= day && day <= question.closes
  }

  mutating func apply(_ event: StaffConversationEvent, _ entry: Entry) {
    switch event {
    case .opened: break
    case .closed: closedOn = closedOn ?? entry.time
    case .contributed(let id, let text):
      contributions.append(
        Contribution(id: id, text: text, on: LondonTime.day(entry.time)))
    case .withheld(let id, let reason): amend(id) { $0.withheldBecause = reason }
    case .restored(let id): amend(id) { $0.withheldBecause = nil }
    case .summarised(let summary, let reply):
      self.summary = Summary(summary: summary, reply: reply, on: entry.time)
    }
  }

  private mutating func amend(_ id: String, _ change: (inout Contribution) -> Void) {
    guard let place = contributions.firstIndex(where: { $0.id == id }) else { return }
    change(&contributions[place])
  }
}
