// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The plan whose worst-off area is least far away.
  ///
  /// Halves the times between a bound and a plan (Minieka, 1970): if so many sites cover every
  /// area within a time, their largest time is a better plan; if not, the next time is a bound.
  func leastLargest(sites: Int, _ monitor: SearchMonitor) throws(SitingError) -> SearchOutcome {
    try checkRoutes(sites: sites, counting: .listed)
    var best = farthestFirst(sites: sites)
    var largest = largestMinutes(open: best)
    var bound = largestMinutes(open: allowed)
    var times: [Double]?
    var nodes = 0
    var iterations = 0
    var time = bound
    while bound < largest {
      let report = SearchProgress(
        best: largest, bound: bound, nodes: nodes, iterations: iterations)
      var search = CoverSearch(siteCount: travel.sites.count, limits: monitor.limits.less(nodes)) {
        var current = report
        current.nodes += $0
        current.iterations += $1
        return monitor.allows(current)
      }
      let rows = coverRows(within: time, counting: .listed)
      let reduced = ReducedCover(rows, siteCount: travel.sites.count)
      let answer = search.cover(reduced, atMost: sites - keep.count)
      nodes += search.nodes
      iterations += search.iterations
      var candidates = times ?? self.times(above: bound, below: largest)
      switch answer {
      case .cover(let cover):
        best = completed(cover, sites: sites)
        largest = largestMinutes(open: best)
        candidates.removeAll { $0 >= largest }
      case .none:
        candidates.removeAll { $0 <= time }
        bound = candidates.min() ?? largest
      case .unknown:
        return SearchOutcome(
          open: best, bound: bound, isProved: false, nodes: nodes, iterations: iterations)
      }
      time = candidates.middle ?? largest
      times = candidates
    }
    return SearchOutcome(
      open: best, bound: bound, isProved: true, nodes: nodes, iterations: iterations)
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

extension [Double] {
  /// A number of this list near its median: the median of evenly spaced members.
  fileprivate var middle: Double? {
    guard !isEmpty else { return nil }
    let step = Swift.max(1, count / 1001)
    let sample = stride(from: 0, to: count, by: step).map { self[$0] }.sorted()
    return sample[(sample.count - 1) / 2]
  }
}
