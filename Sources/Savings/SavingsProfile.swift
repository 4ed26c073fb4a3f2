// SPDX-License-Identifier: Apache-2.0

/// What a scheme plans to save, month by month.
///
/// Part-year effect is what falls into a financial year; full-year effect is twelve times the steady
/// month. These are the terms of cost improvement programmes in the English health service.
public struct SavingsProfile: Sendable, Equatable {
  /// The first month of the saving.
  public let start: SavingsMonth
  /// Pounds in each month from the first; a recurrent scheme then keeps on at the last of them.
  public let monthly: [Double]
  /// Whether the saving comes again each year.
  public let isRecurrent: Bool

  /// A profile month by month.
  ///
  /// - Throws: `SavingsError` when there is no month or an amount is not a number.
  public init(
    start: SavingsMonth, monthly: [Double], isRecurrent: Bool
  ) throws(SavingsError) {
    guard !monthly.isEmpty else {
      throw SavingsError("A profile has no month. Give the pounds of at least one month.")
    }
    guard monthly.allSatisfy(\.isFinite) else {
      throw SavingsError("A month of the profile is not a number. Give pounds.")
    }
    self.start = start
    self.monthly = monthly
    self.isRecurrent = isRecurrent
  }

  private init(none: ()) {
    start = SavingsMonth(number: 0)
    monthly = [0]
    isRecurrent = false
  }

  /// A profile that saves nothing.
  public static let nothing = SavingsProfile(none: ())

  /// The same amount every month, a twelfth of what a year brings.
  ///
  /// A scheme that is not recurrent stops at the end of the financial year in which it starts.
  /// - Throws: `SavingsError` when the amount is not a number.
  public static func straightLine(
    annual: Double, from start: SavingsMonth, isRecurrent: Bool
  ) throws(SavingsError) -> SavingsProfile {
    let months = isRecurrent ? 1 : monthsLeft(from: start)
    return try SavingsProfile(
      start: start, monthly: Array(repeating: annual / 12, count: months),
      isRecurrent: isRecurrent)
  }

  /// A first year with an amount of its own, spread evenly, and then a twelfth of a full year.
  ///
  /// - Throws: `SavingsError` when an amount is not a number.
  public static func phased(
    firstYear: Double, annual: Double, from start: SavingsMonth, isRecurrent: Bool
  ) throws(SavingsError) -> SavingsProfile {
    let months = monthsLeft(from: start)
    let first = Array(repeating: firstYear / Double(months), count: months)
    return try SavingsProfile(
      start: start, monthly: isRecurrent ? first + [annual / 12] : first,
      isRecurrent: isRecurrent)
  }

  private static func monthsLeft(from start: SavingsMonth) -> Int {
    SavingsMonth.april(start.financialYear + 1).number - start.number
  }

  /// Pounds planned in a month.
  public func amount(in month: SavingsMonth) -> Double {
    let place = month.number - start.number
    guard place >= 0 else { return 0 }
    if place < monthly.count { return monthly[place] }
    return isRecurrent ? monthly[monthly.count - 1] : 0
  }

  /// Pounds planned from one month to another, both included.
  public func amount(from first: SavingsMonth, through last: SavingsMonth) -> Double {
    guard first <= last else { return 0 }
    return (first.number...last.number).reduce(0) {
      $0 + amount(in: SavingsMonth(number: $1))
    }
  }

  /// Pounds that fall into a financial year.
  public func partYearEffect(_ year: Int) -> Double {
    amount(from: .april(year), through: SavingsMonth.april(year + 1).adding(-1))
  }

  /// Pounds a year once the scheme runs steadily; 0 when it is not recurrent.
  public var fullYearEffect: Double {
    isRecurrent ? 12 * monthly[monthly.count - 1] : 0
  }

  /// What a year still owes to the next: full-year less part-year effect.
  ///
  /// Negative for a scheme that is not recurrent: by so much the gap opens again in April.
  public func carryForward(from year: Int) -> Double { fullYearEffect - partYearEffect(year) }

  /// Pounds of a year that will not come again, and so open the gap again in April.
  public func reopenedGap(after year: Int) -> Double {
    isRecurrent ? 0 : partYearEffect(year)
  }
}

/// The position of an organisation without what will not come again.
public enum UnderlyingPosition {
  /// Reported position less savings that are not recurrent, in the unit of both.
  public static func of(reported: Double, nonRecurrent: Double) -> Double {
    reported - nonRecurrent
  }
}
