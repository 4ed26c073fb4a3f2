// SPDX-License-Identifier: Apache-2.0

/// What a comment can be filtered by.
public enum CommentAttribute: Sendable, Hashable, CaseIterable {
  /// The question it answers.
  case question
  /// Where its writer is.
  case area
  /// How it came.
  case channel
  /// What its writer is.
  case respondentType
  /// Whether it is for, against or neither.
  case stance
  /// A mark on it, such as campaign.
  case flag
  /// A code of the code frame.
  case code
}

/// A comment to be indexed.
public struct IndexedComment: Sendable, Equatable {
  /// The comment's own name, unique in the index.
  public let id: String
  /// Its text.
  public let text: String
  /// Its values by attribute.
  ///
  /// An attribute may have several, as codes do, or none.
  public let values: [CommentAttribute: Set<String>]

  /// Makes a comment.
  public init(id: String, text: String, values: [CommentAttribute: Set<String>]) {
    self.id = id
    self.text = text
    self.values = values
  }
}

/// Which comments to find.
///
/// Everything asked for must hold.
public struct CommentQuery: Sendable, Equatable {
  /// For each attribute here, the comment has at least one of the values.
  ///
  /// An empty set asks nothing.
  public var any: [CommentAttribute: Set<String>]
  /// For each attribute here, the comment has every one of the values.
  public var all: [CommentAttribute: Set<String>]
  /// For each attribute here, the comment has not one of the values.
  public var none: [CommentAttribute: Set<String>]
  /// Words the comment must hold, all of them, in any order and case; a beginning is enough.
  public var words: String

  /// Makes a query; with no arguments it finds every comment.
  public init(
    any: [CommentAttribute: Set<String>] = [:], all: [CommentAttribute: Set<String>] = [:],
    none: [CommentAttribute: Set<String>] = [:], words: String = ""
  ) {
    self.any = any
    self.all = all
    self.none = none
    self.words = words
  }
}

/// One page of what was found.
public struct CommentPage: Sendable, Equatable {
  /// The comments on this page, by name, in the order they were added.
  public let ids: [String]
  /// How many come before this page.
  public let offset: Int
  /// How many were found altogether.
  public let total: Int
}

/// Why an index could not be changed.
public enum CommentIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Two comments share a name.
  case repeatedComment(id: String)
  /// No comment has this name.
  case unknownComment(id: String)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .repeatedComment(let id):
      "Comment \(id) is already in the index. Give each comment its own name."
    case .unknownComment(let id):
      "There is no comment called \(id) in the index. Check the name, or add the comment first."
    }
  }
}
