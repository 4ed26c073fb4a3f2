// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Who may decide what: bodies, constitutions, delegations.
public struct AuthorityPlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
