// SPDX-License-Identifier: Apache-2.0
import Access
import Siting

extension SitingProblem {
  /// Every plan that the problem allows, by trying all subsets of sites.
  private var plans: [[Int]] {
    let count = travel.sites.count
    return (0..<(1 << count)).compactMap { bits in
      let open = (0..<count).filter { bits & (1 << $0) != 0 }
      let isAllowed = keep.allSatisfy(open.contains) && !forbid.contains(where: open.contains)
      return isAllowed ? open : nil
    }
  }

  /// The best value by trying every plan; nil where none is possible.
  func bruteForce(_ objective: SitingObjective) -> Double? {
    switch objective {
    case .weightedMean(let sites):
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      return plans.filter { $0.count == sites }.map { plan in
        weights.indices.reduce(0.0) { sum, area in
          weights[area] == 0 ? sum : sum + weights[area] * nearest(area, plan)
        } / total
      }.filter(\.isFinite).min()
    case .largestMinutes(let sites):
      return plans.filter { $0.count == sites }.map(largest).filter(\.isFinite).min()
    case .fewestSites(let radius):
      return plans.filter { !$0.isEmpty && largest($0) <= min(radius, .greatestFiniteMagnitude) }
        .map { Double($0.count) }.min()
    case .largestShare(let sites, let radius):
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      let reach = min(radius, .greatestFiniteMagnitude)
      return plans.filter { $0.count == sites }.map { plan in
        weights.indices.reduce(0.0) { nearest($1, plan) <= reach ? $0 + weights[$1] : $0 } / total
      }.max()
    }
  }

  private func nearest(_ area: Int, _ plan: [Int]) -> Double {
    plan.reduce(Double.infinity) { min($0, travel[area, $1]) }
  }

  private func largest(_ plan: [Int]) -> Double {
    weights.indices.reduce(0) { max($0, nearest($1, plan)) }
  }
}
