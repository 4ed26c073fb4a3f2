// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// An assumption that a projection rests on, with its range and the evidence beside it.
public struct ProjectionInput: Sendable, Identifiable {
  /// The id of the assumption.
  public let id: String
  /// What is assumed, in plain English.
  public let label: String
  /// The unit of the three values: %, times, years, or a plural noun.
  public let unit: String
  /// The low end of what is credible; central when the plan gives none.
  public let low: Double
  /// The value of the central run.
  public let central: Double
  /// The high end of what is credible; central when the plan gives none.
  public let high: Double
  /// How values are spread; fixed for what never varies.
  public let distribution: AssumptionRow.Distribution
  /// green, amber or red.
  public let quality: String
  /// Why this value.
  public let why: String
  /// The id of the source.
  public let source: String
  /// What others achieved.
  public let evidence: [ProjectionEvidence]
  /// What of the plan uses it, in plain English, such as the labels of mitigators.
  public let uses: [String]
  /// The measures that it can move, by id.
  public let measures: [String]
  /// The row of assumptions.csv, with the header as row 1.
  public let row: Int

  /// Whether runs differ in it.
  public var varies: Bool { distribution != .fixed && low < high }
}

/// What others achieved, beside a claim of the plan.
public struct ProjectionEvidence: Sendable, Hashable, Identifiable {
  /// The permanent name.
  public let id: String
  /// The fact or assumption that it is about.
  public let claim: String
  /// What was found, in plain English.
  public let label: String
  /// The least that was found, in the unit of the claim.
  public let low: Double
  /// The most that was found, in the unit of the claim.
  public let high: Double
  /// strong, moderate or weak.
  public let strength: String
  /// The id of the source.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String

  /// Whether a value is from the least to the most that was found.
  public func holds(_ value: Double) -> Bool { value >= low && value <= high }
}
