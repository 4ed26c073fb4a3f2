// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the money of an appraisal.
public enum ValueError: Error, Equatable, Sendable {
  /// A schedule of discount rates has no rate for year 0.
  case noRateFromYearZero
  /// The first years of a schedule's rates don't rise.
  case ratesOutOfOrder(year: Int)
  /// A discount rate is -100% or less, infinite or not a number.
  case impossibleRate(year: Int, rate: Double)
  /// An appraisal has no years, or more than a person could plan for.
  case impossibleYears(Int, allowed: ClosedRange<Int>)
  /// A line doesn't have one amount for each year.
  case wrongNumberOfYears(line: String, found: Int, expected: Int)
  /// An amount is infinite or not a number.
  case amountNotFinite(line: String, year: Int)
  /// Two lines have this name.
  case repeatedLine(String)
  /// An uplift for optimism is -100% or less, infinite or not a number.
  case impossibleUplift(Double)
  /// A share is below 0, above 1 or not a number.
  case shareOutsideZeroToOne(Double)
  /// A lower bound of optimism bias is above the upper one.
  case boundsUpsideDown(lower: Double, upper: Double)
  /// Weights of optimism bias are negative, not finite or all zero.
  case impossibleWeights
  /// The two appraisals that are compared have other years or other rates.
  case appraisalsDiffer
}

extension ValueError: CustomStringConvertible {
  /// The mistake as a sentence that says what to give instead.
  public var description: String {
    switch self {
    case .noRateFromYearZero: "no discount rate holds from year 0: give the first one from there"
    case .ratesOutOfOrder(let year):
      "the rate from year \(year) comes after a later one: give rates in the order of years"
    case .impossibleRate(let year, let rate):
      "the rate from year \(year) is \(rate): give a finite number above -1, such as 0.035"
    case .impossibleYears(let years, let allowed):
      "\(years) years were given: give \(allowed.lowerBound) to \(allowed.upperBound)"
    case .wrongNumberOfYears(let line, let found, let expected):
      "line '\(line)' has \(found) amounts: give \(expected), one for each year from 0"
    case .amountNotFinite(let line, let year):
      "line '\(line)': the amount of year \(year) is not a finite number: give one, or zero"
    case .repeatedLine(let line): "line '\(line)' is given twice: name each line once"
    case .impossibleUplift(let uplift):
      "the uplift is \(uplift): give a finite number above -1, such as 0.24"
    case .shareOutsideZeroToOne(let share): "the share is \(share): give a number from 0 to 1"
    case .boundsUpsideDown(let lower, let upper):
      "the lower bound \(lower) is above the upper bound \(upper): change them round"
    case .impossibleWeights: "the weights can't be parts of a whole: give some above zero"
    case .appraisalsDiffer:
      "the appraisals have other years or discount rates: compare like with like"
    }
  }
}
