// SPDX-License-Identifier: Apache-2.0

/// The quantiles of some values, which are sorted once.
///
/// The quantile of a share `p` lies at place `(n - 1) p` of the sorted values, counted from 0, and
/// between two values on the straight line: type 7 of Hyndman and Fan (1996), "Sample quantiles in
/// statistical packages", which is also what spreadsheets and R do when not told otherwise.
public struct SampleQuantiles: Hashable, Sendable {
  /// The values, in rising order.
  public let sorted: [Double]

  /// The quantiles of some values.
  /// - Throws: `SamplingError.noValues`, and `valueNotANumber` for one that is not finite.
  public init(_ values: [Double]) throws(SamplingError) {
    try SampleValues.check(values)
    sorted = values.sorted()
  }

  /// The value below which a share lies; shares outside 0 to 1 are taken as the nearer end.
  public func quantile(_ share: Double) -> Double {
    let place = Double(sorted.count - 1) * min(max(share, 0), 1)
    let below = Int(place)
    let part = place - Double(below)
    guard part > 0, below + 1 < sorted.count else { return sorted[below] }
    return sorted[below] * (1 - part) + sorted[below + 1] * part
  }

  /// The middle value.
  public var median: Double { quantile(0.5) }
}
