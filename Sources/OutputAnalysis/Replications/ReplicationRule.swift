// SPDX-License-Identifier: Apache-2.0

import Sampling

/// When there are enough replications of one measure.
///
/// Hoad, Robinson and Davies (2010), "Automated selection of the number of replications for a
/// discrete-event simulation", Journal of the Operational Research Society 61, 1632-1644: from three
/// replications on, stop when half of the interval is at most a share of the mean, and stays so for
/// five replications more (for more than 100, five in every hundred).
///
/// Values are told one after another, so that a runner can add replications for as long as it takes.
/// The replications that only looked ahead are kept: they are as good as any.
public struct ReplicationRule: Hashable, Sendable {
  /// The share of the mean that half of the interval may be.
  public let precision: Double
  /// Of the interval.
  public let confidence: Double
  /// Replications before it first looks.
  public static let first = 3
  /// Replications for which precision must last.
  public static let lookAhead = 5

  /// Values so far.
  public private(set) var count = 0
  /// The number at which precision was first reached and has lasted since; nil when it has not.
  public private(set) var reachedAt: Int?
  /// Half of the interval over the mean so far; nil for fewer than two values.
  public private(set) var relativeHalfWidth: Double?

  private var mean = 0.0
  private var squares = 0.0

  /// A rule for a measure of which nothing is known yet.
  public init(precision: Double, confidence: Double = 0.95) {
    self.precision = precision
    self.confidence = confidence
  }

  /// How many replications precision has to last after it was reached at a number.
  public static func lookAhead(from number: Int) -> Int { lookAhead * max(number, 100) / 100 }

  /// Whether precision was reached and has lasted long enough.
  public var isSatisfied: Bool {
    guard let reachedAt else { return false }
    return count >= reachedAt + Self.lookAhead(from: reachedAt)
  }

  /// How many more replications it will probably take: the interval narrows with the square root.
  public var probablyMissing: Int {
    guard !isSatisfied else { return 0 }
    if let reachedAt { return reachedAt + Self.lookAhead(from: reachedAt) - count }
    guard let relativeHalfWidth, relativeHalfWidth.isFinite, precision > 0 else {
      return max(Self.first + Self.lookAhead - count, Self.lookAhead)
    }
    let ratio = relativeHalfWidth / precision
    let wanted = min(Double(count) * ratio * ratio, 1e6)
    return max(Self.lookAhead, Int(wanted) - count + Self.lookAhead(from: Int(wanted)))
  }

  /// Takes the value of the next replication; one that is not finite makes precision unreachable.
  ///
  /// The mean and the squares are updated as Welford (1962) does.
  public mutating func add(_ value: Double) {
    let wasSatisfied = isSatisfied
    count += 1
    let before = value - mean
    mean += before / Double(count)
    squares += before * (value - mean)
    guard count >= 2 else { return }
    let error = (squares / Double(count - 1) / Double(count)).squareRoot()
    let half = StudentT.twoSided(confidence, degreesOfFreedom: count - 1) * error
    let relative = half == 0 ? 0 : half / mean.magnitude
    relativeHalfWidth = relative
    guard count >= Self.first else { return }
    if !(relative <= precision) {
      // What was reached once and did not last counts for nothing.
      if !wasSatisfied { reachedAt = nil }
    } else if reachedAt == nil {
      reachedAt = count
    }
  }
}
