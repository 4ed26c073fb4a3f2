// SPDX-License-Identifier: Apache-2.0

/// A point at which a change stops until something has been shown.
public struct Gate: Sendable, Equatable {
  /// The permanent name.
  public let id: String
  /// The gates that must be passed before this one opens.
  public let prerequisites: [String]
  /// What has to be shown here.
  public let criteria: [GateCriterion]

  /// A gate behind others, with its checklist.
  public init(id: String, prerequisites: [String] = [], criteria: [GateCriterion]) {
    self.id = id
    self.prerequisites = prerequisites
    self.criteria = criteria
  }
}

/// One thing that has to be shown at a gate.
public struct GateCriterion: Sendable, Equatable {
  /// The permanent name, unique within its gate.
  public let id: String
  /// Who has to show it.
  public let owner: String
  /// The kinds of evidence that count; a reviewer's verdict alone is enough when it is one of them.
  public let admissible: Set<GateEvidenceKind>
  /// Whether the gate waits for it; otherwise it is advice.
  public let isRequired: Bool
  /// The fewest days that it takes once its gate is open; 0 when nothing says so.
  public let leadDays: Int
  /// Set when it is a part of a test that can be met in more than one way.
  public let alternative: GateAlternative?

  /// Something to be shown, by somebody.
  public init(
    id: String, owner: String, admissible: Set<GateEvidenceKind> = [.verdict],
    isRequired: Bool = true, leadDays: Int = 0, alternative: GateAlternative? = nil
  ) {
    self.id = id
    self.owner = owner
    self.admissible = admissible
    self.isRequired = isRequired
    self.leadDays = leadDays
    self.alternative = alternative
  }
}

/// The place of a criterion in a test of which any one condition is enough.
///
/// All criteria of one condition have to be satisfied; one condition then satisfies the test.
public struct GateAlternative: Sendable, Hashable {
  /// The test, such as "bed-test".
  public let test: String
  /// The condition within the test, such as "a".
  public let condition: String

  /// A condition of a test.
  public init(test: String, condition: String) {
    self.test = test
    self.condition = condition
  }
}

/// What can count as evidence.
public enum GateEvidenceKind: String, Sendable, CaseIterable, Codable {
  /// A figure that can be asked where it comes from.
  case fact
  /// Something that happened, with its day.
  case event
  /// Something published.
  case document
  /// What a body decided.
  case decision
  /// What a reviewer found, with the reasons.
  case verdict
}
