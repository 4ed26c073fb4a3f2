// SPDX-License-Identifier: Apache-2.0

/// A mistake in what costing is given, named for what the user wrote.
public enum CostingError: Error, Hashable, Sendable {
  // MARK: Names

  /// The id at this position of its list has no visible character.
  case blankIdentifier(CostingRecord, index: Int)
  /// Two records of one kind have this id.
  case duplicate(CostingRecord)
  /// There is no such record, though this place names it.
  case unknown(CostingRecord, at: CostingPlace)

  // MARK: Years and numbers

  /// The last year comes before the base year.
  case horizonEndsBeforeBase(base: Int, last: Int)
  /// The horizon has more years than a model takes, or years that are not of four digits.
  case horizonOutOfRange(base: Int, last: Int, limit: Int)
  /// A year is not one of those that the place may name.
  case yearOutsideHorizon(Int, at: CostingPlace)
  /// A number is not what it has to be.
  case number(Double, at: CostingPlace, expected: NumberRule)
  /// A list has too many or too few values.
  case wrongCount(Int, at: CostingPlace, expected: Int)
  /// The weights of a series of inflation sum to something else than 1.
  case weightsDoNotSumToOne(price: String, sum: Double)
  /// The parts of a line are more than all of it.
  case sharesAboveOne(line: String, sum: Double)
  /// With this line, the amounts of a year come to more than a country spends.
  case amountTooLarge(CostingRecord, year: Int)

  // MARK: Sense

  /// A part that moves names no driver, and neither does its line.
  case partWithoutDriver(line: String, part: Int)
  /// A line follows a driver that has nothing in the base year and no reference.
  case driverIsZeroInBaseYear(driver: String, line: String)
  /// A line has its own organisation at the other end.
  case tradesWithItself(line: String)
  /// Two members' books disagree.
  case transferMismatch(TransferMismatch)
  /// A scheme moves its saving to its own organisation.
  case transfersToItself(scheme: String)
  /// A scheme that only moves money claims to remove cost from a pool.
  case transferDrawsOnPool(scheme: String, pool: String)
  /// A line of a pool is not a cost outside the system.
  case poolLineIsNotOutsideCost(line: String, pool: String)
  /// A line is in two pools, or twice in one: double use of a pool.
  case lineInTwoPools(line: String, first: String, second: String)
  /// A scheme would save more than all of its pool in that year.
  case claimExceedsPool(scheme: String, pool: String, year: Int, claim: Double, size: Double)
  /// A scheme draws on a pool that holds no cost of its organisation.
  case schemeOutsidePool(scheme: String, pool: String)
  /// A scheme states a saving that a mitigator of demand brings already: double use of a pool.
  case savedTwice(scheme: String, mitigator: String)
  /// The uses of a scheme's saving come to more than the saving.
  case savingUsedTwice(DoubleUse)
  /// A known item of a stack does not say where its amount comes from.
  case amountWithoutSource(item: String)
}

/// Every mistake found, in the order of the inputs.
public struct CostingErrors: Error, Hashable, Sendable {
  /// The mistakes; never empty.
  public let all: [CostingError]
}

/// Collects mistakes, so that a user hears of all of them at once.
struct CostingMistakes {
  private(set) var errors: [CostingError] = []

  mutating func report(_ error: CostingError) { errors.append(error) }

  mutating func report(_ error: CostingError, unless holds: Bool) {
    if !holds { errors.append(error) }
  }

  mutating func require(_ number: Double, _ rule: NumberRule, _ place: CostingPlace) {
    if !rule.admits(number) { errors.append(.number(number, at: place, expected: rule)) }
  }

  func throwIfAny() throws(CostingErrors) {
    if !errors.isEmpty { throw CostingErrors(all: errors) }
  }
}
