// SPDX-License-Identifier: Apache-2.0

public import Forms

/// Names one comment: what one response says to one question in its own words.
public struct CommentID: RawRepresentable, Codable, Hashable, Sendable, Comparable {
  /// The private id of the response, a slash, and the id of the question.
  public let rawValue: String

  /// A comment by its written name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A comment by its response and question.
  public init(response: String, question: String) { rawValue = response + "/" + question }

  /// The private id of the response.
  public var response: String { String(rawValue.prefix { $0 != "/" }) }
  /// The id of the question.
  public var question: String { String(rawValue.drop { $0 != "/" }.dropFirst()) }

  /// Whether one comes before the other.
  public static func < (one: CommentID, other: CommentID) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// What of an answer is in the respondent's own words.
public enum CommentText {
  /// The text, the short answers one a line, or what stands in the box for “other”; nil when
  /// there is nothing to read.
  public static func words(of answer: Answer) -> String? {
    let words: String? =
      switch answer {
      case .text(let text): text
      case .texts(let texts): texts.filter { !isBlank($0) }.joined(separator: "\n")
      case .choice(_, let other), .choices(_, let other): other
      case .scale: nil
      }
    return words.flatMap { isBlank($0) ? nil : $0 }
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

/// Where a comment stands on the proposal, whatever it is about.
public enum Stance: String, Codable, Sendable, CaseIterable {
  case support
  case oppose
  case neutral
  case conditional

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .support: "Supports"
    case .oppose: "Opposes"
    case .neutral: "Neutral"
    case .conditional: "Supports with conditions"
    }
  }
}
