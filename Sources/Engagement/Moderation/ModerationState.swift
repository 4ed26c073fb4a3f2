// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every decision and every campaign of every consultation.
public struct ModerationState: Fold {
  /// The events that it takes.
  public typealias Event = ModerationEvent
  private var decisions: [String: [Noted<ModerationDecision>]] = [:]
  private var byAnswer: [String: [Noted<ModerationDecision>]] = [:]
  private var campaigns: [String: [Campaign]] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ModerationEvent, _ entry: Entry) {
    switch event {
    case .decided(let decision):
      let noted = Noted(decision, entry)
      decisions[entry.subject, default: []].append(noted)
      byAnswer[Self.key(decision.response, decision.question), default: []].append(noted)
    case .campaignFound(let id, let representative, let members, let digest):
      let found = Campaign(
        id: id, representative: representative, members: members, digest: digest,
        foundOn: entry.time)
      // A larger group found later takes the place of those it shares members with.
      campaigns[entry.subject, default: []].removeAll {
        !Set($0.members).isDisjoint(with: members)
      }
      campaigns[entry.subject, default: []].append(found)
    }
  }

  /// The decisions of a consultation, oldest first.
  public func decisions(of consultation: String) -> [Noted<ModerationDecision>] {
    decisions[consultation] ?? []
  }

  /// Every decision on the words of one answer, oldest first.
  public func history(response: String, question: String) -> [Noted<ModerationDecision>] {
    byAnswer[Self.key(response, question)] ?? []
  }

  /// The decision that holds for the words of an answer: the last one, if it was made on these
  /// answers.
  public func decision(
    _ response: SubmittedResponse, question: String
  ) -> Noted<ModerationDecision>? {
    guard let last = byAnswer[Self.key(response.id, question)]?.last,
      last.what.answers == response.answers.id
    else { return nil }
    return last
  }

  /// The campaigns of a consultation, the largest first.
  public func campaigns(of consultation: String) -> [Campaign] {
    (campaigns[consultation] ?? []).sorted { $0.members.count > $1.members.count }
  }

  private static func key(_ response: String, _ question: String) -> String {
    response + "/" + question
  }
}

/// Responses with nearly the same words.
public struct Campaign: Sendable, Equatable {
  /// The id, which does not change.
  public let id: String
  /// The response that is shown for all of them.
  public let representative: String
  /// The private ids of all, the representative among them.
  public let members: [String]
  /// SHA-256 of the sorted ids of the members.
  public let digest: String
  /// When it was found.
  public let foundOn: Date
}
