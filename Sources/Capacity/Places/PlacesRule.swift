// SPDX-License-Identifier: Apache-2.0

/// How many units a mean number in use asks for, so that they run short with at most a stated chance.
///
/// The larger a pool, the smaller the allowance it needs on top of its mean: there is no one occupancy
/// that is right for every pool. The requirement is exact for the distribution that `variability` names
/// (Poisson at 1, negative binomial above), or for Erlang's loss formula.
public struct PlacesRule: Hashable, Sendable {
  /// The largest mean number in use that is worked out; a larger one is refused.
  public static let largestMean = 1e8

  /// The chance of running short that may be borne, between 0 and 1.
  public let chance: Double
  /// The variance of the number in use over its mean: 1 for arrivals at random, more when they cluster.
  public let variability: Double
  /// What running short means.
  public let measure: ShortageMeasure

  /// States a rule.
  ///
  /// - Throws: `CapacityError` for a chance outside 1e-12 to 0.999999, or a variability below 1 or above 20, or any but 1 with
  ///   `.turnedAway`.
  public init(
    chance: Double, variability: Double = 1, measure: ShortageMeasure = .allTaken
  ) throws(CapacityError) {
    var problems = ProblemList()
    Self.check(
      chance: chance, variability: variability, measure: measure,
      at: .question("sizing of places"), &problems)
    try problems.check()
    self.init(chanceChecked: chance, variability: variability, measure: measure)
  }

  /// A rule whose numbers were checked before.
  init(chanceChecked chance: Double, variability: Double, measure: ShortageMeasure) {
    self.chance = chance
    self.variability = variability
    self.measure = measure
  }

  /// The chance that units run short, with so many and such a mean in use.
  ///
  /// - Parameters:
  ///   - units: zero or more.
  ///   - mean: the mean number in use if there were always enough.
  /// - Returns: from 0 to 1.
  /// - Throws: `CapacityError` for a negative number or one that is not finite.
  public func chance(units: Int, meanInUse mean: Double) throws(CapacityError) -> Double {
    try Self.check(mean: mean, units: units)
    return shortage(units, mean)
  }

  /// The fewest units with which the chance of running short is at most the one stated.
  ///
  /// None when nothing is in use, and at least one when anything is.
  /// - Parameter mean: the mean number in use if there were always enough.
  /// - Returns: a number of units that does, while one fewer does not.
  /// - Throws: `CapacityError` for a negative mean, one that is not finite or above `largestMean`.
  public func required(meanInUse mean: Double) throws(CapacityError) -> Int {
    try Self.check(mean: mean)
    return search(mean)
  }

  /// The largest mean number in use that so many units can bear.
  ///
  /// - Throws: `CapacityError` for a number of units below 0 or above `largestMean`.
  public func largestMean(units: Int) throws(CapacityError) -> Double {
    try Self.check(mean: 0, units: units)
    return threshold(units)
  }

  /// The share of so many units that can be in use on average: the safe occupancy for that size.
  ///
  /// - Throws: `CapacityError` for a number of units below 1 or above `largestMean`.
  public func safeOccupancy(units: Int) throws(CapacityError) -> Double {
    let mean = try largestMean(units: units)
    guard units > 0 else {
      var problems = ProblemList()
      problems.add(
        .question("safe occupancy"), .units, found: "0", expected: "one unit or more",
        advice: "Ask for a pool that has a unit.")
      throw CapacityError(problems.problems)
    }
    let served =
      measure == .turnedAway ? mean * (1 - ErlangLoss.chance(units: units, demand: mean)) : mean
    return served / Double(units)
  }
}

extension PlacesRule {
  static func check(
    chance: Double, variability: Double, measure: ShortageMeasure, at place: CapacityPlace,
    _ problems: inout ProblemList
  ) {
    problems.chance(place, chance)
    if !(variability >= 1 && variability <= 20) {
      problems.add(
        place, .variability, found: "\(variability)", expected: "a ratio from 1 to 20",
        advice:
          "It is the variance of the number in use over its mean. Below 1 the number would be steadier "
          + "than arrivals at random, which is not modelled: give 1, which asks for no fewer units."
      )
    } else if measure == .turnedAway && variability != 1 {
      problems.add(
        place, .variability, found: "\(variability)", expected: "1 when patients are turned away",
        advice:
          "Erlang's formula holds for arrivals at random: measure the time in which all are taken instead."
      )
    }
  }

  static func check(mean: Double, units: Int = 0) throws(CapacityError) {
    var problems = ProblemList()
    if !(mean >= 0 && mean <= largestMean) {
      problems.add(
        .question("sizing of places"), .meanInUse, found: "\(mean)",
        expected: "a number from 0 to \(largestMean)", advice: "Check the activity and the stays.")
    }
    if !(units >= 0 && Double(units) <= largestMean) {
      problems.add(
        .question("sizing of places"), .units, found: "\(units)",
        expected: "a number from 0 to \(Int(largestMean))", advice: "Check the number of units.")
    }
    try problems.check()
  }
}
