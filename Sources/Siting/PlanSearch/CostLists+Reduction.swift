// SPDX-License-Identifier: Apache-2.0

/// What is known of a site during a search.
enum SiteState: UInt8 {
  /// Not decided.
  case free
  /// Open in every plan still of interest.
  case open
  /// Closed in every plan still of interest.
  case closed
}

/// Cost lists over the sites that are still free, with the multipliers of their clients.
struct ReducedLists {
  /// The lists.
  var lists: CostLists
  /// One multiplier for each client.
  var multipliers: [Double]
}

extension CostLists {
  /// The same costs when some sites are known to be open or closed.
  ///
  /// A closed site leaves every list, an open one ends the lists at its cost, and clients whose
  /// lists name the same sites in the same order become one: their first open site is the same in
  /// every plan, so their costs add up.
  func reduced(states: [SiteState], multipliers: [Double] = []) -> ReducedLists {
    var merger = ListMerger(base: base, clients: count)
    var listed: [UInt16] = []
    var listedCosts: [Double] = []
    for client in 0..<count {
      listed.removeAll(keepingCapacity: true)
      listedCosts.removeAll(keepingCapacity: true)
      var ceiling = ceilings[client]
      for entry in starts[client]..<starts[client + 1] {
        switch states[Int(sites[entry])] {
        case .free:
          listed.append(sites[entry])
          listedCosts.append(costs[entry])
          continue
        case .closed: continue
        case .open: ceiling = costs[entry]
        }
        break
      }
      merger.append(
        sites: listed, costs: listedCosts, ceiling: ceiling, weight: weights[client],
        multiplier: multipliers.isEmpty ? 0 : multipliers[client])
    }
    return merger.finish()
  }

  /// The same, with multipliers that suit a plan.
  func reduced(states: [SiteState], near open: [Bool]) -> ReducedLists {
    var result = reduced(states: states)
    result.multipliers = result.lists.multipliers(near: open)
    return result
  }

  /// Multipliers part of the way from each client's least cost to its second open site's.
  func multipliers(near open: [Bool]) -> [Double] {
    let share = hasDistances ? 0.7 : 0.2
    return (0..<count).map { client in
      var found = 0
      for entry in starts[client]..<starts[client + 1] where open[Int(sites[entry])] {
        found += 1
        if found == 2 { return costs[entry] * share }
      }
      return ceilings[client] * share
    }
  }

  /// Cheaper lists that end at the `rank`-th site of each that is open in a plan.
  ///
  /// A client pays at most the cost of that site, so no plan costs more than before: the lists give
  /// a lower bound, which is as good near that plan and much shorter.
  func shortened(at rank: Int, open: [Bool]) -> ReducedLists {
    var merger = ListMerger(base: base, clients: count)
    var listed: [UInt16] = []
    var listedCosts: [Double] = []
    for client in 0..<count {
      listed.removeAll(keepingCapacity: true)
      listedCosts.removeAll(keepingCapacity: true)
      var ceiling = ceilings[client]
      var found = 0
      for entry in starts[client]..<starts[client + 1] {
        if open[Int(sites[entry])] {
          found += 1
          if found == rank {
            ceiling = costs[entry]
            break
          }
        }
        listed.append(sites[entry])
        listedCosts.append(costs[entry])
      }
      merger.append(
        sites: listed, costs: listedCosts, ceiling: ceiling, weight: weights[client],
        multiplier: 0)
    }
    var result = merger.finish()
    result.multipliers = result.lists.multipliers(near: open)
    return result
  }
}

/// Joins clients whose lists name the same sites in the same order.
private struct ListMerger {
  private var lists = CostLists()
  private var multipliers: [Double] = []
  /// Client numbers by the hash of their lists, with linear probing; -1 where there is none.
  private var table: [Int32]
  private let mask: Int

  init(base: Double, clients: Int) {
    var size = 16
    while size < clients * 2 { size *= 2 }
    table = Array(repeating: -1, count: size)
    mask = size - 1
    lists.base = base
  }

  func finish() -> ReducedLists { ReducedLists(lists: lists, multipliers: multipliers) }

  mutating func append(
    sites: [UInt16], costs: [Double], ceiling: Double, weight: Double, multiplier: Double
  ) {
    let least = min(costs.first ?? ceiling, ceiling)
    lists.base += least
    var length = 0
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    while length < sites.count && costs[length] < ceiling {
      hash = (hash ^ UInt64(sites[length])) &* 0x0000_0100_0000_01b3
      length += 1
    }
    guard length > 0 else { return }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] >= 0 {
      let client = Int(table[slot])
      if isSame(client, sites, length) {
        let start = lists.starts[client]
        for offset in 0..<length { lists.costs[start + offset] += costs[offset] - least }
        lists.ceilings[client] += ceiling - least
        lists.weights[client] += weight
        multipliers[client] += min(max(multiplier, least), ceiling) - least
        return
      }
      slot = (slot + 1) & mask
    }
    table[slot] = Int32(lists.count)
    for offset in 0..<length {
      lists.sites.append(sites[offset])
      lists.costs.append(costs[offset] - least)
    }
    lists.starts.append(lists.sites.count)
    lists.ceilings.append(ceiling - least)
    lists.weights.append(weight)
    multipliers.append(min(max(multiplier, least), ceiling) - least)
  }

  private func isSame(_ client: Int, _ sites: [UInt16], _ length: Int) -> Bool {
    let start = lists.starts[client]
    guard lists.starts[client + 1] - start == length else { return false }
    for offset in 0..<length where lists.sites[start + offset] != sites[offset] { return false }
    return true
  }
}
