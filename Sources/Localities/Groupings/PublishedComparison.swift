// SPDX-License-Identifier: Apache-2.0

import Clusters
public import PlanPackage

/// A published grouping beside the one that was worked out.
///
/// A published group is known by its name alone. Where it is named after a town of the plan, it is taken to
/// be the neighbourhoods of that town in its locality: an estimate, and never the published boundary.
public struct PublishedComparison: Sendable {
  /// A published group, or several of one name.
  public struct Entry: Sendable {
    /// What was published.
    public let row: PublishedGroupRow
    /// The neighbourhoods that it is estimated by, by position; none when nothing says where it is.
    public let neighbourhoods: [Int]
    /// People of these neighbourhoods.
    public let people: Int
    /// The groups that they are in, with the people of each, most people first.
    public let groups: [(group: Int, people: Int)]

    /// Whether the same number of groups holds them as was published; nil when nobody knows.
    public var agrees: Bool? {
      neighbourhoods.isEmpty ? nil : groups.count == row.groups
    }
  }

  /// What was published.
  public let row: PublishedGroupingRow
  /// The tier that it is set beside.
  public let tier: GroupingTier
  /// The published groups.
  public let entries: [Entry]
  /// The groups that were worked out for the locality: those of which most people live there; all of
  /// them without a locality.
  public let found: [Int]

  /// Every published grouping of a plan, in the order of its table.
  public static func all(_ reading: GroupingReading) -> [PublishedComparison] {
    reading.plan.groupings.published.compactMap { row in
      reading.tier(row.grouping).map { PublishedComparison(row, $0, reading) }
    }
  }

  private init(_ row: PublishedGroupingRow, _ tier: GroupingTier, _ reading: GroupingReading) {
    let units = reading.neighbourhoods
    let groupOf = tier.groupOfNeighbourhood
    self.row = row
    self.tier = tier
    entries = reading.plan.groupings.publishedGroups.filter { $0.grouping == row.id }.map { group in
      let places = units.indices.filter { index in
        guard let town = units[index].town, group.towns.contains(town) else { return false }
        return row.locality.isEmpty || units[index].commissioner == row.locality
      }
      let shares = GroupNames.shares(places, units.map(\.people)) { tier.labels[groupOf[$0]] }
      return Entry(
        row: group, neighbourhoods: places, people: places.reduce(0) { $0 + units[$1].people },
        groups: shares.compactMap { share in tier.group(share.word).map { ($0, share.people) } })
    }
    found = tier.judgement.groups.indices.filter {
      row.locality.isEmpty || tier.judgement.groups[$0].commissioners.first == row.locality
    }
  }
}
