// SPDX-License-Identifier: Apache-2.0

/// The extra chance of a good outcome from thrombolysis, falling with the time to treatment.
///
/// With `t` minutes from onset to treatment and a base rate `b`,
///
///     odds ratio(t) = 10^(intercept - slope x t)
///     odds(t) = b / (1 - b) x odds ratio(t)
///     benefit(t) = odds(t) / (1 + odds(t)) - b, and nil after the latest time
///
/// A good outcome is a modified Rankin score of 0 or 1. The curve is that of the
/// meta-analysis of Emberson, Lees and others (Lancet 2014;384:1929), with the numbers in the code
/// of Allen and others on the stroke units of England (BMJ Open 2017;7:e018143).
public struct ThrombolysisBenefit: TimedBenefit, Equatable {
  /// The numbers of the curve.
  public struct Parameters: Equatable, Sendable {
    /// The share of untreated patients with a good outcome, between 0 and 1: by default 0.2948.
    public var baseRate = 0.2948
    /// The common logarithm of the odds ratio at onset: by default 0.326956.
    public var intercept = 0.326956
    /// The fall of that logarithm with each minute, zero or more: by default 0.00086211.
    public var slope = 0.00086211
    /// The last minute after onset at which treatment is given: by default 270.
    public var latestMinutes = 270.0

    /// The published numbers, to be changed one by one.
    public init() {}
  }

  /// The numbers of the curve.
  public let parameters: Parameters

  /// Makes the model; without an argument, the published one.
  ///
  /// - Throws: `OutcomeError` when a parameter is out of its range.
  public init(_ parameters: Parameters = Parameters()) throws(OutcomeError) {
    try OutcomeCheck.probability("base rate", parameters.baseRate)
    try OutcomeCheck.finite("intercept", parameters.intercept)
    try OutcomeCheck.zeroOrMore("slope", parameters.slope)
    try OutcomeCheck.zeroOrMore("latest minutes", parameters.latestMinutes)
    self.parameters = parameters
  }

  /// The odds of a good outcome with treatment at this time, divided by the odds without it.
  ///
  /// The curve goes on after the latest time, to where it reaches 1 and beyond.
  public func oddsRatio(onsetToTreatment minutes: Double) -> Double {
    LogOdds.ratio(commonLogarithm: parameters.intercept - parameters.slope * minutes)
  }

  /// The minutes after onset at which the odds ratio is 1; nil when it doesn't fall with time.
  public var minutesToNoEffect: Double? {
    parameters.slope > 0 ? parameters.intercept / parameters.slope : nil
  }

  /// The extra chance of a good outcome, as a share of one patient.
  public func benefit(onsetToTreatment minutes: Double) -> Double {
    guard !(minutes > parameters.latestMinutes) else { return 0 }
    let ratio = oddsRatio(onsetToTreatment: minutes < 0 ? 0 : minutes)
    let odds = parameters.baseRate / (1 - parameters.baseRate) * ratio
    return odds / (1 + odds) - parameters.baseRate
  }
}
