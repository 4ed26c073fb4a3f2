// SPDX-License-Identifier: Apache-2.0

/// Draws weights that are uniform over a space of weights.
///
/// The gaps between sorted uniform numbers are uniform over all weights that sum to one, without
/// logarithms, so that draws have the same bits everywhere. Low ends are taken off first, high ends
/// are kept by drawing again, and an order of importance by sorting: every order is equally likely,
/// so sorting leaves the draw uniform among those in the wanted order.
struct WeightSampler {
  /// Tries for one draw before giving up: a space where 1 in 1,000 fits fails once in 10^8 draws.
  static let mostTries = 20_000

  /// The weights that are admitted.
  let space: CheckedWeightSpace

  /// - Throws: ``AppraisalError/weightSpaceTooNarrow(tries:)``.
  func draw(_ stream: inout RandomStream) throws(AppraisalErrors) -> [Double] {
    for _ in 0..<Self.mostTries {
      let weights = space.order.isEmpty ? aboveLows(&stream) : inOrder(&stream)
      if fits(weights) { return weights }
    }
    throw AppraisalErrors(.weightSpaceTooNarrow(tries: Self.mostTries))
  }

  private func aboveLows(_ stream: inout RandomStream) -> [Double] {
    var weights = space.lows
    let free = weights.indices.filter { space.lows[$0] < space.highs[$0] }
    let rest = 1 - weights.reduce(0, +)
    for (column, part) in zip(free, simplexPoint(free.count, &stream)) {
      weights[column] += max(0, rest) * part
    }
    return weights
  }

  private func inOrder(_ stream: inout RandomStream) -> [Double] {
    var weights = simplexPoint(space.lows.count, &stream)
    let falling = space.order.map { weights[$0] }.sorted(by: >)
    for (column, weight) in zip(space.order, falling) { weights[column] = weight }
    return weights
  }

  private func fits(_ weights: [Double]) -> Bool {
    weights.indices.allSatisfy {
      weights[$0] >= space.lows[$0] - tieTolerance && weights[$0] <= space.highs[$0] + tieTolerance
    }
  }

  private func simplexPoint(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    guard count > 0 else { return [] }
    var cuts: [Double] = []
    for _ in 1..<count { cuts.append(stream.uniform()) }
    cuts.sort()
    return zip(cuts + [1], [0] + cuts).map { $0 - $1 }
  }
}
