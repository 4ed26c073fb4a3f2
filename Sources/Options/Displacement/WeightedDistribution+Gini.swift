// SPDX-License-Identifier: Apache-2.0

extension WeightedDistribution {
  /// How unequal the values are: 0 when all are the same, near 1 when one person has nearly all.
  ///
  /// The mean difference of two people drawn at random, with replacement, over twice the mean
  /// (Gini 1912; the weighted form of Lerman and Yitzhaki 1989). With values in rising order,
  /// weights `w`, their sum `W` and the weight `F` up to and with each value,
  ///
  ///     G = sum of w x (2F - w - W) / (W x sum of w x)
  ///
  /// Equal values all nil give 0.
  /// - Throws: `DistributionError.valueNotZeroOrMore` when somebody has no route.
  /// - Complexity: O(values).
  public func giniCoefficient() throws(DistributionError) -> Double {
    for value in values where !(value >= 0 && value.isFinite) { throw .valueNotZeroOrMore(value) }
    var reached = 0.0
    var spread = 0.0
    var sum = 0.0
    for (value, weight) in zip(values, weights) {
      reached += weight
      spread += weight * value * (2 * reached - weight - totalWeight)
      sum += weight * value
    }
    return sum > 0 ? spread / (totalWeight * sum) : 0
  }
}
