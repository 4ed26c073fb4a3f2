// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the values or the weights of a distribution.
public enum DistributionError: Error, Equatable, Sendable {
  /// There isn't one weight for each value.
  case countsDiffer(values: Int, weights: Int)
  /// A value is not a number, or minus infinity.
  case impossibleValue(Double, position: Int)
  /// A weight is below zero, infinite or not a number.
  case impossibleWeight(Double, position: Int)
  /// No value has a weight above zero, so there is nobody to describe.
  case noWeight
  /// The weights are so large that their sum is not a finite number.
  case weightNotFinite
  /// A percentile is asked for at a share below 0, above 1 or not a number.
  case shareOutsideZeroToOne(Double)
  /// The edges of a histogram are fewer than two, not finite or not rising.
  case edgesNotRising([Double])
  /// A measure of inequality needs values of zero or more, all finite.
  case valueNotZeroOrMore(Double)
}

extension DistributionError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .countsDiffer(let values, let weights):
      "there are \(values) values and \(weights) weights: give one weight for each value"
    case .impossibleValue(let value, let position):
      "value \(position + 1) is \(value): give a number, or infinity where there is no route"
    case .impossibleWeight(let weight, let position):
      "weight \(position + 1) is \(weight): give a finite number of zero or more"
    case .noWeight: "no weight is above zero: give at least one person"
    case .weightNotFinite: "the weights sum to more than a number can hold: use smaller weights"
    case .shareOutsideZeroToOne(let share):
      "a percentile was asked for at \(share): give a share from 0 to 1"
    case .edgesNotRising(let edges):
      "the edges \(edges) don't rise: give two or more finite numbers, each above the last"
    case .valueNotZeroOrMore(let value):
      "the value \(value) can't be compared for inequality: give finite numbers of zero or more"
    }
  }
}
