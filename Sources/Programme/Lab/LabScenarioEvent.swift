// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to scenarios that were made in the lab and kept; the subject is the scenario's id.
public enum LabScenarioEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "lab-scenario"

  case saved(LabScenario)
  /// It is kept in the record and no longer offered.
  case withdrawn(reason: String)
}

/// Assumptions that somebody changed, kept under a name and with a reason.
public struct LabScenario: Codable, Sendable, Equatable {
  /// The permanent id, such as "half-of-the-shift"; it names the file in the plan's scenarios too.
  public var id: String
  /// What it is called.
  public var title: String
  /// Why anybody would look at it.
  public var reason: String
  /// What each changed assumption is set to: `low`, `central`, `high`, `evidence` or a number.
  public var settings: [String: String]
  /// The seed of the runs that were looked at.
  public var seed: UInt64
  /// How many runs were looked at.
  public var runs: Int
  /// What the lab answered when it was saved, in a sentence.
  public var finding: String

  /// A scenario.
  public init(
    id: String, title: String, reason: String, settings: [String: String], seed: UInt64, runs: Int,
    finding: String
  ) {
    self.id = id
    self.title = title
    self.reason = reason
    self.settings = settings
    self.seed = seed
    self.runs = runs
    self.finding = finding
  }
}
