// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Measures that are followed on charts.
public struct MeasurePlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
