// SPDX-License-Identifier: Apache-2.0

/// A share with the range that sampling error alone would allow.
///
/// The range is the score interval (Wilson, 1927). It stays inside 0 to 1 and behaves at 0 and at
/// 100 per cent, where the textbook interval collapses. A consultation is not a random sample: the
/// range says how much the figure could move by chance, not how well it stands for the public.
public struct ProportionInterval: Sendable, Equatable {
  /// The share seen, from 0 to 1.
  public let share: Double
  /// The lower limit, from 0 to 1.
  public let lower: Double
  /// The upper limit, from 0 to 1.
  public let upper: Double

  /// The two-sided 95 per cent point of the standard normal distribution.
  public static let ninetyFivePerCent = 1.959963984540054

  /// Makes the interval for a count out of a base.
  ///
  /// Returns nil when the base is not positive or the count lies outside it: there is no share.
  public init?(count: Int, base: Int) {
    guard base > 0, count >= 0, count <= base else { return nil }
    self.init(share: Double(count) / Double(base), base: Double(base))
  }

  /// Makes the interval for a share of a base that may be fractional, as an effective sample is.
  ///
  /// Returns nil when the base is not positive or the share lies outside 0 to 1.
  public init?(share: Double, base: Double) {
    guard base > 0, base.isFinite, share >= 0, share <= 1 else { return nil }
    let z = Self.ninetyFivePerCent
    let spread = z * z / base
    let centre = (share + spread / 2) / (1 + spread)
    let variance = share * (1 - share) / base + spread / (4 * base)
    let reach = z * variance.squareRoot() / (1 + spread)
    self.share = share
    // At the two ends the limit is exactly the end; arithmetic would leave a trace of rounding.
    self.lower = share == 0 ? 0 : max(0, centre - reach)
    self.upper = share == 1 ? 1 : min(1, centre + reach)
  }

  /// The share as a percentage, from 0 to 100.
  public var percent: Double { 100 * share }
  /// The lower limit as a percentage, from 0 to 100.
  public var lowerPercent: Double { 100 * lower }
  /// The upper limit as a percentage, from 0 to 100.
  public var upperPercent: Double { 100 * upper }
}
