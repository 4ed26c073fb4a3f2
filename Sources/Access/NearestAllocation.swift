// SPDX-License-Identifier: Apache-2.0

/// Every area's patients at the open site that is nearest to them.
///
/// When two sites are as near, patients go to the one that was named first among the open ones.
public struct NearestAllocation: Equatable, Sendable {
  /// The open sites, by position in the matrix, in the order given.
  public let open: [Int]
  /// For each area the position of its site in the matrix; nil where no open site can be reached.
  public let site: [Int?]
  /// For each area the minutes; infinite where no open site can be reached.
  public let minutes: [Double]

  /// Allocates all areas of a matrix.
  public init(_ travel: TravelMatrix, open: [Int]) {
    self.open = open
    var site = [Int?](repeating: nil, count: travel.areas.count)
    var minutes = [Double](repeating: .infinity, count: travel.areas.count)
    for area in travel.areas.indices {
      for candidate in open where travel[area, candidate] < minutes[area] {
        minutes[area] = travel[area, candidate]
        site[area] = candidate
      }
    }
    self.site = site
    self.minutes = minutes
  }

  /// The weight at each open site, in the order of `open`; what cannot reach any is left out.
  public func volumes(_ weights: [Double]) -> [Double] {
    var sums = [Int: Double]()
    for (area, site) in site.enumerated() {
      if let site { sums[site, default: 0] += weights[area] }
    }
    return open.map { sums[$0] ?? 0 }
  }

  /// The areas of a site, by position.
  public func catchment(of candidate: Int) -> [Int] {
    site.indices.filter { site[$0] == candidate }
  }
}
