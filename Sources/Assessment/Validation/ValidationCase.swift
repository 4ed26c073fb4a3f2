// SPDX-License-Identifier: Apache-2.0

/// A published result that Weald works out for itself.
public struct ValidationCase: Encodable, Sendable {
  /// Whether Weald and the publication agree.
  public enum Verdict: String, Encodable, Sendable {
    /// Within the tolerance.
    case reproduced
    /// Outside it, for a reason that is known and stated.
    case differsExplained = "differs, explained"
    /// Outside it, and nobody knows why: the register fails.
    case differsUnexplained = "differs, unexplained"
  }

  /// A permanent name.
  public let id: String
  /// The part of Weald that is tested.
  public let engine: String
  /// What was published.
  public let result: String
  /// Where it was published.
  public let source: String
  /// The published value.
  public let theirs: Double
  /// Weald's value.
  public let ours: Double
  /// What the number counts.
  public let unit: String
  /// The largest difference that rounding of the published value explains.
  public let tolerance: Double
  /// Why the two differ, when they do.
  public let explanation: String
  /// The test that works it out.
  public let test: String

  /// Weald's value less the published one.
  public var difference: Double { ours - theirs }

  /// Whether the two agree.
  public var verdict: Verdict {
    if difference.magnitude <= tolerance { return .reproduced }
    return explanation.isEmpty ? .differsUnexplained : .differsExplained
  }
}
