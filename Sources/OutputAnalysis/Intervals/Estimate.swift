// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A mean over independent replications with its interval of confidence.
public struct Estimate: Hashable, Sendable, Codable {
  /// The mean over replications.
  public let mean: Double
  /// Half of the width of the interval, by Student's t; nil for fewer than two replications.
  public let halfWidth: Double?
  /// The standard deviation between replications; nil for fewer than two.
  public let standardDeviation: Double?
  /// How many replications.
  public let replications: Int

  /// An estimate of its parts.
  public init(mean: Double, halfWidth: Double?, standardDeviation: Double?, replications: Int) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.standardDeviation = standardDeviation
    self.replications = replications
  }

  /// The estimate that values make, one of each replication and never one of each patient.
  ///
  /// - Parameters:
  ///   - values: in the order of the replications, so that the same ones give the same bits.
  ///   - confidence: of the interval, between 0 and 1.
  /// - Returns: the estimate; nil when there are no values or one is not a finite number.
  public static func of(_ values: [Double], confidence: Double = 0.95) -> Estimate? {
    guard let moments = try? SampleMoments(values) else { return nil }
    guard values.count > 1 else {
      return Estimate(
        mean: moments.mean, halfWidth: nil, standardDeviation: nil, replications: values.count)
    }
    let factor = StudentT.twoSided(confidence, degreesOfFreedom: values.count - 1)
    return Estimate(
      mean: moments.mean, halfWidth: factor * moments.standardErrorOfMean,
      standardDeviation: moments.standardDeviation, replications: values.count)
  }

  /// How far the mean of as many replications typically lies from the true one; nil for fewer than two.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(replications).squareRoot() }
  }

  /// The lower end of the interval; nil for fewer than two replications.
  public var low: Double? { halfWidth.map { mean - $0 } }
  /// The upper end of the interval; nil for fewer than two replications.
  public var high: Double? { halfWidth.map { mean + $0 } }

  /// Half of the width over the size of the mean: 0 when nothing varies, infinite when only the mean
  /// is 0; nil for fewer than two replications.
  public var relativeHalfWidth: Double? {
    halfWidth.map { $0 == 0 ? 0 : $0 / mean.magnitude }
  }

  /// Whether a value lies within so many standard errors of the mean, widened as Student's t asks when
  /// there are few replications; nil for fewer than two.
  ///
  /// With 4 standard errors chance alone raises an alarm once in 16,000 times.
  public func includes(_ value: Double, standardErrors: Double = 4) -> Bool? {
    guard let standardError else { return nil }
    let confidence = 1 - 2 * StandardNormal.cumulative(-standardErrors)
    let factor = StudentT.twoSided(confidence, degreesOfFreedom: replications - 1)
    return (value - mean).magnitude <= factor * standardError
  }
}

extension Estimate {
  /// The estimate of a mean that is a sum over another, such as days waited over people: all of the one
  /// over all of the other, with the interval of the ratio estimator (Cochran 1977, "Sampling
  /// Techniques", 6.3).
  ///
  /// The mean of the replications' own ratios would give a quiet replication as much weight as a busy
  /// one. Nil when there are none, a value is not finite, or the sum below the line is 0.
  public static func ratio(
    _ numerators: [Double], over denominators: [Double], confidence: Double = 0.95
  ) -> Estimate? {
    guard numerators.count == denominators.count, let above = try? SampleMoments(numerators),
      let below = try? SampleMoments(denominators), below.mean > 0
    else { return nil }
    let ratio = above.mean / below.mean
    let residuals = zip(numerators, denominators).map { ($0 - ratio * $1) / below.mean }
    guard let spread = Estimate.of(residuals, confidence: confidence) else { return nil }
    return Estimate(
      mean: ratio, halfWidth: spread.halfWidth, standardDeviation: spread.standardDeviation,
      replications: spread.replications)
  }
}
