// SPDX-License-Identifier: Apache-2.0

public import Facts

/// The rows of a plan about joint decisions.
public struct AuthorityRows: Sendable {
  /// Matters that several bodies can decide together.
  public let subjects: [DecisionSubjectRow]
  /// Committees in which they do.
  public let committees: [CommitteeRow]
  /// The seats of these.
  public let members: [CommitteeMemberRow]
  /// Versions of constitutions.
  public let constitutions: [ConstitutionRow]
  /// Their clauses on joint decisions.
  public let clauses: [ConstitutionClauseRow]
  /// How long a change takes.
  public let amendments: [AmendmentRuleRow]
  /// Decisions that sources report.
  public let published: [PublishedDecisionRow]

  init(_ rows: (String) -> [Row]) {
    subjects = rows("decision-subjects").map(DecisionSubjectRow.init)
    committees = rows("committees").map(CommitteeRow.init)
    members = rows("committee-members").map(CommitteeMemberRow.init)
    constitutions = rows("constitutions").map(ConstitutionRow.init)
    clauses = rows("constitution-clauses").map(ConstitutionClauseRow.init)
    amendments = rows("amendment-rules").map(AmendmentRuleRow.init)
    published = rows("published-decisions").map(PublishedDecisionRow.init)
  }
}

/// Where a row about joint decisions comes from.
public struct AuthorityOrigin: Sendable, Equatable {
  /// Whether the plan assumes it, because no source states it.
  public let isAssumed: Bool
  /// Where it is stated or assumed.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String

  init(_ row: Row) {
    isAssumed = row["basis"] == "assumption"
    source = row["source"]
    locator = row["locator"]
  }
}

/// When a body meets, by a rule such as the second Thursday of every other month.
public struct MeetingPatternRow: Sendable, Equatable {
  /// Months, 1 to 12.
  public let months: [Int]
  /// Which week of the month, 1 to 4.
  public let week: Int
  /// The day of the week in English, in small letters.
  public let weekday: String

  init?(_ row: Row) {
    let months = row.list("meets_months").compactMap { Int($0) }.filter { (1...12).contains($0) }
    guard !months.isEmpty, let week = Int(row["meets_week"]), !row["meets_weekday"].isEmpty
    else { return nil }
    self.months = months
    self.week = week
    weekday = row["meets_weekday"]
  }
}

/// A matter that several bodies can decide together, or may not.
public struct DecisionSubjectRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// What belongs to it.
  public let meaning: String
  /// Where it is described.
  public let source: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    meaning = row["meaning"]
    source = row["source"]
  }
}

/// A committee in which several bodies decide together.
public struct CommitteeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name as published.
  public let name: String
  /// What it is for.
  public let purpose: String
  /// Matters of its terms of reference.
  public let subjects: [String]
  /// The clause that each member's constitution needs, in words.
  public let clauseWanted: String
  /// How many votes a motion needs: simple, two-thirds or unanimity.
  public let majority: String
  /// What the share of votes is of: votes-cast, present or members.
  public let base: String
  /// How many bodies must be present.
  public let quorumCount: Int
  /// Bodies each of which must be present.
  public let quorumBodies: [String]
  /// Whether the chair settles a tie.
  public let hasCastingVote: Bool
  /// What a declared interest keeps a body from: excluded, vote-only or recorded.
  public let conflict: String
  /// Calendar days of notice for a meeting.
  public let noticeDays: Int
  /// When it meets, if that is known.
  public let meets: MeetingPatternRow?
  /// Where it comes from.
  public let origin: AuthorityOrigin
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    purpose = row["purpose"]
    subjects = row.list("subjects")
    clauseWanted = row["clause_wanted"]
    majority = row["majority"]
    base = row["base"]
    quorumCount = Int(row["quorum_count"]) ?? 1
    quorumBodies = row.list("quorum_bodies")
    hasCastingVote = row["casting_vote"] == "yes"
    conflict = row["conflict"]
    noticeDays = Int(row["notice_days"]) ?? 0
    meets = MeetingPatternRow(row)
    origin = AuthorityOrigin(row)
    note = row["note"]
  }
}

/// The seat of a body in a committee.
public struct CommitteeMemberRow: Sendable {
  /// The committee.
  public let committee: String
  /// The body.
  public let body: String
  /// Whether it votes.
  public let isVoting: Bool
  /// How many votes it has.
  public let weight: Int
  /// The first day of the seat.
  public let since: Day?
  /// The last day of the seat.
  public let until: Day?
  /// Where it comes from.
  public let origin: AuthorityOrigin

  init(_ row: Row) {
    committee = row["committee"]
    body = row["body"]
    isVoting = row["seat"] == "voting"
    weight = Int(row["weight"]) ?? 1
    since = Day(iso: row["since"])
    until = Day(iso: row["until"])
    origin = AuthorityOrigin(row)
  }
}

/// A version of a constitution.
public struct ConstitutionRow: Sendable {
  /// The body.
  public let body: String
  /// The name of the version.
  public let version: String
  /// The first day on which it has effect, when that is known.
  public let since: Day?
  /// Where it comes from.
  public let origin: AuthorityOrigin
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    body = row["body"]
    version = row["version"]
    since = Day(iso: row["since"])
    origin = AuthorityOrigin(row)
    note = row["note"]
  }
}

/// A clause of a constitution on what may be decided with others.
public struct ConstitutionClauseRow: Sendable {
  /// The body.
  public let body: String
  /// The version that has it.
  public let version: String
  /// How the constitution numbers or names it.
  public let clause: String
  /// What it does: delegate, empower, exclude or limit.
  public let kind: String
  /// The matter, or `*` for all.
  public let subject: String
  /// The committee, or empty for any.
  public let committee: String
  /// For a limit: the largest sum, in pounds.
  public let limit: Double?
  /// The last day on which it has effect.
  public let until: Day?
  /// What it says, in plain English.
  public let text: String
  /// Where it comes from.
  public let origin: AuthorityOrigin

  init(_ row: Row) {
    body = row["body"]
    version = row["version"]
    clause = row["clause"]
    kind = row["kind"]
    subject = row["subject"]
    committee = row["committee"]
    limit = Double(row["limit"])
    until = Day(iso: row["until"])
    text = row["text"]
    origin = AuthorityOrigin(row)
  }
}

/// How long a body takes to change its constitution.
public struct AmendmentRuleRow: Sendable {
  /// The body.
  public let body: String
  /// Calendar days of notice for its meeting.
  public let noticeDays: Int
  /// Who must approve, or empty.
  public let approver: String
  /// Weeks from the meeting until that approval.
  public let approvalWeeks: Int
  /// When the body meets.
  public let meets: MeetingPatternRow?
  /// Where it comes from.
  public let origin: AuthorityOrigin
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    body = row["body"]
    noticeDays = Int(row["notice_days"]) ?? 0
    approver = row["approver"]
    approvalWeeks = Int(row["approval_weeks"]) ?? 0
    meets = MeetingPatternRow(row)
    origin = AuthorityOrigin(row)
    note = row["note"]
  }
}

/// A decision that a source reports.
public struct PublishedDecisionRow: Sendable {
  /// Permanent name.
  public let id: String
  /// When it was taken.
  public let when: Period?
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
  /// Page, paragraph or heading.
  public let locator: String

  init(_ row: Row) {
    id = row["id"]
    when = Period(row["when"])
    committee = row["committee"]
    decidedBy = row["decided_by"]
    subject = row["subject"]
    decision = row["decision"]
    vote = row["vote"]
    source = row["source"]
    locator = row["locator"]
  }
}
