// SPDX-License-Identifier: Apache-2.0

import Sampling

/// How the number of units in use varies around its mean.
///
/// With arrivals at random and enough units the number in use is Poisson, whatever the distribution of
/// stays (the queue M/G/∞: Palm 1943; Eick, Massey and Whitt 1993). Seasons within the month, weekdays and
/// outbreaks make it vary more: then it is negative binomial with the same mean and a stated ratio of variance to mean.
struct OccupancyDistribution {
  let mean: Double
  /// The variance over the mean: 1 for Poisson.
  let variability: Double

  /// The number of "successes" of the negative binomial distribution.
  private var shape: Double { mean / (variability - 1) }
  /// Its chance of going on, which is also the limit of the ratio of neighbouring probabilities.
  private var ratio: Double { (variability - 1) / variability }

  /// The chance that exactly this many are in use.
  func probability(_ count: Int) -> Double {
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return variability > 1 ? negativeBinomial(Double(count)) : poisson(Double(count))
  }

  private func poisson(_ count: Double) -> Double {
    guard count > 0 else { return Elementary.exponential(-mean) }
    let exponent =
      -SaddlePoint.stirlingError(count) - SaddlePoint.deviance(count, mean)
    return Elementary.exponential(exponent) / (2 * Double.pi * count).squareRoot()
  }

  private func negativeBinomial(_ count: Double) -> Double {
    let shape = shape
    guard count > 0 else {
      return Elementary.exponential(
        -shape * Elementary.logarithmOfOnePlus(variability - 1))
    }
    let trials = shape + count
    let exponent =
      SaddlePoint.stirlingError(trials) - SaddlePoint.stirlingError(shape)
      - SaddlePoint.stirlingError(count)
      - SaddlePoint.deviance(shape, trials / variability)
      - SaddlePoint.deviance(count, trials * ratio)
    // The binomial probability of `shape` out of `trials`, times shape/trials.
    let scale = (trials / (2 * Double.pi * shape * count)).squareRoot() * (shape / trials)
    return Elementary.exponential(exponent) * scale
  }

  /// The chance that more than this many are in use.
  ///
  /// The smaller of the two tails is summed, so that neither loses digits.
  /// - Complexity: O(√mean · variability).
  func chanceAbove(_ count: Int) -> Double {
    guard count >= 0 else { return 1 }
    guard mean > 0 else { return 0 }
    return Double(count) + 1 > mean ? upperSum(from: count + 1) : 1 - lowerSum(downFrom: count)
  }

  private func upperSum(from count: Int) -> Double {
    let first = probability(count)
    let (shape, ratio) = (variability > 1 ? shape : mean, variability > 1 ? ratio : 0)
    var factor = 1.0
    var sum = 1.0
    var k = Double(count)
    while factor > sum * 1e-17 {
      // Poisson: mean/(k+1). Negative binomial: (k + shape)·ratio/(k+1).
      factor *= variability > 1 ? (k + shape) * ratio / (k + 1) : shape / (k + 1)
      sum += factor
      k += 1
    }
    return min(1, first * sum)
  }

  private func lowerSum(downFrom count: Int) -> Double {
    let first = probability(count)
    let (shape, ratio) = (variability > 1 ? shape : mean, variability > 1 ? ratio : 0)
    var factor = 1.0
    var sum = 1.0
    var k = Double(count)
    while k > 0 && factor > sum * 1e-17 {
      factor *= variability > 1 ? k / ((k - 1 + shape) * ratio) : k / shape
      sum += factor
      k -= 1
    }
    return min(1, first * sum)
  }
}
