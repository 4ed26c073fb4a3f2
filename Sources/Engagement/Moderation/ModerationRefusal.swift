// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Why a decision on a response cannot be recorded, in words for the moderator.
public enum ModerationRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case noSuchResponse
  case noWords
  case notAgreed
  case revisedSince
  case reasonMissing
  case reasonTooLong(Int)
  case marks(RedactionProblem)
  case alreadyOut
  case notOut
  case ledger(LedgerError)

  /// The reason in words, with what to do.
  public var description: String {
    switch self {
    case .noSuchResponse: "There is no such response, or its answers were erased."
    case .noWords: "This answer has no words of its own. Closed answers need no decision."
    case .notAgreed: "The respondent did not agree to publication, so nothing of it is published."
    case .revisedSince: "The respondent has changed this answer since you opened it. Read it again."
    case .reasonMissing: "Give a reason."
    case .reasonTooLong(let found):
      "The reason can be \(ConsultationDesk.longest) characters at most; this has \(found)."
    case .marks(let problem): problem.description
    case .alreadyOut: "It is left out already."
    case .notOut: "It is not left out."
    case .ledger(let error): error.description
    }
  }
}
