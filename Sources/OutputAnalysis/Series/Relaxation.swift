// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How long a unit remembers how its run began.
///
/// What the start does to a mean fades by the factor e in each relaxation time. For one server and
/// exponential times it is `1 / (μ (1 − √ρ)²)` (Morse 1955; Cohen 1982, "The Single Server Queue"). For
/// c servers near saturation the slowest mode is that of one server c times as fast, and a unit never
/// forgets faster than its patients leave, so the rule here is
/// `stay × max(1, 1 / (c (1 − √ρ)²))`, the decay rate that van Doorn (1981) and Gamarnik and Goldberg
/// (2013, "On the rate of convergence to stationarity of the M/M/n queue in the Halfin-Whitt regime")
/// find near saturation. Irregular stays make it longer by half of one and their squared coefficient of
/// variation, as in the diffusion of a busy queue. Where a queue has a limit of K places, the mode
/// of the walk between its ends is taken: `c μ (1 + ρ − 2 √ρ cos(π / (K + 1)))`.
public struct Relaxation: Hashable, Sendable {
  /// The share of the start's effect that may be left in a mean that is called steady.
  public static let tolerance = 0.05

  /// Days in which the effect of the start falls to 1 / e; infinite where more comes than can be
  /// cared for and nothing limits the queue.
  public let days: Double

  /// The relaxation time of a unit.
  /// - Parameters:
  ///   - load: the share of beds that would be in use if nobody were turned away; for a unit without a
  ///     limit it is not looked at.
  ///   - servers: beds; nil for a unit without a limit.
  ///   - meanStay: days that a bed is in use.
  ///   - squaredVariation: of stays: variance over the square of the mean, 1 for exponential ones.
  ///   - queueLimit: how many can wait; nil for no limit.
  public init(
    load: Double, servers: Int?, meanStay: Double, squaredVariation: Double = 1,
    queueLimit: Int? = nil
  ) {
    let irregular = max(1, (1 + squaredVariation) / 2)
    let plain = meanStay * irregular
    guard let servers, servers > 0 else {
      days = plain
      return
    }
    let root = max(0, load).squareRoot()
    let gap: Double
    if let queueLimit {
      let angle = Double.pi / Double(queueLimit + 1)
      gap = 1 + max(0, load) - 2 * root * Elementary.cosine(angle)
    } else {
      gap = load >= 1 ? 0 : (1 - root) * (1 - root)
    }
    days = gap > 0 ? plain * max(1, 1 / (Double(servers) * gap)) : .infinity
  }

  /// The share of the effect of the start that is left in the mean over a counted run that follows a
  /// warm-up: 1 when all is.
  public func startLeft(warmUp: Double, length: Double) -> Double {
    guard days.isFinite, days > 0 else { return days > 0 ? 1 : 0 }
    let ratio = max(length, 0) / days
    let within = ratio > 1e-9 ? (1 - Elementary.exponential(-ratio)) / ratio : 1
    return Elementary.exponential(-max(warmUp, 0) / days) * within
  }

  /// Whether a run is long enough to be called steady.
  public func hasSettled(warmUp: Double, length: Double) -> Bool {
    startLeft(warmUp: warmUp, length: length) <= Self.tolerance
  }

  /// The warm-up after which a run of any length is steady: about three relaxation times.
  public var warmUpNeeded: Double { -Elementary.logarithm(Self.tolerance) * days }
}
