// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// What a kind of file holds, and how its layout came about.
struct DatabaseLayout: Sendable {
  /// The kind in words, as in "a ledger".
  let name: String
  /// The mark of the kind in the file's header.
  let mark: Int
  /// The newest layout that this program knows.
  let version: Int
  /// Brings a file from an older layout (0 for an empty file) to the newest.
  let bring: @Sendable (Database, _ from: Int) throws -> Void
}

/// Opens database files so that what is acknowledged is on disk and what is erased is gone.
enum DatabaseFile {
  /// Opens a file, and makes it when there is none.
  static func open(
    _ file: String, _ layout: DatabaseLayout, seconds: Double
  ) throws(LedgerError) -> DatabasePool {
    try DatabaseHeader.check(file, layout)
    let end = Date().addingTimeInterval(seconds)
    while true {
      do {
        return try opened(file, layout, seconds: seconds)
      } catch {
        let problem = LedgerError.of(error, file: file, seconds: seconds)
        // Two programs that make a file at once can meet without SQLite waiting for either.
        guard case .busy = problem, Date() < end else { throw problem }
        usleep(20_000)
      }
    }
  }

  private static func opened(
    _ file: String, _ layout: DatabaseLayout, seconds: Double
  ) throws -> DatabasePool {
    let pool = try DatabasePool(path: file, configuration: configuration(seconds: seconds))
    try pool.writeWithoutTransaction { database in
      // Turning on the write-ahead log sets NORMAL, under which a power cut may lose commits.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try bring(database, file, layout)
    }
    return pool
  }

  private static func configuration(seconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(seconds)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = 0;
          """)
    }
    return configuration
  }

  private static func bring(
    _ database: Database, _ file: String, _ layout: DatabaseLayout
  ) throws {
    if try version(database, file, layout) == layout.version { return }
    try database.inTransaction(.immediate) {
      let found = try version(database, file, layout)
      if found == layout.version { return .commit }
      try layout.bring(database, found)
      try database.execute(
        sql: """
          PRAGMA application_id = \(layout.mark);
          PRAGMA user_version = \(layout.version);
          """)
      return .commit
    }
  }

  private static func version(
    _ database: Database, _ file: String, _ layout: DatabaseLayout
  ) throws -> Int {
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    try DatabaseHeader.check(mark: mark, version: version, file, layout)
    return version
  }
}

/// The first bytes of a database file, read without opening it, so that a wrong file stays as it is.
enum DatabaseHeader {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Refuses a file that is no database, is of another kind, or is of a later layout.
  static func check(_ file: String, _ layout: DatabaseLayout) throws(LedgerError) {
    guard let handle = FileHandle(forReadingAtPath: file) else { return }
    defer { try? handle.close() }
    let bytes = Array((try? handle.read(upToCount: 100)) ?? Data())
    // An empty file is a database in which nothing is yet.
    if bytes.isEmpty { return }
    guard bytes.count == 100, Array(bytes[0..<16]) == magic else {
      throw .wrongFile(file: file, expected: layout.name)
    }
    try check(mark: number(bytes, 68), version: number(bytes, 60), file, layout)
  }

  static func check(
    mark: Int, version: Int, _ file: String, _ layout: DatabaseLayout
  ) throws(LedgerError) {
    guard mark == layout.mark || (mark == 0 && version == 0) else {
      throw .wrongFile(file: file, expected: layout.name)
    }
    if version > layout.version {
      throw .newer(file: file, found: version, known: layout.version)
    }
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension DatabaseFile {
  /// Opens a file that must be there, for reading only.
  static func reader(
    _ file: String, _ layout: DatabaseLayout
  ) throws(LedgerError) -> DatabaseQueue {
    guard access(file, F_OK) == 0 else { throw .unavailable(file: file, reason: "no such file") }
    guard access(file, R_OK) == 0 else {
      throw .unavailable(file: file, reason: "this program has no right to read it")
    }
    try DatabaseHeader.check(file, layout)
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.read { database in
        let version = try version(database, file, layout)
        guard version == layout.version else {
          throw LedgerError.wrongFile(file: file, expected: "\(layout.name) of the present layout")
        }
      }
      return queue
    } catch {
      throw LedgerError.of(error, file: file)
    }
  }
}
