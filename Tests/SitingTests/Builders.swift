// SPDX-License-Identifier: Apache-2.0
import Access
import Siting

/// SplitMix64 (Steele, Lea and Flood 2014): enough for test inputs, and the same everywhere.
struct SeededDraws {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(bits() % UInt64(limit)) }

  mutating func unit() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }
}

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
