// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The plan with the largest share of the weight within a radius: the least weight left out.
  func largestShare(
    sites: Int, within radius: Double, _ monitor: SearchMonitor
  ) -> SearchOutcome {
    let total = weights.reduce(0, +)
    let choose = sites - keep.count
    var search = PlanSearch(
      lists: coverLists(within: radius), free: free, choose: choose,
      siteCount: travel.sites.count, limits: monitor.limits
    ) { search in
      monitor.allows(
        SearchProgress(
          best: 1 - search.bestCost / total, bound: 1 - search.bound / total, nodes: search.nodes,
          iterations: search.iterations))
    }
    search.run()
    return SearchOutcome(
      open: (keep + free.filter { search.best[$0] }).sorted(), bound: 1 - search.bound / total,
      isProved: search.isProved, nodes: search.nodes, iterations: search.iterations)
  }

  /// Each row as a client that pays its weight unless a site of it is open.
  func coverLists(within radius: Double) -> CostLists {
    let rows = coverRows(within: radius, counting: .weighted)
    var lists = CostLists()
    for row in 0..<rows.count {
      let sites = positions(of: rows[row])
      lists.append(
        sites: sites.map { UInt16($0) }, costs: Array(repeating: 0, count: sites.count),
        ceiling: rows.weights[row], weight: rows.weights[row])
    }
    return lists
  }
}
