// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

extension ResponseDesk {
  /// The longest reason, in characters.
  public static let reasonLimit = 500

  /// Marks a response as one to look at; it stays counted.
  ///
  /// - Throws: `ResponseProblem.reasonMissing`, `.noResponse`.
  public func flag(
    _ id: String, to consultation: String, _ flag: ResponseFlag, reason: String, by author: Author
  ) async throws(ResponseProblem) {
    let record = try record(id, to: consultation)
    guard !record.response.flags.contains(flag) else { return }
    let reason = try checked(reason)
    try await append(.flagged(response: id, flag: flag, reason: reason), consultation, author)
  }

  /// Leaves a response out of the tables "excluding flagged", for a reason that is kept.
  ///
  /// - Throws: `ResponseProblem.reasonMissing`, `.noResponse`.
  public func exclude(
    _ id: String, from consultation: String, reason: String, by author: Author
  ) async throws(ResponseProblem) {
    guard try record(id, to: consultation).exclusion == nil else { return }
    let reason = try checked(reason)
    try await append(.excluded(response: id, reason: reason), consultation, author)
  }

  /// Takes a response back into the tables, for a reason that is kept.
  ///
  /// - Throws: `ResponseProblem.reasonMissing`, `.noResponse`.
  public func reinstate(
    _ id: String, in consultation: String, reason: String, by author: Author
  ) async throws(ResponseProblem) {
    guard try record(id, to: consultation).exclusion != nil else { return }
    let reason = try checked(reason)
    try await append(.reinstated(response: id, reason: reason), consultation, author)
  }

  private func checked(_ reason: String) throws(ResponseProblem) -> String {
    let text = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw .reasonMissing }
    return String(text.prefix(Self.reasonLimit))
  }

  private func append(
    _ event: ResponseEvent, _ consultation: String, _ author: Author
  ) async throws(ResponseProblem) {
    try await ResponseProblem.passing { () async throws(LedgerError) in
      try await data.ledger.append(event, subject: consultation, by: author)
    }
  }
}
