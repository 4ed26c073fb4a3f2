// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What is decided on the publication of words; the consultation is the subject of the entry.
public enum ModerationEvent: EventFamily {
  /// The name of the family in the ledger.
  public static let family = "moderation"

  /// Somebody decided what of an answer is published; a later decision takes its place.
  case decided(ModerationDecision)
  /// Responses with nearly the same words were found: they count, and are shown once.
  case campaignFound(id: String, representative: String, members: [String], digest: String)
}

/// What of one answer's words is published.
///
/// It holds no words: only where those stand that are removed.
public struct ModerationDecision: Codable, Sendable, Equatable {
  /// The private id of the response.
  public var response: String
  /// The id under which the response is published.
  public var publicID: String
  /// The id of the question.
  public var question: String
  /// The id of the answers that were read: when they are revised, the decision no longer holds.
  public var answers: String
  /// What was decided.
  public var outcome: Outcome
  /// Why words are removed, when they are.
  public var reason: RemovalReason?
  /// What is removed, when some of it is.
  public var spans: [RemovedSpan]

  /// A decision on the words of an answer.
  public init(
    response: String, publicID: String, question: String, answers: String, outcome: Outcome,
    reason: RemovalReason? = nil, spans: [RemovedSpan] = []
  ) {
    self.response = response
    self.publicID = publicID
    self.question = question
    self.answers = answers
    self.outcome = outcome
    self.reason = reason
    self.spans = spans
  }

  /// What was decided.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case published, redacted, withheld

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .published: "Published"
      case .redacted: "Published with parts removed"
      case .withheld: "Not published"
      }
    }
  }
}

/// Why words are not published.
public enum RemovalReason: String, Codable, Sendable, CaseIterable {
  case personalData, otherPerson, abusive, defamatory, unlawful, commercial

  /// The words for it, as they stand in place of what was removed.
  public var label: String {
    switch self {
    case .personalData: "personal data"
    case .otherPerson: "about another person"
    case .abusive: "abusive"
    case .defamatory: "defamatory"
    case .unlawful: "unlawful"
    case .commercial: "commercial"
    }
  }
}

/// Words that are removed: from the first place up to but not including the second, counted in
/// Unicode scalars of the readable text (see `Redaction.readable`).
public struct RemovedSpan: Codable, Sendable, Hashable {
  /// The first place that is removed.
  public var from: Int
  /// The first place after it.
  public var to: Int

  /// The words between two places.
  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }
}
