// SPDX-License-Identifier: Apache-2.0

/// A mistake in the inputs, named for what the user wrote.
public enum FinanceError: Error, Hashable, Sendable {
  // MARK: Names

  /// An id has no visible character.
  case blankIdentifier(Place)
  /// Two organisations have this id.
  case duplicateOrganisation(OrganisationID)
  /// Two lines have this id.
  case duplicateLine(LineID)
  /// Two schemes have this id.
  case duplicateScheme(SchemeID)
  /// Two cost pools have this id.
  case duplicatePool(PoolID)
  /// No member has this id.
  case unknownOrganisation(OrganisationID, Place)
  /// No line has this id.
  case unknownLine(LineID, Place)
  /// No cost pool has this id.
  case unknownPool(PoolID, Place)

  // MARK: Years

  /// A year of the horizon is not between 1000 and 9998.
  case yearNotFourDigits(Year)
  /// The last year comes before the base year.
  case horizonEndsBeforeBase(base: Year, last: Year)
  /// The horizon has more years than a model takes.
  case horizonTooLong(base: Year, last: Year, limit: Int)
  /// A value is given for a year that the model doesn't project.
  case yearOutsideHorizon(Year, Place)
  /// A series has no rate for a year that needs one.
  case missingRate(Year, Place)
  /// An index has no level for a year that needs one.
  case missingIndex(Year)

  // MARK: Numbers

  /// A rate is infinite or not a number.
  case rateNotFinite(Place)
  /// A rate takes away everything or more.
  case rateNotAboveMinus100(Place)
  /// A share is below 0, above 1 or not a number.
  case shareOutsideZeroToOne(Place)
  /// An amount is infinite or not a number.
  case amountNotFinite(Place)
  /// An amount that must be zero or more is below zero.
  case negativeAmount(Place)
  /// An index level is zero, negative or not finite.
  case indexNotPositive(Year)
  /// A weight is below zero or not a number.
  case negativeWeight(CostComponent)
  /// Weights in per cent sum to something else than 100.
  case weightsDoNotSumTo100(sum: Double)

  // MARK: Sense

  /// A line has its own organisation at the other end.
  case tradesWithItself(LineID)
  /// A scheme moves its saving to its own organisation.
  case transfersToItself(SchemeID)
  /// A scheme that only moves money claims to remove cost from a pool.
  case transferDrawsOnPool(SchemeID, PoolID)
  /// A scheme has a ramp without a share.
  case emptyRamp(SchemeID)
  /// A cost pool is zero or has no lines, so nothing can be saved from it.
  case poolNotPositive(PoolID)
  /// A line of a pool isn't a cost outside the system, so cutting it saves the system nothing.
  case poolLineIsNotOutsideCost(LineID, PoolID)
  /// A line is counted in two pools, or twice in one.
  case lineInTwoPools(LineID, PoolID, PoolID)
  /// A scheme of one organisation draws on a pool with costs of others only.
  case schemeOutsidePool(SchemeID, PoolID)
  /// A scheme would save more than its whole pool in that year.
  case claimExceedsPool(SchemeID, PoolID, Year)
}

/// Every mistake found in a set of inputs, in the order of the inputs.
public struct FinanceErrors: Error, Hashable, Sendable {
  /// The mistakes; never empty.
  public let all: [FinanceError]
}
