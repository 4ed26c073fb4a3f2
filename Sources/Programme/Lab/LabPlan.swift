// SPDX-License-Identifier: Apache-2.0

import Facts
public import PlanPackage

/// What a scenario can change: the assumptions of the plan.
public struct LabPlan: Sendable {
  /// An assumption, as far as a scenario has to know it.
  public struct Assumption: Sendable, Equatable {
    /// The permanent id.
    public var id: String
    /// What is assumed, for a reader.
    public var label: String
    /// Whether it has a low and a high end.
    public var hasRange: Bool

    /// An assumption.
    public init(id: String, label: String, hasRange: Bool) {
      self.id = id
      self.label = label
      self.hasRange = hasRange
    }
  }

  /// In the order of the plan.
  public var assumptions: [Assumption] = []
  /// The ids of the scenarios that the plan has in files, which no other may take.
  public var takenIDs: Set<String> = []

  /// Nothing can be changed.
  public init() {}

  /// The assumptions and scenarios of a plan.
  public init(_ plan: Plan) {
    assumptions = plan.assumptions.map {
      Assumption(
        id: $0.id.rawValue, label: $0.label, hasRange: $0.low != nil && $0.high != nil)
    }
    takenIDs = Set(plan.scenarios.map(\.id))
  }

  /// The words that a setting can be instead of a number.
  public static let words: Set<String> = ["low", "central", "high", "evidence"]

  /// Whether a text is a setting: one of the words, or a number that is finite.
  public static func isSetting(_ text: String) -> Bool {
    words.contains(text) || Double(text)?.isFinite == true
  }
}
