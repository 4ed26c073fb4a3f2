// SPDX-License-Identifier: Apache-2.0

/// One treatment and how many of all patients have it.
public struct TreatedPathway: Equatable, Sendable {
  /// What the treatment does, by time.
  public let effect: DisabilityByTime
  /// The share of all patients who have it, from 0 to 1.
  public let shareOfPatients: Double
  /// The minutes by which it comes after the needle of thrombolysis; 0 for thrombolysis itself.
  public let minutesAfterNeedle: Double

  /// Describes a treatment.
  ///
  /// - Throws: `OutcomeError.shareOutsideZeroToOne` or `.notZeroOrMore`.
  public init(
    effect: DisabilityByTime, shareOfPatients: Double, minutesAfterNeedle: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.share("share of patients treated", shareOfPatients)
    try OutcomeCheck.zeroOrMore("minutes after the needle", minutesAfterNeedle)
    self.effect = effect
    self.shareOfPatients = shareOfPatients
    self.minutesAfterNeedle = minutesAfterNeedle
  }
}

/// All treatments of a population of patients; its benefit is utility gained, per patient of any kind.
///
/// Patients whom no pathway treats gain nothing, so only the treated need be listed; each patient is
/// in one pathway only. Utility may rise a little where a latest time stops a treatment that
/// has come to do harm.
public struct TreatedPathways: TimedBenefit, Equatable {
  /// The treatments.
  public let pathways: [TreatedPathway]
  /// The value of each level of disability.
  public let utilities: DisabilityUtilities

  /// Gathers treatments.
  ///
  /// - Throws: `OutcomeError.sharesDoNotFit` when the treated are more than all patients.
  public init(
    _ pathways: [TreatedPathway], utilities: DisabilityUtilities
  ) throws(OutcomeError) {
    let treated = pathways.reduce(0.0) { $0 + $1.shareOfPatients }
    guard treated <= 1 + 1e-9 else { throw .sharesDoNotFit("the shares treated", sum: treated) }
    self.pathways = pathways
    self.utilities = utilities
  }

  /// The utility gained per patient when thrombolysis comes this long after onset.
  public func benefit(onsetToTreatment minutes: Double) -> Double {
    sum(minutes) { $0.utilityGained(onsetToTreatment: $1, utilities: utilities) }
  }

  /// The levels of disability spared per patient when thrombolysis comes this long after onset.
  public func levelsSpared(onsetToTreatment minutes: Double) -> Double {
    sum(minutes) { $0.levelsSpared(onsetToTreatment: $1) }
  }

  /// Adds up what each treatment does at its own time.
  private func sum(_ minutes: Double, of gain: (DisabilityByTime, Double) -> Double) -> Double {
    pathways.reduce(0.0) {
      $0 + $1.shareOfPatients * gain($1.effect, minutes + $1.minutesAfterNeedle)
    }
  }
}
