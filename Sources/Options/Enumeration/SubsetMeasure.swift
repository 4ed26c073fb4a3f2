// SPDX-License-Identifier: Apache-2.0

/// One number about each subset of the candidates.
///
/// Every area goes to the nearest open site; of equally near ones, to the first in the order
/// candidates, always open, outside. Shares are of the total weight of all areas.
public enum SubsetMeasure: Hashable, Sendable {
  /// Mean minutes to the nearest open site, weighted, over the areas that reach one.
  ///
  /// Infinite when no weight reaches one. Read it together with `shareUnreachable`.
  case weightedMean
  /// Minutes of the area furthest from its nearest open site, whatever that area's weight.
  ///
  /// Infinite when an area reaches no open site.
  case largestMinutes
  /// Share of the weight in areas without a route to any open site.
  case shareUnreachable
  /// Share of the weight that goes to outside units.
  case shareOutside
  /// Share of the weight within a threshold, counted from 0, of its nearest open site.
  case shareWithin(Int)
  /// Volume of the smallest open unit; outside units aren't judged. 0 when no unit is open.
  case smallestUnit
  /// Volume of the largest open unit; outside units aren't judged. 0 when no unit is open.
  case largestUnit
  /// Share of the weight served by units of at least the target volume, outside units apart.
  case shareInTargetUnits
  /// Share of the weight within a threshold of a unit of at least the target volume.
  case shareInTargetUnitsWithin(Int)

  /// All the measures there are for this number of thresholds.
  public static func all(thresholds: Int) -> [SubsetMeasure] {
    [.weightedMean, .largestMinutes, .shareUnreachable, .shareOutside]
      + (0..<max(0, thresholds)).map { .shareWithin($0) }
      + [.smallestUnit, .largestUnit, .shareInTargetUnits]
      + (0..<max(0, thresholds)).map { .shareInTargetUnitsWithin($0) }
  }

  /// The threshold it names, if it names one.
  var threshold: Int? {
    switch self {
    case .shareWithin(let index), .shareInTargetUnitsWithin(let index): index
    default: nil
    }
  }

  /// Whether it needs the volume of every unit.
  var needsVolumes: Bool {
    switch self {
    case .smallestUnit, .largestUnit, .shareInTargetUnits, .shareInTargetUnitsWithin: true
    default: false
    }
  }
}
