// SPDX-License-Identifier: Apache-2.0

/// A committee in which several bodies decide together.
public struct JointCommittee: Sendable, Equatable {
  /// The id of the committee.
  public var id: String
  /// The matters of its terms of reference; `*` for every matter that its members hand to it.
  public var subjects: [String]
  /// Its seats, in the order in which it names them.
  public var seats: [CommitteeSeat]
  /// How it votes.
  public var rule: VotingRule
  /// Calendar days of notice for a meeting of its own.
  public var noticeDays: Int
  /// The days on which it meets, in order.
  public var meetings: [Int]

  /// A committee with its seats and rules.
  public init(
    _ id: String, subjects: [String], seats: [CommitteeSeat], rule: VotingRule,
    noticeDays: Int = 0, meetings: [Int] = []
  ) {
    self.id = id
    self.subjects = subjects
    self.seats = seats
    self.rule = rule
    self.noticeDays = noticeDays
    self.meetings = meetings.sorted()
  }

  /// The seats that vote on a day.
  public func voters(on day: Int) -> [CommitteeSeat] {
    seats.filter { $0.isVoting && $0.isHeld(on: day) }
  }
}

/// The seat of a body in a committee.
public struct CommitteeSeat: Sendable, Equatable {
  /// The id of the body.
  public var body: String
  /// Whether it votes; an observer does not.
  public var isVoting: Bool
  /// How many votes it has.
  public var weight: Int
  /// The first day of the seat; nil when it always had it.
  public var since: Int?
  /// The last day of the seat; nil when there is none.
  public var until: Int?

  /// The seat of a body.
  public init(
    _ body: String, isVoting: Bool = true, weight: Int = 1, since: Int? = nil, until: Int? = nil
  ) {
    self.body = body
    self.isVoting = isVoting
    self.weight = weight
    self.since = since
    self.until = until
  }

  /// Whether the body has the seat on a day.
  public func isHeld(on day: Int) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// How a committee decides.
///
/// Every part is a parameter, because each committee's terms of reference
/// settle it; the words for the kinds are those in which such terms are usually written.
public struct VotingRule: Sendable, Equatable {
  /// How many votes a motion needs, as a share of what counts.
  public enum Majority: String, Sendable, CaseIterable, Codable {
    /// More than half.
    case simple
    /// Two thirds at least.
    case twoThirds = "two-thirds"
    /// All of them.
    case unanimity
  }

  /// What the share is of; this is also what settles how an abstention counts.
  public enum Base: String, Sendable, CaseIterable, Codable {
    /// Votes for and against: an abstention counts for neither side.
    case votesCast = "votes-cast"
    /// Everybody present who may vote: an abstention counts as a vote that is not for.
    case present
    /// Every seat that may vote: an absence counts so as well.
    case members
  }

  /// What an interest that was declared keeps a body from.
  public enum Conflict: String, Sendable, CaseIterable, Codable {
    /// From the vote and from the quorum.
    case excluded
    /// From the vote; it still counts towards the quorum.
    case voteOnly = "vote-only"
    /// From nothing: it is on the record.
    case recorded
  }

  /// How many votes a motion needs.
  public var majority: Majority
  /// What the share is of.
  public var base: Base
  /// How many bodies must be present.
  public var quorumCount: Int
  /// Bodies each of which must be present.
  public var quorumBodies: [String]
  /// Whether the chair settles a tie.
  public var hasCastingVote: Bool
  /// What a declared interest does.
  public var conflict: Conflict

  /// A rule.
  public init(
    _ majority: Majority, of base: Base, quorumCount: Int, quorumBodies: [String] = [],
    hasCastingVote: Bool = false, conflict: Conflict = .excluded
  ) {
    self.majority = majority
    self.base = base
    self.quorumCount = quorumCount
    self.quorumBodies = quorumBodies
    self.hasCastingVote = hasCastingVote
    self.conflict = conflict
  }
}
