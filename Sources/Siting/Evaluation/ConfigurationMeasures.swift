// SPDX-License-Identifier: Apache-2.0

/// The thirteen measures of one configuration; see ``Measure``.
///
/// Shares are parts of all demand, from 0 to 1. Where some demand has no route to any open unit, the
/// mean is infinite; where any area has none, with or without demand, the maximum is. Such an area
/// belongs to no unit.
public struct ConfigurationMeasures: Hashable, Sendable {
  /// The number of open units, without units outside the system.
  public internal(set) var units = 0
  /// The mean minutes of travel, weighted by demand.
  public internal(set) var meanMinutes = 0.0
  /// The longest travel of any area, in minutes.
  public internal(set) var maximumMinutes = 0.0
  /// The demand of the largest unit; zero when there is no unit.
  public internal(set) var largestUnit = 0.0
  /// The demand of the smallest unit; zero when there is no unit.
  public internal(set) var smallestUnit = 0.0
  /// The share of demand within the first limit.
  public internal(set) var withinFirst = 0.0
  /// The share of demand within the second limit.
  public internal(set) var withinSecond = 0.0
  /// The share of demand within the third limit.
  public internal(set) var withinThird = 0.0
  /// The share of demand that goes to a unit of at least the target volume.
  public internal(set) var atTarget = 0.0
  /// The share of demand within the first limit of a unit of at least the target volume.
  public internal(set) var withinFirstAtTarget = 0.0
  /// The share of demand within the second limit of a unit of at least the target volume.
  public internal(set) var withinSecondAtTarget = 0.0
  /// The share of demand within the third limit of a unit of at least the target volume.
  public internal(set) var withinThirdAtTarget = 0.0

  /// The demand of the largest unit for each one of the smallest.
  ///
  /// Infinite when a unit has no demand, or when there is no unit.
  public var largestToSmallest: Double {
    smallestUnit > 0 ? largestUnit / smallestUnit : .infinity
  }

  /// The value of one measure.
  public subscript(measure: Measure) -> Double {
    switch measure {
    case .units: Double(units)
    case .meanMinutes: meanMinutes
    case .maximumMinutes: maximumMinutes
    case .largestUnit: largestUnit
    case .smallestUnit: smallestUnit
    case .largestToSmallest: largestToSmallest
    case .withinFirst: withinFirst
    case .withinSecond: withinSecond
    case .withinThird: withinThird
    case .atTarget: atTarget
    case .withinFirstAtTarget: withinFirstAtTarget
    case .withinSecondAtTarget: withinSecondAtTarget
    case .withinThirdAtTarget: withinThirdAtTarget
    }
  }
}
