// SPDX-License-Identifier: Apache-2.0
public import Access

/// Areas that need a service, sites that could give it, and what has been decided already.
///
/// Every area goes to its nearest open site. A plan may open any site that is not forbidden and
/// opens every site that is kept.
///
/// ```swift
/// let problem = try SitingProblem(travel: travel, weights: admissions, keep: [4])
/// let plan = try problem.solve(.weightedMean(sites: 25))
/// print(plan.open, plan.objective, plan.gap)
/// ```
public struct SitingProblem: Equatable, Sendable {
  /// Minutes from every area to every site.
  public let travel: TravelMatrix
  /// The weight of each area, such as patients a year: finite and not negative.
  public let weights: [Double]
  /// The sites open in every plan, by position, ascending.
  public let keep: [Int]
  /// The sites open in no plan, by position, ascending.
  public let forbid: [Int]

  /// The sites that a plan may open, kept ones included, ascending.
  let allowed: [Int]
  /// The sites that a plan may open or leave closed, ascending.
  let free: [Int]

  /// Makes a problem from its parts, once they fit together.
  ///
  /// - Parameters:
  ///   - travel: minutes from every area to every site.
  ///   - weights: one weight for each area.
  ///   - keep: positions of sites that stay open.
  ///   - forbid: positions of sites that stay closed.
  /// - Throws: `SitingError` when a size, a weight or a position is wrong.
  public init(
    travel: TravelMatrix, weights: [Double], keep: [Int] = [], forbid: [Int] = []
  ) throws(SitingError) {
    let sites = travel.sites.count
    guard !travel.areas.isEmpty else { throw .noAreas }
    guard sites > 0 else { throw .noSites }
    guard sites <= Self.mostSites else { throw .tooManySites(found: sites, limit: Self.mostSites) }
    guard weights.count == travel.areas.count else {
      throw .wrongWeightCount(found: weights.count, areas: travel.areas.count)
    }
    for (area, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .impossibleWeight(area: travel.areas[area], weight: weight)
    }
    guard Self.areSumsFinite(travel, weights) else { throw .numbersTooLarge }
    try Self.check(keep, in: .keep, travel.sites)
    try Self.check(forbid, in: .forbid, travel.sites)
    let forbidden = Set(forbid)
    if let both = keep.first(where: forbidden.contains) {
      throw .keptAndForbidden(site: travel.sites[both])
    }
    let kept = Set(keep)
    self.travel = travel
    self.weights = weights
    self.keep = keep.sorted()
    self.forbid = forbid.sorted()
    allowed = (0..<sites).filter { !forbidden.contains($0) }
    free = allowed.filter { !kept.contains($0) }
  }

  /// The exchange of sites keeps a number for every pair of them.
  private static let mostSites = 10_000

  /// Whether every sum of weighted minutes, of whatever plan, is a number.
  private static func areSumsFinite(_ travel: TravelMatrix, _ weights: [Double]) -> Bool {
    var longest = 1.0
    for time in travel.minutes where time.isFinite { longest = max(longest, time) }
    return (weights.reduce(0, +) * longest * Double(4 * weights.count)).isFinite
  }

  private static func check(
    _ positions: [Int], in list: SitingError.SiteList, _ sites: [String]
  ) throws(SitingError) {
    var seen = Set<Int>()
    for position in positions {
      guard sites.indices.contains(position) else {
        throw .unknownSite(position: position, list: list, sites: sites.count)
      }
      guard seen.insert(position).inserted else {
        throw .repeatedSite(site: sites[position], list: list)
      }
    }
  }
}
