// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// Takes answers about equality: each page once, and into a file of their own.
public struct EqualityDesk: Sendable {
  static let kind = "equality"
  static let spentKind = "equality-page"
  static let turns = Turns()
  private let data: DataFolder

  /// That a page was sent: nothing is said of it but that.
  private struct Spent: Codable, Sendable {}

  /// A desk over a data folder.
  public init(_ data: DataFolder) { self.data = data }

  /// Keeps answers under a new random id, once for each page, and says whether they were new.
  ///
  /// The token of the page is made for it alone. Its digest is kept with the drafts, and the answers
  /// do not know it.
  ///
  /// - Throws: `LedgerError`; nothing was kept then.
  @discardableResult
  public func take(
    _ answers: EqualityAnswers, token: String
  ) async throws(LedgerError) -> Bool {
    guard !answers.answers.isEmpty else { return false }
    let spent = DraftKey.digest("equality\n\(token)")
    return try await Self.turns.run(for: spent) { () async throws(LedgerError) in
      guard try data.drafts.get(Spent.self, kind: Self.spentKind, id: spent) == nil else {
        return false
      }
      try await data.equality.put(answers, kind: Self.kind, id: RandomID.make())
      try await data.drafts.put(Spent(), kind: Self.spentKind, id: spent)
      return true
    }
  }

  /// Keeps the answers of many people at once, each under a new random id.
  ///
  /// - Throws: `LedgerError`; nothing was kept then.
  public func take(all answers: [EqualityAnswers]) async throws(LedgerError) {
    let records = answers.filter { !$0.answers.isEmpty }
      .map { PrivateRecord($0, id: RandomID.make()) }
    try await data.equality.put(records, kind: Self.kind)
  }

  /// Everything that was said to a consultation, in random order.
  ///
  /// - Throws: `LedgerError`.
  public func answers(to consultation: String) throws(LedgerError) -> [EqualityAnswers] {
    try data.equality.all(EqualityAnswers.self, kind: Self.kind).map(\.record)
      .filter { $0.consultation == consultation }
  }
}
