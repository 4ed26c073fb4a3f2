// SPDX-License-Identifier: Apache-2.0

extension SitingProblem {
  /// Finds the best plan and proves that there is no better one.
  ///
  /// The answer is exact for any minutes and weights, to a relative tolerance of 1e-9. It depends
  /// on the problem, the objective and the limits alone. When the limits or the caller end the
  /// search early, the result is the best plan so far with a bound that holds.
  /// - Parameters:
  ///   - objective: what makes one plan better than another.
  ///   - limits: when to give up looking for a proof.
  ///   - progress: called now and then during the search; its answer may stop the search.
  /// - Returns: the plan, its bound and its gap.
  /// - Throws: `SitingError` when no plan exists, with the least change that would allow one.
  public func solve(
    _ objective: SitingObjective, limits: SearchLimits = SearchLimits(),
    progress: ((SearchProgress) -> SearchDecision)? = nil
  ) throws(SitingError) -> SitingSolution {
    try check(objective)
    let monitor = SearchMonitor(limits: limits, progress: progress)
    let outcome: SearchOutcome
    switch objective {
    case .weightedMean(let sites): outcome = try leastMean(sites: sites, monitor)
    case .largestMinutes(let sites): outcome = try leastLargest(sites: sites, monitor)
    case .fewestSites(let radius): outcome = try fewest(within: radius, monitor)
    case .largestShare(let sites, let radius):
      outcome = largestShare(sites: sites, within: radius, monitor)
    }
    let assignment = assignment(to: outcome.open)
    let value = value(of: objective, open: outcome.open, assignment: assignment)
    return SitingSolution(
      open: outcome.open, assignment: assignment, objective: value,
      bound: outcome.bound(for: objective, value: value), isProved: outcome.isProved,
      nodes: outcome.nodes, iterations: outcome.iterations)
  }

  private func check(_ objective: SitingObjective) throws(SitingError) {
    if let radius = objective.radius, !(radius >= 0) { throw .impossibleRadius(found: radius) }
    if let sites = objective.sites {
      guard sites > 0 else { throw .impossibleSiteCount(found: sites) }
      guard sites >= keep.count else {
        throw .fewerSitesThanKept(found: sites, kept: keep.count)
      }
      guard sites <= allowed.count else {
        throw .moreSitesThanAllowed(found: sites, allowed: allowed.count)
      }
    }
    switch objective {
    case .weightedMean, .largestShare:
      guard weights.contains(where: { $0 > 0 }) else { throw .noWeight }
    case .largestMinutes, .fewestSites: break
    }
  }
}

/// The limits of a search and the caller who watches it.
struct SearchMonitor {
  let limits: SearchLimits
  let progress: ((SearchProgress) -> SearchDecision)?

  /// Reports, and returns whether to go on.
  func allows(_ report: SearchProgress) -> Bool { progress?(report) != .stop }
}

/// What a search found.
struct SearchOutcome {
  /// The open sites, ascending, kept ones included.
  var open: [Int]
  /// The bound in the units of the objective.
  var bound: Double
  var isProved: Bool
  var nodes: Int
  var iterations: Int

  /// The bound, which can't be on the wrong side of the value, and is the value when that is proved.
  func bound(for objective: SitingObjective, value: Double) -> Double {
    if isProved { return value }
    if case .largestShare = objective { return min(1, max(bound, value)) }
    return min(bound, value)
  }
}
