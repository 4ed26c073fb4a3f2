// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Recomputes a chain a page of entries at a time, so that memory stays bounded and no reader holds
/// the file for long.
struct Verifier {
  private static let page: Int64 = 2000
  let reader: any DatabaseReader
  let file: String
  let anchor: Anchor?
  private var result = Verification()
  private var lastTime = ""
  private var erasures = ErasureRecords()

  init(_ reader: any DatabaseReader, file: String, anchor: Anchor?) {
    self.reader = reader
    self.file = file
    self.anchor = anchor
  }

  /// The outcome; `progress` hears how many entries are done, and of how many.
  mutating func verify(
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws(LedgerError) -> Verification {
    do {
      let total = Int(try reader.read { try ChainEnd.sequence($0) })
      progress(0, total)
      while try verifyPage() { progress(result.entries, max(total, result.entries)) }
      checkEnd()
      if result.problem == nil { try checkFile() }
      progress(result.entries, max(total, result.entries))
    } catch {
      try note(error)
    }
    return result
  }

  /// A damaged file is an outcome; a lock or a missing right is not.
  private mutating func note(_ error: any Error) throws(LedgerError) {
    let problem = LedgerError.of(error, file: file)
    switch problem {
    case .damaged, .unreadable, .diskFault:
      result.problem = ChainProblem(
        sequence: result.end.sequence + 1, kind: .unreadable, explanation: problem.description)
    default: throw problem
    }
  }

  private mutating func verifyPage() throws -> Bool {
    let before = result.entries
    try reader.read { database in
      let range = EntryRange(after: result.end.sequence, limit: Verifier.page)
      let rows = try range.cursor(database)
      while result.problem == nil, let row = try rows.next() {
        result.problem = try problem(row, database)
        if result.problem == nil { accept(row) }
      }
    }
    return result.problem == nil && result.entries > before
  }

  private mutating func accept(_ row: EntryRow) {
    result.entries += 1
    result.end = Anchor(sequence: row.sequence, digest: row.digest)
    result.last = LedgerTime.date(row.time)
    if result.first == nil { result.first = result.last }
    lastTime = row.time
  }

  private mutating func problem(
    _ row: EntryRow, _ database: Database
  ) throws -> ChainProblem? {
    if let problem = chainProblem(row) { return problem }
    for reference in ReferenceScanner.references(row.payload) {
      let check = ContentCheck(reference: reference, entry: row.sequence, database: database)
      switch try check.outcome(&erasures) {
      case .agrees: result.contents += 1
      case .erased: result.erased += 1
      case .wrong(let problem): return problem
      }
    }
    return nil
  }

  private func chainProblem(_ row: EntryRow) -> ChainProblem? {
    let end = result.end
    func problem(_ kind: ChainProblem.Kind, _ explanation: String) -> ChainProblem {
      ChainProblem(sequence: row.sequence, kind: kind, explanation: explanation)
    }
    if row.sequence != end.sequence + 1 {
      return problem(
        .gap, "follows entry \(end.sequence); entry \(end.sequence + 1) was expected.")
    }
    if row.previous != end.digest {
      return problem(
        .previous, "says that the digest before it is \(row.previous); it is \(end.digest).")
    }
    let digest = ChainDigest.of(row)
    if row.digest != digest {
      return problem(.digest, "carries the digest \(row.digest); what it says gives \(digest).")
    }
    if LedgerTime.parsed(row.time) == nil || row.time < lastTime {
      return problem(.time, "has the time \(row.time); the one before has \(lastTime).")
    }
    if let anchor, anchor.sequence == row.sequence, anchor.digest != row.digest {
      return problem(.anchor, "has the digest \(row.digest); the anchor says \(anchor.digest).")
    }
    return nil
  }

  /// Folds find their entries through an index, so an index that is damaged would lose events.
  private mutating func checkFile() throws {
    let outcome = try reader.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
    guard let outcome, outcome != "ok" else { return }
    result.problem = ChainProblem(
      sequence: 0, kind: .file, explanation: "SQLite finds it damaged: \(outcome).")
  }

  private mutating func checkEnd() {
    guard result.problem == nil, let anchor, anchor.sequence > result.end.sequence else { return }
    result.problem = ChainProblem(
      sequence: result.end.sequence + 1, kind: .cutOff,
      explanation: "is not there, nor any after it; the anchor says that there were "
        + "\(anchor.sequence) entries.")
  }
}
