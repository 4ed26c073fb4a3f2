// SPDX-License-Identifier: Apache-2.0

/// Whether a measure still rises or falls within the counted run.
///
/// In each replication the mean of the second half is compared with that of the first; replications
/// are independent, so that Student's t tells drift from luck.
public struct Drift: Hashable, Sendable {
  /// The mean of the second half less that of the first, with its interval.
  public let change: Estimate

  /// Whether the interval leaves out 0.
  public var isClear: Bool {
    guard let half = change.halfWidth else { return false }
    return change.mean.magnitude > half
  }

  /// The drift of some series, one of each replication; nil without any of two observations.
  ///
  /// Many measures are looked at together, so the confidence asked for is 99.9% unless told otherwise.
  public static func of(_ series: [[Double]], confidence: Double = 0.999) -> Drift? {
    let changes = series.filter { $0.count >= 2 }.map { values in
      let half = values.count / 2
      return mean(values.suffix(half)) - mean(values.prefix(half))
    }
    return Estimate.of(changes, confidence: confidence).map(Drift.init)
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
