// SPDX-License-Identifier: Apache-2.0

/// Answers whether so many sites can cover every row, counting its work.
struct CoverSearch {
  let siteCount: Int
  let limits: SearchLimits
  /// Whether the caller wants to go on, given the nodes and iterations so far.
  let shouldContinue: (_ nodes: Int, _ iterations: Int) -> Bool
  private(set) var nodes = 0
  private(set) var iterations = 0

  init(
    siteCount: Int, limits: SearchLimits,
    shouldContinue: @escaping (_ nodes: Int, _ iterations: Int) -> Bool
  ) {
    self.siteCount = siteCount
    self.limits = limits
    self.shouldContinue = shouldContinue
  }

  enum Answer: Equatable {
    /// These sites cover every row.
    case cover([Int])
    /// So few sites can't.
    case none
    /// The search was stopped before it knew.
    case unknown
  }

  /// Finds a cover of at most so many sites.
  mutating func cover(_ reduced: ReducedCover, atMost limit: Int) -> Answer {
    if reduced.isImpossible || reduced.leastSites > limit { return .none }
    let greedy = reduced.greedyCover
    if greedy.count <= limit { return .cover(greedy) }
    let nodesBefore = nodes
    let iterationsBefore = iterations
    let shouldContinue = shouldContinue
    var left = limits
    left.maximumNodes = max(0, limits.maximumNodes - nodes)
    var search = PlanSearch(
      lists: reduced.lists, free: reduced.sites, choose: limit - reduced.forced.count,
      siteCount: siteCount, limits: left, goal: 0
    ) { search in
      shouldContinue(nodesBefore + search.nodes, iterationsBefore + search.iterations)
    }
    search.run()
    nodes += search.nodes
    iterations += search.iterations
    if search.bestCost == 0 {
      return .cover((reduced.forced + reduced.sites.filter { search.best[$0] }).sorted())
    }
    return search.isProved ? .none : .unknown
  }
}
