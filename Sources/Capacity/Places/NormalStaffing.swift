// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Requirements by hand: the normal distribution in the place of exact tails.
///
/// It shows why a flat occupancy cannot be right, and checks the exact rule. For chances from 0.1% to 20%,
/// variability from 1 to 5 and means of ten times the variability or more, the corrected rule is at most two units from the
/// exact one, and at most one at variability 1; tests hold it to that. The square-root rule without the correction asks for too
/// few: by up to (z² − 1)/6 · (2·variability − 1) units.
public enum NormalStaffing {
  /// The mean and z standard deviations: the square-root staffing rule.
  ///
  /// - Parameters:
  ///   - rule: the chance and the variability; Erlang's loss has no such rule and is refused.
  ///   - mean: the mean number in use.
  /// - Returns: units with their fraction.
  /// - Throws: `CapacityError`.
  public static func squareRoot(
    _ rule: PlacesRule, meanInUse mean: Double
  ) throws(CapacityError) -> Double {
    try check(rule, mean)
    guard mean > 0 else { return 0 }
    return mean + -StandardNormal.quantile(rule.chance)
      * (rule.variability * mean).squareRoot()
  }

  /// The same, corrected for skewness and for whole units (Cornish and Fisher 1938, first term).
  ///
  /// - Parameters:
  ///   - rule: the chance and the variability; Erlang's loss has no such rule and is refused.
  ///   - mean: the mean number in use.
  /// - Returns: whole units.
  /// - Throws: `CapacityError`.
  public static func corrected(
    _ rule: PlacesRule, meanInUse mean: Double
  ) throws(CapacityError) -> Int {
    try check(rule, mean)
    return mean > 0 ? rule.approximation(mean) : 0
  }

  private static func check(_ rule: PlacesRule, _ mean: Double) throws(CapacityError) {
    try PlacesRule.check(mean: mean)
    guard rule.measure == .turnedAway else { return }
    var problems = ProblemList()
    problems.add(
      .question("normal staffing"), .measure, found: "patients turned away",
      expected: "the time in which all are taken, or demand is above",
      advice: "Ask the rule itself.")
    throw CapacityError(problems.problems)
  }
}
