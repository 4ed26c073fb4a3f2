// SPDX-License-Identifier: Apache-2.0

/// A number that is not known for certain.
public struct UncertainInput: Hashable, Sendable {
  /// Its name, which its luck hangs on: rename it and it draws other values.
  public let id: String
  /// How likely each value is.
  public let distribution: Distribution
  /// The value that stands for it when nothing varies.
  public let centre: Double

  /// An input with a central value, by default that of its distribution.
  /// - Throws: `SamplingError.input` when the central value is not a finite number.
  public init(
    id: String, distribution: Distribution, centre: Double? = nil
  ) throws(SamplingError) {
    let centre = centre ?? distribution.centre
    guard centre.isFinite else { throw .input(id, .notANumber(centre)) }
    self.id = id
    self.distribution = distribution
    self.centre = centre
  }
}
