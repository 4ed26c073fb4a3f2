// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Why a response cannot be taken, in words for the person who sends or keys it.
public enum ResponseProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such consultation, or it never opened.
  case notOpenYet
  /// The deadline has passed, or it was closed.
  case closed
  /// The form that it asks has not been published.
  case noForm
  /// The draft is not there: it was sent and finished, or deleted, or never was.
  case noDraft
  /// There is no response with that number or id.
  case noResponse(String)
  /// The paper of this number was keyed already.
  case paperKnown(number: String, publicID: String)
  /// The second operator is the first.
  case sameOperator
  /// A paper is keyed twice, not more often.
  case keyedTwiceAlready
  /// A reason is needed and was not given.
  case reasonMissing
  /// A batch or paper number is not made of the signs that are allowed.
  case badLabel(String)
  /// The day on which the paper came in is not within the consultation.
  case cameInOutside
  /// The ledger could not do it.
  case ledger(LedgerError)

  /// The reason, with what to do.
  public var description: String {
    switch self {
    case .notOpenYet: "This consultation is not open for answers yet."
    case .closed: "This consultation has closed. It takes no more answers."
    case .noForm: "The form of this consultation has not been published yet."
    case .noDraft: "There is no response at this address. Start a new one."
    case .noResponse(let name): "There is no response “\(name)” in this consultation."
    case .paperKnown(let number, let publicID):
      "Paper \(number) was keyed already, as \(publicID). Check the number on the paper."
    case .sameOperator:
      "You keyed this paper yourself. The second keying must be by another person."
    case .keyedTwiceAlready: "This paper was keyed twice already."
    case .reasonMissing: "Say why, in a few words."
    case .badLabel(let found):
      "“\(found)” can’t be used. Use letters, digits, spaces and hyphens, 40 at most."
    case .cameInOutside:
      "The day must be one on which the consultation was open, and not after today."
    case .ledger(let error): error.description
    }
  }

  /// Runs something that the ledger may refuse.
  @discardableResult
  static func passing<Result>(
    _ work: () async throws(LedgerError) -> Result
  ) async throws(ResponseProblem) -> Result {
    do {
      return try await work()
    } catch {
      throw .ledger(error)
    }
  }
}
