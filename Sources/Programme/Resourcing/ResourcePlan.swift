// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Scarce people, and what needs them.
public struct ResourcePlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
