// SPDX-License-Identifier: Apache-2.0

/// How well pairs that were put together are pairs of one person.
public struct LinkageAccuracy: Sendable, Hashable, Codable {
  /// Pairs put together that are of one person.
  public let rightPairs: Int
  /// Pairs put together that are of two people.
  public let wrongPairs: Int
  /// Pairs of one person that were not put together.
  public let missedPairs: Int

  /// Counts of pairs.
  public init(rightPairs: Int, wrongPairs: Int, missedPairs: Int) {
    self.rightPairs = rightPairs
    self.wrongPairs = wrongPairs
    self.missedPairs = missedPairs
  }

  /// The share of pairs put together that are right; 1 where none were.
  public var precision: Double {
    let made = rightPairs + wrongPairs
    return made == 0 ? 1 : Double(rightPairs) / Double(made)
  }

  /// The share of pairs of one person that were put together; 1 where there are none.
  public var recall: Double {
    let wanted = rightPairs + missedPairs
    return wanted == 0 ? 1 : Double(rightPairs) / Double(wanted)
  }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// Compares all pairs within clusters with all pairs within true people.
  ///
  /// - Parameters:
  ///   - clusters: What was found.
  ///   - truth: The true person of each row; rows with nil are left out.
  public init(_ clusters: RecordClusters, truth: [String?]) {
    self.init(clusters, truth: truth) { _ in true }
  }

  /// Compares pairs of which at least one row belongs to a group.
  public init(_ clusters: RecordClusters, truth: [String?], within group: (Int) -> Bool) {
    var inCluster: [Int32: Tally] = [:]
    var inBoth: [Both: Tally] = [:]
    var inPerson: [String: Tally] = [:]
    for (row, person) in truth.enumerated() {
      guard let person else { continue }
      let isIn = group(row)
      inCluster[clusters.first[row], default: Tally()].add(isIn)
      inPerson[person, default: Tally()].add(isIn)
      inBoth[Both(cluster: clusters.first[row], person: person), default: Tally()].add(isIn)
    }
    let right = inBoth.values.reduce(0) { $0 + $1.pairs }
    let made = inCluster.values.reduce(0) { $0 + $1.pairs }
    let wanted = inPerson.values.reduce(0) { $0 + $1.pairs }
    self.init(rightPairs: right, wrongPairs: made - right, missedPairs: wanted - right)
  }

  private struct Both: Hashable {
    let cluster: Int32
    let person: String
  }

  /// Rows of a cluster, and those of them in the group.
  private struct Tally {
    private var all = 0
    private var others = 0

    mutating func add(_ isIn: Bool) {
      all += 1
      if !isIn { others += 1 }
    }

    /// Pairs with at least one row of the group.
    var pairs: Int { all * (all - 1) / 2 - others * (others - 1) / 2 }
  }
}
