// SPDX-License-Identifier: Apache-2.0

/// The kinds of patient who are admitted with a suspected stroke, as shares of all of them.
public struct AdmittedMix: Equatable, Sendable {
  /// The share who turn out to have no stroke.
  public let mimic: Double
  /// The share with a bleed in the brain.
  public let haemorrhage: Double
  /// The share with a clot elsewhere than in a large vessel.
  public let otherVessel: Double
  /// The share with a clot in a large vessel.
  public let largeVessel: Double

  /// States the four shares, which together are everybody.
  ///
  /// - Throws: `OutcomeError` when a share is out of range or they don't sum to 1 within 1e-9.
  public init(
    mimic: Double, haemorrhage: Double, otherVessel: Double, largeVessel: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.share("share of mimics", mimic)
    try OutcomeCheck.share("share of haemorrhages", haemorrhage)
    try OutcomeCheck.share("share without large-vessel occlusion", otherVessel)
    try OutcomeCheck.share("share with large-vessel occlusion", largeVessel)
    let sum = mimic + haemorrhage + otherVessel + largeVessel
    guard (sum - 1).magnitude <= 1e-9 else {
      throw .sharesDoNotFit("the kinds of patient", sum: sum)
    }
    self.mimic = mimic
    self.haemorrhage = haemorrhage
    self.otherVessel = otherVessel
    self.largeVessel = largeVessel
  }
}

/// How many patients of each kind can be treated.
public struct TreatmentEligibility: Equatable, Sendable {
  /// The share of those without a large-vessel occlusion who can have thrombolysis.
  public let otherVessel: Double
  /// The share of those with a large-vessel occlusion who can have thrombolysis or thrombectomy.
  public let largeVessel: Double
  /// The share of those large-vessel patients who go on to thrombectomy.
  public let thrombectomy: Double

  /// States the three shares.
  ///
  /// - Throws: `OutcomeError.shareOutsideZeroToOne`.
  public init(
    otherVessel: Double, largeVessel: Double, thrombectomy: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.share("eligible without large-vessel occlusion", otherVessel)
    try OutcomeCheck.share("eligible with large-vessel occlusion", largeVessel)
    try OutcomeCheck.share("share going on to thrombectomy", thrombectomy)
    self.otherVessel = otherVessel
    self.largeVessel = largeVessel
    self.thrombectomy = thrombectomy
  }
}
