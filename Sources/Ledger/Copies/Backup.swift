// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB

extension DataFolder {
  /// Copies all four files to a new folder while the program goes on writing, and verifies the copy.
  ///
  /// The ledger is copied first, so that the stores hold at least what its events speak of. A
  /// backup holds personal data, also what is erased later: keep it as safe as the folder, and
  /// delete it in time.
  ///
  /// - Parameters:
  ///   - place: a folder that is not there yet.
  ///   - time: what the backup says of when it was made.
  ///   - progress: told the name of the file, how many of its pages are copied, and of how many.
  /// - Returns: what the backup says of itself.
  /// - Throws: `LedgerError`; there is no folder at `place` then.
  public func backup(
    to place: String, at time: Date = Date(),
    progress: @escaping (_ file: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(LedgerError) -> BackupManifest {
    if FileManager.default.fileExists(atPath: place) {
      throw .refused("\(place) is there already. Nothing was changed. Give a new name.")
    }
    return try NewFolder(place).fill { work in
      try copy(ledger.pool, to: work, DataFolder.FileName.ledger, progress)
      try copy(contacts.pool, to: work, DataFolder.FileName.contacts, progress)
      try copy(equality.pool, to: work, DataFolder.FileName.equality, progress)
      try copy(drafts.pool, to: work, DataFolder.FileName.drafts, progress)
      let manifest = try BackupCheck(folder: work).manifest(at: time)
      try manifest.write(folder: work)
      return manifest
    }
  }

  private func copy(
    _ source: DatabasePool, to folder: String, _ name: String,
    _ progress: @escaping (String, Int, Int) -> Void
  ) throws {
    let copy = try DatabaseQueue(path: folder + "/" + name)
    try source.backup(to: copy, pagesPerStep: 1024) { step in
      progress(name, step.completedPageCount, step.totalPageCount)
    }
    // One file without a log beside it, which can be read where nothing may be written.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }
}

/// Reads a copy of a data folder from beginning to end.
struct BackupCheck {
  let folder: String

  /// What the copy says of itself once every part of it was found right.
  func manifest(at time: Date) throws -> BackupManifest {
    let verification = try soundLedger(against: nil)
    var records: [String: Int] = [:]
    for name in DataFolder.FileName.stores { records[name] = try soundStore(name) }
    let files = try DataFolder.FileName.all.map { try FileFacts(folder: folder, name: $0) }
    return BackupManifest(time: time, anchor: verification.end, records: records, files: files)
  }

  /// Compares the copy with what it said of itself when it was made.
  func agree(with manifest: BackupManifest) throws {
    for name in DataFolder.FileName.all {
      guard let said = manifest.files.first(where: { $0.name == name }) else {
        throw LedgerError.damaged(
          file: folder, reason: "its \(BackupManifest.name) does not list \(name)")
      }
      let found = try FileFacts(folder: folder, name: name)
      guard found == said else {
        throw LedgerError.damaged(
          file: folder + "/" + name,
          reason:
            "it has \(found.bytes) bytes with the digest \(found.sha256); when the backup was "
            + "made it had \(said.bytes) with \(said.sha256)")
      }
    }
    _ = try soundLedger(against: manifest.anchor)
    for name in DataFolder.FileName.stores { _ = try soundStore(name) }
  }

  private func soundLedger(against anchor: Anchor?) throws -> Verification {
    let file = folder + "/" + DataFolder.FileName.ledger
    let verification = try Ledger.verify(file: file, against: anchor)
    if let problem = verification.problem {
      throw LedgerError.damaged(file: file, reason: "\(problem)")
    }
    return verification
  }

  private func soundStore(_ name: String) throws -> Int {
    let file = folder + "/" + name
    let queue = try DatabaseFile.reader(file, .records)
    return try queue.read { database in
      let outcome = try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? ""
      if outcome != "ok" { throw LedgerError.damaged(file: file, reason: outcome) }
      return try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM record") ?? 0
    }
  }
}
