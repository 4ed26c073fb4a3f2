// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit

/// A matrix whose areas are `a0`, `a1` and so on, and whose sites are `s0`, `s1` and so on.
func matrix(_ rows: [[Double]]) throws -> TravelMatrix {
  try TravelMatrix(
    areas: rows.indices.map { "a\($0)" }, sites: (rows.first ?? []).indices.map { "s\($0)" },
    minutes: Array(rows.joined()))
}

/// A problem of areas that all weigh one, unless told otherwise.
func problem(
  _ rows: [[Double]], weights: [Double]? = nil, keep: [Int] = [], forbid: [Int] = []
) throws -> SitingProblem {
  try SitingProblem(
    travel: matrix(rows), weights: weights ?? Array(repeating: 1, count: rows.count), keep: keep,
    forbid: forbid)
}

/// A small problem with ties, zero weights, missing routes and decided sites.
func randomProblem(seed: Int) throws -> SitingProblem {
  var draws = SeededDraws(seed: seed)
  let areas = 1 + draws.below(14)
  let sites = 1 + draws.below(8)
  let isWhole = draws.below(2) == 0
  let routeless = draws.below(3) == 0
  let rows = (0..<areas).map { _ in
    (0..<sites).map { _ in
      if routeless && draws.below(5) == 0 { return Double.infinity }
      return isWhole ? Double(draws.below(12)) : draws.unit() * 100
    }
  }
  let weights = (0..<areas).map { _ in
    draws.below(5) == 0 ? 0 : isWhole ? Double(1 + draws.below(4)) : draws.unit()
  }
  var keep: [Int] = []
  var forbid: [Int] = []
  for site in 0..<sites {
    switch draws.below(8) {
    case 0: keep.append(site)
    case 1: forbid.append(site)
    default: break
    }
  }
  return try problem(rows, weights: weights, keep: keep, forbid: forbid)
}

func isClose(_ one: Double, _ other: Double) -> Bool {
  one == other || (one - other).magnitude <= 1e-9 * max(one.magnitude, other.magnitude)
}
