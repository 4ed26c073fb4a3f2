// SPDX-License-Identifier: Apache-2.0

/// Names of clusters that stay as they were when records are added.
public struct StableClusters: Sendable, Hashable {
  /// The name of the cluster of each row.
  public let names: [String]
  /// Old clusters that are now one: the name kept and those given up.
  public let merged: [Merger]
  /// Old clusters whose records are now in several: the old name and the names of the parts.
  public let split: [Split]

  /// Old clusters that are now one.
  public struct Merger: Sendable, Hashable {
    /// The name that stays.
    public let kept: String
    /// The names that are no longer in use.
    public let givenUp: [String]
  }

  /// An old cluster that fell into parts.
  public struct Split: Sendable, Hashable {
    /// The old name.
    public let old: String
    /// The names of the parts, the largest first.
    public let parts: [String]
  }

  /// Names clusters after the ones that their records had.
  ///
  /// Each old name goes to the new cluster with most of its records; a new cluster that could have several
  /// takes the one that most of its records had, on a tie the first in the order of names. A cluster with
  /// none takes the identifier of its first record, with `-2` and so on where that is taken.
  ///
  /// - Parameters:
  ///   - clusters: The new clusters.
  ///   - identifiers: The identifier of each row.
  ///   - previous: The old name of the cluster of each row; nil for a new record.
  public init(_ clusters: RecordClusters, identifiers: [String], previous: [String?]) {
    let members = clusters.members
    let counts = members.map { rows in
      rows.reduce(into: [String: Int]()) { counts, row in
        if let old = previous[Int(row)] { counts[old, default: 0] += 1 }
      }
    }
    var owner: [String: (cluster: Int, count: Int)] = [:]
    for (cluster, olds) in counts.enumerated() {
      for (old, count) in olds where count > (owner[old]?.count ?? 0) {
        owner[old] = (cluster, count)
      }
    }
    var taken = Set(owner.keys)
    var names: [String] = []
    var merged: [Merger] = []
    for (cluster, olds) in counts.enumerated() {
      let own = olds.filter { owner[$0.key]?.cluster == cluster }
        .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
      if let kept = own.first {
        names.append(kept)
        if own.count > 1 { merged.append(Merger(kept: kept, givenUp: own.dropFirst().sorted())) }
      } else {
        names.append(Self.fresh(identifiers[Int(members[cluster][0])], &taken))
      }
    }
    self.merged = merged.sorted { $0.kept < $1.kept }
    split = Self.splits(counts, names)
    var result = [String](repeating: "", count: identifiers.count)
    for (cluster, rows) in members.enumerated() {
      for row in rows { result[Int(row)] = names[cluster] }
    }
    self.names = result
  }

  private static func fresh(_ identifier: String, _ taken: inout Set<String>) -> String {
    var name = identifier
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(identifier)-\(number)"
      number += 1
    }
    return name
  }

  private static func splits(_ counts: [[String: Int]], _ names: [String]) -> [Split] {
    var parts: [String: [(name: String, count: Int)]] = [:]
    for (cluster, olds) in counts.enumerated() {
      for (old, count) in olds { parts[old, default: []].append((names[cluster], count)) }
    }
    return parts.filter { $0.value.count > 1 }.map { old, parts in
      let order = parts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
      return Split(old: old, parts: order.map(\.name))
    }.sorted { $0.old < $1.old }
  }
}
