// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB
import Synchronization

/// Everything that happened, in order, in one SQLite file: events are added and never changed.
///
/// An acknowledged event is on disk. Each entry carries the digest of the one before, so that a
/// change to the past shows. Several tasks and several programs may use one file at once.
public final class Ledger: Sendable {
  let file: String
  let pool: DatabasePool
  let writer: GroupWriter
  let clock: @Sendable () -> Date
  let keepers = Mutex<[ObjectIdentifier: any Sendable]>([:])
  private let note: @Sendable (LedgerNote) -> Void
  private let isBehind = Mutex(false)

  /// Opens the ledger in a file, and makes it when there is none.
  ///
  /// - Parameters:
  ///   - file: where the file is.
  ///   - clock: the time of new entries.
  ///   - patience: how many seconds to wait for another program that is writing.
  ///   - note: told of what is no failure but worth knowing, such as a clock that was put back.
  /// - Throws: `LedgerError`; nothing was changed then.
  public init(
    file: String, clock: @escaping @Sendable () -> Date = { Date() }, patience: Double = 10,
    note: @escaping @Sendable (LedgerNote) -> Void = { _ in }
  ) throws(LedgerError) {
    self.file = file
    self.clock = clock
    self.note = note
    pool = try DatabaseFile.open(file, .ledger, seconds: patience)
    writer = GroupWriter(pool, file: file, seconds: patience)
  }

  /// Appends events, all of them or none, and returns when they are on disk.
  ///
  /// What many tasks append at once goes to the disk together. It is done even when the task that
  /// waits for it is cancelled.
  /// - Throws: `LedgerError`; nothing was recorded then, unless it is `diskFault`.
  @discardableResult
  public func append(_ drafts: [Draft]) async throws(LedgerError) -> [Receipt] {
    if drafts.isEmpty { return [] }
    return try await writer.write { [self] database in
      let table = table(database)
      return try drafts.map { try table.append($0) }
    }
  }

  /// Appends one event, and returns when it is on disk.
  ///
  /// - Throws: `LedgerError`; nothing was recorded then, unless it is `diskFault`.
  @discardableResult
  public func append<Event: EventFamily>(
    _ event: Event, subject: String, by author: Author, token: String? = nil,
    contents: [Content] = []
  ) async throws(LedgerError) -> Receipt {
    let draft = try Draft(event, subject: subject, by: author, token: token, contents: contents)
    let receipts = try await append([draft])
    guard let receipt = receipts.first else { throw .failed("no receipt for one event") }
    return receipt
  }

  /// The entries of a family, or all, in order.
  ///
  /// - Throws: `LedgerError`.
  public func entries(
    family: String? = nil, after sequence: Int64 = 0
  ) throws(LedgerError) -> [Entry] {
    try read { try EntryRange(family: family, after: sequence).entries($0) }
  }

  /// The entries of a family, or all, up to a time; those of that very millisecond are among them.
  ///
  /// - Throws: `LedgerError`.
  public func entries(
    family: String? = nil, after sequence: Int64 = 0, asOf time: Date
  ) throws(LedgerError) -> [Entry] {
    try read { try EntryRange(family: family, after: sequence, asOf: time).entries($0) }
  }

  /// Reads from one state of the file, whatever is written meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try pool.read(body) } catch { throw LedgerError.of(error, file: file) }
  }

  /// What appends in a transaction, at the present time.
  func table(_ database: Database) -> ChainTable {
    let now = clock()
    isBehind.withLock { $0 = $0 && LedgerTime.text(now) < lastTime(database) }
    return ChainTable(database: database, now: now) { [self] seconds in
      let wasBehind = isBehind.withLock { isBehind in
        defer { isBehind = true }
        return isBehind
      }
      if !wasBehind { note(.clockIsBehind(file: file, seconds: seconds)) }
    }
  }

  private func lastTime(_ database: Database) -> String {
    (try? ChainEnd.read(database).time) ?? ""
  }
}

/// What is no failure but worth knowing.
public enum LedgerNote: Sendable, Equatable, CustomStringConvertible {
  /// The clock shows an earlier time than the last entry has. Entries get the time of that last
  /// entry until the clock has caught up. Said once each time that it falls behind.
  case clockIsBehind(file: String, seconds: Double)

  /// The note in words for the one who runs the program.
  public var description: String {
    switch self {
    case .clockIsBehind(let file, let seconds):
      "The clock is \(seconds) seconds behind the last entry of \(file). New entries are "
        + "recorded with the time of that entry until the clock has caught up. Nothing is lost. "
        + "Check the clock of this computer."
    }
  }
}

extension EntryRange {
  func entries(_ database: Database) throws -> [Entry] {
    var entries: [Entry] = []
    let rows = try cursor(database)
    while let row = try rows.next() { entries.append(row.entry) }
    return entries
  }
}
