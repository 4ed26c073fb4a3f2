// SPDX-License-Identifier: Apache-2.0

/// The days of healthy life that each minute to thrombolysis costs a patient.
///
/// Meretoja and others (2014) found that each minute saved from onset to treatment grants 1.8
/// days on average, with a 95% prediction interval of 0.9 to 2.7. The rule is linear, so only
/// differences between configurations mean anything.
public struct HealthyLifeDays: TimedBenefit, Equatable {
  /// The days that one minute is worth.
  public let daysPerMinute: Double

  /// States what a minute is worth.
  ///
  /// - Throws: `OutcomeError.notZeroOrMore`.
  public init(daysPerMinute: Double) throws(OutcomeError) {
    try OutcomeCheck.zeroOrMore("days of healthy life a minute", daysPerMinute)
    self.init(checked: daysPerMinute)
  }

  private init(checked daysPerMinute: Double) { self.daysPerMinute = daysPerMinute }

  /// The mean that was found: 1.8 days a minute.
  public static let mean = HealthyLifeDays(checked: 1.8)
  /// The lower end of the 95% prediction interval: 0.9 days a minute.
  public static let low = HealthyLifeDays(checked: 0.9)
  /// The upper end of the 95% prediction interval: 2.7 days a minute.
  public static let high = HealthyLifeDays(checked: 2.7)

  /// The days gained by a patient who is treated this many minutes earlier; negative if later.
  public func days(minutesSaved: Double) -> Double { daysPerMinute * minutesSaved }

  /// The days lost since onset, as a negative number.
  public func benefit(onsetToTreatment minutes: Double) -> Double {
    -daysPerMinute * (minutes < 0 ? 0 : minutes)
  }
}
