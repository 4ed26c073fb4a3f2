// SPDX-License-Identifier: Apache-2.0

/// Why something cannot be done to a code frame or to comments.
public enum CodingError: Error, Sendable, Equatable, CustomStringConvertible {
  case titleMissing
  case descriptionMissing
  case reasonMissing
  case tooLong(what: String, limit: Int, found: Int)
  case titleTaken(String)
  case unknownCode(String)
  case notInUse(String)
  case parentInCircle
  case tooFewCodes(needed: Int)
  case mergedIntoItself
  case nothingChosen
  case tooManyComments(limit: Int, found: Int)
  case unknownComment(String)
  case unknownSample
  case nothingToSample
  case sampleSize(largest: Int)
  case ownComments
  case notYourSample
  case sampleFinished
  case sampleNotFinished
  case sampleIncomplete(left: Int)

  /// The reason in words for its reader, with what to do.
  public var description: String {
    switch self {
    case .titleMissing: "The code has no title. Enter a short one."
    case .descriptionMissing:
      "The code has no description. Say when it is given and when not: a title alone is read in "
        + "many ways."
    case .reasonMissing: "There is no reason. Say why, for those who read the history."
    case .tooLong(let what, let limit, let found):
      "The \(what) can be \(limit) characters at most; this has \(found). Make it shorter."
    case .titleTaken(let title):
      "There is a code called “\(title)” already. Use that one, or choose another title."
    case .unknownCode(let code):
      "There is no code “\(code)” in this code frame. Choose one from the list."
    case .notInUse(let title):
      "The code “\(title)” is no longer in use. Choose one that is."
    case .parentInCircle: "A code cannot stand under itself. Choose another parent."
    case .tooFewCodes(let needed): "Choose at least \(needed) codes."
    case .mergedIntoItself: "A code cannot be merged into itself. Choose another to keep."
    case .nothingChosen: "Nothing was chosen. Tick comments, then choose codes or a stance."
    case .tooManyComments(let limit, let found):
      "\(found) comments were chosen; the most at one time is \(limit). Choose fewer."
    case .unknownComment:
      "One of the comments is not there any more. Load the page again."
    case .unknownSample: "There is no such sample. Go back to the list of samples."
    case .nothingToSample:
      "No comment has been coded or read yet, so there is nothing to compare. Code some first."
    case .sampleSize(let largest):
      "A sample needs from 1 to \(largest) comments, which is how many are coded or read."
    case .ownComments:
      "You coded some of these comments yourself. Somebody else has to be the second coder."
    case .notYourSample: "Somebody else is the second coder of this sample."
    case .sampleFinished: "This sample is finished, so it cannot be changed."
    case .sampleNotFinished:
      "The second coder is not done, so the two cannot be compared yet."
    case .sampleIncomplete(let left):
      "\(left) comments of the sample are not coded yet. Code them, or mark that no code fits."
    }
  }
}
