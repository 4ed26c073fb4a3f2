// SPDX-License-Identifier: Apache-2.0

/// One clause of a body's constitution that says what the body may hand to a joint committee.
///
/// Days are whole numbers that count from 1 January 1970. A subject is the id of a matter that can
/// be decided; `*` stands for every matter, and an empty committee for every committee.
public struct ConstitutionClause: Sendable, Equatable {
  /// What a clause does.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// It hands the matter to the committee by itself.
    case delegate
    /// It lets the body hand the matter over by a resolution of its own.
    case empower
    /// It reserves the matter: nobody but the body may decide it, whatever other clauses say.
    case exclude
    /// It sets the largest sum that a decision on the matter may commit for the body.
    case limit
  }

  /// How the constitution numbers or names it.
  public var reference: String
  /// What it does.
  public var kind: Kind
  /// The matter, or `*` for all.
  public var subject: String
  /// The committee, or empty for any.
  public var committee: String
  /// The largest sum, in pounds, of a clause that limits.
  public var limit: Double?
  /// The first day on which it has effect, when that is later than its version's.
  public var since: Int?
  /// The last day on which it has effect, when it lapses.
  public var until: Int?

  /// A clause about a matter.
  public init(
    _ reference: String, _ kind: Kind, subject: String, committee: String = "",
    limit: Double? = nil, since: Int? = nil, until: Int? = nil
  ) {
    self.reference = reference
    self.kind = kind
    self.subject = subject
    self.committee = committee
    self.limit = limit
    self.since = since
    self.until = until
  }

  /// Whether it speaks of a matter before a committee, whenever it has effect.
  func concerns(_ subject: String, _ committee: String) -> Bool {
    (self.subject == subject || self.subject == "*")
      && (self.committee == committee || self.committee.isEmpty)
  }

  /// Whether it has effect on a day, if its version does.
  func isInForce(on day: Int) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// A constitution as it reads from a day on, until the next version.
public struct ConstitutionVersion: Sendable, Equatable {
  /// The name of the version.
  public var name: String
  /// The first day on which it has effect; nil when it always had, as far as is known.
  public var since: Int?
  /// All of its clauses on joint decisions.
  public var clauses: [ConstitutionClause]

  /// A version with all of its clauses.
  public init(_ name: String, since: Int?, clauses: [ConstitutionClause]) {
    self.name = name
    self.since = since
    self.clauses = clauses
  }
}

/// A resolution by which a body handed a matter to a committee, under a clause that lets it.
public struct DelegationResolution: Sendable, Equatable {
  /// The matter, or `*` for all.
  public var subject: String
  /// The committee.
  public var committee: String
  /// The first day on which it has effect.
  public var since: Int
  /// The last day on which it has effect, when it was given for a time or withdrawn.
  public var until: Int?

  /// A resolution with effect from a day.
  public init(subject: String, committee: String, since: Int, until: Int? = nil) {
    self.subject = subject
    self.committee = committee
    self.since = since
    self.until = until
  }
}

/// How long a body takes to change its constitution: notice, a meeting, approval, effect.
///
/// Every number is a parameter; none is a rule of law.
public struct AmendmentRule: Sendable, Equatable {
  /// Calendar days from giving notice to the meeting.
  public var noticeDays: Int
  /// The days on which the body meets and can pass it, in order.
  public var meetings: [Int]
  /// Calendar days from the meeting until the approval that it needs; 0 when it needs none.
  public var approvalDays: Int
  /// Who approves; empty when nobody has to.
  public var approver: String

  /// A rule with the days on which the body meets.
  public init(noticeDays: Int, meetings: [Int], approvalDays: Int, approver: String = "") {
    self.noticeDays = noticeDays
    self.meetings = meetings.sorted()
    self.approvalDays = approvalDays
    self.approver = approver
  }

  /// The first meeting for which notice given on a day is enough.
  public func meeting(noticeOn day: Int) -> Int? {
    meetings.first { day + noticeDays <= $0 }
  }
}
