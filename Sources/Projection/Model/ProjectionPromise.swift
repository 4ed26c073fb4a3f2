// SPDX-License-Identifier: Apache-2.0

/// Something that the plan promises, held against every run.
public struct ProjectionPromise: Sendable, Hashable, Identifiable {
  /// The permanent name.
  public let id: String
  /// The promise in plain English.
  public let label: String
  /// The measure, by id.
  public let measure: String
  /// The financial year, by its first calendar year.
  public let year: Int
  /// Whether the measure has to be at most the target; otherwise at least.
  public let isAtMost: Bool
  /// The target, in the unit of the measure.
  public let target: Double
  /// The id of the source.
  public let source: String

  /// Whether a value keeps the promise.
  public func isKept(by value: Double) -> Bool { isAtMost ? value <= target : value >= target }
}

/// Something that a reader of results has to know.
public struct ProjectionWarning: Sendable, Hashable {
  /// The kinds of warning.
  public enum Kind: String, Sendable, Hashable {
    /// A claim of the plan is outside what others achieved.
    case outsideEvidence = "outside-evidence"
    /// How much there is of a resource is not known, so that no shortage can be told.
    case unknownCapacity = "unknown-capacity"
    /// Figures were made up by a program.
    case synthetic
    /// Draws reach beyond what is possible, and are held at its edge.
    case heldAtEdge = "held-at-edge"
    /// Two members book a payment differently.
    case transferMismatch = "transfer-mismatch"
    /// The gap that documents state is another than the one worked out here.
    case published
    /// A mitigator would have no effect, or a use of a saving cannot be checked.
    case unchecked
  }

  /// What kind of warning it is.
  public let kind: Kind
  /// The warning in plain English, whole.
  public let text: String
  /// The assumption concerned, if any.
  public let input: String?
  /// The measures concerned; empty for all.
  public let measures: [String]
  /// The table that it is about.
  public let file: String
  /// The row of it.
  public let row: Int?
}
