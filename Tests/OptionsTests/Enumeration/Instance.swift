// SPDX-License-Identifier: Apache-2.0
import Access
import Options
import TestKit

/// A problem and the numbers it was made of.
struct Instance {
  var travel: TravelMatrix
  var weights: [Double]
  var candidates: [Int]
  var alwaysOpen: [Int] = []
  var outside: [Int] = []
  var thresholds: [Double] = [30, 45, 60]
  var targetVolume = 600.0

  /// Rows of minutes, one for each area; the candidates are all the columns.
  init(_ rows: [[Double]], weights: [Double], thresholds: [Double] = [30], target: Double = 10)
    throws
  {
    let sites = rows.first?.count ?? 0
    travel = try TravelMatrix(
      areas: rows.indices.map { "area \($0)" }, sites: (0..<sites).map { "site \($0)" },
      minutes: rows.flatMap { $0 })
    self.weights = weights
    self.thresholds = thresholds
    candidates = Array(0..<sites)
    targetVolume = target
  }

  func problem() throws(EnumerationError) -> EnumerationProblem {
    try EnumerationProblem(
      travel: travel, weights: weights, candidates: candidates, alwaysOpen: alwaysOpen,
      outside: outside, thresholds: thresholds, targetVolume: targetVolume)
  }

  func every(_ measures: [SubsetMeasure]? = nil) throws(EnumerationError) -> EverySubset {
    try EverySubset(problem(), measures: measures)
  }
}

extension Instance {
  /// A random instance with ties, zero weights, missing routes and sites of every role.
  ///
  /// Even seeds have whole minutes and tenths as weights, odd ones numbers with all their digits.
  static func random(seed: Int, candidates count: Int? = nil, areas: Int? = nil) throws -> Instance
  {
    var draws = SeededDraws(seed: seed)
    let sites = count ?? 1 + draws.below(8)
    let open = draws.below(3)
    let outside = draws.below(3)
    let whole = seed.isMultiple(of: 2)
    let missing = [0, 0, 0.2, 0.6][draws.below(4)]
    let rows = (0..<(areas ?? 1 + draws.below(40))).map { _ in
      (0..<(sites + open + outside)).map { _ -> Double in
        if draws.unit() < missing { return .infinity }
        return whole ? Double(draws.below(60)) : 90 * draws.unit()
      }
    }
    let weights = rows.indices.map { row -> Double in
      if row > 0 && draws.below(5) == 0 { return 0 }
      return whole ? Double(1 + draws.below(90)) / 10 : 0.01 + draws.unit()
    }
    var instance = try Instance(rows, weights: weights)
    var columns = Array(0..<(sites + open + outside))
    for place in columns.indices { columns.swapAt(place, draws.below(place + 1)) }
    instance.candidates = Array(columns.prefix(sites))
    instance.alwaysOpen = Array(columns.dropFirst(sites).prefix(open))
    instance.outside = Array(columns.suffix(outside))
    instance.thresholds = (0..<draws.below(6)).map { _ in Double(draws.below(70)) }
    instance.targetVolume = weights.reduce(0, +) * [0, 0.1, 0.3][draws.below(3)]
    return instance
  }
}
