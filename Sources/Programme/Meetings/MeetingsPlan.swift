// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Bodies, their seats, and how they meet.
public struct MeetingsPlan: Sendable {
  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {}
}
