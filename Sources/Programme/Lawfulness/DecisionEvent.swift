// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
public import Ledger

/// What happens to joint decisions and to the authority for them.
///
/// The subject of an entry is the id of the decision or recommendation, or the id of the body whose
/// constitution or delegation it is about. Texts are by staff, about public business; they are in
/// the chain, so that nobody can change what was put to a vote.
public enum DecisionEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "decision"

  case proposed(DecisionProposal)
  case rescheduled(to: CivilDay, reason: String)
  case withdrawn(reason: String)
  /// The committee sits on the decision.
  case sittingOpened(DecisionSittingPlan)
  /// The bodies that were present, in place of what was recorded before.
  case attended(sitting: String, bodies: [String])
  case interestDeclared(sitting: String, body: String, kind: InterestKind)
  /// The vote of a body; a later one takes the place of an earlier one, and both are kept.
  case voted(sitting: String, body: String, choice: VoteChoice)
  case castingVoteGiven(sitting: String, choice: VoteChoice)
  /// The vote is closed, with what came of it.
  case voteClosed(sitting: String, closing: DecisionClosing)
  /// The minute was signed; its text stands beside the chain.
  case minuted(sitting: String, minute: ContentReference, publicKey: String)
  case recommended(BodyRecommendation)
  case recommendationAnswered(RecommendationAnswer)
  case constitutionAmended(ConstitutionAmendment)
  case delegationGiven(GivenDelegation)
  case delegationWithdrawn(subject: String, committee: String, lastDay: CivilDay, reason: String)
}

/// What is put to a joint committee.
public struct DecisionProposal: Codable, Sendable, Equatable {
  /// The committee that is to decide.
  public var committee: String
  /// The matters it is about.
  public var subjects: [String]
  /// The bodies that it is to bind; empty for every voting member.
  public var bodies: [String] = []
  /// A short name.
  public var title: String
  /// What the committee is asked to resolve.
  public var resolution: String
  /// The options before it.
  public var options: [String] = []
  /// The papers before it.
  public var papers: [DecisionPaper] = []
  /// What it commits for each body, in whole pounds; nil when it says nothing of money.
  public var pounds: Int?
  /// The day on which the committee is to decide.
  public var plannedOn: CivilDay

  /// A proposal for a day.
  public init(
    committee: String, subjects: [String], title: String, resolution: String, plannedOn: CivilDay
  ) {
    self.committee = committee
    self.subjects = subjects
    self.title = title
    self.resolution = resolution
    self.plannedOn = plannedOn
  }

  /// It in the terms of the engine.
  var decision: ProposedDecision {
    ProposedDecision(subjects: subjects, bodies: bodies, amount: pounds.map { Double($0) })
  }
}

/// A paper before a committee.
public struct DecisionPaper: Codable, Sendable, Equatable {
  /// Its title.
  public var title: String
  /// Where it can be read, or empty.
  public var link: String

  /// A paper.
  public init(title: String, link: String = "") {
    self.title = title
    self.link = link
  }
}

/// A sitting of a committee on a decision.
public struct DecisionSittingPlan: Codable, Sendable, Equatable {
  /// What a sitting is for.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// To decide.
    case decision
    /// To ratify a decision that was invalid, once what was missing is put right.
    case ratification
  }

  /// The random id.
  public var id: String
  /// The day.
  public var on: CivilDay
  /// What it is for.
  public var kind: Kind

  /// A sitting on a day.
  public init(id: String, on: CivilDay, kind: Kind) {
    self.id = id
    self.on = on
    self.kind = kind
  }
}

/// The kinds of interest that a member can declare.
public enum InterestKind: String, Codable, Sendable, CaseIterable {
  case financial
  case professional
  case personal
  case indirect

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .financial: "Financial interest"
    case .professional: "Professional interest"
    case .personal: "Personal interest"
    case .indirect: "Indirect interest"
    }
  }
}

/// A recommendation to a body that decides for itself.
public struct BodyRecommendation: Codable, Sendable, Equatable {
  /// Who recommends: the id of a body or committee.
  public var from: String
  /// Who is to decide.
  public var to: String
  /// The matter.
  public var subject: String
  /// What is recommended.
  public var text: String
  /// The day.
  public var on: CivilDay

  /// A recommendation on a day.
  public init(from: String, to: String, subject: String, text: String, on: CivilDay) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.on = on
  }
}

/// What a body does with a recommendation.
public struct RecommendationAnswer: Codable, Sendable, Equatable {
  /// What it does.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case accepted
    case partly
    case rejected

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .accepted: "Accepted"
      case .partly: "Accepted in part"
      case .rejected: "Not accepted"
      }
    }
  }

  /// What it does with it.
  public var outcome: Outcome
  /// Why.
  public var reason: String
  /// The day.
  public var on: CivilDay

  /// An answer on a day.
  public init(outcome: Outcome, reason: String, on: CivilDay) {
    self.outcome = outcome
    self.reason = reason
    self.on = on
  }
}

/// A change of a constitution, on top of the version before.
public struct ConstitutionAmendment: Codable, Sendable, Equatable {
  /// The name of the new version.
  public var version: String
  /// The day on which the body passed it.
  public var passedOn: CivilDay
  /// The first day on which it has effect.
  public var since: CivilDay
  /// Clauses that it adds.
  public var added: [AmendedClause]
  /// References of clauses that it takes away.
  public var repealed: [String]

  /// An amendment with effect from a day.
  public init(
    version: String, passedOn: CivilDay, since: CivilDay, added: [AmendedClause],
    repealed: [String] = []
  ) {
    self.version = version
    self.passedOn = passedOn
    self.since = since
    self.added = added
    self.repealed = repealed
  }
}

/// A clause that an amendment adds.
public struct AmendedClause: Codable, Sendable, Equatable {
  /// How the constitution numbers or names it.
  public var reference: String
  /// What it does.
  public var kind: ConstitutionClause.Kind
  /// The matter, or `*` for all.
  public var subject: String
  /// The committee, or empty for any.
  public var committee: String
  /// For a limit: the largest sum, in whole pounds.
  public var pounds: Int?
  /// The last day on which it has effect, when it lapses.
  public var until: CivilDay?
  /// What it says, in plain English.
  public var text: String

  /// A clause.
  public init(
    reference: String, kind: ConstitutionClause.Kind, subject: String, committee: String,
    text: String
  ) {
    self.reference = reference
    self.kind = kind
    self.subject = subject
    self.committee = committee
    self.text = text
  }

  var clause: ConstitutionClause {
    ConstitutionClause(
      reference, kind, subject: subject, committee: committee, limit: pounds.map { Double($0) },
      until: until?.number)
  }
}

/// A resolution by which a body hands a matter to a committee.
public struct GivenDelegation: Codable, Sendable, Equatable {
  /// The matter, or `*` for all.
  public var subject: String
  /// The committee.
  public var committee: String
  /// The first day on which it has effect.
  public var since: CivilDay
  /// The last day, when it was given for a time.
  public var until: CivilDay?

  /// A delegation from a day.
  public init(subject: String, committee: String, since: CivilDay, until: CivilDay? = nil) {
    self.subject = subject
    self.committee = committee
    self.since = since
    self.until = until
  }
}
