// SPDX-License-Identifier: Apache-2.0

/// What a linkage is expected to have got right, from the weights alone.
///
/// A pair of weight w is of one person with chance 2^w / (1 + 2^w). The sum of these over the pairs put
/// together is the number expected to be right, that over the others the number expected to be missed. It is
/// as good as the weights are: where fields depend on each other, the truth is worse than it says.
public struct ExpectedAccuracy: Sendable, Hashable, Codable {
  /// Pairs put together, of those that were weighed.
  public var linked: Double = 0
  /// Of those, the number expected to be of two people.
  public var falseMatches: Double = 0
  /// Weighed pairs not put together that are expected to be of one person.
  public var missedMatches: Double = 0
  /// Pairs of one person that no blocking rule is expected to have brought together.
  public var missedByBlocking: Double = 0

  /// Nothing counted yet.
  public init() {}

  /// The share of pairs put together that are expected to be right; 1 where none were.
  public var precision: Double { linked == 0 ? 1 : (linked - falseMatches) / linked }

  /// The share of pairs of one person that are expected to be put together; 1 where there are none.
  public var recall: Double {
    let right = linked - falseMatches
    let all = right + missedMatches + missedByBlocking
    return all == 0 ? 1 : right / all
  }

  /// Counts the weighed pairs that touch a group.
  ///
  /// - Parameters:
  ///   - pairs: Weighed pairs.
  ///   - clusters: What was put together.
  ///   - group: Whether a row belongs to the group.
  public init(
    _ pairs: ScoredPairs, _ clusters: RecordClusters, within group: (Int) -> Bool = { _ in true }
  ) {
    for index in pairs.left.indices {
      let left = Int(pairs.left[index])
      let right = Int(pairs.right[index])
      guard group(left) || group(right) else { continue }
      add(weight: pairs.weight[index], isLinked: clusters.first[left] == clusters.first[right])
    }
  }

  /// Counts one pair.
  public mutating func add(weight: Double, isLinked: Bool) {
    let chance = Base2.probability(weight: weight)
    if isLinked {
      linked += 1
      // The other records of a cluster vouch for a weak pair: it is as good as the limit at least.
      falseMatches += weight < 0 ? 0.5 : 1 - chance
    } else {
      missedMatches += chance
    }
  }
}

/// How many pairs of one person no blocking rule brings together, from how many rules bring each pair that
/// is found together: with one rule alone often, with none sometimes (Chao, 1987).
public struct BlockingCoverage: Sendable, Hashable {
  /// Pairs, by the chance that they are of one person, that exactly one rule brings together.
  public let byOneRule: Double
  /// The same for exactly two.
  public let byTwoRules: Double

  /// A lower bound for the pairs that no rule brings together.
  public var missed: Double { byOneRule * byOneRule / (2 * max(byTwoRules, 1)) }

  /// Counts rules over pairs of weight 0 and more.
  public init(_ pairs: ScoredPairs, _ engine: LinkageEngine) {
    var once = 0.0
    var twice = 0.0
    let rules = engine.compiled.rules
    if rules.count > 1 {
      for index in pairs.left.indices where pairs.weight[index] >= 0 {
        let left = Int(pairs.left[index])
        let right = Int(pairs.right[index])
        let one = engine.records.lanes(left)
        let other = engine.records.lanes(right)
        let equal =
          engine.records.same(engine.records.lines(left), engine.records.lines(right))
          & PackedRecords.present(one)
        let held = rules.count { $0.holds(equal, one, other) }
        let chance = Base2.probability(weight: pairs.weight[index])
        if held == 1 { once += chance }
        if held == 2 { twice += chance }
      }
    }
    byOneRule = once
    byTwoRules = twice
  }
}

extension CompiledModel.Rule {
  /// Whether the rule puts two records together.
  fileprivate func holds(
    _ equal: UInt64, _ left: UnsafePointer<Int32>, _ right: UnsafePointer<Int32>
  ) -> Bool {
    guard equal & mask == mask else { return false }
    return crossed.allSatisfy { left[$0.left] >= 0 && left[$0.left] == right[$0.right] }
  }
}
