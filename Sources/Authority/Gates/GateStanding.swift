// SPDX-License-Identifier: Apache-2.0

/// How a gate stands on a day.
public struct GateStanding: Sendable, Equatable {
  /// The gate.
  public let gate: String
  /// Where it stands.
  public let status: GateStatus
  /// Every criterion, in the order of the checklist.
  public let criteria: [GateCriterionStanding]
  /// What the gate still waits for, in the order of the checklist.
  public let missing: [GateMissing]
  /// Advisory criteria that are not satisfied.
  public let advice: [GateShortfall]
  /// The gates that have to be passed first and are not.
  public let waitsFor: [String]
  /// The day on which it was passed.
  public let passedOn: Int?
  /// The conditions with which it was passed, and how they stand.
  public let conditions: [GateConditionStanding]
  /// The first day on which it could be passed, as far as anything says; nil when it is passed.
  ///
  /// It is a lower bound: it counts the gates before and the lead times that are known.
  public let earliest: Int?

  /// Everything missing, one by one, whether in a test with several ways or not.
  public var shortfalls: [GateShortfall] { missing.flatMap(\.shortfalls) }
}

/// Where a gate stands.
public enum GateStatus: String, Sendable, CaseIterable {
  /// It is passed, and nothing is left to follow.
  case passed
  /// It is passed, and something is still to follow.
  case passedWithConditions
  /// Everything required is shown; it waits for the body that passes it.
  case ready
  /// The gates before it are passed; something required is missing.
  case open
  /// A gate before it is not passed.
  case blocked

  /// Whether what lies behind it may begin.
  public var isPassed: Bool { self == .passed || self == .passedWithConditions }
}

/// How a criterion stands on a day.
public struct GateCriterionStanding: Sendable, Equatable {
  /// The criterion.
  public let criterion: GateCriterion
  /// Its state.
  public let state: GateCriterionState
}

/// The state of a criterion on a day.
public enum GateCriterionState: Sendable, Hashable {
  /// Found to be met, with evidence that counts.
  case met
  /// Found not to arise, with a reason.
  case notApplicable
  /// Found to be met in part.
  case partly
  /// Found not to be met.
  case notMet
  /// Found to be met, and that, or the last of its evidence, has run out; the last day it counted.
  case expired(lastDay: Int)
  /// Found to be met, without evidence of a kind that counts.
  case unsupported
  /// Nobody has found anything.
  case unjudged

  /// Whether the gate need not wait for it.
  public var isSatisfied: Bool { self == .met || self == .notApplicable }
}

/// A criterion that is not satisfied, and who owes it.
public struct GateShortfall: Sendable, Equatable {
  /// The criterion.
  public let criterion: String
  /// Who owes it.
  public let owner: String
  /// Its state.
  public let state: GateCriterionState

  /// A shortfall of a criterion.
  public init(criterion: String, owner: String, state: GateCriterionState) {
    self.criterion = criterion
    self.owner = owner
    self.state = state
  }
}

/// What a gate waits for.
public enum GateMissing: Sendable, Equatable {
  /// One criterion.
  case criterion(GateShortfall)
  /// Any one of the conditions of a test; what each of them lacks.
  case oneOf(test: String, conditions: [GateConditionShortfall])

  /// The test, when any one of its conditions is enough.
  public var test: String? {
    if case .oneOf(let test, _) = self { test } else { nil }
  }

  /// What is missing, one by one.
  public var shortfalls: [GateShortfall] {
    switch self {
    case .criterion(let shortfall): [shortfall]
    case .oneOf(_, let conditions): conditions.flatMap(\.shortfalls)
    }
  }
}

/// What one condition of a test lacks.
public struct GateConditionShortfall: Sendable, Equatable {
  /// The condition.
  public let condition: String
  /// Its parts that are not satisfied.
  public let shortfalls: [GateShortfall]
}

/// How a condition of a passing stands on a day.
public struct GateConditionStanding: Sendable, Equatable {
  /// The condition.
  public let condition: GateCondition
  /// Whether it has been satisfied since.
  public let isDone: Bool
  /// Whether it is not done and its last day is over.
  public let isOverdue: Bool
}
