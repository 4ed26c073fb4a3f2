// SPDX-License-Identifier: Apache-2.0

/// The count of one question's answers within one group of responses.
public struct Tally: Sendable, Equatable {
  /// Responses that chose each option, in the order of the question's options.
  public let counts: [Int]
  /// Responses that answered: the base of the percentages.
  public let answered: Int
  /// Responses that were asked and left the question blank.
  public let notAnswered: Int
  /// Responses that were not asked.
  public let notAsked: Int

  /// Every response in the group, whether it answered or not.
  public var responses: Int { answered + notAnswered + notAsked }

  /// The share that chose an option, of those who answered, with its 95 per cent interval.
  ///
  /// Returns nil when nobody answered or the option does not exist.
  public func share(ofOption option: Int) -> ProportionInterval? {
    guard counts.indices.contains(option) else { return nil }
    return ProportionInterval(count: counts[option], base: answered)
  }
}

/// The same count twice: of every response, and without the flagged ones.
public struct TallyPair: Sendable, Equatable {
  /// Every response that passed the filter.
  public let all: Tally
  /// Those of them that carry none of the flags left out.
  public let excludingFlagged: Tally
}

/// What a table is broken down by.
public enum BreakDimension: Sendable, Hashable {
  /// How the response came.
  case channel
  /// Where the respondent is.
  case area
  /// What the respondent is.
  case respondentType
  /// The answer to another closed question, by its name.
  case question(String)
}

/// One breakdown of a table.
public struct BreakTable: Sendable, Equatable {
  /// What it is broken down by.
  public let dimension: BreakDimension
  /// The groups, in order of first appearance, or in the order of the question's options followed
  /// by "Not answered" and "Not asked".
  public let groups: [String]
  /// One count per group.
  public let tallies: [TallyPair]
  /// Whether one response can be in several groups.
  ///
  /// Only then do groups not add to the total.
  public let groupsOverlap: Bool
}

/// One question counted: in total, and by each dimension asked for.
public struct QuestionTable: Sendable, Equatable {
  /// The question.
  public let question: ClosedQuestion
  /// The count over every response that passed the filter.
  public let total: TallyPair
  /// The breakdowns, in the order asked for.
  public let breaks: [BreakTable]
}

/// Which responses a table counts.
///
/// A nil set admits every value.
public struct ResponseFilter: Sendable, Equatable {
  /// Channels to count.
  public var channels: Set<String>?
  /// Areas to count.
  public var areas: Set<String>?
  /// Respondent types to count.
  public var respondentTypes: Set<String>?
  /// Flags a response must carry, all of them.
  public var requiredFlags: ResponseFlags
  /// Flags a response must not carry, any of them.
  public var forbiddenFlags: ResponseFlags

  /// Makes a filter; with no arguments it admits every response.
  public init(
    channels: Set<String>? = nil, areas: Set<String>? = nil,
    respondentTypes: Set<String>? = nil,
    requiredFlags: ResponseFlags = [], forbiddenFlags: ResponseFlags = []
  ) {
    self.channels = channels
    self.areas = areas
    self.respondentTypes = respondentTypes
    self.requiredFlags = requiredFlags
    self.forbiddenFlags = forbiddenFlags
  }
}
