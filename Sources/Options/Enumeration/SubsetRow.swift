// SPDX-License-Identifier: Apache-2.0

/// The measures of one subset, read from the columns.
///
/// A measure without a column is worked out from the areas each time it is read.
public struct SubsetRow: Sendable {
  let table: EverySubset
  /// The candidates that are open.
  public let subset: Subset

  /// Mean minutes over the weight that reaches a site; infinite when none does.
  public var weightedMean: Double { self[.weightedMean] }
  /// Minutes of the area furthest from its nearest open site; infinite when one reaches none.
  public var largestMinutes: Double { self[.largestMinutes] }
  /// Share of the weight without a route to any open site.
  public var shareUnreachable: Double { self[.shareUnreachable] }
  /// Share of the weight that goes to outside units.
  public var shareOutside: Double { self[.shareOutside] }
  /// Volume of the smallest judged unit.
  public var smallestUnit: Double { self[.smallestUnit] }
  /// Volume of the largest judged unit.
  public var largestUnit: Double { self[.largestUnit] }
  /// Share of the weight in judged units of at least the target volume.
  public var shareInTargetUnits: Double { self[.shareInTargetUnits] }
  /// How many candidates and sites always open it has; outside units apart.
  public var unitCount: Int { subset.count + table.problem.alwaysOpen.count }

  /// Share of the weight within a threshold; NaN for a threshold that the problem doesn't have.
  public func shareWithin(_ threshold: Int) -> Double { self[.shareWithin(threshold)] }

  /// Share of the weight in target units and within a threshold; NaN for an unknown threshold.
  public func shareInTargetUnitsWithin(_ threshold: Int) -> Double {
    self[.shareInTargetUnitsWithin(threshold)]
  }

  /// Any measure; NaN for a threshold that the problem doesn't have.
  public subscript(_ measure: SubsetMeasure) -> Double {
    if let index = table.measures.firstIndex(of: measure) {
      return table.columns[index][subset.row]
    }
    return (try? table.problem.evaluate(subset))?.value(measure) ?? .nan
  }
}
