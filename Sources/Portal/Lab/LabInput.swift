// SPDX-License-Identifier: Apache-2.0

/// An assumption that a reader of the lab can change.
public struct LabInput: Sendable, Equatable {
  /// What somebody found out elsewhere about the same thing.
  public struct Evidence: Sendable, Equatable {
    /// What was found, for a reader.
    public var label: String
    /// The low end, in the unit of the assumption.
    public var low: Double
    /// The high end, in the unit of the assumption.
    public var high: Double
    /// How strong it is: "strong", "moderate" or "weak".
    public var strength: String
    /// The id of the source; empty when there is none.
    public var source: String

    /// Evidence with its range.
    public init(label: String, low: Double, high: Double, strength: String, source: String) {
      self.label = label
      self.low = low
      self.high = high
      self.strength = strength
      self.source = source
    }
  }

  /// The permanent id of the assumption.
  public var id: String
  /// What is assumed, for a reader.
  public var label: String
  /// The unit as it is printed after a number: "%", "days", "£ million".
  public var unit: String
  /// The heading under which it stands: "Local care".
  public var group: String
  /// The low end of what the plan holds credible.
  public var low: Double
  /// The middle.
  public var central: Double
  /// The high end.
  public var high: Double
  /// How the values between the ends are spread, in words: "the middle is likeliest".
  public var shape: String
  /// Why the plan has this value.
  public var why: String
  /// Whether what it rests on was made up by a program.
  public var isSynthetic: Bool
  /// What is known from elsewhere.
  public var evidence: [Evidence]

  /// An assumption with its range.
  public init(
    id: String, label: String, unit: String, group: String, low: Double, central: Double,
    high: Double, shape: String = "", why: String = "", isSynthetic: Bool = false,
    evidence: [Evidence] = []
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.group = group
    self.low = low
    self.central = central
    self.high = high
    self.shape = shape
    self.why = why
    self.isSynthetic = isSynthetic
    self.evidence = evidence
  }

  /// What can be typed.
  ///
  /// The range of the plan and of the evidence, once more as far to either side,
  /// down to nothing and up to twice the middle, so that "half of what you claim" can always be
  /// asked. What is never negative in the plan and its evidence stays so.
  public var allowed: ClosedRange<Double> {
    let found = [low, central, high] + evidence.map(\.low) + evidence.map(\.high)
    let known = found.filter { $0.isFinite }
    let floor = known.min() ?? 0
    let width = high - low
    let ends = known + [central * 2, 0, high + width] + (floor < 0 ? [low - width] : [])
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 0)
    // A share of something is never more than all of it.
    let isShare = unit == "%" && least >= 0 && max(high, central) <= 100
    return least...(isShare ? min(most, 100) : most)
  }

  /// The middle of what the evidence says, over all that is known; nil without evidence.
  public var evidenceMiddle: Double? {
    guard let low = evidence.map(\.low).min(), let high = evidence.map(\.high).max() else {
      return nil
    }
    return (low + high) / 2
  }
}
