// SPDX-License-Identifier: Apache-2.0

public import Authority
import Facts
public import PlanPackage

/// Who may decide what: bodies, committees, constitutions, and how these change.
public struct AuthorityPlan: Sendable {
  /// Matters that several bodies can decide together, or may not.
  public var subjects: [AuthoritySubject] = []
  /// Committees in which they decide.
  public var committees: [CommitteeDefinition] = []
  /// The constitutions of their members.
  public var constitutions: [ConstitutionDefinition] = []
  /// Decisions that sources report.
  public var published: [PublishedDecision] = []
  /// The names of organisations by id.
  public var names: [String: String] = [:]

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    let rows = plan.authority
    subjects = rows.subjects.map {
      AuthoritySubject(id: $0.id, name: $0.name, meaning: $0.meaning)
    }
    committees = rows.committees.map { row in
      CommitteeDefinition(row, rows.members.filter { $0.committee == row.id })
    }
    var bodies: [String] = []
    for row in rows.constitutions where !bodies.contains(row.body) { bodies.append(row.body) }
    constitutions = bodies.map { ConstitutionDefinition($0, rows) }
    published = rows.published.map(PublishedDecision.init)
    names = Dictionary(
      plan.organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a body or a committee, or its id when the plan does not name it.
  public func name(_ id: String) -> String {
    committees.first { $0.id == id }?.name ?? names[id] ?? id
  }

  /// The name of a matter, or its id.
  public func subjectName(_ id: String) -> String {
    if id == "*" { return "every matter" }
    return subjects.first { $0.id == id }?.name ?? id
  }

  /// A committee by its id.
  public func committee(_ id: String) -> CommitteeDefinition? {
    committees.first { $0.id == id }
  }
}

/// A matter that several bodies can decide together, or may not.
public struct AuthoritySubject: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// Name in plain English.
  public var name: String
  /// What belongs to it.
  public var meaning: String

  /// A matter.
  public init(id: String, name: String, meaning: String = "") {
    self.id = id
    self.name = name
    self.meaning = meaning
  }
}

/// A committee as the plan defines it.
public struct CommitteeDefinition: Sendable, Equatable {
  /// Permanent name.
  public var id: String
  /// Name as published.
  public var name: String
  /// What it is for.
  public var purpose = ""
  /// Matters of its terms of reference.
  public var subjects: [String]
  /// The clause that each member's constitution needs, in words.
  public var clauseWanted: String
  /// Its seats.
  public var seats: [CommitteeSeat]
  /// How it votes.
  public var rule: VotingRule
  /// Calendar days of notice for a meeting.
  public var noticeDays: Int
  /// When it meets, if that is known.
  public var meets: MeetingPattern?
  /// Whether its rules are assumed, because no source states them.
  public var isAssumed = false
  /// Anything a reader should know.
  public var note = ""

  /// A committee with its seats and rules.
  public init(
    id: String, name: String, subjects: [String], clauseWanted: String, seats: [CommitteeSeat],
    rule: VotingRule, noticeDays: Int, meets: MeetingPattern?
  ) {
    self.id = id
    self.name = name
    self.subjects = subjects
    self.clauseWanted = clauseWanted
    self.seats = seats
    self.rule = rule
    self.noticeDays = noticeDays
    self.meets = meets
  }

  init(_ row: CommitteeRow, _ members: [CommitteeMemberRow]) {
    self.init(
      id: row.id, name: row.name, subjects: row.subjects, clauseWanted: row.clauseWanted,
      seats: members.map {
        CommitteeSeat(
          $0.body, isVoting: $0.isVoting, weight: $0.weight, since: $0.since?.number,
          until: $0.until?.number)
      },
      rule: VotingRule(
        VotingRule.Majority(rawValue: row.majority) ?? .unanimity,
        of: VotingRule.Base(rawValue: row.base) ?? .members, quorumCount: row.quorumCount,
        quorumBodies: row.quorumBodies, hasCastingVote: row.hasCastingVote,
        conflict: VotingRule.Conflict(rawValue: row.conflict) ?? .excluded),
      noticeDays: row.noticeDays, meets: row.meets.flatMap(MeetingPattern.init))
    purpose = row.purpose
    isAssumed = row.origin.isAssumed
    note = row.note
  }
}

/// The constitution of a body as the plan defines it.
public struct ConstitutionDefinition: Sendable, Equatable {
  /// The body.
  public var body: String
  /// Its versions, in order.
  public var versions: [ConstitutionVersion]
  /// What its clauses say, by their references.
  public var texts: [String: String] = [:]
  /// How it is changed, if that is known.
  public var amendment: AmendmentTerms?
  /// Whether what is said of it is assumed, because no source states it.
  public var isAssumed = false
  /// Anything a reader should know.
  public var note = ""

  /// A constitution with its versions.
  public init(body: String, versions: [ConstitutionVersion], amendment: AmendmentTerms?) {
    self.body = body
    self.versions = versions
    self.amendment = amendment
  }

  init(_ body: String, _ rows: AuthorityRows) {
    let versions = rows.constitutions.filter { $0.body == body }
    let clauses = rows.clauses.filter { $0.body == body }
    let amendment = rows.amendments.first { $0.body == body }
    self.init(
      body: body,
      versions: versions.map { version in
        ConstitutionVersion(
          version.version, since: version.since?.number,
          clauses: clauses.filter { $0.version == version.version }
            .compactMap(ConstitutionClause.init))
      }, amendment: amendment.flatMap(AmendmentTerms.init))
    texts = Dictionary(
      clauses.map { ($0.clause, $0.text) }, uniquingKeysWith: { first, _ in first })
    isAssumed =
      versions.contains { $0.origin.isAssumed } || amendment?.origin.isAssumed == true
    note = ([versions.first?.note, amendment?.note] as [String?])
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ConstitutionClause {
  init?(_ row: ConstitutionClauseRow) {
    guard let kind = Kind(rawValue: row.kind) else { return nil }
    self.init(
      row.clause, kind, subject: row.subject, committee: row.committee, limit: row.limit,
      until: row.until?.number)
  }
}

/// How a body changes its constitution.
public struct AmendmentTerms: Sendable, Equatable {
  /// Calendar days of notice for its meeting.
  public var noticeDays: Int
  /// Who must approve, or empty.
  public var approver: String
  /// Calendar days from the meeting until that approval.
  public var approvalDays: Int
  /// When the body meets.
  public var meets: MeetingPattern

  /// Terms of amendment.
  public init(noticeDays: Int, approver: String, approvalDays: Int, meets: MeetingPattern) {
    self.noticeDays = noticeDays
    self.approver = approver
    self.approvalDays = approvalDays
    self.meets = meets
  }

  init?(_ row: AmendmentRuleRow) {
    guard let meets = row.meets.flatMap(MeetingPattern.init) else { return nil }
    self.init(
      noticeDays: row.noticeDays, approver: row.approver, approvalDays: row.approvalWeeks * 7,
      meets: meets)
  }
}

/// A decision that a source reports.
public struct PublishedDecision: Sendable, Equatable {
  /// Permanent name.
  public let id: String
  /// When it was taken, as text.
  public let when: String
  /// The committee, when the plan defines it, or empty.
  public let committee: String
  /// Who decided, as the source says.
  public let decidedBy: String
  /// The matter.
  public let subject: String
  /// What was decided.
  public let decision: String
  /// What the source says of the vote, or empty.
  public let vote: String
  /// Where it is reported.
  public let source: String

  init(_ row: PublishedDecisionRow) {
    id = row.id
    when = row.when.map { "\($0)" } ?? ""
    committee = row.committee
    decidedBy = row.decidedBy
    subject = row.subject
    decision = row.decision
    vote = row.vote
    source = row.source
  }
}
