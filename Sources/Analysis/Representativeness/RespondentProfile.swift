// SPDX-License-Identifier: Apache-2.0

/// Why respondents cannot be compared with a population.
public enum ProfileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Fewer than two groups, so there is nothing to compare.
  case tooFewGroups(found: Int)
  /// Two groups share a name.
  case repeatedGroup(name: String)
  /// A population that is not a number above nought.
  case badPopulation(group: String, population: Double)
  /// A count below nought.
  case negativeCount(group: String, count: Int)
  /// Respondents in a group the population does not have.
  case unknownGroup(name: String, respondents: Int)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .tooFewGroups(let found):
      "The population has \(found) groups. A comparison needs at least two."
    case .repeatedGroup(let name):
      "The population has \(name) twice. Give each group once."
    case .badPopulation(let group, let population):
      "\(group) has a population of \(population). Give a number above nought."
    case .negativeCount(let group, let count):
      "\(group) has \(count) respondents. Give a count of nought or more."
    case .unknownGroup(let name, let respondents):
      "\(respondents) respondents are in \(name), which the population does not have. "
        + "Add the group, or count them as not stated."
    }
  }
}

/// One group of respondents beside its share of the population.
public struct GroupProfile: Sendable, Equatable {
  /// The group.
  public let name: String
  /// Respondents in it.
  public let respondents: Int
  /// Its share of the respondents who said, with the 95 per cent interval.
  public let share: ProportionInterval
  /// Its share of the population, from 0 to 1.
  public let populationShare: Double
  /// How many further responses from this group alone would bring it to its share: 0 if it is
  /// there already.
  public let furtherResponses: Int

  /// Respondents' share less the population's; below 0 the group is under-heard.
  public var difference: Double { share.share - populationShare }
  /// Respondents' share over the population's: 1 is in proportion, below 1 is under-heard.
  public var index: Double { share.share / populationShare }
  /// Whether the group is under-heard by more than chance: the whole interval is below its share.
  public var isMissing: Bool { share.upper < populationShare }
}

/// The fit of all the groups at once.
public struct GoodnessOfFit: Sendable, Equatable {
  /// The chi-squared statistic (Pearson, 1900).
  public let statistic: Double
  /// The number of groups less one.
  public let degreesOfFreedom: Int
  /// The chance of a fit this poor if respondents were a random draw from the population.
  public let pValue: Double
  /// The smallest count expected in any group.
  public let smallestExpected: Double

  /// Whether every expected count is at least 5, the usual rule for trusting the p value
  /// (Cochran, 1954).
  public var isReliable: Bool { smallestExpected >= 5 }
}
