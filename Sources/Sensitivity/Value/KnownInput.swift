// SPDX-License-Identifier: Apache-2.0

/// What would be decided in each run if one input were known.
struct KnownInput {
  /// What is expected to be gained over the best decision without knowing.
  private(set) var largest: [Double]
  /// The decision that is expected to gain it: -1 for the best without knowing.
  private(set) var chosen: [Int]
  private var fits: [(decision: Int, fit: SmoothFit, values: [Double])] = []

  init(runs: Int) {
    largest = [Double](repeating: 0, count: runs)
    chosen = [Int](repeating: -1, count: runs)
  }

  /// Takes a decision where it is expected to gain more than those before.
  mutating func offer(_ decision: Int, _ fit: SmoothFit, _ values: [Double]) {
    for run in values.indices where values[run] > largest[run] {
      largest[run] = values[run]
      chosen[run] = decision
    }
    fits.append((decision, fit, values))
  }

  /// How far the mean of `largest` typically lies from the true one.
  ///
  /// By the influence of each run (Huber, 1981): on the mean itself, and on the fits of the decisions
  /// that are taken, of which the mean is a weighted sum.
  func standardError(_ basis: SplineBasis, _ gains: [CentredMeasure], mean: Double) -> Double {
    let runs = Double(largest.count)
    var influence = largest.map { ($0 - mean) / runs }
    for (decision, fit, values) in fits where chosen.contains(decision) {
      let taken = chosen.map { $0 == decision ? 1 / runs : 0 }
      let weight = fit.projection(basis, of: taken)
      let gain = gains[decision]
      for run in influence.indices {
        influence[run] += weight[run] * (gain.values[run] + gain.mean - values[run])
      }
    }
    return Vector.dot(influence, influence).squareRoot()
  }
}
