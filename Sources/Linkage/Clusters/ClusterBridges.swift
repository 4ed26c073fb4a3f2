// SPDX-License-Identifier: Apache-2.0

/// Pairs that alone hold a cluster together.
///
/// Where records were joined by connected components, such a pair is where two people were most likely
/// taken for one: a bridge of the graph (Tarjan, 1974).
public enum ClusterBridges {
  /// The indices of pairs at or above a weight whose removal would split their cluster into two, each of
  /// two records or more.
  public static func found(in pairs: ScoredPairs, count: Int, atLeast threshold: Double) -> [Int] {
    var graph = Graph(pairs, count: count, threshold: threshold)
    return graph.bridges()
  }

  private struct Graph {
    private var edges: [[(neighbour: Int32, pair: Int)]]
    private var entered: [Int32]
    private var lowest: [Int32]
    private var below: [Int32]
    private var total: [Int32] = []

    init(_ pairs: ScoredPairs, count: Int, threshold: Double) {
      edges = [[(neighbour: Int32, pair: Int)]](repeating: [], count: count)
      for index in pairs.left.indices where pairs.weight[index] >= threshold {
        edges[Int(pairs.left[index])].append((pairs.right[index], index))
        edges[Int(pairs.right[index])].append((pairs.left[index], index))
      }
      entered = [Int32](repeating: -1, count: count)
      lowest = [Int32](repeating: 0, count: count)
      below = [Int32](repeating: 1, count: count)
    }

    mutating func bridges() -> [Int] {
      var found: [Int] = []
      for start in edges.indices where entered[start] < 0 && edges[start].count > 0 {
        let candidates = walk(from: Int32(start))
        let size = below[start]
        found += candidates.filter { $0.size > 1 && size - $0.size > 1 }.map(\.pair)
      }
      return found.sorted()
    }

    /// Depth first without recursion, since clusters can be long chains.
    private mutating func walk(from start: Int32) -> [(pair: Int, size: Int32)] {
      var candidates: [(pair: Int, size: Int32)] = []
      var stack: [(node: Int32, via: Int, next: Int)] = [(start, -1, 0)]
      var clock: Int32 = 0
      entered[Int(start)] = 0
      lowest[Int(start)] = 0
      while let top = stack.last {
        let node = Int(top.node)
        if top.next < edges[node].count {
          stack[stack.count - 1].next += 1
          let edge = edges[node][top.next]
          if edge.pair == top.via { continue }
          let other = Int(edge.neighbour)
          if entered[other] >= 0 {
            lowest[node] = min(lowest[node], entered[other])
          } else {
            clock += 1
            entered[other] = clock
            lowest[other] = clock
            stack.append((edge.neighbour, edge.pair, 0))
          }
        } else {
          stack.removeLast()
          guard let parent = stack.last.map({ Int($0.node) }) else { continue }
          lowest[parent] = min(lowest[parent], lowest[node])
          below[parent] += below[node]
          if lowest[node] > entered[parent] { candidates.append((top.via, below[node])) }
        }
      }
      return candidates
    }
  }
}
