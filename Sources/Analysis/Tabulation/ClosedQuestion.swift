// SPDX-License-Identifier: Apache-2.0

/// A question whose answers are chosen from a list.
public struct ClosedQuestion: Sendable, Equatable {
  /// Whether a respondent may choose one option or several.
  public enum Kind: Sendable, Equatable {
    /// Exactly one option.
    case single
    /// Any number of options.
    case multiple
  }

  /// The question's own name, unique in its form.
  public let id: String
  /// Whether one or several options may be chosen.
  public let kind: Kind
  /// The options, in the order of the form.
  ///
  /// An answer names an option by its place here.
  public let options: [String]

  /// Makes a question.
  public init(id: String, kind: Kind, options: [String]) {
    self.id = id
    self.kind = kind
    self.options = options
  }
}

/// What one respondent did with one closed question.
public enum ClosedAnswer: Sendable, Equatable {
  /// The form did not put the question to this respondent.
  case notAsked
  /// The question was put and left blank.
  case notAnswered
  /// One option, by its place in the question's list.
  case single(Int)
  /// Several options, by their places. An empty list means the question was left blank.
  case multiple([Int])
}

/// Marks on a response that a table may leave out.
public struct ResponseFlags: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8
  /// Makes a set of flags from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Part of a campaign: the same text sent by many.
  public static let campaign = ResponseFlags(rawValue: 1)
  /// Excluded by a recorded decision, such as a test response.
  public static let excluded = ResponseFlags(rawValue: 2)
  /// A second response from someone who had already responded.
  public static let duplicate = ResponseFlags(rawValue: 4)
  /// Received after the deadline.
  public static let late = ResponseFlags(rawValue: 8)
}

/// One response, ready to be stored for counting.
public struct ClosedResponse: Sendable, Equatable {
  /// The response's own name, unique in the consultation.
  public let id: String
  /// How it came: online, paper, telephone, event.
  public let channel: String
  /// Where the respondent lives or works.
  public let area: String
  /// What the respondent is: resident, staff, organisation.
  public let respondentType: String
  /// Marks on the response.
  public let flags: ResponseFlags
  /// The answers by question.
  ///
  /// A question that is missing here was not asked.
  public let answers: [String: ClosedAnswer]

  /// Makes a response.
  public init(
    id: String, channel: String, area: String, respondentType: String,
    flags: ResponseFlags = [], answers: [String: ClosedAnswer]
  ) {
    self.id = id
    self.channel = channel
    self.area = area
    self.respondentType = respondentType
    self.flags = flags
    self.answers = answers
  }
}
