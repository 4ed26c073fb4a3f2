// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
import Ledger

/// What changed in the authority of a body.
public struct BodyAuthorityRecord: Sendable, Equatable {
  /// Amendments of its constitution, in the order of recording.
  public private(set) var amendments: [Amendment] = []
  /// What it handed over by resolution, in the order of recording.
  public private(set) var delegations: [Delegation] = []

  /// An amendment with the entry that records it.
  public struct Amendment: Sendable, Equatable {
    /// The amendment.
    public let amendment: ConstitutionAmendment
    /// The entry that records it.
    public let sequence: Int64
  }

  /// A delegation with the entries that gave and ended it.
  public struct Delegation: Sendable, Equatable {
    /// What was given, with its last day once it was withdrawn.
    public fileprivate(set) var given: GivenDelegation
    /// The entry that gave it.
    public let sequence: Int64
    /// Why it was withdrawn.
    public fileprivate(set) var reason: String?
    /// The entry that withdrew it.
    public fileprivate(set) var endSequence: Int64?
  }

  mutating func apply(_ event: DecisionEvent, _ entry: Entry) {
    switch event {
    case .constitutionAmended(let amendment):
      amendments.append(Amendment(amendment: amendment, sequence: entry.sequence))
    case .delegationGiven(let given):
      delegations.append(Delegation(given: given, sequence: entry.sequence))
    case .delegationWithdrawn(let subject, let committee, let lastDay, let reason):
      for place in delegations.indices
      where delegations[place].given.subject == subject
        && delegations[place].given.committee == committee
        && delegations[place].given.until.map({ lastDay < $0 }) ?? true
      {
        delegations[place].given.until = lastDay
        delegations[place].reason = reason
        delegations[place].endSequence = entry.sequence
      }
    default: break
    }
  }
}

extension AuthorityPlan {
  /// The constitution of a body with everything that was recorded of it, in the terms of the engine.
  ///
  /// Meetings at which it can be changed are worked out for three years from a day.
  public func constitution(
    _ body: String, _ state: DecisionState, from day: CivilDay
  ) -> BodyConstitution? {
    let definition = constitutions.first { $0.body == body }
    let record = state.bodies[body]
    guard definition != nil || record != nil else { return nil }
    var versions = definition?.versions ?? []
    for amendment in record?.amendments ?? [] {
      versions.append(AuthorityPlan.version(amendment.amendment, after: versions))
    }
    return BodyConstitution(
      body, versions: versions,
      resolutions: (record?.delegations ?? []).map {
        DelegationResolution(
          subject: $0.given.subject, committee: $0.given.committee, since: $0.given.since.number,
          until: $0.given.until?.number)
      },
      amendment: definition?.amendment.map { terms in
        AmendmentRule(
          noticeDays: terms.noticeDays, meetings: AuthorityPlan.meetings(terms.meets, from: day),
          approvalDays: terms.approvalDays, approver: terms.approver)
      })
  }

  /// A committee with the constitutions of its members, as they are recorded; nil when the plan has
  /// no such committee.
  public func register(
    _ committee: String, _ state: DecisionState, from day: CivilDay
  ) -> AuthorityRegister? {
    guard let definition = self.committee(committee) else { return nil }
    let bodies = definition.seats.map(\.body) + constitutions.map(\.body)
    return AuthorityRegister(
      JointCommittee(
        definition.id, subjects: definition.subjects, seats: definition.seats,
        rule: definition.rule, noticeDays: definition.noticeDays,
        meetings: definition.meets.map { AuthorityPlan.meetings($0, from: day) } ?? []),
      Set(bodies).sorted().compactMap { constitution($0, state, from: day) })
  }

  private static func meetings(_ pattern: MeetingPattern, from day: CivilDay) -> [Int] {
    pattern.days(from: day, to: day.adding(3 * 366)).map(\.number)
  }

  /// The version that an amendment makes of the one in force when it takes effect.
  private static func version(
    _ amendment: ConstitutionAmendment, after versions: [ConstitutionVersion]
  ) -> ConstitutionVersion {
    let before = BodyConstitution("", versions: versions).version(on: amendment.since.number)
    let kept = (before?.clauses ?? []).filter { clause in
      !amendment.repealed.contains(clause.reference)
        && !amendment.added.contains { $0.reference == clause.reference }
    }
    return ConstitutionVersion(
      amendment.version, since: amendment.since.number,
      clauses: kept + amendment.added.map(\.clause))
  }
}
