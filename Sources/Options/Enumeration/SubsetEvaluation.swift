// SPDX-License-Identifier: Apache-2.0

/// Every measure of one subset, with the volume of every open unit.
public struct SubsetEvaluation: Equatable, Sendable {
  /// The candidates that are open.
  public let subset: Subset
  /// Mean minutes over the weight that reaches a site; infinite when none does.
  public let weightedMean: Double
  /// Minutes of the area furthest from its nearest open site; infinite when one reaches none.
  public let largestMinutes: Double
  /// Share of the weight without a route to any open site.
  public let shareUnreachable: Double
  /// Share of the weight that goes to outside units.
  public let shareOutside: Double
  /// Share of the weight within each threshold.
  public let sharesWithin: [Double]
  /// Volume of each candidate, in the order of the candidates; nil where it is closed.
  public let candidateVolumes: [Double?]
  /// Volume of each site always open.
  public let alwaysOpenVolumes: [Double]
  /// What each outside unit takes in from these areas.
  public let outsideVolumes: [Double]
  /// Volume of the smallest judged unit; 0 when none is open.
  public let smallestUnit: Double
  /// Volume of the largest judged unit; 0 when none is open.
  public let largestUnit: Double
  /// Share of the weight in judged units of at least the target volume.
  public let shareInTargetUnits: Double
  /// Share of the weight in such units and within each threshold.
  public let sharesInTargetUnitsWithin: [Double]

  /// One measure by name; nil for a threshold that the problem doesn't have.
  public func value(_ measure: SubsetMeasure) -> Double? {
    switch measure {
    case .weightedMean: weightedMean
    case .largestMinutes: largestMinutes
    case .shareUnreachable: shareUnreachable
    case .shareOutside: shareOutside
    case .shareWithin(let index): sharesWithin.indices.contains(index) ? sharesWithin[index] : nil
    case .smallestUnit: smallestUnit
    case .largestUnit: largestUnit
    case .shareInTargetUnits: shareInTargetUnits
    case .shareInTargetUnitsWithin(let index):
      sharesInTargetUnitsWithin.indices.contains(index) ? sharesInTargetUnitsWithin[index] : nil
    }
  }
}

extension EnumerationProblem {
  /// Measures one subset directly, area by area.
  ///
  /// Gives bit for bit what the columns of an enumeration hold, the empty subset included.
  /// - Throws: `EnumerationError.positionOutside` when a member isn't a candidate.
  /// - Complexity: O(areas) times the places looked at before an open one.
  public func evaluate(_ subset: Subset) throws(EnumerationError) -> SubsetEvaluation {
    try check(subset)
    var tally = Tally(self)
    for area in weights.indices { tally.add(area, nearest: nearest(to: area, in: subset), self) }
    return tally.evaluation(of: subset, self)
  }

  /// The nearest open unit and the minutes to it; nil and infinite when there is no route.
  private func nearest(to area: Int, in subset: Subset) -> (unit: Int?, minutes: Double) {
    let start = area * lists.stride
    for place in start..<(start + lists.lengths[area]) {
      let candidate = Int(lists.candidates[place])
      if subset.contains(candidate) { return (candidate, lists.minutes[place]) }
    }
    let fallback = lists.fallbacks[area]
    return fallback < 0
      ? (nil, .infinity) : (candidates.count + fallback, lists.fallbackMinutes[area])
  }
}

/// Sums of one subset, in whole numbers.
private struct Tally {
  var cost = 0.0
  var largest = 0.0
  var unreachable = 0.0
  var within: [Double]
  /// Volume of every unit: candidates, always open, outside.
  var volumes: [Double]
  /// Weight within each threshold, unit after unit.
  var near: [Double]

  init(_ problem: EnumerationProblem) {
    let units = problem.candidates.count + problem.alwaysOpen.count + problem.outside.count
    within = Array(repeating: 0, count: problem.thresholds.count)
    volumes = Array(repeating: 0, count: units)
    near = Array(repeating: 0, count: units * problem.thresholds.count)
  }

  mutating func add(
    _ area: Int, nearest: (unit: Int?, minutes: Double), _ problem: EnumerationProblem
  ) {
    largest = max(largest, nearest.minutes)
    let weight = problem.units[area]
    guard let unit = nearest.unit else {
      unreachable += weight
      return
    }
    cost += problem.fixedPoint.cost(
      problem.weights[area], units: weight, minutes: nearest.minutes)
    volumes[unit] += weight
    for (index, threshold) in problem.thresholds.enumerated()
    where nearest.minutes <= threshold {
      within[index] += weight
      near[unit * problem.thresholds.count + index] += weight
    }
  }

  func evaluation(of subset: Subset, _ problem: EnumerationProblem) -> SubsetEvaluation {
    let total = problem.totalUnits
    let scale = problem.fixedPoint.weightScale
    let firstAlwaysOpen = problem.candidates.count
    let firstOutside = firstAlwaysOpen + problem.alwaysOpen.count
    let judged = subset.positions + Array(firstAlwaysOpen..<firstOutside)
    let sizes = judged.map { volumes[$0] }
    let large = judged.filter { volumes[$0] >= problem.targetVolume * scale }
    return SubsetEvaluation(
      subset: subset,
      weightedMean: problem.mean(cost: cost, unreachable: unreachable),
      largestMinutes: largest,
      shareUnreachable: unreachable / total,
      shareOutside: volumes[firstOutside...].reduce(0, +) / total,
      sharesWithin: within.map { $0 / total },
      candidateVolumes: (0..<firstAlwaysOpen).map {
        subset.contains($0) ? volumes[$0] / scale : nil
      },
      alwaysOpenVolumes: volumes[firstAlwaysOpen..<firstOutside].map { $0 / scale },
      outsideVolumes: volumes[firstOutside...].map { $0 / scale },
      smallestUnit: (sizes.min() ?? 0) / scale,
      largestUnit: (sizes.max() ?? 0) / scale,
      shareInTargetUnits: large.reduce(0) { $0 + volumes[$1] } / total,
      sharesInTargetUnitsWithin: problem.thresholds.indices.map { index in
        large.reduce(0) { $0 + near[$1 * problem.thresholds.count + index] } / total
      })
  }
}
