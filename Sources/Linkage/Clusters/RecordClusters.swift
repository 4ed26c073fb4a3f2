// SPDX-License-Identifier: Apache-2.0

/// Which records are taken to be of one person.
public struct RecordClusters: Sendable, Hashable {
  /// For each row the smallest row of its cluster.
  public let first: [Int32]

  /// The clusters that sets make.
  public init(_ sets: DisjointSets) {
    var sets = sets
    first = (0..<Int32(sets.count)).map { sets.find($0) }
  }

  /// Clusters from any label per row; rows with equal labels are together.
  public init(labels: [some Hashable]) {
    var seen: [AnyHashable: Int32] = [:]
    first = labels.enumerated().map { row, label in
      let key = AnyHashable(label)
      if let known = seen[key] { return known }
      seen[key] = Int32(row)
      return Int32(row)
    }
  }

  /// How many clusters there are, those of one record among them.
  public var count: Int {
    first.indices.reduce(0) { $0 + (first[$1] == Int32($1) ? 1 : 0) }
  }

  /// The rows of each cluster, in the order of their smallest row.
  public var members: [[Int32]] {
    var place: [Int32: Int] = [:]
    var members: [[Int32]] = []
    for (row, cluster) in first.enumerated() {
      if let known = place[cluster] {
        members[known].append(Int32(row))
      } else {
        place[cluster] = members.count
        members.append([Int32(row)])
      }
    }
    return members
  }

  /// Connected components: records that a chain of pairs at or above a weight joins.
  public static func connected(_ pairs: ScoredPairs, count: Int, atLeast threshold: Double) -> Self
  {
    var sets = DisjointSets(count: count)
    for index in pairs.left.indices where pairs.weight[index] >= threshold {
      sets.merge(pairs.left[index], pairs.right[index])
    }
    return Self(sets)
  }
}
