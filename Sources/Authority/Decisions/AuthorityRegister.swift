// SPDX-License-Identifier: Apache-2.0

/// What is to be decided.
public struct ProposedDecision: Sendable, Equatable {
  /// The matters it is about; each must be within authority.
  public var subjects: [String]
  /// The bodies that it is to bind; empty for every voting member of the committee.
  public var bodies: [String]
  /// What it commits for each body, in pounds; nil when it says nothing of money.
  public var amount: Double?

  /// A decision on matters.
  public init(subjects: [String], bodies: [String] = [], amount: Double? = nil) {
    self.subjects = subjects
    self.bodies = bodies
    self.amount = amount
  }
}

/// Something that makes a decision invalid on a day.
public struct AuthorityDefect: Sendable, Equatable {
  /// The body whose authority is missing; the committee itself for its terms of reference.
  public let body: String
  /// The matter.
  public let subject: String
  /// What is wrong.
  public let fault: AuthorityFault
  /// How it can be put right; nil when no change of the body's own constitution does.
  public let cure: AuthorityCure?
}

/// How a missing authority is put right.
public struct AuthorityCure: Sendable, Equatable {
  /// What has to happen.
  public enum Step: String, Sendable, Codable {
    /// The constitution is amended.
    case amendment
    /// The body resolves to hand the matter over.
    case resolution
    /// A version that is agreed already comes into effect.
    case wait
    /// The decision says what it commits.
    case statement
  }

  /// What has to happen.
  public let step: Step
  /// The meeting of the body at which it can pass, when it needs one.
  public let meeting: Int?
  /// The first day on which it has effect.
  public let firstDay: Int
  /// Calendar days from the day of asking to that day: the lead time.
  public let leadDays: Int
  /// Calendar days of notice within the lead time.
  public let noticeDays: Int
  /// Calendar days of approval within the lead time.
  public let approvalDays: Int
}

/// Whether a decision would be valid on a day.
public struct AuthorityFinding: Sendable, Equatable {
  /// A clause on which the decision can rest.
  public struct Ground: Sendable, Equatable {
    /// The body.
    public let body: String
    /// The matter.
    public let subject: String
    /// The clause.
    public let clause: String
    /// The version of the constitution that has it.
    public let version: String
  }

  /// The day.
  public let day: Int
  /// Everything that makes it invalid, by body and matter in the order of the seats.
  public let defects: [AuthorityDefect]
  /// The clauses on which it rests where nothing is wrong.
  public let grounds: [Ground]

  /// Whether nothing is wrong.
  public var isValid: Bool { defects.isEmpty }
  /// The matters for which nothing is wrong; when others remain, it is partly outside authority.
  public var subjectsWithin: [String] {
    let wrong = Set(defects.map(\.subject))
    var seen = Set<String>()
    return grounds.map(\.subject).filter { !wrong.contains($0) && seen.insert($0).inserted }
  }
}

/// A committee, the constitutions of its members, and what follows for a decision.
///
/// The rule: a decision of a joint committee binds a body if the committee's terms cover the
/// matter, the body has a voting seat, and the body's constitution on that day hands the matter
/// over, within any limit and without any reservation.
public struct AuthorityRegister: Sendable, Equatable {
  /// The committee.
  public var committee: JointCommittee
  /// The constitutions by body.
  public var constitutions: [String: BodyConstitution]

  /// A committee with the constitutions of its members.
  public init(_ committee: JointCommittee, _ constitutions: [BodyConstitution]) {
    self.committee = committee
    self.constitutions = Dictionary(
      constitutions.map { ($0.body, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// Whether a decision taken by the committee on a day is within the authority of all it binds.
  ///
  /// - Complexity: O(bodies × matters × clauses).
  public func validity(of decision: ProposedDecision, on day: Int) -> AuthorityFinding {
    var defects: [AuthorityDefect] = []
    var grounds: [AuthorityFinding.Ground] = []
    for subject in decision.subjects where !covers(subject) {
      defects.append(
        AuthorityDefect(body: committee.id, subject: subject, fault: .outsideTerms, cure: nil))
    }
    for body in bound(by: decision, on: day) {
      for subject in decision.subjects {
        switch standing(of: body, subject, decision.amount, on: day) {
        case .sufficient(let clause, let version):
          grounds.append(.init(body: body, subject: subject, clause: clause, version: version))
        case .lacking(let fault):
          defects.append(
            AuthorityDefect(
              body: body, subject: subject, fault: fault,
              cure: cure(of: fault, body, subject, decision.amount, from: day)))
        }
      }
    }
    return AuthorityFinding(day: day, defects: defects, grounds: grounds)
  }

  /// The bodies that a decision binds.
  func bound(by decision: ProposedDecision, on day: Int) -> [String] {
    decision.bodies.isEmpty ? committee.voters(on: day).map(\.body) : decision.bodies
  }

  func covers(_ subject: String) -> Bool {
    committee.subjects.contains(subject) || committee.subjects.contains("*")
  }

  func standing(
    of body: String, _ subject: String, _ amount: Double?, on day: Int
  ) -> AuthorityStanding {
    guard committee.voters(on: day).contains(where: { $0.body == body }) else {
      return .lacking(.noSeat)
    }
    guard let constitution = constitutions[body] else { return .lacking(.noConstitution) }
    return constitution.standing(of: subject, before: committee.id, amount: amount, on: day)
  }
}
