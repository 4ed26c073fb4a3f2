// SPDX-License-Identifier: Apache-2.0

/// Collects mistakes, so that a user hears of all of them at once.
struct MistakeList {
  private(set) var errors: [FinanceError] = []

  mutating func report(_ error: FinanceError) { errors.append(error) }

  mutating func report(_ error: FinanceError, unless holds: Bool) {
    if !holds { errors.append(error) }
  }

  func throwIfAny() throws(FinanceErrors) {
    guard errors.isEmpty else { throw FinanceErrors(all: errors) }
  }

  /// Checks that an amount is a finite number of zero or more.
  mutating func requireZeroOrMore(_ amount: MillionPounds, _ place: Place) {
    guard amount.value.isFinite else { return report(.amountNotFinite(place)) }
    report(.negativeAmount(place), unless: amount.value >= 0)
  }

  mutating func requireShare(_ share: Share, _ place: Place) {
    report(.shareOutsideZeroToOne(place), unless: share.isPartOfOne)
  }

  /// Checks that each year that has a value is one of `years`.
  mutating func requireYears(_ named: [Year], within years: Range<Year>, _ place: Place) {
    for year in named where !years.contains(year) {
      report(.yearOutsideHorizon(year, place))
    }
  }

  /// Checks that a series has a usable rate for each of `years` and none for any other year.
  mutating func requireRates(_ rate: YearlyRate, onlyOf years: Range<Year>, _ place: Place) {
    requireYears(rate.namedYears, within: years, place)
    requireRates(rate, of: years, place)
  }

  /// Checks that a series has a usable rate for each of `years`; it may go beyond them.
  mutating func requireRates(_ rate: YearlyRate, of years: some Sequence<Year>, _ place: Place) {
    if case .constant(let value) = rate { return requireRate(value, place) }
    for year in years {
      guard let value = rate[year] else {
        report(.missingRate(year, place))
        continue
      }
      requireRate(value, place)
    }
  }

  mutating func requireRate(_ rate: Percent, _ place: Place) {
    guard rate.value.isFinite else { return report(.rateNotFinite(place)) }
    report(.rateNotAboveMinus100(place), unless: rate.value > -100)
  }
}

extension Sequence where Element: Hashable {
  /// The elements that occur again after their first time, in that order.
  func repeated() -> [Element] {
    var seen: Set<Element> = []
    return filter { !seen.insert($0).inserted }
  }
}
