// SPDX-License-Identifier: Apache-2.0

/// What is known of a body's power to decide together with others.
public struct BodyConstitution: Sendable, Equatable {
  /// The id of the body.
  public var body: String
  /// Every version, in order of effect; of two on one day the later in the list has effect.
  public var versions: [ConstitutionVersion]
  /// What it resolved under clauses that let it.
  public var resolutions: [DelegationResolution]
  /// How it changes its constitution; nil when that is not known.
  public var amendment: AmendmentRule?

  /// A constitution with its versions.
  public init(
    _ body: String, versions: [ConstitutionVersion], resolutions: [DelegationResolution] = [],
    amendment: AmendmentRule? = nil
  ) {
    self.body = body
    self.versions = versions
    self.resolutions = resolutions
    self.amendment = amendment
  }

  /// The version in force on a day, or nil when there was none yet.
  public func version(on day: Int) -> ConstitutionVersion? {
    versions.enumerated()
      .filter { ($0.element.since ?? .min) <= day }
      .max { ($0.element.since ?? .min, $0.offset) < ($1.element.since ?? .min, $1.offset) }?
      .element
  }

  /// Whether the body may leave a matter to a committee on a day, and by which clause.
  public func standing(
    of subject: String, before committee: String, amount: Double? = nil, on day: Int
  ) -> AuthorityStanding {
    guard let version = version(on: day) else { return .lacking(.noConstitution) }
    let clauses = version.clauses.filter { $0.concerns(subject, committee) }
    let inForce = clauses.filter { $0.isInForce(on: day) }
    if let reserved = inForce.first(where: { $0.kind == .exclude }) {
      return .lacking(.excluded(clause: reserved.reference))
    }
    if let fault = limitFault(inForce, amount) { return .lacking(fault) }
    if let clause = inForce.first(where: { $0.kind == .delegate }) {
      return .sufficient(clause: clause.reference, version: version.name)
    }
    guard let power = inForce.first(where: { $0.kind == .empower }) else {
      return .lacking(missing(subject, committee, clauses, day))
    }
    return resolved(subject, committee, power, version, day)
  }

  private func limitFault(_ clauses: [ConstitutionClause], _ amount: Double?) -> AuthorityFault? {
    let limits = clauses.compactMap { clause in
      clause.kind == .limit ? clause.limit.map { (clause.reference, $0) } : nil
    }
    guard let least = limits.min(by: { $0.1 < $1.1 }) else { return nil }
    guard let amount else { return .amountNotStated(clause: least.0, limit: least.1) }
    return amount > least.1
      ? .overLimit(clause: least.0, limit: least.1, amount: amount) : nil
  }

  private func resolved(
    _ subject: String, _ committee: String, _ power: ConstitutionClause,
    _ version: ConstitutionVersion, _ day: Int
  ) -> AuthorityStanding {
    let given = resolutions.filter {
      ($0.subject == subject || $0.subject == "*") && $0.committee == committee
    }
    if given.contains(where: { $0.since <= day && ($0.until.map { day <= $0 } ?? true) }) {
      return .sufficient(clause: power.reference, version: version.name)
    }
    if let until = given.compactMap(\.until).filter({ $0 < day }).max() {
      return .lacking(.withdrawn(clause: power.reference, lastDay: until))
    }
    return .lacking(.notResolved(clause: power.reference))
  }

  /// Why there is no clause: it lapsed, it has no effect yet, or there never was one.
  private func missing(
    _ subject: String, _ committee: String, _ clauses: [ConstitutionClause], _ day: Int
  ) -> AuthorityFault {
    let powers = clauses.filter { $0.kind == .delegate || $0.kind == .empower }
    let lapsed = powers.filter { ($0.until ?? .max) < day }
    if let last = lapsed.max(by: { ($0.until ?? .max) < ($1.until ?? .max) }),
      let until = last.until
    {
      return .lapsed(clause: last.reference, lastDay: until)
    }
    let coming =
      powers.compactMap { clause in clause.since.map { (clause.reference, $0) } }
      + versions.filter { ($0.since ?? .min) > day }.flatMap { version in
        version.clauses
          .filter {
            $0.concerns(subject, committee) && ($0.kind == .delegate || $0.kind == .empower)
          }
          .map { ($0.reference, max($0.since ?? .min, version.since ?? .min)) }
      }
    if let first = coming.filter({ $0.1 > day }).min(by: { $0.1 < $1.1 }) {
      return .notYet(clause: first.0, firstDay: first.1)
    }
    return .noClause
  }
}

/// Whether a body may leave a matter to a committee.
public enum AuthorityStanding: Sendable, Equatable {
  /// It may, by a clause of a version.
  case sufficient(clause: String, version: String)
  /// It may not, for a reason.
  case lacking(AuthorityFault)
}

/// Why a body's authority for a matter is missing.
public enum AuthorityFault: Sendable, Equatable {
  /// Nothing is known of its constitution on that day.
  case noConstitution
  /// No clause lets it hand the matter to the committee.
  case noClause
  /// A clause that will let it has no effect yet.
  case notYet(clause: String, firstDay: Int)
  /// The clause that let it has lapsed.
  case lapsed(clause: String, lastDay: Int)
  /// A clause lets it, and it has not resolved to do so.
  case notResolved(clause: String)
  /// It had resolved to do so, and no longer does.
  case withdrawn(clause: String, lastDay: Int)
  /// A clause reserves the matter to the body.
  case excluded(clause: String)
  /// The decision commits more than a clause allows, in pounds.
  case overLimit(clause: String, limit: Double, amount: Double)
  /// A clause limits the sum, in pounds, and the decision does not say what it commits.
  case amountNotStated(clause: String, limit: Double)
  /// The decision is to bind a body that has no voting seat in the committee.
  case noSeat
  /// The committee's own terms of reference do not cover the matter.
  case outsideTerms

  /// The clause that the reason names, when there is one.
  public var clause: String? {
    switch self {
    case .noConstitution, .noClause, .noSeat, .outsideTerms: nil
    case .notYet(let clause, _), .lapsed(let clause, _), .notResolved(let clause),
      .withdrawn(let clause, _), .excluded(let clause), .overLimit(let clause, _, _),
      .amountNotStated(let clause, _):
      clause
    }
  }
}
