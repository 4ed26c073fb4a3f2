// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// What is done to the code frame and the comments of a consultation, whose id is the subject.
///
/// One act is one event, however many comments it is about.
public enum CodingEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "coding"

  case codeAdded(code: String, words: CodeWords, reason: String)
  case codeRedescribed(code: String, words: CodeWords, reason: String)
  /// The comments of some codes go to another.
  case codesMerged(from: [String], into: String, reason: String)
  /// The comments of a code are to be recoded with others.
  case codeSplit(code: String, into: [String], reason: String)
  /// No more comments get it; those that have it keep it.
  case codeRetired(code: String, reason: String)

  case coded(comments: [CommentID], codes: [String])
  case uncoded(comments: [CommentID], codes: [String])
  /// Where comments stand, as a whole or on one code; no stance takes an earlier one back.
  case stanceGiven(comments: [CommentID], code: String?, stance: Stance?)
  /// Somebody has read comments.
  case read(comments: [CommentID])

  /// Comments were drawn by chance, for somebody else to code without seeing the first codes.
  case sampleDrawn(sample: String, seed: UInt64, comments: [CommentID])
  /// The author of the entry takes the sample as its second coder.
  case sampleTaken(sample: String)
  case secondCoded(sample: String, comments: [CommentID], codes: [String])
  /// The second coder is done; both codings are held fast as they are now.
  case sampleFinished(sample: String)
  /// The codes of a comment on which the two differed, once they have talked.
  case resolved(sample: String, comment: CommentID, codes: [String], reason: String)
}

/// What a code says.
public struct CodeWords: Codable, Sendable, Equatable {
  /// The title, for a reader.
  public var title: String
  /// When it is given and when not; a title alone is read in many ways.
  public var description: String
  /// The code under which it stands.
  public var parent: String?

  /// The words of a code.
  public init(title: String, description: String, parent: String? = nil) {
    self.title = title
    self.description = description
    self.parent = parent
  }
}
