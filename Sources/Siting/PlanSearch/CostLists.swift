// SPDX-License-Identifier: Apache-2.0

/// What a plan costs each client, as a list of sites in ascending order of cost.
///
/// A client pays the cost of its first listed site that is open, or its ceiling when none is; a plan
/// costs the base and the payments of all clients. Both the least mean (a cost is weight times
/// minutes) and the largest share (sites within the radius cost nothing, the ceiling is the weight)
/// have this form, so one search proves both.
struct CostLists {
  /// The cost that every plan has.
  var base = 0.0
  /// Where each client's list starts, and the end of the last.
  var starts: [Int] = [0]
  /// The sites of all lists, one list after the other.
  var sites: [UInt16] = []
  /// The cost at each of those sites, beyond the client's least cost, which is in the base.
  var costs: [Double] = []
  /// What a client pays when none of its listed sites is open.
  var ceilings: [Double] = []
  /// The weight of each client, by which steps of its multiplier are scaled.
  var weights: [Double] = []

  /// The number of clients.
  var count: Int { ceilings.count }

  /// Adds a client whose list is in ascending order; a client that pays the same in every plan
  /// becomes part of the base.
  mutating func append(
    sites listed: some Sequence<UInt16>, costs listedCosts: [Double], ceiling: Double,
    weight: Double
  ) {
    let least = min(listedCosts.first ?? ceiling, ceiling)
    base += least
    var length = 0
    for (site, cost) in zip(listed, listedCosts) {
      guard cost < ceiling else { break }
      sites.append(site)
      costs.append(cost - least)
      length += 1
    }
    guard length > 0 else { return }
    starts.append(sites.count)
    ceilings.append(ceiling - least)
    weights.append(weight)
  }

  /// Whether some client's sites differ in cost.
  var hasDistances: Bool { costs.contains { $0 > 0 } }

  /// The cost of a plan.
  func cost(open: [Bool]) -> Double {
    var total = base
    for client in 0..<count {
      var entry = starts[client]
      let end = starts[client + 1]
      while entry < end && !open[Int(sites[entry])] { entry += 1 }
      total += entry < end ? costs[entry] : ceilings[client]
    }
    return total
  }

  /// Whether every cost is a whole number, so that plans differ by at least one.
  var hasWholeCosts: Bool {
    let limit = 9_007_199_254_740_992.0 / Double(max(1, count))
    func isWhole(_ value: Double) -> Bool { value == value.rounded() && value < limit }
    return isWhole(base) && costs.allSatisfy(isWhole) && ceilings.allSatisfy(isWhole)
  }
}
