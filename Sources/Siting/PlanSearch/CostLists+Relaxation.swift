// SPDX-License-Identifier: Apache-2.0

/// The three passes over all clients of one step of the ascent.
///
/// They read without bounds checks: `starts` has one entry more than there are clients and ends at
/// the number of list entries, every site is below the number of columns, and the arrays by client
/// are as long as the lists say, which the callers own.
extension CostLists {
  /// Sums the multipliers and the reduced cost of each site: what it saves the clients whose
  /// multiplier exceeds their cost there.
  /// - Returns: the base and the sum of the multipliers.
  func price(_ multipliers: [Double], into reducedCosts: inout [Double]) -> Double {
    var total = base
    let starts = starts.span
    let sites = sites.span
    let costs = costs.span
    let values = multipliers.span
    var reduced = reducedCosts.mutableSpan
    for client in 0..<values.count {
      let value = values[unchecked: client]
      total += value
      var entry = starts[unchecked: client]
      let end = starts[unchecked: client + 1]
      while entry < end {
        let cost = costs[unchecked: entry]
        guard cost < value else { break }
        reduced[unchecked: Int(sites[unchecked: entry])] += cost - value
        entry += 1
      }
    }
    return total
  }

  /// Turns the direction towards the subgradient: one less the number of chosen sites that serve
  /// the client at its multiplier.
  /// - Returns: the squared length of the direction, each client scaled by its weight.
  func turn(
    _ direction: inout [Double], by share: Double, at multipliers: [Double], chosen: [Bool]
  ) -> Double {
    var norm = 0.0
    let starts = starts.span
    let sites = sites.span
    let costs = costs.span
    let weights = weights.span
    let ceilings = ceilings.span
    let values = multipliers.span
    let isChosen = chosen.span
    var directions = direction.mutableSpan
    for client in 0..<values.count {
      let value = values[unchecked: client]
      var slope = 1.0
      var entry = starts[unchecked: client]
      let end = starts[unchecked: client + 1]
      while entry < end && costs[unchecked: entry] < value {
        if isChosen[unchecked: Int(sites[unchecked: entry])] { slope -= 1 }
        entry += 1
      }
      let turned = directions[unchecked: client] * (1 - share) + slope * share
      directions[unchecked: client] = turned
      let isBlocked =
        (turned > 0 && value >= ceilings[unchecked: client]) || (turned < 0 && value <= 0)
      if !isBlocked { norm += weights[unchecked: client] * turned * turned }
    }
    return norm
  }

  /// Sets the multipliers a step away from others, within zero and the ceilings.
  func move(_ multipliers: inout [Double], from: [Double], along direction: [Double], step: Double)
  {
    let weights = weights.span
    let ceilings = ceilings.span
    let origin = from.span
    let directions = direction.span
    var values = multipliers.mutableSpan
    for client in 0..<values.count {
      let value =
        origin[unchecked: client] + step * weights[unchecked: client]
        * directions[unchecked: client]
      values[unchecked: client] = max(0, min(value, ceilings[unchecked: client]))
    }
  }
}
