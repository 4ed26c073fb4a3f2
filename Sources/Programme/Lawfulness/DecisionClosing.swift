// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement

/// What came of a vote, as it was worked out and recorded when the vote was closed.
public struct DecisionClosing: Codable, Sendable, Equatable {
  /// What came of it.
  public enum Result: String, Codable, Sendable, CaseIterable {
    /// Carried, by a committee with the authority of every body that it binds.
    case decided
    /// Not carried.
    case notCarried = "not-carried"
    /// Carried without authority, or voted on without a quorum: it decides nothing.
    case invalid
  }

  /// What came of it.
  public var result: Result
  /// The count.
  public var count: RecordedCount
  /// Why authority was missing, body by body.
  public var defects: [RecordedDefect]
  /// The clauses on which it rests.
  public var grounds: [RecordedGround]
  /// The earliest day on which it could be taken lawfully, when authority was missing.
  public var earliest: CivilDay?
  /// The body that takes longest to put things right.
  public var critical: String?
}

/// A count as it is recorded.
public struct RecordedCount: Codable, Sendable, Equatable {
  /// What the votes alone say.
  public var result: VoteCount.Result
  /// Votes for, by weight.
  public var votesFor: Int
  /// Votes against, by weight.
  public var votesAgainst: Int
  /// Abstentions, by weight.
  public var abstentions: Int
  /// The least weight of votes for that carries it.
  public var needed: Int
  /// The bodies that counted towards the quorum.
  public var quorum: [String]
  /// How many there had to be.
  public var quorumNeeded: Int
  /// Bodies that had to be there and were not.
  public var quorumMissing: [String]
  /// Votes that were not counted, by body.
  public var uncounted: [String: VoteCount.Uncounted]
  /// Whether the chair settled a tie.
  public var usedCastingVote: Bool

  init(_ count: VoteCount) {
    result = count.result
    votesFor = count.votesFor
    votesAgainst = count.votesAgainst
    abstentions = count.abstentions
    needed = count.needed
    quorum = count.quorum
    quorumNeeded = count.quorumNeeded
    quorumMissing = count.quorumMissing
    uncounted = count.uncounted
    usedCastingVote = count.usedCastingVote
  }
}

/// A missing authority as it is recorded, in words that stay.
public struct RecordedDefect: Codable, Sendable, Equatable {
  /// The body.
  public var body: String
  /// The matter.
  public var subject: String
  /// The clause that is missing or stands in the way.
  public var clause: String
  /// What is wrong, in plain words.
  public var text: String
  /// How long it takes to put right and why, in plain words.
  public var cure: String
  /// Calendar days until it can be put right; nil when the body cannot, or that is not known.
  public var leadDays: Int?
  /// The first day on which it could be put right.
  public var firstDay: CivilDay?

  /// A missing authority in the words of a plan.
  public init(_ defect: AuthorityDefect, committee: CommitteeDefinition?, _ plan: AuthorityPlan) {
    let words = AuthorityWords(plan)
    body = defect.body
    subject = defect.subject
    clause = words.clause(defect, committee)
    text = words.text(defect, committee)
    cure = words.cure(defect)
    leadDays = defect.cure?.leadDays
    firstDay = defect.cure.map { CivilDay(number: $0.firstDay) }
  }
}

/// A clause on which a decision rests, as it is recorded.
public struct RecordedGround: Codable, Sendable, Equatable {
  /// The body.
  public var body: String
  /// The matter.
  public var subject: String
  /// The clause.
  public var clause: String
  /// The version of the constitution that has it.
  public var version: String

  init(_ ground: AuthorityFinding.Ground) {
    body = ground.body
    subject = ground.subject
    clause = ground.clause
    version = ground.version
  }
}
