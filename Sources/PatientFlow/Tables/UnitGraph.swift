// SPDX-License-Identifier: Apache-2.0

/// Which unit sends patients to which.
struct UnitGraph {
  private var next: [Set<Int>]

  /// The graph of a network's routes.
  init(_ network: FlowNetwork) {
    next = Array(repeating: [], count: network.units.count)
    for journey in network.journeys {
      for route in journey.routes where route.chance > 0 {
        if let unit = route.unit { next[journey.unit].insert(unit) }
      }
    }
  }

  /// Whether patients of a unit may come back to it, by whatever way.
  func isOnCycle(_ unit: Int) -> Bool {
    var seen: Set<Int> = []
    var open = Array(next[unit])
    while let place = open.popLast() {
      if place == unit { return true }
      if seen.insert(place).inserted { open += next[place] }
    }
    return false
  }
}
