// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to a risk, an assumption, an issue or a dependency; its id is the subject.
public enum RiskEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "risk"

  case raised(RiskDetails)
  /// A stage of its score was set; earlier scores stay in the history.
  case scored(stage: RiskStage, score: RiskScore, reason: ContentReference)
  case mitigationAdded(RiskMitigation)
  case mitigationDone(mitigation: String, on: CivilDay)
  case reviewed(on: CivilDay, next: CivilDay, note: ContentReference?)
  case reassigned(owner: RecordOwner)
  case escalated(body: String, reason: ContentReference)
  /// The body gave it back to its owner.
  case deescalated(reason: ContentReference)
  /// The risk became real.
  case occurred(on: CivilDay, note: ContentReference)
  case closed(reason: ContentReference)
  case reopened(reason: ContentReference)
}

/// What kind of thing stands in the register.
public enum RiskKind: String, Codable, Sendable, CaseIterable {
  case risk, assumption, issue, dependency

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .risk: "Risk"
    case .assumption: "Assumption"
    case .issue: "Issue"
    case .dependency: "Dependency"
    }
  }
}

/// Which score is meant.
public enum RiskStage: String, Codable, Sendable, CaseIterable {
  /// Before anything is done about it.
  case inherent
  /// As it is now, with what is done about it.
  case residual
  /// What it is to come down to.
  case target

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .inherent: "Before anything was done"
    case .residual: "Now"
    case .target: "Target"
    }
  }
}

/// What a risk is, as it was raised.
public struct RiskDetails: Codable, Sendable, Equatable {
  /// What kind of thing it is.
  public var kind: RiskKind
  /// What might happen, or has, in one sentence.
  public var text: ContentReference
  /// Who answers for it.
  public var owner: RecordOwner
  /// The id of the workstream that it is about.
  public var workstream: String?
  /// The id of the assumption of the plan on which it bears.
  public var assumption: String?
  /// The score before anything is done.
  public var inherent: RiskScore
  /// What it is to come down to.
  public var target: RiskScore?
  /// The day by which it is looked at again.
  public var reviewBy: CivilDay

  /// A risk by its kind, text, owner and score.
  public init(
    kind: RiskKind, text: ContentReference, owner: RecordOwner, inherent: RiskScore,
    reviewBy: CivilDay
  ) {
    self.kind = kind
    self.text = text
    self.owner = owner
    self.inherent = inherent
    self.reviewBy = reviewBy
  }
}

/// Something that is done about a risk.
public struct RiskMitigation: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// What is done.
  public var text: ContentReference
  /// Who does it.
  public var owner: RecordOwner
  /// The day by which it is done, when one was set.
  public var by: CivilDay?

  /// A mitigation by its text and owner.
  public init(id: String, text: ContentReference, owner: RecordOwner, by: CivilDay? = nil) {
    self.id = id
    self.text = text
    self.owner = owner
    self.by = by
  }
}

/// A risk that somebody wants to raise.
public struct RiskProposal: Sendable, Equatable {
  /// What kind of thing it is.
  public var kind: RiskKind
  /// What might happen, or has, in one sentence.
  public var text: String
  /// Who answers for it.
  public var owner: RecordOwner
  /// The id of the workstream that it is about.
  public var workstream: String?
  /// The id of the assumption of the plan on which it bears.
  public var assumption: String?
  /// The score before anything is done.
  public var inherent: RiskScore
  /// The score now, when something is done already.
  public var residual: RiskScore?
  /// What it is to come down to.
  public var target: RiskScore?
  /// The day by which it is looked at again.
  public var reviewBy: CivilDay

  /// A risk by its kind, text, owner and score.
  public init(
    kind: RiskKind, text: String, owner: RecordOwner, inherent: RiskScore, reviewBy: CivilDay
  ) {
    self.kind = kind
    self.text = text
    self.owner = owner
    self.inherent = inherent
    self.reviewBy = reviewBy
  }
}
