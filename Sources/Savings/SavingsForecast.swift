// SPDX-License-Identifier: Apache-2.0

/// How the rest of a year is forecast.
public enum ForecastMethod: String, Sendable, CaseIterable, Codable {
  /// Each month to come brings the mean of the latest months recorded.
  case runRate = "run-rate"
  /// Each month to come brings its plan times the confidence in it.
  case profiled
  /// Each month to come brings the greater of the two.
  case greater
}

/// What a forecast needs beside the plan and the record.
public struct ForecastRule: Sendable, Equatable {
  /// How the months to come are forecast.
  public let method: ForecastMethod
  /// The share of the plan that is counted on, 0 to 1.
  public let confidence: Double
  /// How many of the latest recorded months make the run-rate.
  public let runRateMonths: Int

  /// A rule; the run-rate takes at least one month.
  ///
  /// - Throws: `SavingsError` when the confidence is not from 0 to 1.
  public init(
    method: ForecastMethod, confidence: Double, runRateMonths: Int
  ) throws(SavingsError) {
    guard (0...1).contains(confidence) else {
      throw SavingsError("The confidence is \(confidence). Give a share from 0 to 1.")
    }
    self.method = method
    self.confidence = confidence
    self.runRateMonths = max(1, runRateMonths)
  }

  private init() {
    method = .profiled
    confidence = 1
    runRateMonths = 3
  }

  /// The plan, all of it counted on.
  public static let certain = ForecastRule()
}

/// Plan and record of one scheme up to a month of a financial year.
public struct SavingsTracking: Sendable, Equatable {
  /// What was planned.
  public let profile: SavingsProfile
  /// Pounds recorded, by month.
  public let actuals: [SavingsMonth: Double]
  /// The last month that is over.
  public let through: SavingsMonth

  /// A scheme up to the end of a month.
  public init(
    profile: SavingsProfile, actuals: [SavingsMonth: Double], through: SavingsMonth
  ) {
    self.profile = profile
    self.actuals = actuals
    self.through = through
  }

  private var year: Int { through.financialYear }
  private var elapsed: [SavingsMonth] {
    SavingsMonth.months(ofFinancialYear: year).filter { $0 <= through }
  }
  private var remaining: [SavingsMonth] {
    SavingsMonth.months(ofFinancialYear: year).filter { $0 > through }
  }

  /// Pounds planned from April to the last month.
  public var planToDate: Double { elapsed.reduce(0) { $0 + profile.amount(in: $1) } }

  /// Pounds recorded from April to the last month; a month without a record counts as nothing.
  public var actualToDate: Double { elapsed.reduce(0) { $0 + (actuals[$1] ?? 0) } }

  /// Recorded less planned: negative when behind.
  public var varianceToDate: Double { actualToDate - planToDate }

  /// Months of the year that are over and planned for, and have no record.
  public var missing: [SavingsMonth] {
    elapsed.filter { profile.amount(in: $0) != 0 && actuals[$0] == nil }
  }

  /// Mean of the latest recorded months of any year, at most so many; nil when none is recorded.
  public func runRate(months: Int) -> Double? {
    let latest = actuals.keys.filter { $0 <= through }.sorted().suffix(max(1, months))
    guard !latest.isEmpty else { return nil }
    return latest.reduce(0) { $0 + (actuals[$1] ?? 0) } / Double(latest.count)
  }

  /// Forecast outturn of the year: the record to date, and the months to come by a rule.
  public func forecast(_ rule: ForecastRule) -> Double {
    actualToDate + remaining.reduce(0) { $0 + expected(in: $1, rule) }
  }

  /// The record to date, and the months to come by a rule times a weight.
  ///
  /// What is recorded is certain and is not weighed.
  public func riskAdjusted(_ rule: ForecastRule, weight: Double) -> Double {
    actualToDate + weight * (forecast(rule) - actualToDate)
  }

  private func expected(in month: SavingsMonth, _ rule: ForecastRule) -> Double {
    let planned = profile.amount(in: month) * rule.confidence
    // A scheme that has not begun has no run-rate, and one that is over has no more to bring.
    let isOn = profile.amount(in: month) != 0
    let rate = isOn ? runRate(months: rule.runRateMonths) ?? 0 : 0
    return switch rule.method {
    case .runRate: rate
    case .profiled: planned
    case .greater: max(planned, rate)
    }
  }
}
