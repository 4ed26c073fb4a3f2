// SPDX-License-Identifier: Apache-2.0

/// Links between points of which nobody has said which are neighbours.
public enum NeighbourLinks {
  /// Joins two units when no third lies in the circle between them (Gabriel and Sokal, "A new statistical
  /// approach to geographic variation analysis", 1969), and none is further away than the longest link.
  ///
  /// Units at one place are joined to each other and to the same neighbours. Without the longest link all
  /// units would hang together; with it, units that are too far away stay islands.
  ///
  /// - Parameters:
  ///   - units: Where they are; nothing else of them matters.
  ///   - longest: In kilometres.
  /// - Returns: Each pair once, in order.
  /// - Complexity: O(n² log n) for n units.
  public static func links(_ units: [Unit], longest: Double = 20) -> [Link] {
    var links: [Link] = []
    for unit in units.indices {
      let near = units.indices.filter { $0 != unit && square(units, unit, $0) <= longest * longest }
        .sorted { (square(units, unit, $0), $0) < (square(units, unit, $1), $1) }
      for (place, other) in near.enumerated() where other > unit {
        let length = square(units, unit, other)
        // Whoever stands between is nearer than the other.
        let isBlocked = near[..<place].contains {
          square(units, unit, $0) + square(units, $0, other) < length * (1 - 1e-12)
        }
        if !isBlocked { links.append(Link(unit, other)) }
      }
    }
    return links
  }

  private static func square(_ units: [Unit], _ first: Int, _ second: Int) -> Double {
    let east = units[first].east - units[second].east
    let north = units[first].north - units[second].north
    return east * east + north * north
  }
}
