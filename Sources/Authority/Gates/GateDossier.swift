// SPDX-License-Identifier: Apache-2.0

/// What has been shown and decided so far at the gates of one change.
///
/// Days are counted from any one day, the same for all.
public struct GateDossier: Sendable, Equatable {
  /// What reviewers found, in the order of finding; the last on a criterion counts.
  public var findings: [GateFinding]
  /// What was attached.
  public var evidence: [GateEvidence]
  /// The gates that were passed, in the order of passing; the last of a gate counts.
  public var passings: [GatePassing]

  /// A dossier, empty unless filled.
  public init(
    findings: [GateFinding] = [], evidence: [GateEvidence] = [], passings: [GatePassing] = []
  ) {
    self.findings = findings
    self.evidence = evidence
    self.passings = passings
  }
}

/// What a reviewer can find.
public enum GateVerdict: Sendable, Hashable {
  /// It is shown.
  case met
  /// Some of it is shown.
  case partly
  /// It is not shown.
  case notMet
  /// It does not arise here, for a reason; without one this counts for nothing.
  case notApplicable(reason: String)
}

/// A verdict on a criterion of a gate.
public struct GateFinding: Sendable, Equatable {
  /// The gate.
  public let gate: String
  /// The criterion.
  public let criterion: String
  /// What was found.
  public let verdict: GateVerdict
  /// The day of the verdict.
  public let day: Int
  /// The last day on which it counts; nil when it does not run out.
  public let validThrough: Int?

  /// A verdict on a day.
  public init(
    gate: String, criterion: String, verdict: GateVerdict, day: Int, validThrough: Int? = nil
  ) {
    self.gate = gate
    self.criterion = criterion
    self.verdict = verdict
    self.day = day
    self.validThrough = validThrough
  }
}

/// Something attached to a criterion of a gate.
public struct GateEvidence: Sendable, Equatable {
  /// The gate.
  public let gate: String
  /// The criterion.
  public let criterion: String
  /// What it is.
  public let kind: GateEvidenceKind
  /// The first day on which it is there.
  public let day: Int
  /// The last day on which it counts; nil when it does not run out.
  public let validThrough: Int?

  /// Evidence of a kind from a day on.
  public init(
    gate: String, criterion: String, kind: GateEvidenceKind, day: Int, validThrough: Int? = nil
  ) {
    self.gate = gate
    self.criterion = criterion
    self.kind = kind
    self.day = day
    self.validThrough = validThrough
  }

  func counts(on day: Int) -> Bool { self.day <= day && day <= (validThrough ?? day) }
}

/// The passing of a gate.
public struct GatePassing: Sendable, Equatable {
  /// The gate.
  public let gate: String
  /// The day from which it is passed.
  public let day: Int
  /// The first day on which it is no longer passed, because it was opened again.
  public let reopened: Int?
  /// What was still missing, and is to follow.
  public let conditions: [GateCondition]

  /// A gate passed on a day, with or without conditions.
  public init(
    gate: String, day: Int, reopened: Int? = nil, conditions: [GateCondition] = []
  ) {
    self.gate = gate
    self.day = day
    self.reopened = reopened
    self.conditions = conditions
  }
}

/// Something that is to follow a gate passed without it.
public struct GateCondition: Sendable, Equatable, Codable {
  /// The criterion that was not satisfied.
  public let criterion: String
  /// Who owes it.
  public let owner: String
  /// The last day for it.
  public let due: Int

  /// A condition, with who owes it and by when.
  public init(criterion: String, owner: String, due: Int) {
    self.criterion = criterion
    self.owner = owner
    self.due = due
  }
}
