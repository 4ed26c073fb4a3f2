// SPDX-License-Identifier: Apache-2.0

/// The share of all admitted patients who have a good outcome, by time to treatment.
///
/// The model of Holodinsky and others (JAMA Neurology 2018;75:1477). A mimic always has a good
/// outcome and a haemorrhage one in 0.24 of cases. Patients who improve by thrombolysis have no
/// thrombectomy, so they are taken off those who would; the number left is never below nil.
public struct GoodOutcomeShare: TimedBenefit, Equatable {
  /// The chance of a good outcome after a haemorrhage.
  public static let afterHaemorrhage = 0.24
  /// The chance of a good outcome of a mimic.
  public static let ofMimic = 1.0

  /// The kinds of patient.
  public let mix: AdmittedMix
  /// How many of each kind can be treated.
  public let eligibility: TreatmentEligibility
  /// The minutes from the needle of thrombolysis to the puncture of thrombectomy.
  public let needleToPuncture: Double

  /// Describes the patients.
  ///
  /// - Parameters:
  ///   - mix: the kinds of patient.
  ///   - eligibility: how many of each kind can be treated.
  ///   - needleToPuncture: minutes, zero or more, with any transfer to another hospital.
  /// - Throws: `OutcomeError.notZeroOrMore`.
  public init(
    mix: AdmittedMix, eligibility: TreatmentEligibility, needleToPuncture: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.zeroOrMore("needle to puncture", needleToPuncture)
    self.mix = mix
    self.eligibility = eligibility
    self.needleToPuncture = needleToPuncture
  }

  /// The share of good outcomes when nobody is treated.
  public var untreated: Double {
    mix.mimic * Self.ofMimic + mix.haemorrhage * Self.afterHaemorrhage
      + mix.otherVessel * GoodOutcomeByTime.otherVesselThrombolysis.untreated
      + mix.largeVessel * GoodOutcomeByTime.largeVesselThrombolysis.untreated
  }

  /// The share of good outcomes when those who can be treated are, this long after onset.
  public func goodOutcomes(onsetToNeedle minutes: Double) -> Double {
    untreated + benefit(onsetToTreatment: minutes)
  }

  /// The share of good outcomes that treatment adds, of all patients admitted.
  public func benefit(onsetToTreatment minutes: Double) -> Double {
    let eligible = mix.largeVessel * eligibility.largeVessel
    let otherVessel =
      mix.otherVessel * eligibility.otherVessel
      * GoodOutcomeByTime.otherVesselThrombolysis.benefit(onsetToTreatment: minutes)
    let improved =
      eligible * GoodOutcomeByTime.largeVesselThrombolysis.benefit(onsetToTreatment: minutes)
    let left = eligible * eligibility.thrombectomy - improved
    let thrombectomy = GoodOutcomeByTime.largeVesselThrombectomy
      .benefit(onsetToTreatment: minutes + needleToPuncture)
    return otherVessel + improved + (left < 0 ? 0 : left) * thrombectomy
  }
}
