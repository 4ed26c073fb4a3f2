// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with the inputs of a projection, or with a question put to it.
public struct DemandProblem: Sendable, Hashable, CustomStringConvertible {
  /// Which element it is about, by position, so that a reader of tables can name file and row.
  public enum Subject: Sendable, Hashable {
    /// The base year, the last year or the first month.
    case horizon
    /// The projection as a whole.
    case whole
    /// A population variant.
    case variant(Int)
    /// The counts of people of a variant; one of them, where it is about one.
    case people(variant: Int, row: Int?)
    /// The counts of births of a variant; one of them, where it is about one.
    case births(variant: Int, row: Int?)
    /// A service.
    case service(Int)
    /// An activity cell of a service.
    case cell(service: Int, cell: Int)
    /// A growth factor.
    case growth(Int)
    /// A mitigator.
    case mitigator(Int)
    /// A season profile.
    case season(Int)
    /// The values or the variant given for a run.
    case run
    /// A question put to the model.
    case question
  }

  /// What kind of mistake it is.
  public enum Kind: String, Sendable, Hashable {
    /// The last year is before the base year.
    case lastYearBeforeBase
    /// The horizon is longer than the model takes.
    case horizonTooLong
    /// The first month is not one of 1 to 12.
    case firstMonth
    /// The number of inputs is negative.
    case inputCount
    /// There is no population variant.
    case noVariants
    /// There is no service.
    case noServices
    /// Two elements of one table have one id.
    case duplicateID
    /// A probability is not one, or probabilities do not sum to 1.
    case probability
    /// A variant counts both persons and the sexes, or one sex alone, or differs from the others.
    case populationSex
    /// A number is negative, infinite or not a number.
    case impossibleNumber
    /// Two counts are of the same people.
    case duplicateCount
    /// Counts for a year or an age are missing.
    case missingCount
    /// Variants end at different ages.
    case lastAgesDiffer
    /// There is activity at ages at which the base year has no people, or no births.
    case noPeople
    /// A service grows with births and a variant has none.
    case noBirths
    /// Ages are negative or in the wrong order.
    case agesOutOfOrder
    /// Ages lie beyond the last age of the population.
    case agesBeyondPopulation
    /// Two cells are of the same sex and ages.
    case duplicateCell
    /// Two cells share some people.
    case overlappingAges
    /// Bands leave ages out.
    case missingAges
    /// There are bed days and no activity.
    case bedDaysWithoutActivity
    /// A service has no activity and no start year.
    case noActivity
    /// A service starts outside the horizon.
    case startOutside
    /// There is no profile of this name.
    case unknownSeason
    /// A profile has not twelve shares that sum to 1.
    case seasonShares
    /// A parameter names an input that the runs do not have.
    case unknownInput
    /// An amount is outside the range of its kind.
    case amountOutside
    /// A reach, an effect or a ramp share is outside 0 to 1.
    case rateOutside
    /// Years are in the wrong order or leave nothing.
    case years
    /// The gains of life expectancy are not one for each year, or belong to no health status.
    case lifeExpectancy
    /// A change is about activity that is not there.
    case selectsNothing
    /// Stays are shortened where there are no bed days.
    case selectsNoBedDays
    /// Two health status adjustments are about the same people.
    case healthStatusTwice
    /// A destination is needed and missing.
    case noDestination
    /// A destination is given and not used.
    case destinationNotUsed
    /// The destination is not a service.
    case unknownDestination
    /// A mitigator moves activity of a service to the same service.
    case destinationIsItself
    /// Destinations lead back to where activity came from.
    case destinationLoop
    /// Activity moves to a service before it starts.
    case destinationNotOpen
    /// Activity can take more ways through the mitigators than the model follows.
    case tooManyWays
    /// A run has fewer values than the inputs it needs.
    case tooFewValues
    /// There is no such variant, year, service or factor.
    case unknownElement
    /// An order does not name each factor once.
    case incompleteOrder
  }

  /// Which element it is about.
  public let subject: Subject
  /// The id of the element, or its name in plain words.
  public let name: String
  /// What kind of mistake it is.
  public let kind: Kind
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// What to do.
  public let advice: String

  /// Describes a problem.
  public init(
    _ subject: Subject, _ name: String, _ kind: Kind, found: String, expected: String,
    advice: String
  ) {
    self.subject = subject
    self.name = name
    self.kind = kind
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// The whole problem in one line.
  public var description: String { "\(name): found \(found); expected \(expected). \(advice)" }
}
