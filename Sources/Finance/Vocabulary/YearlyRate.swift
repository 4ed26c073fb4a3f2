// SPDX-License-Identifier: Apache-2.0

/// A rate of change for each year, as a percentage of the year before.
///
/// The rate of a year is the change from the year before it to that year, so a series begins in
/// the first year after the base year.
public enum YearlyRate: Hashable, Sendable {
  /// The same rate in every year.
  case constant(Percent)
  /// A rate for each year named, and none for the others.
  case byYear([Year: Percent])

  /// The rate of change into `year`; nil when the series has none.
  public subscript(year: Year) -> Percent? {
    switch self {
    case .constant(let rate): rate
    case .byYear(let rates): rates[year]
    }
  }

  /// The years that have a rate of their own, in order; empty for a constant rate.
  var namedYears: [Year] {
    switch self {
    case .constant: []
    case .byYear(let rates): rates.keys.sorted()
    }
  }

  /// Grows 1 from `years.first` and returns its value in each of `years`.
  ///
  /// - Precondition: a rate for every year but the first; the validating initialisers see to it.
  func growthFactors(over years: ClosedRange<Year>) -> [Double] {
    var factor = 1.0
    return years.map { year in
      if year > years.lowerBound {
        guard let rate = self[year] else {
          preconditionFailure("a validated series has a rate for every year of the horizon")
        }
        factor *= rate.growthFactor
      }
      return factor
    }
  }
}

extension YearlyRate: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a constant rate from a literal such as `1.5`.
  public init(floatLiteral value: Double) { self = .constant(Percent(value)) }

  /// Creates a constant rate from a literal such as `2`.
  public init(integerLiteral value: Int) { self = .constant(Percent(Double(value))) }
}
