// SPDX-License-Identifier: Apache-2.0

import Linkage
import Testing

@Suite struct ClusterTests {
  private func pairs(_ list: [(Int32, Int32, Double)]) -> ScoredPairs {
    let sorted = list.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return ScoredPairs(
      left: sorted.map(\.0), right: sorted.map(\.1), weight: sorted.map(\.2),
      rule: sorted.map { _ in 0 })
  }

  private func grown(
    _ list: [(Int32, Int32, Double)], count: Int, rules: ClusterRules = ClusterRules()
  ) -> [Int32] {
    let weights = Dictionary(uniqueKeysWithValues: list.map { ([$0.0, $0.1], $0.2) })
    return ClusterGrowth.clusters(
      of: pairs(list), count: count, settings: .init(pairThreshold: 0, meanThreshold: 0),
      rules: rules
    ) { weights[[$0, $1]] ?? -10 }.first
  }

  @Test func `a chain of pairs is one connected component, named by its first row`() {
    let chain = pairs([(1, 2, 5), (2, 3, 5), (4, 5, 1)])
    let clusters = RecordClusters.connected(chain, count: 6, atLeast: 2)
    #expect(clusters.first == [0, 1, 1, 1, 4, 5])
    #expect(clusters.count == 4)
    #expect(clusters.members[1] == [1, 2, 3])
  }

  @Test func `two families that one pair joins stay two`() {
    let found = grown(
      [(0, 1, 12), (0, 2, 12), (1, 2, 12), (3, 4, 12), (3, 5, 12), (4, 5, 12), (2, 3, 4)], count: 6)
    #expect(found == [0, 0, 0, 3, 3, 3])
  }

  @Test func `records that fit on the whole are put together though some pairs are weak`() {
    #expect(grown([(0, 1, 12), (1, 2, 12), (0, 2, -4)], count: 3) == [0, 0, 0])
  }

  @Test func `a source that has each person once is kept to once a cluster`() {
    let rules = ClusterRules.oneToOne(sources: [0, 1, 1])
    #expect(grown([(0, 1, 9), (0, 2, 10), (1, 2, 8)], count: 3, rules: rules) == [0, 1, 0])
  }

  @Test func `what a person decided is kept to`() {
    let rules = ClusterRules(together: [.init(2, 0)], apart: [.init(1, 0)])
    #expect(grown([(0, 1, 20), (1, 2, 1)], count: 4, rules: rules) == [0, 1, 0, 3])
  }

  @Test func `finds the pair that alone holds a cluster together`() {
    let list = pairs([(0, 1, 9), (0, 2, 9), (1, 2, 9), (2, 3, 2), (3, 4, 9), (3, 5, 9), (4, 5, 9)])
    let bridges = ClusterBridges.found(in: list, count: 6, atLeast: 0)
    #expect(bridges.map { [list.left[$0], list.right[$0]] } == [[2, 3]])
  }

  @Test func `a pair that only holds one record is no bridge`() {
    let list = pairs([(0, 1, 9), (0, 2, 9), (1, 2, 9), (2, 3, 2)])
    #expect(ClusterBridges.found(in: list, count: 4, atLeast: 0).isEmpty)
  }

  @Test func `old names stay when records come, and mergers and splits are told`() {
    let clusters = RecordClusters(labels: [0, 0, 1, 1, 2, 3, 3])
    let stable = StableClusters(
      clusters, identifiers: ["a", "b", "c", "d", "e", "f", "g"],
      previous: ["P", "P", "Q", "R", nil, "S", nil])
    #expect(stable.names == ["P", "P", "Q", "Q", "e", "S", "S"])
    #expect(stable.merged.map(\.kept) == ["Q"])
    #expect(stable.merged.map(\.givenUp) == [["R"]])
    let split = StableClusters(
      RecordClusters(labels: [0, 0, 1]), identifiers: ["a", "b", "c"], previous: ["P", "P", "P"])
    #expect(split.names == ["P", "P", "c"])
    #expect(split.split.map(\.parts) == [["P", "c"]])
  }

  @Test func `a new cluster never takes a name that is in use`() {
    let stable = StableClusters(
      RecordClusters(labels: [0, 1]), identifiers: ["x", "y"], previous: [nil, "x"])
    #expect(stable.names == ["x-2", "x"])
  }
}
