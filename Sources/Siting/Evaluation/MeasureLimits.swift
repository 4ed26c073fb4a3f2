// SPDX-License-Identifier: Apache-2.0

/// The limits that a configuration is measured against.
public struct MeasureLimits: Hashable, Sendable {
  /// The shortest of the three limits of travel, in minutes.
  public let firstMinutes: Double
  /// The middle limit of travel, in minutes.
  public let secondMinutes: Double
  /// The longest limit of travel, in minutes.
  public let thirdMinutes: Double
  /// The demand that a unit should see at least, in the unit of the demand.
  public let targetVolume: Double

  /// The limits of Allen and others (BMJ Open 2017): 30, 45 and 60 minutes, 600 admissions a year.
  public static let strokeUnits = Self(
    validFirst: 30, second: 45, third: 60, targetVolume: 600)

  /// Makes limits.
  ///
  /// - Throws: ``EvaluationError/impossibleLimits`` unless the three times are finite, not negative
  ///   and in ascending order, and the volume is finite and not negative.
  public init(
    firstMinutes: Double, secondMinutes: Double, thirdMinutes: Double, targetVolume: Double
  ) throws(EvaluationError) {
    guard firstMinutes >= 0, firstMinutes <= secondMinutes, secondMinutes <= thirdMinutes,
      thirdMinutes.isFinite, targetVolume >= 0, targetVolume.isFinite
    else { throw .impossibleLimits }
    self.init(
      validFirst: firstMinutes, second: secondMinutes, third: thirdMinutes,
      targetVolume: targetVolume)
  }

  private init(validFirst: Double, second: Double, third: Double, targetVolume: Double) {
    firstMinutes = validFirst
    secondMinutes = second
    thirdMinutes = third
    self.targetVolume = targetVolume
  }
}
