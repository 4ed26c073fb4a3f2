// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Why something cannot be done to a consultation, in words for the person who asked.
public enum ConsultationRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownConsultation(String)
  case noPublishedForm(String)
  case alreadyOpened
  case neverOpened
  case archived
  case deadlineInThePast(Date)
  case deadlineNotLater(Date)
  case reasonMissing
  case notOpen
  case stillOpen(until: Date)
  case unknownDuty(String)
  case unknownAction(String)
  case missing(String)
  case tooLong(String, limit: Int, found: Int)
  case notDue(Date?)
  case alreadyPurged
  /// A part that works with this one could not do what it should.
  case elsewhere(String)
  case ledger(LedgerError)

  /// The reason, and what to do.
  public var description: String {
    switch self {
    case .unknownConsultation(let id):
      "The plan has no consultation “\(id)”. Choose one from the list."
    case .noPublishedForm(let form):
      "The form “\(form)” is not published. Publish it first, so that people have questions to answer."
    case .alreadyOpened: "It has been opened already. To give people more time, extend it."
    case .neverOpened: "It has not been opened yet. Open it first."
    case .archived: "It is archived, which cannot be undone. Start a new consultation instead."
    case .deadlineInThePast: "That day is over. Choose today or a later day."
    case .deadlineNotLater: "The new last day must be after the one it has now."
    case .reasonMissing: "Give a reason. It goes on the public record."
    case .notOpen: "It is not open, so it cannot be closed."
    case .stillOpen: "It is still open. Close it, or wait for its last day."
    case .unknownDuty(let id):
      "There is no duty “\(id)” in the checklist. Choose one from the list."
    case .unknownAction(let id): "There is no action “\(id)”. Look at the list again."
    case .missing(let what): "Give \(what)."
    case .tooLong(let what, let limit, let found):
      "\(what) can be \(limit) characters at most; this has \(found). Make it shorter."
    case .notDue(nil): "Nothing is due: it has not closed yet."
    case .notDue: "It is not due yet. Personal data is kept until the day the rule says."
    case .alreadyPurged: "The personal data was erased already. See the certificate."
    case .elsewhere(let reason): "This could not be finished: \(reason). Try again."
    case .ledger(let error): error.description
    }
  }
}
