// SPDX-License-Identifier: Apache-2.0

/// A cause of change that multiplies an amount.
public enum Driver: Int, CaseIterable, Hashable, Sendable {
  /// More people, or older people.
  case demographic
  /// More care for the same people.
  case nonDemographic
  /// Dearer care: pay awards, drug prices, tariff.
  case price
  /// Any other pressure stated as a percentage.
  case other
}

/// How a line changes from its baseline when nobody does anything about it.
public struct Growth: Hashable, Sendable {
  /// The yearly rates of the drivers that act on the line; one that is absent does not act.
  public let rates: [Driver: YearlyRate]
  /// The share of the amount that follows activity: 1 for all of it, 0 for a block contract.
  public let variableShare: Share
  /// New recurrent pressures in the prices of the year they start, each lasting from that year
  /// on: 2 in 2017 and 3 in 2018 add 2 in 2017-18 and 5 from 2018-19.
  public let additive: [Year: MillionPounds]

  /// Describes growth; without arguments, the amount never changes.
  public init(
    rates: [Driver: YearlyRate] = [:], variableShare: Share = 1,
    additive: [Year: MillionPounds] = [:]
  ) {
    self.rates = rates
    self.variableShare = variableShare
    self.additive = additive
  }
}
