// SPDX-License-Identifier: Apache-2.0

/// Who crosses the boundary of a partnership, in both directions.
public struct BoundaryFlows: Equatable, Sendable {
  /// Residents treated at the partnership's own sites.
  public let stay: Double
  /// Residents treated at sites of neighbours.
  public let outward: Double
  /// Neighbours' residents treated at the partnership's sites.
  public let inward: Double
  /// People on whichever side who cannot reach any open site.
  public let unreached: Double
  /// At each open site of the allocation, in its order: residents, then neighbours' residents.
  public let bySite: [(residents: Double, neighbours: Double)]

  /// Counts an allocation.
  ///
  /// `isResident` has one entry for each area, and `isOwn` says which site positions belong to
  /// the partnership.
  public init(
    _ allocation: NearestAllocation, weights: [Double], isResident: [Bool], isOwn: Set<Int>
  ) {
    var stay = 0.0
    var outward = 0.0
    var inward = 0.0
    var unreached = 0.0
    var bySite = [(residents: Double, neighbours: Double)](
      repeating: (0, 0), count: allocation.open.count)
    for (area, site) in allocation.site.enumerated() {
      let weight = weights[area]
      guard let site, let index = allocation.open.firstIndex(of: site) else {
        unreached += weight
        continue
      }
      if isResident[area] {
        bySite[index].residents += weight
        if isOwn.contains(site) { stay += weight } else { outward += weight }
      } else {
        bySite[index].neighbours += weight
        if isOwn.contains(site) { inward += weight }
      }
    }
    self.stay = stay
    self.outward = outward
    self.inward = inward
    self.unreached = unreached
    self.bySite = bySite
  }

  /// Compares all counts.
  public static func == (left: BoundaryFlows, right: BoundaryFlows) -> Bool {
    left.stay == right.stay && left.outward == right.outward && left.inward == right.inward
      && left.unreached == right.unreached
      && left.bySite.elementsEqual(right.bySite) { $0 == $1 }
  }
}
