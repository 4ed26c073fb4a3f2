// SPDX-License-Identifier: Apache-2.0

/// Finds a plan of least cost among those that open exactly so many of the free sites.
///
/// A good plan first (closing sites one by one, then exchanges), then branch and bound: at every
/// node a Lagrangian bound decides most sites, the lists shrink to those undecided, and the site
/// about which the bound is least sure is tried open and closed.
struct PlanSearch {
  /// The costs.
  let lists: CostLists
  /// The sites to choose from, ascending.
  let free: [Int]
  /// How many of them to open.
  let choose: Int
  /// The number of columns, free or not.
  let siteCount: Int
  /// The number of nodes after which to stop.
  let maximumNodes: Int
  /// A cost that is good enough: only plans of this cost are of interest.
  let goal: Double?
  /// Called with the search so far; false stops it.
  let shouldContinue: (PlanSearch) -> Bool

  /// The best plan so far.
  private(set) var best: [Bool]
  /// Its cost.
  private(set) var bestCost = Double.infinity
  /// The cost that no plan goes below.
  private(set) var bound = -Double.infinity
  /// Whether no plan costs less than the best by more than the tolerance.
  private(set) var isProved = false
  /// The number of nodes looked at.
  private(set) var nodes = 0
  /// The number of bounds computed.
  var iterations = 0

  /// Whether the sites of some client differ in cost; if not, the lists are those of a cover.
  let hasDistances: Bool
  /// The nodes still to be looked at, the next one last.
  var stack: [PlanNode] = []
  /// Cheaper lists, near enough to the truth for exchanges.
  var nearbyLists = CostLists()
  /// The latest sites of least reduced cost that were improved by exchanges.
  var lastImproved: [Bool] = []
  var random: SplitMix64

  /// The least difference between the costs of two plans, where it is known.
  private let granularity: Double
  /// The cost when no site is open.
  private let costOfNone: Double

  init(
    lists: CostLists, free: [Int], choose: Int, siteCount: Int, limits: SearchLimits,
    goal: Double? = nil, shouldContinue: @escaping (PlanSearch) -> Bool
  ) {
    self.lists = lists
    self.free = free
    self.choose = choose
    self.siteCount = siteCount
    maximumNodes = limits.maximumNodes
    self.goal = goal
    self.shouldContinue = shouldContinue
    best = Array(repeating: false, count: siteCount)
    random = SplitMix64(seed: limits.seed)
    granularity = lists.hasWholeCosts ? 1 : 0
    hasDistances = lists.hasDistances
    costOfNone = lists.base + lists.ceilings.reduce(0, +)
  }

  /// The cost that a plan must stay below to be of interest.
  ///
  /// A tenth of a part in a thousand million below the best, of its cost or of what it saves
  /// (a share is a saving), but not less than sums can be trusted.
  var cutoff: Double {
    if let goal { return min(bestCost, goal + 1e-6) }
    let tolerance = 1e-10 * min(bestCost, max(0, costOfNone - bestCost))
    let rounding = 1e-13 * max(bestCost, min(costOfNone, 1000 * bestCost))
    return bestCost - max(tolerance, rounding, granularity * (1 - 1e-6))
  }

  /// The bound for which steps are sized: above the cutoff where that is just above the goal.
  var aim: Double { max(cutoff, goal.map { $0 + 1 } ?? -.infinity) }

  /// Runs the search to its end, its limit or a stop.
  mutating func run() {
    var states = Array(repeating: SiteState.closed, count: siteCount)
    for site in free { states[site] = .free }
    guard choose > 0, choose < free.count, lists.count > 0 else {
      consider(completed(states, choose: min(choose, free.count)))
      return finish()
    }
    startWithSwaps()
    bound = min(lists.base, bestCost)
    if bestCost <= goal ?? lists.base { return finish() }
    guard shouldContinue(self) else { return }
    stack = [
      PlanNode(
        reduced: nearbyReduced(states), states: states, choose: choose, bound: bound,
        isExact: !hasDistances)
    ]
    searchTree()
  }

  private func nearbyReduced(_ states: [SiteState]) -> ReducedLists {
    hasDistances
      ? lists.shortened(at: Self.nearbyRank, open: best)
      : lists.reduced(states: states, near: best)
  }

  /// The rank of the open site at which nearby lists end: few clients of any good plan go farther.
  static let nearbyRank = 3

  private mutating func searchTree() {
    while var node = stack.popLast() {
      guard nodes < maximumNodes else { return stack.append(node) }
      nodes += 1
      if node.bound < cutoff {
        switch tighten(&node) {
        case .stopped: return stack.append(node)
        case .settled: break
        case .open: branch(node)
        }
      }
      raiseBound(with: .infinity)
      guard stack.isEmpty || shouldContinue(self) else { return }
    }
    finish()
  }

  private mutating func finish() {
    bound = bestCost
    isProved = true
  }

  /// The bound of all plans is the least of the nodes that remain.
  mutating func raiseBound(with bound: Double) {
    let least = stack.reduce(min(bound, bestCost)) { min($0, $1.bound) }
    self.bound = max(self.bound, least)
  }

  /// Keeps a plan that is better than the best.
  mutating func consider(_ open: [Bool]) {
    let cost = lists.cost(open: open)
    guard cost < bestCost else { return }
    bestCost = cost
    best = open
  }

  /// The open sites, and the first free ones up to the number.
  func completed(_ states: [SiteState], choose: Int) -> [Bool] {
    var open = states.map { $0 == .open }
    var left = choose
    for site in free where left > 0 && states[site] == .free {
      open[site] = true
      left -= 1
    }
    return open
  }
}

/// A set of plans: what is decided, and the costs over what is not.
struct PlanNode {
  /// The costs; possibly too low for some plans unless `isExact`.
  var reduced: ReducedLists
  /// What is decided.
  var states: [SiteState]
  /// How many free sites are still to open.
  var choose: Int
  /// The cost that no plan of the node goes below.
  var bound: Double
  /// Whether the costs are exact.
  var isExact = false
  /// How often the bound chose each site lately.
  var usage: [Double] = []

  /// The number of sites not decided.
  var freeCount: Int { states.reduce(0) { $0 + ($1 == .free ? 1 : 0) } }
  /// Whether the node has one plan only.
  var isSingle: Bool { choose == 0 || choose == freeCount }
  /// Whether its costs are the same for all its plans.
  var isFlat: Bool { reduced.lists.count == 0 }

  /// Takes over what has been decided.
  mutating func decide(_ next: [SiteState]) {
    for site in states.indices where states[site] == .free && next[site] == .open { choose -= 1 }
    states = next
    reduced = reduced.lists.reduced(states: states, multipliers: reduced.multipliers)
  }
}
