// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The plan of the fewest sites that brings every listed area within a radius.
  ///
  /// Halves the numbers between a bound and a plan: a number that is enough lowers the plan, one
  /// that is not raises the bound.
  func fewest(within radius: Double, _ monitor: SearchMonitor) throws(SitingError) -> SearchOutcome
  {
    try checkReach(within: radius, counting: .listed)
    let rows = coverRows(within: radius, counting: .listed)
    return fewest(covering: ReducedCover(rows, siteCount: travel.sites.count), monitor)
  }

  /// The fewest sites that cover every row, where all free sites do.
  private func fewest(covering reduced: ReducedCover, _ monitor: SearchMonitor) -> SearchOutcome {
    let kept = keep.count
    var best = reduced.greedyCover
    var least = reduced.leastSites
    var nodes = 0
    var iterations = 0
    while least < best.count {
      let middle = (least + best.count - 1) / 2
      let report = SearchProgress(
        best: Double(kept + best.count), bound: Double(kept + least), nodes: nodes,
        iterations: iterations)
      var search = CoverSearch(siteCount: travel.sites.count, limits: monitor.limits.less(nodes)) {
        var current = report
        current.nodes += $0
        current.iterations += $1
        return monitor.allows(current)
      }
      let answer = search.cover(reduced, atMost: middle)
      nodes += search.nodes
      iterations += search.iterations
      switch answer {
      case .cover(let sites): best = sites
      case .none: least = middle + 1
      case .unknown:
        return SearchOutcome(
          open: (keep + best).sorted(), bound: Double(kept + least), isProved: false,
          nodes: nodes, iterations: iterations)
      }
    }
    return SearchOutcome(
      open: (keep + best).sorted(), bound: Double(kept + least), isProved: true, nodes: nodes,
      iterations: iterations)
  }
}

extension SearchLimits {
  /// The limits that remain after some nodes.
  func less(_ nodes: Int) -> SearchLimits {
    SearchLimits(maximumNodes: max(0, maximumNodes - nodes), seed: seed)
  }
}

// MARK: - What can be reached at all

extension SitingProblem {
  /// Throws when an area is out of reach of every allowed site.
  func checkReach(within radius: Double, counting counted: CountedAreas) throws(SitingError) {
    let reach = min(radius, Double.greatestFiniteMagnitude)
    var missed: [Int] = []
    var smallest = 0.0
    for area in weights.indices where counted == .listed || weights[area] > 0 {
      let nearest = allowed.reduce(Double.infinity) { min($0, travel[area, $1]) }
      smallest = max(smallest, nearest)
      if nearest > reach { missed.append(area) }
    }
    guard !missed.isEmpty else { return }
    throw .outOfReach(
      SitingError.Shortfall(
        areas: missed.map { travel.areas[$0] }, radius: radius, smallestRadius: smallest,
        permit: permitted(toReach: missed, within: reach).map { travel.sites[$0] }))
  }

  /// The fewest forbidden sites that reach some areas.
  private func permitted(toReach missed: [Int], within radius: Double) -> [Int] {
    var rows = CoverRows(siteCount: travel.sites.count, areaCount: missed.count)
    for area in missed {
      var bits = Array(repeating: UInt64(0), count: rows.wordCount)
      for site in forbid where travel[area, site] <= radius {
        bits[site / 64] |= 1 << UInt64(site % 64)
      }
      rows.add(bits, weight: 1, area: area)
    }
    let reduced = ReducedCover(rows, siteCount: travel.sites.count)
    guard !reduced.isImpossible else { return [] }
    let unwatched = SearchMonitor(limits: SearchLimits(maximumNodes: 10_000), progress: nil)
    return fewest(covering: reduced, unwatched).open.filter { !keep.contains($0) }
  }

  /// Throws when some area that counts has no route in any plan of so many sites.
  func checkRoutes(sites: Int, counting counted: CountedAreas) throws(SitingError) {
    guard travel.minutes.contains(.infinity) else { return }
    try checkReach(within: .infinity, counting: counted)
    let rows = coverRows(within: .infinity, counting: counted)
    let reduced = ReducedCover(rows, siteCount: travel.sites.count)
    let unwatched = SearchMonitor(limits: SearchLimits(), progress: nil)
    guard keep.count + reduced.greedyCover.count > sites else { return }
    let fewest = fewest(covering: reduced, unwatched).open.count
    guard fewest <= sites else { throw .tooFewSites(found: sites, fewest: fewest) }
  }
}
