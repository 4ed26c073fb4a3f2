// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The plan whose worst-off area is least far away.
  ///
  /// Halves the times between a bound and a plan (Minieka, 1970): if so many sites cover every
  /// area within a time, their largest time is a better plan; if not, the next time is a bound.
  /// The least time of all is tried first, but not for long: it is often the answer.
  func leastLargest(sites: Int, _ monitor: SearchMonitor) throws(SitingError) -> SearchOutcome {
    try checkRoutes(sites: sites, counting: .listed)
    let first = farthestFirst(sites: sites)
    var state = LargestMinutesSearch(
      open: first, largest: largestMinutes(open: first), bound: largestMinutes(open: allowed))
    guard state.bound < state.largest else { return state.outcome(isProved: true) }
    let brief = min(monitor.limits.maximumNodes, Self.firstTry)
    _ = tryTime(state.bound, sites: sites, nodes: brief, &state, monitor)
    guard state.bound < state.largest else { return state.outcome(isProved: true) }
    state.candidates = times(above: state.bound, below: state.largest)
    while state.bound < state.largest {
      state.narrow()
      guard let time = state.candidates.middle else { break }
      let left = monitor.limits.maximumNodes - state.nodes
      guard tryTime(time, sites: sites, nodes: left, &state, monitor) else {
        return state.outcome(isProved: false)
      }
    }
    return state.outcome(isProved: true)
  }

  /// The nodes after which the first time is put off.
  private static let firstTry = 16

  /// Improves the plan or the bound by asking whether so many sites cover every area within a
  /// time; false when the search was stopped before it knew.
  private func tryTime(
    _ time: Double, sites: Int, nodes: Int, _ state: inout LargestMinutesSearch,
    _ monitor: SearchMonitor
  ) -> Bool {
    let before = state
    var search = CoverSearch(
      siteCount: travel.sites.count,
      limits: SearchLimits(maximumNodes: max(0, nodes), seed: monitor.limits.seed)
    ) {
      monitor.allows(
        SearchProgress(
          best: before.largest, bound: before.bound, nodes: before.nodes + $0,
          iterations: before.iterations + $1))
    }
    let rows = coverRows(within: time, counting: .listed)
    let reduced = ReducedCover(rows, siteCount: travel.sites.count)
    let answer = search.cover(reduced, atMost: sites - keep.count)
    state.nodes += search.nodes
    state.iterations += search.iterations
    switch answer {
    case .cover(let cover):
      state.open = completed(cover, sites: sites)
      state.largest = largestMinutes(open: state.open)
    case .none:
      state.refuted = time
    case .unknown:
      return false
    }
    return true
  }

  /// The times between two, from listed areas to allowed sites, with repeats.
  private func times(above bound: Double, below largest: Double) -> [Double] {
    var result: [Double] = []
    let count = travel.sites.count
    for area in weights.indices {
      for site in allowed {
        let time = travel.minutes[area * count + site]
        if time >= bound && time < largest { result.append(time) }
      }
    }
    return result
  }

  /// A first plan: again and again, the area that is worst off gets its nearest site.
  private func farthestFirst(sites: Int) -> [Int] {
    var open = keep
    var nearest = weights.indices.map { area in
      keep.reduce(Double.infinity) { min($0, travel[area, $1]) }
    }
    while open.count < sites {
      guard let worst = nearest.indices.max(by: { nearest[$0] < nearest[$1] }) else { break }
      let closed = allowed.filter { !open.contains($0) }
      guard let site = closed.min(by: { travel[worst, $0] < travel[worst, $1] }) else { break }
      open.append(site)
      for area in nearest.indices { nearest[area] = min(nearest[area], travel[area, site]) }
    }
    return open.sorted()
  }

  /// The kept sites, a cover, and the first other allowed sites up to the number.
  private func completed(_ cover: [Int], sites: Int) -> [Int] {
    let open = Set(keep + cover)
    let others = allowed.filter { !open.contains($0) }
    return (open.sorted() + others.prefix(sites - open.count)).sorted()
  }

  private func largestMinutes(open: [Int]) -> Double {
    let count = travel.sites.count
    var largest = 0.0
    for area in weights.indices {
      var nearest = Double.infinity
      for site in open { nearest = min(nearest, travel.minutes[area * count + site]) }
      largest = max(largest, nearest)
    }
    return largest
  }
}

/// The plan and the bound between which the least largest minutes lie.
private struct LargestMinutesSearch {
  var open: [Int]
  var largest: Double
  var bound: Double
  /// The largest time known to be too short.
  var refuted = -Double.infinity
  /// The times that may still be the answer, with repeats, not in order.
  var candidates: [Double] = []
  var nodes = 0
  var iterations = 0

  /// Drops the times that are known to be too short or are no better than the plan.
  mutating func narrow() {
    candidates.removeAll { $0 <= refuted || $0 >= largest }
    bound = max(bound, candidates.min() ?? largest)
  }

  func outcome(isProved: Bool) -> SearchOutcome {
    SearchOutcome(
      open: open, bound: bound, isProved: isProved, nodes: nodes, iterations: iterations)
  }
}

extension [Double] {
  /// A number of this list near its median: the median of evenly spaced members.
  fileprivate var middle: Double? {
    guard !isEmpty else { return nil }
    let step = Swift.max(1, count / 1001)
    let sample = stride(from: 0, to: count, by: step).map { self[$0] }.sorted()
    return sample[(sample.count - 1) / 2]
  }
}
