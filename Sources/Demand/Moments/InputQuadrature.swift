// SPDX-License-Identifier: Apache-2.0

public import Sampling

/// An uncertain input as a few points with weights that have the same moments.
///
/// Sums over the points give the mean of any polynomial of the input exactly, up to the degree that
/// its maker states. So the moments of products, powers and squares need no simulation.
public struct InputQuadrature: Sendable, Hashable {
  /// The points.
  public let points: [Double]
  /// Their weights, which sum to 1.
  public let weights: [Double]

  /// A value that is known.
  public init(fixed value: Double) {
    points = [value]
    weights = [1]
  }

  /// An input of which the first two moments are known: exact to degree 2 in the input, and to degree
  /// 3 where it is symmetric.
  ///
  /// That is enough for the variance of totals in which the input enters each product once.
  public init(mean: Double, standardDeviation: Double) {
    let deviation = abs(standardDeviation)
    points = deviation == 0 ? [mean] : [mean - deviation, mean + deviation]
    weights = deviation == 0 ? [1] : [0.5, 0.5]
  }

  /// An input with a distribution: exact to degree 23 in the input as far as the distribution itself
  /// is integrated, to about twelve digits (six where it is clamped, because of the corners).
  public init(_ distribution: Distribution) {
    if distribution.isFixed {
      self.init(fixed: distribution.clampedMean)
    } else {
      self.init(atNormal: { distribution.value(atNormal: $0) })
    }
  }

  /// An input given by its quantile function on shares above 0 and below 1; as exact as the above.
  public init(quantile: (Double) -> Double) {
    self.init(atNormal: { quantile(StandardNormal.cumulative($0)) })
  }

  private init(points: [Double], weights: [Double]) {
    self.points = points
    self.weights = weights
  }

  /// Integrates over normal scores with the trapezoidal rule, which converges faster than any power
  /// of its step for smooth functions of the normal, then takes the Gauss rule of the points found.
  private init(atNormal value: (Double) -> Double) {
    let step = 1.0 / 32
    let scores = (-256...256).map { Double($0) * step }
    let found = scores.map { (value($0), Elementary.exponential(-$0 * $0 / 2)) }
      .filter { $0.0.isFinite }
    let total = found.reduce(0) { $0 + $1.1 }
    self.init(gaussOf: found.map(\.0), found.map { $0.1 / total }, nodes: 12)
  }

  /// The Gauss rule of a discrete measure.
  ///
  /// The recurrence is found by Stieltjes' procedure, nodes and weights from the eigenvalues of the
  /// Jacobi matrix (Gautschi 1982, "On generating orthogonal polynomials",
  /// SIAM J. Sci. Stat. Comput. 3(3); Golub and Welsch 1969).
  private init(gaussOf values: [Double], _ masses: [Double], nodes: Int) {
    let mean = zip(values, masses).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(values, masses).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    let deviation = variance.squareRoot()
    guard deviation > 1e-12 * max(abs(mean), 1e-300), deviation.isFinite else {
      self.init(fixed: mean)
      return
    }
    let jacobi = JacobiMatrix(
      points: values.map { ($0 - mean) / deviation }, masses: masses, nodes: nodes)
    let (roots, weights) = jacobi.rule()
    self.init(points: roots.map { mean + deviation * $0 }, weights: weights)
  }
}
