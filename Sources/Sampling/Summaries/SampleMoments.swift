// SPDX-License-Identifier: Apache-2.0

/// The mean and the spread of some values.
public struct SampleMoments: Hashable, Sendable {
  /// How many values there are.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their variance, with one less than the count below the line; 0 for a single value.
  public let variance: Double

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// How far the mean of as many draws typically lies from the true one.
  public var standardErrorOfMean: Double { (variance / Double(count)).squareRoot() }

  /// The moments of some values, in two passes with compensated sums.
  /// - Throws: `SamplingError.noValues`, and `valueNotANumber` for one that is not finite.
  public init(_ values: [Double]) throws(SamplingError) {
    try SampleValues.check(values)
    count = values.count
    let mean = CompensatedSum.of(values) / Double(values.count)
    var squares = CompensatedSum()
    for value in values { squares.add((value - mean) * (value - mean)) }
    self.mean = mean
    variance = values.count > 1 ? squares.value / Double(values.count - 1) : 0
  }
}

/// What every summary asks of its values.
enum SampleValues {
  static func check(_ values: [Double]) throws(SamplingError) {
    guard !values.isEmpty else { throw .noValues }
    if let place = values.firstIndex(where: { !$0.isFinite }) { throw .valueNotANumber(at: place) }
  }
}
