// SPDX-License-Identifier: Apache-2.0

/// The rates at which money in later years counts for less.
public struct DiscountSchedule: Equatable, Sendable {
  /// A rate and the year from which it holds.
  public struct Band: Equatable, Sendable {
    /// The first year that is discounted at this rate; 0 is the year of decision.
    public let firstYear: Int
    /// The rate, such as 0.035.
    public let rate: Double

    /// States a rate from a year on.
    public init(firstYear: Int, rate: Double) {
      self.firstYear = firstYear
      self.rate = rate
    }
  }

  /// The most years for which factors are worked out.
  public static let mostYears = 1_000

  /// The rates in the order of their first years; the last holds for ever.
  public let bands: [Band]

  /// Makes a schedule.
  ///
  /// - Parameter bands: rates by first year, the first from year 0 and the others after it.
  /// - Throws: `ValueError.noRateFromYearZero`, `.ratesOutOfOrder` or `.impossibleRate`.
  public init(_ bands: [Band]) throws(ValueError) {
    guard bands.first?.firstYear == 0 else { throw .noRateFromYearZero }
    for (earlier, later) in zip(bands, bands.dropFirst()) where later.firstYear <= earlier.firstYear
    {
      throw .ratesOutOfOrder(year: later.firstYear)
    }
    for band in bands where !(band.rate > -1 && band.rate.isFinite) {
      throw .impossibleRate(year: band.firstYear, rate: band.rate)
    }
    self.init(checked: bands)
  }

  private init(checked bands: [Band]) { self.bands = bands }

  /// The rates of the Treasury's Green Book for costs and benefits: 3.5% to year 30, 3.0% after it.
  public static let greenBook = DiscountSchedule(checked: [
    Band(firstYear: 0, rate: 0.035), Band(firstYear: 31, rate: 0.030),
  ])

  /// The factors of years 0 to `lastYear`; year 0 counts in full.
  ///
  ///     factor(t) = factor(t - 1) / (1 + rate(t))
  /// - Throws: `ValueError.impossibleYears`.
  public func factors(to lastYear: Int) throws(ValueError) -> [Double] {
    let allowed = 0...Self.mostYears
    guard allowed.contains(lastYear) else { throw .impossibleYears(lastYear, allowed: allowed) }
    var factors = [1.0]
    for year in 0..<lastYear { factors.append(factors[year] / (1 + rate(in: year + 1))) }
    return factors
  }

  /// What one pound a year is worth, from year 1 to `lastYear`.
  ///
  /// - Throws: `ValueError.impossibleYears`.
  public func annuity(to lastYear: Int) throws(ValueError) -> Double {
    try factors(to: lastYear).dropFirst().reduce(0, +)
  }

  /// The yearly cost, from year 1 to `lastYear`, that is worth as much as a sum today.
  ///
  /// - Throws: `ValueError.impossibleYears` also when there is no year after 0.
  public func equivalentAnnualCost(
    of presentCost: Double, to lastYear: Int
  ) throws(ValueError) -> Double {
    guard lastYear > 0 else { throw .impossibleYears(lastYear, allowed: 1...Self.mostYears) }
    return presentCost / (try annuity(to: lastYear))
  }

  private func rate(in year: Int) -> Double { bands.last { $0.firstYear <= year }?.rate ?? 0 }
}
