// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
public import Foundation
public import Ledger

/// Every joint decision so far, every recommendation, and every change of authority.
public struct DecisionState: Fold {
  /// The events of this state.
  public typealias Event = DecisionEvent
  /// Decisions in the order in which they were proposed.
  public private(set) var decisions: [DecisionRecord] = []
  /// Recommendations in the order in which they were made.
  public private(set) var recommendations: [RecommendationRecord] = []
  /// What changed in the authority of each body.
  public private(set) var bodies: [String: BodyAuthorityRecord] = [:]
  /// The keys with which minutes were signed, in order of first use.
  public private(set) var minuteKeys: [String] = []

  private var places: [String: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: DecisionEvent, _ entry: Entry) {
    switch event {
    case .proposed(let proposal): propose(proposal, entry)
    case .recommended(let recommendation):
      recommendations.append(
        RecommendationRecord(
          id: entry.subject, recommendation: recommendation, sequence: entry.sequence))
    case .recommendationAnswered(let answer):
      if let place = recommendations.firstIndex(where: { $0.id == entry.subject }) {
        recommendations[place].answer = answer
        recommendations[place].answerSequence = entry.sequence
      }
    case .constitutionAmended, .delegationGiven, .delegationWithdrawn:
      bodies[entry.subject, default: BodyAuthorityRecord()].apply(event, entry)
    case .minuted(_, _, let key):
      if !minuteKeys.contains(key) { minuteKeys.append(key) }
      change(event, entry)
    default: change(event, entry)
    }
  }

  private mutating func propose(_ proposal: DecisionProposal, _ entry: Entry) {
    guard places[entry.subject] == nil else { return }
    places[entry.subject] = decisions.count
    decisions.append(
      DecisionRecord(
        id: entry.subject, number: decisions.count + 1, proposal: proposal,
        sequence: entry.sequence))
  }

  private mutating func change(_ event: DecisionEvent, _ entry: Entry) {
    if let place = places[entry.subject] { decisions[place].apply(event, entry) }
  }

  /// A decision by its id, or nil.
  public func decision(_ id: String) -> DecisionRecord? { places[id].map { decisions[$0] } }

  /// A decision by its number, which starts from 1 in the order of proposing, or nil.
  public func decision(number: Int) -> DecisionRecord? {
    decisions.indices.contains(number - 1) ? decisions[number - 1] : nil
  }
}

/// One joint decision so far.
public struct DecisionRecord: Sendable, Equatable {
  /// The random id.
  public let id: String
  /// Its place in the order of proposing, from 1: its reference in papers.
  public let number: Int
  /// What was proposed.
  public let proposal: DecisionProposal
  /// The entry that proposed it.
  public let sequence: Int64
  /// The day on which the committee is to decide, as last planned.
  public private(set) var plannedOn: CivilDay
  /// The entry that last set that day.
  public private(set) var plannedSequence: Int64
  /// Why it was put off, and when, in order.
  public private(set) var rescheduled: [DecisionReschedule] = []
  /// Sittings in order; the last is the one that counts.
  public private(set) var sittings: [DecisionSitting] = []
  /// Why it was withdrawn.
  public private(set) var withdrawal: String?
  /// The entry that last changed its status.
  public private(set) var statusSequence: Int64

  init(id: String, number: Int, proposal: DecisionProposal, sequence: Int64) {
    self.id = id
    self.number = number
    self.proposal = proposal
    self.sequence = sequence
    plannedOn = proposal.plannedOn
    plannedSequence = sequence
    statusSequence = sequence
  }

  mutating func apply(_ event: DecisionEvent, _ entry: Entry) {
    switch event {
    case .rescheduled(let day, let reason):
      rescheduled.append(
        DecisionReschedule(from: plannedOn, to: day, reason: reason, sequence: entry.sequence))
      (plannedOn, plannedSequence) = (day, entry.sequence)
    case .withdrawn(let reason): (withdrawal, statusSequence) = (reason, entry.sequence)
    case .sittingOpened(let plan):
      sittings.append(DecisionSitting(plan: plan, sequence: entry.sequence))
      statusSequence = entry.sequence
    case .attended(let id, _), .interestDeclared(let id, _, _), .voted(let id, _, _),
      .castingVoteGiven(let id, _), .voteClosed(let id, _), .minuted(let id, _, _):
      guard let place = sittings.firstIndex(where: { $0.plan.id == id }) else { return }
      sittings[place].apply(event, entry)
      if case .voteClosed = event { statusSequence = entry.sequence }
    default: break
    }
  }

  /// How it stands.
  public var status: DecisionStatus {
    if withdrawal != nil { return .withdrawn }
    if let last = sittings.last, last.closing == nil { return .voteOpen }
    let closed = sittings.filter { $0.closing != nil }
    if let valid = closed.first(where: { $0.closing?.result == .decided }) {
      return valid.plan.kind == .ratification ? .ratified : .decided
    }
    if let first = closed.first(where: { $0.plan.kind == .decision }), closed.count > 1 {
      // A ratification that fails leaves the decision as it was.
      return DecisionStatus(first.closing?.result)
    }
    return DecisionStatus(closed.last?.closing?.result)
  }

  /// The sitting whose vote is open, or nil.
  public var openSitting: DecisionSitting? {
    sittings.last.flatMap { $0.closing == nil ? $0 : nil }
  }

  /// The sitting that says what the status is: the one that decided, or else the last closed one.
  public var decisiveSitting: DecisionSitting? {
    sittings.first { $0.closing?.result == .decided } ?? sittings.last { $0.closing != nil }
  }
}

/// How a joint decision stands.
public enum DecisionStatus: String, Sendable, CaseIterable {
  case proposed
  case voteOpen = "vote-open"
  case decided
  case ratified
  case invalid
  case notCarried = "not-carried"
  case withdrawn

  init(_ result: DecisionClosing.Result?) {
    switch result {
    case .decided: self = .decided
    case .invalid: self = .invalid
    case .notCarried: self = .notCarried
    case nil: self = .proposed
    }
  }

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .proposed: "Proposed"
    case .voteOpen: "Vote open"
    case .decided: "Decided"
    case .ratified: "Ratified"
    case .invalid: "Invalid"
    case .notCarried: "Not carried"
    case .withdrawn: "Withdrawn"
    }
  }
}

/// A decision put off.
public struct DecisionReschedule: Sendable, Equatable {
  /// The day it was planned for.
  public let from: CivilDay
  /// The new day.
  public let to: CivilDay
  /// Why.
  public let reason: String
  /// The entry that says so.
  public let sequence: Int64
}

/// A sitting of a committee on a decision, so far.
public struct DecisionSitting: Sendable, Equatable {
  /// The sitting.
  public let plan: DecisionSittingPlan
  /// The entry that opened it.
  public let sequence: Int64
  /// The bodies that were present.
  public private(set) var present: [String] = []
  /// The entry that last said who was present.
  public private(set) var presentSequence: Int64?
  /// Interests in order of declaration.
  public private(set) var interests: [Interest] = []
  /// Every vote in order, with those that were changed later.
  public private(set) var votes: [Vote] = []
  /// What the chair said to a tie.
  public private(set) var castingVote: VoteChoice?
  /// What came of it, once the vote is closed.
  public private(set) var closing: DecisionClosing?
  /// The entry that closed it.
  public private(set) var closed: ClosedEntry?
  /// The signed minute, once there is one.
  public private(set) var minute: ContentReference?

  /// An interest that was declared.
  public struct Interest: Sendable, Equatable {
    /// The body whose member declared it.
    public let body: String
    /// What kind of interest.
    public let kind: InterestKind
    /// The entry that says so.
    public let sequence: Int64
  }

  /// A vote of a body.
  public struct Vote: Sendable, Equatable {
    /// The body.
    public let body: String
    /// What it said.
    public let choice: VoteChoice
    /// The entry that says so.
    public let sequence: Int64
    /// Whether a later vote took its place.
    public fileprivate(set) var isReplaced = false
  }

  /// The entry that closed a vote: the anchor of its minute.
  public struct ClosedEntry: Sendable, Equatable {
    /// The place in the chain.
    public let sequence: Int64
    /// Its digest.
    public let digest: String
    /// When it was recorded.
    public let time: Date
  }

  init(plan: DecisionSittingPlan, sequence: Int64) {
    self.plan = plan
    self.sequence = sequence
  }

  mutating func apply(_ event: DecisionEvent, _ entry: Entry) {
    if case .minuted(_, let minute, _) = event { self.minute = minute }
    // After it is closed nothing about a vote counts any more.
    guard closing == nil else { return }
    switch event {
    case .attended(_, let bodies): (present, presentSequence) = (bodies, entry.sequence)
    case .interestDeclared(_, let body, let kind):
      interests.append(Interest(body: body, kind: kind, sequence: entry.sequence))
    case .voted(_, let body, let choice):
      for place in votes.indices where votes[place].body == body { votes[place].isReplaced = true }
      votes.append(Vote(body: body, choice: choice, sequence: entry.sequence))
    case .castingVoteGiven(_, let choice): castingVote = choice
    case .voteClosed(_, let closing):
      self.closing = closing
      closed = ClosedEntry(sequence: entry.sequence, digest: entry.digest, time: entry.time)
    default: break
    }
  }

  /// The votes that stand, by body.
  public var standingVotes: [String: VoteChoice] {
    Dictionary(
      votes.filter { !$0.isReplaced }.map { ($0.body, $0.choice) },
      uniquingKeysWith: { _, last in last })
  }

  /// It in the terms of the engine.
  var sitting: CommitteeSitting {
    CommitteeSitting(
      day: plan.on.number, present: present, conflicted: interests.map(\.body),
      votes: standingVotes, castingVote: castingVote)
  }
}

/// A recommendation to a body that decides for itself, so far.
public struct RecommendationRecord: Sendable, Equatable {
  /// The random id.
  public let id: String
  /// What was recommended.
  public let recommendation: BodyRecommendation
  /// The entry that recommended it.
  public let sequence: Int64
  /// What the body does with it.
  public fileprivate(set) var answer: RecommendationAnswer?
  /// The entry that says so.
  public fileprivate(set) var answerSequence: Int64?
}
