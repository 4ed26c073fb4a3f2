// SPDX-License-Identifier: Apache-2.0

import Linkage

/// What is expected to be wrong for one group of records.
public struct GroupErrorRates: Sendable, Hashable, Codable {
  /// What the groups are by, such as `source`.
  public let by: String
  /// The group.
  public let group: String
  /// Its records.
  public let records: Int
  /// The share of pairs put together with a record of the group that are expected to be of two people.
  public let falseMatchRate: Double
  /// The share of pairs of one person with a record of the group that are expected to be missed, those that
  /// blocking misses left out.
  public let missedMatchRate: Double

  /// Rates by source, by decade of birth where dates are known, and by the groups that were read.
  public static func all(_ records: LinkageRecords, _ outcome: LinkageJob.Outcome) -> [Self] {
    let table = records.table
    var rates = Self.rates("source", table.sources.map { table.sourceNames[Int($0)] }, outcome)
    if let born = table.column("date-of-birth") {
      let decades = (0..<born.distinctCount).map { code -> String in
        let year = born.text(of: Int32(code)).prefix(4)
        return year.count == 4 && year.allSatisfy(\.isNumber) ? "\(year.prefix(3))0s" : "not known"
      }
      rates += Self.rates(
        "decade of birth", born.codes.map { $0 < 0 ? "not known" : decades[Int($0)] }, outcome)
    }
    for column in records.groups {
      rates += Self.rates(
        column.name, column.codes.map { $0 < 0 ? "not known" : column.text(of: $0) }, outcome)
    }
    return rates
  }

  /// Tallies each pair once for every group that it touches.
  private static func rates(_ by: String, _ groups: [String], _ outcome: LinkageJob.Outcome)
    -> [Self]
  {
    var tallies: [String: ExpectedAccuracy] = [:]
    var counts: [String: Int] = [:]
    for group in groups { counts[group, default: 0] += 1 }
    let pairs = outcome.pairs
    for index in pairs.left.indices {
      let left = Int(pairs.left[index])
      let right = Int(pairs.right[index])
      let isLinked = outcome.clusters.first[left] == outcome.clusters.first[right]
      let one = groups[left]
      let other = groups[right]
      tallies[one, default: .init()].add(weight: pairs.weight[index], isLinked: isLinked)
      if other != one {
        tallies[other, default: .init()].add(weight: pairs.weight[index], isLinked: isLinked)
      }
    }
    return counts.keys.sorted().map { group in
      let tally = tallies[group] ?? ExpectedAccuracy()
      return Self(
        by: by, group: group, records: counts[group] ?? 0, falseMatchRate: 1 - tally.precision,
        missedMatchRate: 1 - tally.recall)
    }
  }
}
