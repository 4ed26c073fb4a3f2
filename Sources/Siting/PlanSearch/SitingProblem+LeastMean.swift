// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The plan of least weighted mean minutes.
  func leastMean(sites: Int, _ monitor: SearchMonitor) throws(SitingError) -> SearchOutcome {
    try checkRoutes(sites: sites, counting: .weighted)
    let choose = sites - keep.count
    let total = weights.reduce(0, +)
    var search = PlanSearch(
      lists: meanLists(choose: choose), free: free, choose: choose,
      siteCount: travel.sites.count, limits: monitor.limits
    ) { search in
      monitor.allows(
        SearchProgress(
          best: search.bestCost / total, bound: search.bound / total, nodes: search.nodes,
          iterations: search.iterations))
    }
    search.run()
    return SearchOutcome(
      open: (keep + free.filter { search.best[$0] }).sorted(), bound: search.bound / total,
      isProved: search.isProved, nodes: search.nodes, iterations: search.iterations)
  }

  /// Weighted minutes from each area of positive weight to the free sites that can be its nearest.
  ///
  /// A list ends at the nearest kept site, and where so many sites are nearer that a plan can't
  /// leave all of them closed.
  private func meanLists(choose: Int) -> CostLists {
    var lists = CostLists()
    var row = SortedRow(problem: self)
    let depth = free.count - choose
    let penalty = routelessCost
    var costs: [Double] = []
    for (area, weight) in weights.enumerated() where weight > 0 {
      row.load(area)
      costs.removeAll(keepingCapacity: true)
      for site in row.sites.prefix(depth) { costs.append(weight * travel[area, Int(site)]) }
      let next =
        row.sites.count > depth ? travel[area, Int(row.sites[depth])] : Double.infinity
      let last = min(next, row.nearestKept)
      lists.append(
        sites: row.sites, costs: costs, ceiling: last.isFinite ? weight * last : penalty,
        weight: weight)
    }
    return lists
  }

  /// A cost above that of any plan in which every area has a route.
  private var routelessCost: Double {
    guard travel.minutes.contains(.infinity) else { return 0 }
    let sites = travel.sites.count
    var sum = 0.0
    for (area, weight) in weights.enumerated() where weight > 0 {
      var longest = 0.0
      for site in 0..<sites where travel[area, site].isFinite {
        longest = max(longest, travel[area, site])
      }
      sum += weight * longest
    }
    return sum > 0 ? 2 * sum : 1
  }
}

/// The free sites with a route from one area, nearest first, up to its nearest kept site.
private struct SortedRow {
  /// The sites; of equally near ones, the first comes first.
  private(set) var sites: [UInt16] = []
  /// The minutes to the nearest kept site.
  private(set) var nearestKept = Double.infinity

  private let problem: SitingProblem
  private let mask: UInt64
  private var keys: [UInt64] = []

  init(problem: SitingProblem) {
    self.problem = problem
    var span: UInt64 = 1
    while span < UInt64(problem.travel.sites.count) { span *= 2 }
    mask = span - 1
  }

  mutating func load(_ area: Int) {
    let travel = problem.travel
    nearestKept = .infinity
    for site in problem.keep { nearestKept = min(nearestKept, travel[area, site]) }
    keys.removeAll(keepingCapacity: true)
    // The low bits of a number that is not negative hardly matter to its order; the site takes
    // their place, and the exact order is restored afterwards.
    for site in problem.free where travel[area, site] < nearestKept {
      keys.append(travel[area, site].bitPattern & ~mask | UInt64(site))
    }
    keys.sort()
    sites.removeAll(keepingCapacity: true)
    for key in keys { insert(UInt16(key & mask), travel, area) }
  }

  private mutating func insert(_ site: UInt16, _ travel: TravelMatrix, _ area: Int) {
    let minutes = travel[area, Int(site)]
    var place = sites.count
    sites.append(site)
    while place > 0 {
      let before = sites[place - 1]
      let other = travel[area, Int(before)]
      guard minutes < other || minutes == other && site < before else { break }
      sites[place] = before
      place -= 1
    }
    sites[place] = site
  }
}
