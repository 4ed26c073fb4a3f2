// SPDX-License-Identifier: Apache-2.0

/// The chance of a good outcome (a modified Rankin score of 0 or 1) by time to treatment.
///
/// The log odds fall on a straight line from treatment at onset to the time of no effect, where they
/// are those of no treatment. What treatment adds is never below nil, and nil after the latest time.
/// The form is that of Holodinsky and others (JAMA Neurology 2018;75:1477), as used by the stroke
/// models of the University of Exeter.
public struct GoodOutcomeByTime: TimedBenefit, Equatable {
  /// The chance of a good outcome without treatment.
  public let untreated: Double
  /// The chance of a good outcome with treatment at onset.
  public let treatedAtOnset: Double
  /// The minutes after onset at which treatment no longer helps.
  public let minutesToNoEffect: Double
  /// The last minute after onset at which treatment is given.
  public let latestMinutes: Double

  /// States the two chances and the two times.
  ///
  /// - Throws: `OutcomeError` when a chance isn't between 0 and 1, treatment at onset is worse than
  ///   none, or a time is out of range.
  public init(
    untreated: Double, treatedAtOnset: Double, minutesToNoEffect: Double, latestMinutes: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.probability("chance untreated", untreated)
    try OutcomeCheck.probability("chance treated at onset", treatedAtOnset)
    guard treatedAtOnset >= untreated else {
      throw .treatmentDoesHarmAtOnset(untreated: untreated, atOnset: treatedAtOnset)
    }
    try OutcomeCheck.positive("minutes to no effect", minutesToNoEffect)
    try OutcomeCheck.zeroOrMore("latest minutes", latestMinutes)
    self.init(checked: untreated, treatedAtOnset, minutesToNoEffect, latestMinutes)
  }

  private init(
    checked untreated: Double, _ treatedAtOnset: Double, _ noEffect: Double, _ latest: Double
  ) {
    self.untreated = untreated
    self.treatedAtOnset = treatedAtOnset
    minutesToNoEffect = noEffect
    latestMinutes = latest
  }

  /// Thrombolysis of a stroke without a large-vessel occlusion: 0.4622 to 0.6444, 378 minutes.
  public static let otherVesselThrombolysis = GoodOutcomeByTime(checked: 0.4622, 0.6444, 378, 270)

  /// Thrombolysis of a large-vessel occlusion: 0.1328 to 0.2441, no effect after 378 minutes.
  public static let largeVesselThrombolysis = GoodOutcomeByTime(checked: 0.1328, 0.2441, 378, 270)

  /// Thrombectomy of a large-vessel occlusion: 0.1328 to 0.5208, no effect after 480 minutes
  /// (Fransen and others, JAMA Neurology 2016;73:190), not given after 360.
  public static let largeVesselThrombectomy = GoodOutcomeByTime(checked: 0.1328, 0.5208, 480, 360)

  /// The chance of a good outcome that treatment adds, as a share of one patient.
  public func benefit(onsetToTreatment minutes: Double) -> Double {
    guard !(minutes > latestMinutes) else { return 0 }
    let part = minutes < 0 ? 0 : minutes / minutesToNoEffect
    let treated = LogOdds.between(treatedAtOnset, untreated, part: part)
    return treated < untreated ? 0 : treated - untreated
  }
}
