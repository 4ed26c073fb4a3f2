// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Registers of one shared shape.
public struct RegisterPlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
