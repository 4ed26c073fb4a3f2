// SPDX-License-Identifier: Apache-2.0

/// How a national price moves: with inflation, less the efficiency asked of providers.
///
/// `price change = inflation - efficiency`, in percentage points. National planning assumed 2% of
/// efficiency in every year from 2016/17 to 2020/21 (NHS Improvement, "Economic assumptions
/// 2016/17 to 2020/21").
public struct TariffRule: Hashable, Sendable {
  /// The inflation of providers' costs.
  public let inflation: YearlyRate
  /// The efficiency taken out of the price.
  public let efficiency: YearlyRate

  /// States a rule.
  public init(inflation: YearlyRate, efficiency: YearlyRate) {
    self.inflation = inflation
    self.efficiency = efficiency
  }

  /// Works out the price change into each of `years`, to be used as a ``Driver/price`` rate.
  ///
  /// - Throws: a missing rate for each year without one, and rates that are not finite or not above
  ///   -100%.
  public func priceChanges(over years: ClosedRange<Year>) throws(FinanceErrors) -> YearlyRate {
    var mistakes = MistakeList()
    mistakes.requireRates(inflation, of: years, Place(.tariff, .inflation))
    mistakes.requireRates(efficiency, of: years, Place(.tariff, .efficiency))
    try mistakes.throwIfAny()
    var series: [Year: Percent] = [:]
    for year in years {
      guard let up = inflation[year], let down = efficiency[year] else { continue }
      series[year] = Percent(up.value - down.value)
    }
    return .byYear(series)
  }
}
