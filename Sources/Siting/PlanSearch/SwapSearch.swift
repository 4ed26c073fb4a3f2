// SPDX-License-Identifier: Apache-2.0

/// Improves a plan by exchanging one open site for one closed site.
///
/// Keeps, for every client, the list positions of its first and second open site, and from them
/// the gain of opening each site, the loss of closing each site, and what a pair saves beyond
/// both (Resende and Werneck, "On the implementation of a swap-based local search procedure for
/// the p-median problem", 2003).
struct SwapSearch {
  let lists: CostLists
  let free: [Int]
  private let width: Int
  private(set) var open: [Bool]
  private var first: [Int32]
  private var second: [Int32]
  private var gains: [Double]
  private var losses: [Double]
  /// By opened site, then closed site.
  private var extras: [Double]

  init(_ lists: CostLists, free: [Int], siteCount: Int) {
    self.lists = lists
    self.free = free
    width = siteCount
    open = Array(repeating: false, count: siteCount)
    first = Array(repeating: 0, count: lists.count)
    second = first
    gains = Array(repeating: 0, count: siteCount)
    losses = gains
    extras = Array(repeating: 0, count: siteCount * siteCount)
  }

  /// The plan of `choose` sites left when, from all free sites open, the one that matters least is
  /// closed again and again.
  mutating func startByClosing(choose: Int) {
    for site in free { open[site] = true }
    for site in free { losses[site] = 0 }
    for client in 0..<lists.count {
      locate(client)
      payLoss(client, 1)
    }
    var remaining = free
    while remaining.count > choose {
      var best = 0
      for index in remaining.indices where losses[remaining[index]] < losses[remaining[best]] {
        best = index
      }
      close(remaining.remove(at: best))
    }
  }

  private mutating func close(_ site: Int) {
    open[site] = false
    let closing = UInt16(site)
    for client in 0..<lists.count {
      let end = lists.starts[client + 1]
      let one = Int(first[client])
      let two = Int(second[client])
      guard
        (one < end && lists.sites[one] == closing) || (two < end && lists.sites[two] == closing)
      else { continue }
      payLoss(client, -1)
      locate(client)
      payLoss(client, 1)
    }
  }

  private mutating func locate(_ client: Int) {
    let end = lists.starts[client + 1]
    var entry = lists.starts[client]
    while entry < end && !open[Int(lists.sites[entry])] { entry += 1 }
    first[client] = Int32(entry)
    if entry < end { entry += 1 }
    while entry < end && !open[Int(lists.sites[entry])] { entry += 1 }
    second[client] = Int32(entry)
  }

  private mutating func payLoss(_ client: Int, _ sign: Double) {
    let end = lists.starts[client + 1]
    let one = Int(first[client])
    guard one < end else { return }
    let two = Int(second[client])
    let next = two < end ? lists.costs[two] : lists.ceilings[client]
    losses[Int(lists.sites[one])] += sign * (next - lists.costs[one])
  }

  /// Sets the plan.
  mutating func start(open sites: [Bool]) { open = sites }

  /// Exchanges pairs of sites until no exchange lowers the cost.
  mutating func improve() {
    account()
    var cost = lists.cost(open: open)
    while let swap = bestSwap(), swap.saving > 1e-12 * cost {
      apply(swap)
      let next = lists.cost(open: open)
      guard next < cost else {
        apply(Swap(opened: swap.closed, closed: swap.opened, saving: 0))
        return
      }
      cost = next
    }
  }

  private struct Swap {
    var opened: Int
    var closed: Int
    var saving: Double
  }

  private func bestSwap() -> Swap? {
    let openSites = free.filter { open[$0] }
    var best: Swap?
    var saving = 0.0
    let extra = extras.span
    for entering in free where !open[entering] {
      let gain = gains[entering]
      let row = entering * width
      for leaving in openSites {
        let net = gain - losses[leaving] + extra[row + leaving]
        if net > saving {
          saving = net
          best = Swap(opened: entering, closed: leaving, saving: net)
        }
      }
    }
    return best
  }

  private mutating func apply(_ swap: Swap) {
    let entering = UInt16(swap.opened)
    let leaving = UInt16(swap.closed)
    for client in 0..<lists.count where touches(client, entering, leaving) { pay(client, -1) }
    open[swap.opened] = true
    open[swap.closed] = false
    for client in 0..<lists.count where touches(client, entering, leaving) {
      locate(client)
      pay(client, 1)
    }
  }

  private func touches(_ client: Int, _ entering: UInt16, _ leaving: UInt16) -> Bool {
    let end = lists.starts[client + 1]
    let two = Int(second[client])
    var entry = lists.starts[client]
    while entry < end && entry <= two {
      let site = lists.sites[entry]
      if site == entering || site == leaving { return true }
      entry += 1
    }
    return false
  }

  /// Computes gains, losses and extras of the plan from nothing.
  private mutating func account() {
    for site in free {
      gains[site] = 0
      losses[site] = 0
    }
    for index in extras.indices { extras[index] = 0 }
    for client in 0..<lists.count {
      locate(client)
      pay(client, 1)
    }
  }

  private mutating func pay(_ client: Int, _ sign: Double) {
    let start = lists.starts[client]
    let end = lists.starts[client + 1]
    let one = Int(first[client])
    let two = Int(second[client])
    let nearest = one < end ? lists.costs[one] : lists.ceilings[client]
    let next = two < end ? lists.costs[two] : lists.ceilings[client]
    let home = one < end ? Int(lists.sites[one]) : -1
    if home >= 0 { losses[home] += sign * (next - nearest) }
    for entry in start..<two where entry != one {
      let site = Int(lists.sites[entry])
      let cost = lists.costs[entry]
      if cost < nearest { gains[site] += sign * (nearest - cost) }
      if home >= 0 { extras[site * width + home] += sign * (next - max(cost, nearest)) }
    }
  }
}
