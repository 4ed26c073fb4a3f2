// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What happens to a theme, whose id is the subject: from what people said to what was done.
public enum ThemeEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "theme"

  case created(consultation: String, words: ThemeWords)
  case redescribed(words: ThemeWords, reason: String)
  /// It can be read by everybody from now on.
  case published
  case passed(workstream: String)
  /// A meeting or a person considered it, with the paper before them.
  case considered(by: String, on: CalendarDay, paper: String?, link: String?)
  case led(to: ThemeResult, what: String)
  case acting(what: String)
  case done(what: String, on: CalendarDay)
  case notDoing(reason: String)
  /// A step was recorded wrongly; it stays to be read, but counts no more.
  case stepWithdrawn(step: Int64, reason: String)
}

/// What a theme is called and what it gathers.
public struct ThemeWords: Codable, Sendable, Equatable {
  /// The title, for a reader.
  public var title: String
  /// What it is, in words.
  public var description: String
  /// What people said, in one sentence.
  public var said: String
  /// The codes that it is made of.
  public var codes: [String]

  /// The words of a theme.
  public init(title: String, description: String, said: String, codes: [String]) {
    self.title = title
    self.description = description
    self.said = said
    self.codes = codes
  }
}

/// What a theme led to.
public struct ThemeResult: Codable, Sendable, Equatable {
  /// The kind of thing that came of it.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case option
    case criterion
    case fact
    case document
    case decision
    case noChange = "no-change"

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .option: "An option"
      case .criterion: "A criterion for choosing"
      case .fact: "A figure of the plan"
      case .document: "A document"
      case .decision: "A decision"
      case .noChange: "No change"
      }
    }
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// The id of the thing in the plan; nothing for a decision in words and for no change.
  public var id: String?

  /// A thing that came of it.
  public init(kind: Kind, id: String? = nil) {
    self.kind = kind
    self.id = id
  }
}

/// How far a theme has come.
public enum ThemeStatus: String, Codable, Sendable, CaseIterable {
  case listening
  case withWorkstream = "with-workstream"
  case considered
  case acting
  case done
  case notDoing = "not-doing"

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .listening: "Listening"
    case .withWorkstream: "With the workstream"
    case .considered: "Considered"
    case .acting: "Acting on it"
    case .done: "Done"
    case .notDoing: "Not doing this, with a reason"
    }
  }
}
