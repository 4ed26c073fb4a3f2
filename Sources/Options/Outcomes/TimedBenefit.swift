// SPDX-License-Identifier: Apache-2.0

/// A model of what treatment does for one patient, given how long after onset it comes.
public protocol TimedBenefit: Sendable {
  /// What treatment this long after onset adds for one patient, in the model's own unit.
  ///
  /// - Parameter minutes: from onset to treatment; a time below zero counts as zero, and a time that
  ///   is infinite as no treatment where the model has a latest time.
  /// - Returns: the benefit, which may be below zero.
  func benefit(onsetToTreatment minutes: Double) -> Double
}

extension TimedBenefit {
  /// The mean benefit of the people who travel this long.
  ///
  /// - Parameters:
  ///   - travel: minutes to the hospital, weighted by patients.
  ///   - times: the rest of the time from onset to treatment.
  /// - Returns: the benefit of one patient, in the model's own unit.
  /// - Throws: `OutcomeError.negativeTravel` or `.benefitNotFinite`.
  public func meanBenefit(
    travel: WeightedDistribution, times: CareTimes
  ) throws(OutcomeError) -> Double {
    guard travel.smallest >= 0 else { throw .negativeTravel(minutes: travel.smallest) }
    let other = times.total
    let mean = travel.mean { benefit(onsetToTreatment: $0 + other) }
    guard mean.isFinite else { throw .benefitNotFinite }
    return mean
  }

  /// The benefit of a year for everybody who travels this long.
  ///
  /// - Parameters:
  ///   - travel: minutes to the hospital, weighted by patients.
  ///   - times: the rest of the time from onset to treatment.
  ///   - patients: all patients of a year, zero or more.
  ///   - shareTreated: the share of them who can be treated, from 0 to 1.
  /// - Returns: the benefit of one patient, of a hundred and of the year.
  /// - Throws: `OutcomeError` when a number is out of range.
  public func yearlyBenefit(
    travel: WeightedDistribution, times: CareTimes, patients: Double, shareTreated: Double
  ) throws(OutcomeError) -> YearlyBenefit {
    try OutcomeCheck.zeroOrMore("patients a year", patients)
    try OutcomeCheck.share("share treated", shareTreated)
    return YearlyBenefit(
      perPatientTreated: try meanBenefit(travel: travel, times: times),
      patientsTreated: patients * shareTreated)
  }
}

/// What a configuration does for the patients of a year.
public struct YearlyBenefit: Equatable, Sendable {
  /// The mean benefit of a patient who is treated, in the unit of the model.
  public let perPatientTreated: Double
  /// The patients treated in a year.
  public let patientsTreated: Double

  /// The benefit of a hundred patients treated.
  public var perHundredTreated: Double { 100 * perPatientTreated }

  /// The benefit of the year: extra good outcomes, when the model counts those.
  public var perYear: Double { perPatientTreated * patientsTreated }
}
