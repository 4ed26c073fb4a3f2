// SPDX-License-Identifier: Apache-2.0

/// How much a scheme saves, from when, and for how long.
///
/// The saving of a financial year `t`, before any overlap with other schemes, is
///
///     saving(t) = fullYearEffect x inflation(t) x ramp(t) x months(t) / 12
///
/// where `months` is the months left from the start in the first year and 12 after it, and `ramp`
/// the share for that financial year. The part-year effect is thus the sum of the months from the
/// start (the NHS convention for cost improvement programmes).
public struct Delivery: Hashable, Sendable {
  /// Whether a saving goes on.
  public enum Recurrence: Hashable, Sendable {
    /// The saving comes again every year.
    case recurrent
    /// The saving is made in the first financial year only, and the gap re-opens after it.
    case nonRecurrent
  }

  /// The saving of a whole year at full delivery, zero or more, in base-year prices when it has
  /// ``inflation`` and in cash when it has none.
  public let fullYearEffect: MillionPounds
  /// The month of the first saving.
  public let start: StartMonth
  /// The share delivered in the first financial year, the second and so on; the last share stays.
  public let ramp: [Share]
  /// Whether the saving goes on after its first financial year.
  public let recurrence: Recurrence
  /// How the saving grows each year from the base year; nil for a saving fixed in cash.
  public let inflation: YearlyRate?

  /// Describes the delivery of a saving.
  public init(
    fullYearEffect: MillionPounds, start: StartMonth, ramp: [Share] = [1],
    recurrence: Recurrence = .recurrent, inflation: YearlyRate? = nil
  ) {
    self.fullYearEffect = fullYearEffect
    self.start = start
    self.ramp = ramp
    self.recurrence = recurrence
    self.inflation = inflation
  }

  /// The saving of the first financial year, before inflation.
  public var partYearEffect: MillionPounds { saving(in: start.year) }

  /// The full-year effect carried into later years: zero for a saving that does not recur.
  public var recurrentEffect: MillionPounds {
    recurrence == .recurrent ? fullYearEffect : 0
  }

  /// What later years gain on the first one; negative when a saving does not recur.
  public var carryForward: MillionPounds { recurrentEffect - partYearEffect }

  /// The saving of `year`, before inflation.
  func saving(in year: Year) -> MillionPounds {
    let age = start.year.distance(to: year)
    guard age == 0 || (age > 0 && recurrence == .recurrent) else { return 0 }
    guard let share = age < ramp.count ? ramp[age] : ramp.last else { return 0 }
    let months = age == 0 ? start.month.monthsToYearEnd : 12
    return fullYearEffect * share.value * (Double(months) / 12)
  }
}
