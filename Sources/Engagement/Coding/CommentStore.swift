// SPDX-License-Identifier: Apache-2.0

import Analysis
import Foundation
public import Ledger
import Synchronization

/// The comments of every consultation in memory, so that any filter answers at once.
public final class CommentStore: Sendable {
  private let ledger: Ledger
  private let shelves = Mutex<[String: CommentShelf]>([:])

  /// A store over a ledger; comments are read when they are first asked for.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  func append(_ drafts: [Draft]) async throws(LedgerError) { try await ledger.append(drafts) }

  /// What a body makes of the comments of a consultation, up to the last event.
  ///
  /// - Throws: `LedgerError`.
  public func with<Result: Sendable>(
    _ consultation: String, _ body: (CommentShelf) -> Result
  ) throws(LedgerError) -> Result {
    try changing(consultation) { body($0) }
  }

  private func changing<Value: Sendable>(
    _ consultation: String, _ body: (inout CommentShelf) -> Value
  ) throws(LedgerError) -> Value {
    let outcome: Result<Value, LedgerError> = shelves.withLock { shelves in
      // Taken out while it changes, so that nothing of it is copied.
      var shelf = shelves.removeValue(forKey: consultation) ?? CommentShelf(consultation)
      do throws(LedgerError) {
        try shelf.refresh(ledger)
      } catch {
        return .failure(error)
      }
      let result = body(&shelf)
      shelves[consultation] = shelf
      return .success(result)
    }
    return try outcome.get()
  }

  /// A page of the comments that a filter finds.
  ///
  /// - Throws: `LedgerError`.
  public func page(
    _ consultation: String, _ filter: CommentFilter, offset: Int = 0, limit: Int = 50
  ) throws(LedgerError) -> CommentResults {
    try changing(consultation) { shelf in
      if filter.campaignOnce { shelf.findCopies() }
      return shelf.page(filter, offset: offset, limit: limit)
    }
  }

  /// Where a comment is among those that a filter finds, with the one before and the one after.
  ///
  /// - Throws: `LedgerError`.
  public func neighbours(
    _ consultation: String, _ filter: CommentFilter, of comment: CommentID
  ) throws(LedgerError) -> Neighbours? {
    try changing(consultation) { shelf in
      if filter.campaignOnce { shelf.findCopies() }
      let places = shelf.places(filter)
      guard let place = places.firstIndex(where: { shelf.comments[$0].id == comment }) else {
        return nil
      }
      let before = place > 0 ? shelf.comments[places[place - 1]].id : nil
      let after = place + 1 < places.count ? shelf.comments[places[place + 1]].id : nil
      return Neighbours(place: place + 1, total: places.count, before: before, after: after)
    }
  }

  /// The next comment and the one before, within a filter.
  public struct Neighbours: Sendable, Equatable {
    /// From 1.
    public let place: Int
    /// How many there are in all.
    public let total: Int
    /// The one in front of it.
    public let before: CommentID?
    /// The one behind it.
    public let after: CommentID?
  }

  /// The values by which comments can be filtered.
  ///
  /// - Throws: `LedgerError`.
  public func choices(_ consultation: String) throws(LedgerError) -> Choices {
    try with(consultation) { shelf in
      Choices(
        questions: Set(shelf.values(of: .question).keys), areas: Set(shelf.values(of: .area).keys),
        types: Set(shelf.values(of: .respondentType).keys),
        channels: Set(shelf.values(of: .channel).keys), flags: Set(shelf.values(of: .flag).keys))
    }
  }

  /// Values that at least one comment has.
  public struct Choices: Sendable, Equatable {
    /// By question.
    public let questions: Set<String>
    /// By area.
    public let areas: Set<String>
    /// By kind of respondent.
    public let types: Set<String>
    /// By the way it came.
    public let channels: Set<String>
    /// Why it deserves a second look.
    public let flags: Set<String>

    /// The accounts that gave codes.
    public var coders: [String] {
      let mark = CommentMarks.coder("")
      return flags.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }.sorted()
    }
  }

  /// How much is read and coded, and by whom.
  ///
  /// - Throws: `LedgerError`.
  public func progress(_ consultation: String) throws(LedgerError) -> CodingProgress {
    try with(consultation) { CodingProgress($0) }
  }
}

/// How much of the comments is read and coded.
public struct CodingProgress: Sendable, Equatable {
  /// The comments.
  public let comments: Int
  /// How many have a code.
  public let coded: Int
  /// How many somebody has read.
  public let read: Int
  /// How many wait to be coded again.
  public let toRecode: Int
  /// How many each account has read, the most first.
  public let readers: [Reader]

  /// An account and how many comments it has read.
  public struct Reader: Sendable, Equatable {
    /// The account.
    public let account: String
    /// How many.
    public let count: Int
  }

  init(_ shelf: CommentShelf) {
    var counts: [String: Int] = [:]
    var (coded, read, toRecode) = (0, 0, 0)
    for comment in shelf.comments {
      guard let coding = shelf.coding.comments[comment.id] else { continue }
      if !coding.codes.isEmpty { coded += 1 }
      if !coding.readBy.isEmpty { read += 1 }
      if !coding.toRecode.isEmpty { toRecode += 1 }
      for reader in coding.readBy { counts[reader, default: 0] += 1 }
    }
    comments = shelf.comments.count
    (self.coded, self.read, self.toRecode) = (coded, read, toRecode)
    readers = counts.map { Reader(account: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.account) < ($0.count, $1.account) }
  }
}
