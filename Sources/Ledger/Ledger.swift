// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB
import Synchronization

/// Everything that happened, in order, in one SQLite file: events are added and never changed.
///
/// An acknowledged event is on disk. Each entry carries the digest of the one before, so that a
/// change to the past shows.
public final class Ledger: Sendable {
  let file: String
  let pool: DatabasePool
  let clock: @Sendable () -> Date
  let states = Mutex<[ObjectIdentifier: KeptState]>([:])

  /// A fold as far as it was worked out.
  struct KeptState: Sendable {
    let sequence: Int64
    let state: any Fold
  }

  /// Opens the ledger in a file, and makes it when there is none.
  ///
  /// - Parameter clock: the time of new entries.
  /// - Throws: `LedgerError.unavailable`.
  public init(
    file: String, clock: @escaping @Sendable () -> Date = { Date() }
  ) throws(LedgerError) {
    self.file = file
    self.clock = clock
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      pool = try DatabasePool(path: file, configuration: configuration)
      try pool.write { try LedgerTables.make($0) }
    } catch {
      throw .unavailable(file: file, reason: "\(error)")
    }
  }

  /// Appends events, all of them or none, and returns when they are on disk.
  ///
  /// - Throws: `LedgerError`; nothing was recorded then.
  @discardableResult
  public func append(_ drafts: [Draft]) async throws(LedgerError) -> [Receipt] {
    do {
      let now = clock()
      return try await pool.write { database in
        try drafts.map { try LedgerTables.append($0, at: now, database) }
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  /// Appends one event, and returns when it is on disk.
  ///
  /// - Throws: `LedgerError`; nothing was recorded then.
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

  /// The state of a fold after everything that has happened.
  ///
  /// - Throws: `LedgerError.unreadable` when an event cannot be read.
  public func state<State: Fold>(_: State.Type) throws(LedgerError) -> State {
    let key = ObjectIdentifier(State.self)
    let kept = states.withLock { $0[key] }
    var state = (kept?.state as? State) ?? State()
    let entries = try entries(family: State.Event.family, after: kept?.sequence ?? 0)
    guard let last = entries.last else { return state }
    for entry in entries { state.apply(try EventCoding.decode(State.Event.self, entry), entry) }
    let result = state
    states.withLock { $0[key] = KeptState(sequence: last.sequence, state: result) }
    return result
  }

  /// The state of a fold as it was at a time.
  ///
  /// - Throws: `LedgerError.unreadable` when an event cannot be read.
  public func state<State: Fold>(
    _: State.Type, asOf time: Date
  ) throws(LedgerError) -> State {
    var state = State()
    for entry in try entries(family: State.Event.family) where entry.time <= time {
      state.apply(try EventCoding.decode(State.Event.self, entry), entry)
    }
    return state
  }

  /// The entries of a family, or all, in order.
  ///
  /// - Throws: `LedgerError`.
  public func entries(
    family: String? = nil, after sequence: Int64 = 0
  ) throws(LedgerError) -> [Entry] {
    do {
      return try pool.read { try LedgerTables.entries(family, after: sequence, $0) }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  /// The text of a content, or nil when it was erased or never was.
  ///
  /// - Throws: `LedgerError`.
  public func content(_ id: String) throws(LedgerError) -> String? {
    try contents([id])[id]
  }

  /// The texts of many contents by id; those that were erased are left out.
  ///
  /// - Throws: `LedgerError`.
  public func contents(_ ids: [String]) throws(LedgerError) -> [String: String] {
    do {
      return try pool.read { database in
        var texts: [String: String] = [:]
        let statement = try database.cachedStatement(
          sql: "SELECT text FROM content WHERE id = ? AND text IS NOT NULL")
        for id in ids { texts[id] = try String.fetchOne(statement, arguments: [id]) }
        return texts
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }

  /// Erases texts beside the chain, for good, together with the event that says why.
  ///
  /// - Throws: `LedgerError`; nothing was erased then.
  public func erase(_ ids: [String], saying draft: Draft) async throws(LedgerError) {
    do {
      let now = clock()
      try await pool.write { database in
        for id in ids {
          try database.execute(
            sql: "UPDATE content SET text = NULL, salt = NULL WHERE id = ?", arguments: [id])
        }
        _ = try LedgerTables.append(draft, at: now, database)
      }
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }
}

extension LedgerError {
  static func of(_ error: any Error, file: String) -> LedgerError {
    if let own = error as? LedgerError { return own }
    guard let error = error as? DatabaseError else { return .failed("\(error)") }
    return switch error.resultCode {
    case .SQLITE_FULL: .diskFull(file: file)
    case .SQLITE_READONLY: .readOnly(file: file)
    default: .failed(error.message ?? "\(error)")
    }
  }
}
