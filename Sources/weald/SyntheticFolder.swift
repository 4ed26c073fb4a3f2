// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import SyntheticSystem

/// A folder of made-up activity that appears whole or not at all.
///
/// Rows are made and written some thousands at a time, so that memory does not grow with the files.
struct SyntheticFolder {
  static let marker = ".weald-synthetic"
  private static let rowsAtOnce = 20_000
  private let folder: FolderOutput
  private let onlyTotals: Bool

  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  init(_ path: String, onlyTotals: Bool) throws(FileError) {
    folder = try FolderOutput(path, marker: Self.marker)
    self.onlyTotals = onlyTotals
  }

  /// Writes all files and puts the folder in its place; a failure leaves nothing behind.
  func fill(
    with system: SyntheticSystem, progress: (String) -> Void
  ) throws -> SyntheticSummary {
    do {
      let summary = try files(system, progress)
      try folder.putInPlace()
      return summary
    } catch {
      folder.abandon()
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
      try folder.write(text, to: name)
    }
    try AtomicFile.write(
      JSONEncoder.readable(SyntheticPackage(summary, onlyTotals: onlyTotals)),
      to: folder.path("datapackage.json"))
    return summary
  }

  /// Makes the rows of a file, adds them up and writes them unless totals are all that is wanted.
  private func write(
    _ rows: some SyntheticRows, _ totals: inout ActivityTotals, _ summary: inout SyntheticSummary,
    _ progress: (String) -> Void
  ) throws {
    let stream = onlyTotals ? nil : try folder.open(rows.file.name)
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
    summary.files.append(.init(file: rows.file, rows: rows.count))
  }
}
