// SPDX-License-Identifier: Apache-2.0

/// The distribution of disability after treatment, by the time at which it comes.
///
/// The log odds of each cumulative chance fall on a straight line from treatment at onset to the time
/// of no effect; after the latest time the distribution is that of no treatment. Treatment at the
/// time of no effect may be worse than none, as some patients die of it. The form and the published
/// distributions are those of the SAMueL stroke models of the University of Exeter.
public struct DisabilityByTime: Equatable, Sendable {
  /// The distribution without treatment.
  public let untreated: DisabilityDistribution
  /// The distribution with treatment at onset.
  public let atOnset: DisabilityDistribution
  /// The distribution with treatment at the time of no effect.
  public let atNoEffect: DisabilityDistribution
  /// The minutes after onset of the time of no effect.
  public let minutesToNoEffect: Double
  /// The last minute after onset at which treatment is given.
  public let latestMinutes: Double

  /// States three distributions and two times.
  ///
  /// - Throws: `OutcomeError` when a time is out of range, or the latest comes after the time of no
  ///   effect, where the line has not been fitted.
  public init(
    untreated: DisabilityDistribution, atOnset: DisabilityDistribution,
    atNoEffect: DisabilityDistribution, minutesToNoEffect: Double, latestMinutes: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.positive("minutes to no effect", minutesToNoEffect)
    try OutcomeCheck.zeroOrMore("latest minutes", latestMinutes)
    guard latestMinutes <= minutesToNoEffect else {
      throw .allowedBeyondEffect(latest: latestMinutes, noEffect: minutesToNoEffect)
    }
    self.init(
      checked: untreated, atOnset, atNoEffect, minutesToNoEffect: minutesToNoEffect,
      latestMinutes: latestMinutes)
  }

  init(
    checked untreated: DisabilityDistribution, _ atOnset: DisabilityDistribution,
    _ atNoEffect: DisabilityDistribution, minutesToNoEffect: Double, latestMinutes: Double
  ) {
    self.untreated = untreated
    self.atOnset = atOnset
    self.atNoEffect = atNoEffect
    self.minutesToNoEffect = minutesToNoEffect
    self.latestMinutes = latestMinutes
  }

  /// The distribution when treatment comes this long after onset.
  ///
  /// - Parameter minutes: a time below zero counts as zero.
  /// - Returns: the chances of each level of disability.
  public func distribution(onsetToTreatment minutes: Double) -> DisabilityDistribution {
    guard !(minutes > latestMinutes) else { return untreated }
    let part = minutes < 0 ? 0 : minutes / minutesToNoEffect
    return DisabilityDistribution(
      checked: zip(atOnset.cumulative, atNoEffect.cumulative).map {
        LogOdds.between($0, $1, part: part)
      })
  }

  /// The utility that treatment at this time adds to a patient's, or takes away.
  public func utilityGained(
    onsetToTreatment minutes: Double, utilities: DisabilityUtilities
  ) -> Double {
    distribution(onsetToTreatment: minutes).utility(utilities) - untreated.utility(utilities)
  }

  /// The levels of disability that treatment at this time spares a patient, on average.
  public func levelsSpared(onsetToTreatment minutes: Double) -> Double {
    untreated.meanLevel - distribution(onsetToTreatment: minutes).meanLevel
  }
}
