// SPDX-License-Identifier: Apache-2.0
import Access
import Siting

extension SitingProblem {
  /// Every plan of so many sites that the problem allows.
  private func plans(of sites: Int) -> [[Int]] {
    let free = travel.sites.indices.filter { !keep.contains($0) && !forbid.contains($0) }
    return subsets(of: free[...], choosing: sites - keep.count).map { (keep + $0).sorted() }
  }

  private func subsets(of sites: ArraySlice<Int>, choosing count: Int) -> [[Int]] {
    guard count > 0 else { return count == 0 ? [[]] : [] }
    guard let first = sites.first, count <= sites.count else { return [] }
    let rest = sites.dropFirst()
    return subsets(of: rest, choosing: count - 1).map { [first] + $0 }
      + subsets(of: rest, choosing: count)
  }

  /// The best value by trying every plan; nil where none is possible.
  func bruteForce(_ objective: SitingObjective) -> Double? {
    switch objective {
    case .weightedMean(let sites):
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      return plans(of: sites).map { plan in
        weights.indices.reduce(0.0) { sum, area in
          weights[area] == 0 ? sum : sum + weights[area] * nearest(area, plan)
        } / total
      }.filter(\.isFinite).min()
    case .largestMinutes(let sites):
      return plans(of: sites).map(largest).filter(\.isFinite).min()
    case .fewestSites(let radius):
      let reach = min(radius, .greatestFiniteMagnitude)
      let fewest = travel.sites.indices.map { $0 + 1 }.first { count in
        plans(of: count).contains { largest($0) <= reach }
      }
      return fewest.map { Double($0) }
    case .largestShare(let sites, let radius):
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      let reach = min(radius, .greatestFiniteMagnitude)
      return plans(of: sites).map { plan in
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
