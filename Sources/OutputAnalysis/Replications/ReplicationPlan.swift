// SPDX-License-Identifier: Apache-2.0

/// When there are enough replications of several measures together: when there are of each.
///
/// Replications are told in the order of their numbers, so that the number at which it stops depends
/// on nothing but them.
public struct ReplicationPlan: Hashable, Sendable {
  /// The rule of each measure.
  public private(set) var rules: [ReplicationRule]
  /// The replications at which it stops all the same.
  public let most: Int
  /// Replications told so far.
  public private(set) var count = 0

  /// A plan for so many measures.
  public init(measures: Int, precision: Double, most: Int, confidence: Double = 0.95) {
    rules = Array(
      repeating: ReplicationRule(precision: precision, confidence: confidence), count: measures)
    self.most = max(1, most)
  }

  /// Whether each measure is precise enough.
  public var isPrecise: Bool { rules.allSatisfy(\.isSatisfied) && count >= smallest }
  /// Whether no more replications are asked for.
  public var isDone: Bool { isPrecise || count >= most }

  /// How many more to run next: what is probably missing, and no more than are allowed.
  public var next: Int {
    guard !isDone else { return 0 }
    let missing = rules.map(\.probablyMissing).max() ?? 0
    return min(max(missing, smallest - count, 1), most - count)
  }

  private var smallest: Int { ReplicationRule.first + ReplicationRule.lookAhead }

  /// Takes the values of the next replication, one for each measure; nil for a measure that had
  /// nothing to measure in it, such as the wait of nobody.
  public mutating func add(_ values: [Double?]) {
    count += 1
    for (place, value) in zip(rules.indices, values) {
      if let value { rules[place].add(value) }
    }
  }
}
