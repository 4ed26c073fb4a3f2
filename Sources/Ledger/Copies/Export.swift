// SPDX-License-Identifier: Apache-2.0

public import Foundation
import GRDB

extension Ledger {
  /// Writes the entries to a new folder as a data package: `entries.csv`, and `datapackage.json`
  /// with its layout and digest (Frictionless Data, 2024, "Data Package", version 2).
  ///
  /// No text beside the chain is in it. Authors are there by their random ids, so it is
  /// pseudonymous, not anonymous. With its columns anybody can recompute the chain.
  ///
  /// - Parameters:
  ///   - place: a folder that is not there yet.
  ///   - time: leaves out what happened after that time.
  ///   - progress: told how many entries are written.
  /// - Returns: how many entries were written.
  /// - Throws: `LedgerError`; there is no folder at `place` then.
  @discardableResult
  public func export(
    to place: String, asOf time: Date? = nil, progress: (_ done: Int) -> Void = { _ in }
  ) throws(LedgerError) -> Int {
    if FileManager.default.fileExists(atPath: place) {
      throw .refused("\(place) is there already. Nothing was changed. Give a new name.")
    }
    return try NewFolder(place).fill { work in
      let (count, end) = try writeEntries(to: work + "/" + ExportPackage.table, time, progress)
      let facts = try FileFacts(folder: work, name: ExportPackage.table)
      let data = try ExportPackage(facts: facts, entries: count, end: end, asOf: time).json()
      try data.write(to: URL(fileURLWithPath: work + "/datapackage.json"))
      return count
    }
  }

  private func writeEntries(
    to path: String, _ time: Date?, _ progress: (Int) -> Void
  ) throws -> (count: Int, end: Anchor) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw LedgerError.ofNumber(errno, file: path) }
    defer { try? handle.close() }
    try handle.write(contentsOf: Data((ExportPackage.header + "\n").utf8))
    var end = Anchor(sequence: 0, digest: ChainDigest.origin)
    var count = 0
    while true {
      let range = EntryRange(after: end.sequence, asOf: time, limit: 2000)
      let rows = try read { try Array(range.cursor($0)) }
      guard let last = rows.last else { return (count, end) }
      let lines = rows.map { ExportPackage.line($0) + "\n" }
      try handle.write(contentsOf: Data(lines.joined().utf8))
      end = Anchor(sequence: last.sequence, digest: last.digest)
      count += rows.count
      progress(count)
    }
  }
}
