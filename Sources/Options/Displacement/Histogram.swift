// SPDX-License-Identifier: Apache-2.0

/// How many people have values in each of some ranges.
public struct Histogram: Equatable, Sendable {
  /// The edges of the ranges, rising; there is one more than there are ranges.
  public let edges: [Double]
  /// The weight in each range: from its lower edge to below its upper one; the last has both edges.
  public let weights: [Double]
  /// The weight below the first edge.
  public let below: Double
  /// The weight above the last edge, with those who have no route.
  public let above: Double
}

extension WeightedDistribution {
  /// Counts the people in ranges; everybody is in one, or below or above them all.
  ///
  /// - Parameter edges: two or more finite numbers, each above the last.
  /// - Returns: the weight in each range.
  /// - Throws: `DistributionError.edgesNotRising`.
  /// - Complexity: O(values + edges).
  public func histogram(edges: [Double]) throws(DistributionError) -> Histogram {
    let rise = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
    guard edges.count > 1 && rise && edges.allSatisfy(\.isFinite) else {
      throw .edgesNotRising(edges)
    }
    let last = edges.count - 1
    var counts = Array(repeating: 0.0, count: last)
    var outside = (below: 0.0, above: 0.0)
    var range = 0
    for (value, weight) in zip(values, weights) {
      while range < last - 1 && value >= edges[range + 1] { range += 1 }
      if value < edges[0] {
        outside.below += weight
      } else if value > edges[last] {
        outside.above += weight
      } else {
        counts[range] += weight
      }
    }
    return Histogram(edges: edges, weights: counts, below: outside.below, above: outside.above)
  }
}
