// SPDX-License-Identifier: Apache-2.0

/// Grows clusters from the surest pair down, and merges two only when their records fit together as a whole.
///
/// Taking connected components instead lets one wrong pair join two families: twins are alike in all but
/// the given name, and one record with little in it is like everybody. Here two clusters are merged when
/// the mean weight over all pairs between them, each pair counted within bounds, is at least a limit
/// (average linkage, Sokal and Michener 1958, in the greedy order of Kruskal 1956). Pairs that no blocking
/// rule brought together are weighed too.
public struct ClusterGrowth {
  /// How clusters are grown.
  public struct Settings: Sendable, Hashable, Codable {
    /// No pair below this weight starts a merger, in bits.
    public var pairThreshold: Double
    /// The least mean weight between two clusters that are merged, in bits.
    public var meanThreshold: Double
    /// No pair counts for less than this in a mean, nor for more than its negative, in bits.
    public var floor: Double
    /// No pair counts for more than this in a mean, in bits.
    public var ceiling: Double
    /// At most so many records of a cluster are weighed against another.
    public var sample: Int

    /// Settings in bits.
    public init(
      pairThreshold: Double, meanThreshold: Double, floor: Double = -12, ceiling: Double = 12,
      sample: Int = 12
    ) {
      self.pairThreshold = pairThreshold
      self.meanThreshold = meanThreshold
      self.floor = floor
      self.ceiling = ceiling
      self.sample = sample
    }
  }

  private let settings: Settings
  private let rules: ClusterRules
  private let weigh: (Int32, Int32) -> Double
  private var sets: DisjointSets
  private var members: [Int32: [Int32]] = [:]
  private var refused: [UInt64: UInt64] = [:]
  private var apart: [Int32: [Int32]] = [:]

  private init(
    count: Int, settings: Settings, rules: ClusterRules, weigh: @escaping (Int32, Int32) -> Double
  ) {
    self.settings = settings
    self.rules = rules
    self.weigh = weigh
    sets = DisjointSets(count: count)
    for couple in rules.apart {
      apart[couple.left, default: []].append(couple.right)
      apart[couple.right, default: []].append(couple.left)
    }
  }

  /// Clusters the rows.
  ///
  /// - Parameters:
  ///   - pairs: Pairs that may be of one person.
  ///   - count: How many rows there are.
  ///   - settings: Thresholds.
  ///   - rules: What no cluster may break.
  ///   - weigh: The weight of any two rows, the smaller first.
  /// - Returns: Clusters that depend on no order but that of the rows.
  public static func clusters(
    of pairs: ScoredPairs, count: Int, settings: Settings, rules: ClusterRules = ClusterRules(),
    weigh: @escaping (Int32, Int32) -> Double
  ) -> RecordClusters {
    var growth = Self(count: count, settings: settings, rules: rules, weigh: weigh)
    for couple in rules.together { growth.merge(couple.left, couple.right) }
    let order = pairs.left.indices.filter { pairs.weight[$0] >= settings.pairThreshold }
      .sorted {
        pairs.weight[$0] != pairs.weight[$1]
          ? pairs.weight[$0] > pairs.weight[$1]
          : (pairs.left[$0], pairs.right[$0]) < (pairs.left[$1], pairs.right[$1])
      }
    // A merger that was refused may be right once both have grown.
    var passes = 0
    while passes < 3, growth.pass(pairs, order) > 0 { passes += 1 }
    return RecordClusters(growth.sets)
  }

  /// Goes through all pairs once and gives how many mergers there were.
  private mutating func pass(_ pairs: ScoredPairs, _ order: [Int]) -> Int {
    var mergers = 0
    for index in order {
      let (a, b) = (sets.find(pairs.left[index]), sets.find(pairs.right[index]))
      guard a != b else { continue }
      if fit(a, b, pairs.weight[index]) {
        merge(a, b)
        mergers += 1
      }
    }
    return mergers
  }

  private mutating func fit(_ a: Int32, _ b: Int32, _ weight: Double) -> Bool {
    let (one, other) = (rows(a), rows(b))
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    let sizes = UInt64(one.count) << 32 | UInt64(other.count)
    if refused[key] == sizes { return false }
    let isFit = mayMerge(one, other) && mean(one, other, weight) >= settings.meanThreshold
    if !isFit { refused[key] = sizes }
    return isFit
  }

  /// The mean weight between two clusters, each pair within bounds.
  private func mean(_ one: [Int32], _ other: [Int32], _ weight: Double) -> Double {
    func bounded(_ value: Double) -> Double {
      min(max(value, settings.floor), settings.ceiling)
    }
    if one.count == 1 && other.count == 1 { return bounded(weight) }
    let (some, others) = (sampled(one), sampled(other))
    var sum = 0.0
    for left in some {
      for right in others { sum += bounded(weigh(min(left, right), max(left, right))) }
    }
    return sum / Double(some.count * others.count)
  }

  /// All rows of a small cluster, evenly spread ones of a large one.
  private func sampled(_ rows: [Int32]) -> [Int32] {
    guard rows.count > settings.sample else { return rows }
    return (0..<settings.sample).map { rows[$0 * rows.count / settings.sample] }
  }

  private func mayMerge(_ one: [Int32], _ other: [Int32]) -> Bool {
    if !apart.isEmpty {
      let far = Set(other)
      if one.contains(where: { apart[$0]?.contains(where: far.contains) ?? false }) { return false }
    }
    guard !rules.singleSources.isEmpty, !rules.sources.isEmpty else { return true }
    let single = one.map { rules.sources[Int($0)] }.filter(rules.singleSources.contains)
    return !other.contains { single.contains(rules.sources[Int($0)]) }
  }

  private func rows(_ root: Int32) -> [Int32] { members[root] ?? [root] }

  private mutating func merge(_ a: Int32, _ b: Int32) {
    let (first, second) = (sets.find(a), sets.find(b))
    guard first != second else { return }
    let joined = (rows(first) + rows(second)).sorted()
    members[first] = nil
    members[second] = nil
    members[sets.merge(first, second)] = joined
  }
}
