// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Cost pools, working groups, opportunities and schemes.
public struct SavingsPlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
