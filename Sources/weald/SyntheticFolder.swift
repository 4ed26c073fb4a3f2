// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import SyntheticSystem

/// A folder of made-up activity that appears whole or not at all.
///
/// Rows are made and written some thousands at a time, so that memory does not grow with the files.
struct SyntheticFolder {
  private static let marker = ".weald-synthetic"
  private static let rowsAtOnce = 20_000
  private let folder: String
  private let neighbour: String
  private let onlyTotals: Bool

  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  init(_ path: String, onlyTotals: Bool) throws(FileError) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let isFree = contents == nil && !FileManager.default.fileExists(atPath: folder)
    guard isFree || contents?.isEmpty == true || contents?.contains(Self.marker) == true else {
      throw FileError(
        path: path, reason: "something else is there; give a new folder or an empty one")
    }
    self.folder = folder
    self.onlyTotals = onlyTotals
    neighbour = folder + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: neighbour)
    try AtomicFile.write(
      "Made by weald. Replaced whole each time.\n", to: neighbour + "/" + Self.marker)
  }

  /// Writes all files and puts the folder in its place; a failure leaves nothing behind.
  func fill(
    with system: SyntheticSystem, progress: (String) -> Void
  ) throws -> SyntheticSummary {
    do {
      let summary = try files(system, progress)
      try putInPlace()
      return summary
    } catch {
      try? FileManager.default.removeItem(atPath: neighbour)
      throw error
    }
  }

  private func files(
    _ system: SyntheticSystem, _ progress: (String) -> Void
  ) throws -> SyntheticSummary {
    var totals = ActivityTotals()
    var summary = SyntheticSummary(seed: system.seed, scale: system.scale)
    try write(system.spells, &totals, &summary, progress)
    try write(system.outpatients, &totals, &summary, progress)
    try write(system.arrivals, &totals, &summary, progress)
    try write(system.otherCare, &totals, &summary, progress)
    summary.take(totals)
    for (name, text) in [
      ("demand/services.csv", SyntheticService.table(source: "synthetic-system")),
      ("demand/activity.csv", totals.table), ("demand/seasons.csv", Season.table),
      ("README.md", SyntheticReadme.text(summary, onlyTotals: onlyTotals)),
    ] {
      try AtomicFile.write(text, to: neighbour + "/" + name)
    }
    try AtomicFile.write(
      JSONEncoder.readable(SyntheticPackage(summary, onlyTotals: onlyTotals)),
      to: neighbour + "/datapackage.json")
    return summary
  }

  /// Makes the rows of a file, adds them up and writes them unless totals are all that is wanted.
  private func write(
    _ rows: some SyntheticRows, _ totals: inout ActivityTotals, _ summary: inout SyntheticSummary,
    _ progress: (String) -> Void
  ) throws {
    let path = neighbour + "/" + rows.file.name
    var stream = onlyTotals ? nil : try StreamedFile(path)
    try stream?.write(Array((rows.header + "\n").utf8))
    for block in rows.blocks(of: Self.rowsAtOnce) {
      if onlyTotals {
        for number in block { totals.add(rows.row(number)) }
      } else {
        try stream?.write(rows.lines(block, adding: &totals))
      }
      if block.upperBound == rows.count || block.upperBound % (10 * Self.rowsAtOnce) == 0 {
        progress("\(rows.file.rawValue): \(block.upperBound) of \(rows.count) rows")
      }
    }
    try stream?.close()
    stream = nil
    summary.files.append(.init(file: rows.file, rows: rows.count))
  }

  private func putInPlace() throws(FileError) {
    let old = folder + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    let wasThere = rename(folder, old) == 0
    guard rename(neighbour, folder) == 0 else {
      let reason = String(cString: strerror(errno))
      if wasThere { rename(old, folder) }
      throw FileError(path: folder, reason: reason)
    }
    if wasThere { try? FileManager.default.removeItem(atPath: old) }
  }
}

/// A file that is written piece by piece.
private struct StreamedFile {
  private let path: String
  private let handle: FileHandle

  init(_ path: String) throws(FileError) {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    do { try handle.write(contentsOf: bytes) } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }

  func close() throws(FileError) {
    do { try handle.close() } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }
}
