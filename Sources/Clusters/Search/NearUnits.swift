// SPDX-License-Identifier: Apache-2.0

/// Where groups need not hang together, a unit may move to the groups of units that are near it.
enum NearUnits {
  static let each = 8

  /// The given links, and links to the nearest units of each.
  static func links(_ units: [Unit], and links: [Link]) -> [Link] {
    var all = Set(links)
    for unit in units.indices {
      var others = units.indices.filter { $0 != unit }
      let wanted = min(each, others.count)
      others.sort { (square(units, unit, $0), $0) < (square(units, unit, $1), $1) }
      for other in others.prefix(wanted) { all.insert(Link(unit, other)) }
    }
    return all.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private static func square(_ units: [Unit], _ first: Int, _ second: Int) -> Double {
    let east = units[first].east - units[second].east
    let north = units[first].north - units[second].north
    return east * east + north * north
  }
}
