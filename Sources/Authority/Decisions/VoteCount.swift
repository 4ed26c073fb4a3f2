// SPDX-License-Identifier: Apache-2.0

/// What a body says to a motion.
public enum VoteChoice: String, Sendable, CaseIterable, Codable {
  case `for`
  case against
  case abstain
}

/// What happened at a meeting of a committee, as far as its vote depends on it.
public struct CommitteeSitting: Sendable, Equatable {
  /// The day.
  public var day: Int
  /// The bodies that were present.
  public var present: [String]
  /// The bodies that declared an interest in the matter.
  public var conflicted: [String]
  /// The vote of each body.
  public var votes: [String: VoteChoice]
  /// What the chair said to a tie.
  public var castingVote: VoteChoice?

  /// A meeting on a day.
  public init(
    day: Int, present: [String], conflicted: [String] = [], votes: [String: VoteChoice],
    castingVote: VoteChoice? = nil
  ) {
    self.day = day
    self.present = present
    self.conflicted = conflicted
    self.votes = votes
    self.castingVote = castingVote
  }
}

/// A vote, counted by the rule of a committee.
///
/// A motion on which the votes are equal is not carried unless the chair may and does settle it.
public struct VoteCount: Sendable, Equatable {
  /// What came of it.
  public enum Result: String, Sendable, CaseIterable, Codable {
    case carried
    case notCarried = "not-carried"
    /// Too few bodies, or not the right ones: nothing was decided either way.
    case inquorate
  }

  /// Why a vote was not counted.
  public enum Uncounted: String, Sendable, Codable {
    case noVotingSeat = "no-voting-seat"
    case absent
    case conflicted
  }

  /// What came of it.
  public let result: Result
  /// Votes for, by weight, without a casting vote.
  public let votesFor: Int
  /// Votes against, by weight, without a casting vote.
  public let votesAgainst: Int
  /// Abstentions, by weight; who is present, may vote and did not is among them.
  public let abstentions: Int
  /// What the share is of, by weight.
  public let base: Int
  /// The least weight of votes for that carries it.
  public let needed: Int
  /// The bodies that count towards the quorum.
  public let quorum: [String]
  /// How many of them there must be.
  public let quorumNeeded: Int
  /// Bodies that must be present and were not, or could not be counted.
  public let quorumMissing: [String]
  /// Votes that were not counted, by body.
  public let uncounted: [String: Uncounted]
  /// Whether the chair settled a tie.
  public let usedCastingVote: Bool

  /// Counts the votes of a sitting of a committee.
  public init(_ sitting: CommitteeSitting, of committee: JointCommittee) {
    let rule = committee.rule
    let roll = VoteRoll(sitting, committee)
    let sums = roll.sums
    (votesFor, votesAgainst, abstentions) = (sums.for, sums.against, sums.abstain)
    base =
      switch rule.base {
      case .votesCast: sums.for + sums.against
      case .present: sums.for + sums.against + sums.abstain
      case .members: roll.eligibleWeight
      }
    needed = VoteCount.needed(rule.majority, of: base)
    quorum = roll.quorum
    quorumNeeded = rule.quorumCount
    quorumMissing = rule.quorumBodies.filter { !roll.quorum.contains($0) }
    uncounted = roll.uncounted
    let isTie = sums.for == sums.against && sums.for > 0 && rule.majority == .simple
    let settles = isTie && rule.hasCastingVote && (sitting.castingVote ?? .abstain) != .abstain
    let isQuorate = roll.quorum.count >= rule.quorumCount && quorumMissing.isEmpty
    let isCarried: Bool
    if settles {
      // One vote more, for or against: of the votes cast it settles a tie; of those present or of
      // all members it need not reach what is needed.
      let castBase = rule.base == .votesCast ? base + 1 : base
      isCarried =
        sitting.castingVote == .for
        && sums.for + 1 >= VoteCount.needed(rule.majority, of: castBase)
    } else {
      isCarried = sums.for > 0 && sums.for >= needed
    }
    usedCastingVote = settles
    result = isQuorate ? (isCarried ? .carried : .notCarried) : .inquorate
  }

  /// The least whole number that is more than half, two thirds at least, or all, of a base.
  static func needed(_ majority: VotingRule.Majority, of base: Int) -> Int {
    switch majority {
    case .simple: base / 2 + 1
    case .twoThirds: max(1, (2 * base + 2) / 3)
    case .unanimity: max(1, base)
    }
  }
}

/// Who may vote at a sitting, and what they said.
private struct VoteRoll {
  private(set) var sums: (for: Int, against: Int, abstain: Int) = (0, 0, 0)
  private(set) var uncounted: [String: VoteCount.Uncounted] = [:]
  /// The weight of every seat that may vote, present or not.
  let eligibleWeight: Int
  /// The bodies that count towards the quorum, in the order of the seats.
  let quorum: [String]

  init(_ sitting: CommitteeSitting, _ committee: JointCommittee) {
    let voters = committee.voters(on: sitting.day)
    let barred = committee.rule.conflict == .recorded ? [] : sitting.conflicted
    let countsForQuorum = committee.rule.conflict != .excluded
    quorum = voters.map(\.body).filter {
      sitting.present.contains($0) && (countsForQuorum || !barred.contains($0))
    }
    let eligible = voters.filter { !barred.contains($0.body) }
    eligibleWeight = eligible.reduce(0) { $0 + $1.weight }
    for seat in eligible where sitting.present.contains(seat.body) {
      switch sitting.votes[seat.body] ?? .abstain {
      case .for: sums.for += seat.weight
      case .against: sums.against += seat.weight
      case .abstain: sums.abstain += seat.weight
      }
    }
    for body in sitting.votes.keys {
      if !voters.contains(where: { $0.body == body }) {
        uncounted[body] = .noVotingSeat
      } else if !sitting.present.contains(body) {
        uncounted[body] = .absent
      } else if barred.contains(body) {
        uncounted[body] = .conflicted
      }
    }
  }
}
