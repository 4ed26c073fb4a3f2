// SPDX-License-Identifier: Apache-2.0

/// The chances of each level of disability after a stroke, on the modified Rankin scale.
///
/// The scale runs from 0, no symptoms, to 5, severe disability, and 6, death.
public struct DisabilityDistribution: Equatable, Sendable {
  /// The chance of level `k` or better for `k` from 0 to 5; it is 1 for level 6.
  public let cumulative: [Double]

  /// Makes a distribution from six cumulative chances.
  ///
  /// - Parameter cumulative: six numbers between 0 and 1, ends excluded, that never fall.
  /// - Throws: `OutcomeError.wrongNumberOfLevels`, `.notAProbability` or `.cumulativeFalls`.
  public init(cumulative: [Double]) throws(OutcomeError) {
    guard cumulative.count == 6 else {
      throw .wrongNumberOfLevels("the modified Rankin scale", found: cumulative.count, expected: 6)
    }
    for (level, chance) in cumulative.enumerated() {
      try OutcomeCheck.probability("the chance of level \(level) or better", chance)
      guard level == 0 || chance >= cumulative[level - 1] else {
        throw .cumulativeFalls(level: level)
      }
    }
    self.init(checked: cumulative)
  }

  /// Takes cumulative chances that are known to be in order.
  init(checked cumulative: [Double]) { self.cumulative = cumulative }

  /// The chance of each level from 0 to 6; they sum to 1.
  public var chances: [Double] {
    zip(cumulative + [1], [0] + cumulative).map { $0.0 - $0.1 }
  }

  /// The mean level, from 0 to 6.
  public var meanLevel: Double { cumulative.reduce(0.0) { $0 + (1 - $1) } }

  /// The mean utility of a patient.
  public func utility(_ utilities: DisabilityUtilities) -> Double {
    zip(chances, utilities.levels).reduce(0.0) { $0 + $1.0 * $1.1 }
  }
}

/// The value of a year of life at each level of the modified Rankin scale.
public struct DisabilityUtilities: Equatable, Sendable {
  /// The utility of levels 0 to 6, where 1 is full health and 0 is death.
  public let levels: [Double]

  /// States the utility of each of the seven levels.
  ///
  /// - Throws: `OutcomeError.wrongNumberOfLevels` or `.notFinite`.
  public init(levels: [Double]) throws(OutcomeError) {
    guard levels.count == 7 else {
      throw .wrongNumberOfLevels("the list of utilities", found: levels.count, expected: 7)
    }
    for (level, utility) in levels.enumerated() {
      try OutcomeCheck.finite("the utility of level \(level)", utility)
    }
    self.init(checked: levels)
  }

  private init(checked levels: [Double]) { self.levels = levels }

  /// The utilities of Wang and others (2020): 0.97, 0.88, 0.74, 0.55, 0.20, -0.19 and 0.
  public static let wang2020 = DisabilityUtilities(
    checked: [0.97, 0.88, 0.74, 0.55, 0.20, -0.19, 0])
}
