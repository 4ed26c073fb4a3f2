// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// The network of work: activities, links, gates they lead to.
public struct TimelinePlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
