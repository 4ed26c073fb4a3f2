// SPDX-License-Identifier: Apache-2.0

/// One of the thirteen measures of a configuration.
///
/// They are the objectives of Allen and others, BMJ Open 2017;7:e018143, in their order. Demand goes
/// to the nearest open unit. "First", "second" and "third" are the limits of travel of
/// ``MeasureLimits``: 30, 45 and 60 minutes in the paper.
public enum Measure: Int, CaseIterable, Hashable, Sendable {
  /// The number of open units.
  case units
  /// The mean minutes of travel, weighted by demand.
  case meanMinutes
  /// The longest travel of any area, in minutes.
  case maximumMinutes
  /// The demand of the largest unit.
  case largestUnit
  /// The demand of the smallest unit.
  case smallestUnit
  /// The demand of the largest unit for each one of the smallest.
  case largestToSmallest
  /// The share of demand within the first limit.
  case withinFirst
  /// The share of demand within the second limit.
  case withinSecond
  /// The share of demand within the third limit.
  case withinThird
  /// The share of demand that goes to a unit of at least the target volume.
  case atTarget
  /// The share of demand within the first limit of a unit of at least the target volume.
  case withinFirstAtTarget
  /// The share of demand within the second limit of a unit of at least the target volume.
  case withinSecondAtTarget
  /// The share of demand within the third limit of a unit of at least the target volume.
  case withinThirdAtTarget

  /// Which way the measure is usually wanted: large for shares and for the smallest unit.
  public var usualDirection: OptimisationDirection {
    switch self {
    case .units, .meanMinutes, .maximumMinutes, .largestUnit, .largestToSmallest: .minimise
    default: .maximise
    }
  }
}
