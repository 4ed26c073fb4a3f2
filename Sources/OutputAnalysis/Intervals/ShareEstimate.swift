// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A share of independent trials with its interval of confidence.
///
/// The score interval of Wilson (1927), "Probable inference, the law of succession, and statistical
/// inference", JASA 22. It stays between 0 and 1, and says something even when all or none succeeded.
public struct ShareEstimate: Hashable, Sendable, Codable {
  /// The share found.
  public let share: Double
  /// The lower end of the interval.
  public let low: Double
  /// The upper end of the interval.
  public let high: Double
  /// How many trials.
  public let trials: Int

  /// The estimate that so many successes make; nil without trials, or with more successes than them.
  public static func of(
    _ successes: Int, of trials: Int, confidence: Double = 0.95
  ) -> ShareEstimate? {
    guard trials > 0, (0...trials).contains(successes), confidence > 0, confidence < 1 else {
      return nil
    }
    let count = Double(trials)
    let share = Double(successes) / count
    let z = StandardNormal.quantile((1 + confidence) / 2)
    let square = z * z / count
    let centre = (share + square / 2) / (1 + square)
    let half = z / (1 + square) * (share * (1 - share) / count + square / (4 * count)).squareRoot()
    return ShareEstimate(
      share: share, low: successes == 0 ? 0 : max(0, centre - half),
      high: successes == trials ? 1 : min(1, centre + half), trials: trials)
  }
}
