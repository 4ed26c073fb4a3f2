// SPDX-License-Identifier: Apache-2.0

/// A value that is either known or drawn anew for each run.
public enum Parameter: Sendable, Hashable {
  /// A known number: it never varies.
  case number(Double)
  /// An uncertain input, by its position among the values of a run, in the unit of the model after
  /// `scale × drawn + offset`.
  ///
  /// A plan that states growth in per cent gives the scale 0.01; one that states "1.02 times" gives
  /// the offset −1.
  case input(Int, scale: Double = 1, offset: Double = 0)

  /// The input that it depends on.
  public var input: Int? {
    if case .input(let index, _, _) = self { index } else { nil }
  }

  /// The value in a run, held within a range.
  ///
  /// - Precondition: the run has that many values.
  @inline(__always)
  func value(_ values: [Double], within range: ClosedRange<Double>) -> Double {
    switch self {
    case .number(let number): number
    case .input(let index, let scale, let offset):
      min(max(scale * values[index] + offset, range.lowerBound), range.upperBound)
    }
  }
}
