// SPDX-License-Identifier: Apache-2.0

import Sampling

/// What a measure is on average at each value of one input.
///
/// As many functions are used as generalised cross-validation finds best (Craven and Wahba, 1979),
/// with each counted 1.4 times, which guards against fitting noise (Kim and Gu, 2004). When none
/// beyond the constant is worth having, the input is taken to do nothing.
struct SmoothFit {
  private let mean: Double
  /// The weights of the functions used, without the constant.
  private let weights: ArraySlice<Double>
  private let runs: Double
  /// The sum of squares about the mean, and what the fit leaves of it.
  private let total: Double
  private let left: Double

  private static let caution = 1.4

  init(_ basis: SplineBasis, _ measure: CentredMeasure) {
    mean = measure.mean
    total = measure.squares
    runs = Double(measure.values.count)
    let all = basis.functions.dropFirst().map { Vector.dot($0, measure.values) }
    var best = (count: 0, score: Double.infinity, left: total)
    var left = total
    for count in 0...all.count {
      if count > 0 { left -= all[count - 1] * all[count - 1] }
      // Below this there is rounding only.
      if left < 1e-13 * total { left = 0 }
      let freedom = 1 - Self.caution * Double(count + 1) / runs
      guard freedom > 0 else { break }
      let score = left / (freedom * freedom)
      if score < best.score { best = (count, score, left) }
    }
    weights = all.prefix(best.count)
    self.left = best.left
  }

  /// The share of the variance that goes with the input, less what chance alone would show: the
  /// adjusted share of Ezekiel (1930), never below 0.
  var share: Double {
    guard !weights.isEmpty, total > 0 else { return 0 }
    let freedom = runs - 1 - Double(weights.count)
    return max(1 - (left / freedom) / (total / (runs - 1)), 0)
  }

  /// How far the share typically lies from the true one: Olkin and Finn (1995), "Correlations redux",
  /// Psychological Bulletin 118, for a share of variance and many runs.
  var standardErrorOfShare: Double { 2 * (1 - share) * (share / runs).squareRoot() }

  /// The part of some values by run that these functions, with the constant, can express.
  func projection(_ basis: SplineBasis, of values: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: values.count)
    for function in basis.functions.prefix(weights.count + 1) {
      Vector.add(&sum, Vector.dot(function, values), function)
    }
    return sum
  }

  /// Whether the input was found to do anything.
  var isFlat: Bool { weights.isEmpty }

  /// The fitted measure in each run.
  func values(_ basis: SplineBasis) -> [Double] {
    var sum = [Double](repeating: mean, count: basis.order.count)
    for (weight, function) in zip(weights, basis.functions.dropFirst()) {
      Vector.add(&sum, weight, function)
    }
    return sum
  }
}

/// A measure about its mean.
struct CentredMeasure {
  let mean: Double
  let values: [Double]
  /// The sum of squares of the values; 0 when they differ by rounding only.
  let squares: Double

  init(_ measure: [Double]) {
    let mean = CompensatedSum.of(measure) / Double(max(measure.count, 1))
    let values = measure.map { $0 - mean }
    let squares = Vector.dot(values, values)
    self.mean = mean
    self.values = values
    let rounding = mean * mean * Double(measure.count) * 1e-28
    self.squares = squares > rounding ? squares : 0
  }
}
