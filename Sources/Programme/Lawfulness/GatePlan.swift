// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// The gates of service change, their evidence, and what stops work by law.
public struct GatePlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
