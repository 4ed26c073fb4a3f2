// SPDX-License-Identifier: Apache-2.0
public import Access

/// Candidate sites, the people who travel to them and what counts as near and as large enough.
///
/// Every area goes to its nearest open site; of equally near ones, to the first in the order
/// candidates, always open, outside. Making a problem checks everything and sorts each area's sites
/// once; all measures of any subset follow from these lists.
public struct EnumerationProblem: Sendable {
  /// Columns of the travel matrix that a subset opens or leaves closed.
  public let candidates: [Int]
  /// Columns that are open in every subset and judged by their volume like an open candidate.
  public let alwaysOpen: [Int]
  /// Columns that are open in every subset but belong to others.
  ///
  /// They take in the areas nearest to them. Their own residents aren't among the areas, so their
  /// size isn't known: they are neither the smallest nor the largest unit nor of target volume.
  public let outside: [Int]
  /// Minutes; an area counts as within when its time is equal or less.
  public let thresholds: [Double]
  /// The volume from which a unit is large enough.
  public let targetVolume: Double
  /// The weights of all areas together.
  public let totalWeight: Double

  let lists: NearestFirst
  let fixedPoint: FixedPoint
  let weights: [Double]
  /// The weights as whole numbers.
  let units: [Double]
  let totalUnits: Double
  /// The weight, as a whole number, of the areas that reach no site always open.
  let unitsWithoutFallback: Double

  /// The most candidates a problem may have; block by block such an enumeration takes hours.
  public static let mostCandidates = 30

  /// Checks and prepares a problem.
  ///
  /// - Parameters:
  ///   - travel: Minutes from every area to every site; infinite where there is no route.
  ///   - weights: Demand of each area, such as admissions a year; not negative.
  ///   - candidates: Columns of `travel` to choose from, at most 30; the first is the lowest bit of
  ///     a subset, and the order breaks ties.
  ///   - alwaysOpen: Columns open in every subset.
  ///   - outside: Columns open in every subset that belong to others.
  ///   - thresholds: Minutes, in any order.
  ///   - targetVolume: In the unit of the weights.
  /// - Throws: `EnumerationError` for the first thing that is wrong.
  public init(
    travel: TravelMatrix, weights: [Double], candidates: [Int], alwaysOpen: [Int] = [],
    outside: [Int] = [], thresholds: [Double] = [30, 45, 60], targetVolume: Double = 600
  ) throws(EnumerationError) {
    try checkSites(candidates, alwaysOpen + outside, of: travel)
    let total = try checkedTotal(of: weights, areas: travel.areas)
    try checkLimits(thresholds: thresholds, targetVolume: targetVolume)
    self.candidates = candidates
    self.alwaysOpen = alwaysOpen
    self.outside = outside
    self.thresholds = thresholds
    self.targetVolume = targetVolume
    self.weights = weights
    totalWeight = total
    lists = NearestFirst(
      minutes: travel.minutes, areas: travel.areas.count, candidates: candidates,
      open: alwaysOpen + outside)
    let minutes = lists.minutes + lists.fallbackMinutes
    try checkLongest(minutes)
    let fixedPoint = FixedPoint(weights: weights, total: total, minutes: minutes)
    self.fixedPoint = fixedPoint
    units = weights.map { fixedPoint.units($0) }
    totalUnits = units.reduce(0, +)
    unitsWithoutFallback = zip(units, lists.fallbacks).reduce(0) { sum, area in
      area.1 < 0 ? sum + area.0 : sum
    }
  }

  /// The number of subsets, the empty one included: the length of every column.
  public var subsetCount: Int { 1 << candidates.count }

  /// Mean minutes from whole numbers: the cost, and the weight that reaches no site.
  @inline(__always)
  func mean(cost: Double, unreachable: Double) -> Double {
    let reached = totalUnits - unreachable
    return reached > 0 ? cost / (reached * fixedPoint.costOverWeight) : .infinity
  }

  /// Whether some subset other than the empty one leaves weight unreached or sends it outside.
  var losesWeight: Bool {
    weights.indices.contains { area in
      guard units[area] > 0 else { return false }
      let fallback = lists.fallbacks[area]
      return fallback < 0
        ? lists.lengths[area] < candidates.count : fallback >= alwaysOpen.count
    }
  }

  func check(_ subset: Subset) throws(EnumerationError) {
    guard subset.isSubset(of: .all(candidates.count)) else {
      throw .positionOutside(
        found: subset.positions.last ?? 0, candidates: candidates.count)
    }
  }

  func check(_ measures: [SubsetMeasure]) throws(EnumerationError) {
    for case let threshold? in measures.map(\.threshold)
    where !thresholds.indices.contains(threshold) {
      throw .thresholdOutside(found: threshold, thresholds: thresholds.count)
    }
  }
}

private func checkSites(
  _ candidates: [Int], _ open: [Int], of travel: TravelMatrix
) throws(EnumerationError) {
  guard !travel.areas.isEmpty else { throw .noAreas }
  guard !candidates.isEmpty else { throw .noCandidates }
  guard candidates.count <= EnumerationProblem.mostCandidates else {
    throw .tooManyCandidates(found: candidates.count, limit: EnumerationProblem.mostCandidates)
  }
  var seen = Set<Int>()
  for site in candidates + open {
    guard travel.sites.indices.contains(site) else {
      throw .siteOutside(found: site, sites: travel.sites.count)
    }
    guard seen.insert(site).inserted else { throw .repeatedSite(site) }
  }
}

private func checkedTotal(
  of weights: [Double], areas: [String]
) throws(EnumerationError) -> Double {
  guard weights.count == areas.count else {
    throw .weightCount(found: weights.count, areas: areas.count)
  }
  for (area, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
    throw .impossibleWeight(area: areas[area], weight: weight)
  }
  let total = weights.reduce(0, +)
  guard (1e-100...1e100).contains(total) else { throw .impossibleTotalWeight(total) }
  return total
}

private func checkLimits(thresholds: [Double], targetVolume: Double) throws(EnumerationError) {
  for minutes in thresholds where !(minutes >= 0 && minutes.isFinite) {
    throw .impossibleThreshold(minutes)
  }
  guard targetVolume >= 0, targetVolume.isFinite else { throw .impossibleTarget(targetVolume) }
}

/// Refuses the huge numbers that stand for a missing route in some files.
private func checkLongest(_ minutes: [Double]) throws(EnumerationError) {
  for time in minutes where time >= 1e6 && time.isFinite { throw .impossibleTime(minutes: time) }
}
