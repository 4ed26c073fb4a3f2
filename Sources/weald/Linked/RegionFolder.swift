// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Stewardship
import Synchronization
import SyntheticRegion

/// Writes a made-up region as a folder: what eight sources have on record, their contacts, and the truth.
struct RegionFolder {
  private let folder: FolderOutput
  private let region: SyntheticRegion
  private let threads: Int

  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  init(_ path: String, _ region: SyntheticRegion, threads: Int) throws(FileError) {
    folder = try FolderOutput(path, marker: SyntheticFolder.marker)
    self.region = region
    self.threads = threads
  }

  /// Writes all files and puts the folder in its place; a failure leaves nothing behind.
  func fill(progress: (Int) -> Void) throws -> RegionSummary {
    do {
      let summary = try files(progress)
      try folder.putInPlace()
      return summary
    } catch {
      folder.abandon()
      throw error
    }
  }

  private func files(_ progress: (Int) -> Void) throws -> RegionSummary {
    var summary = RegionSummary(region)
    let streams = try RegionStreams(folder)
    for first in stride(from: 0, to: region.pieceCount, by: threads) {
      let batch = first..<min(region.pieceCount, first + threads)
      for piece in pieces(batch) {
        try streams.write(piece)
        summary.add(piece)
      }
      progress(batch.upperBound)
    }
    try streams.close()
    try folder.write(RegionFile.conditions, to: "reference/conditions.csv")
    try folder.write(RegionFile.areas, to: "reference/areas.csv")
    for file in ExampleRegister.files(datasets: RegionSource.allCases.map(\.rawValue)) {
      try folder.write(file.text, to: "register/" + file.name)
    }
    try folder.write(RegionReadme.text(summary), to: "README.md")
    return summary
  }

  /// Pieces side by side, handed out in their order.
  private func pieces(_ batch: Range<Int>) -> [RegionPiece] {
    let made = Mutex<[Int: RegionPiece]>([:])
    DispatchQueue.concurrentPerform(iterations: batch.count) { place in
      let piece = region.piece(batch.lowerBound + place)
      made.withLock { $0[place] = piece }
    }
    return made.withLock { made in batch.indices.compactMap { made[$0 - batch.lowerBound] } }
  }
}

/// The big files of a region, open.
private struct RegionStreams {
  private let records: [StreamedFile]
  private let contacts: [StreamedFile]
  private let truth: StreamedFile

  init(_ folder: FolderOutput) throws(FileError) {
    var (records, contacts): ([StreamedFile], [StreamedFile]) = ([], [])
    for source in RegionSource.allCases {
      records.append(try folder.open("sources/\(source.rawValue).csv"))
      contacts.append(try folder.open("events/\(source.rawValue).csv"))
    }
    truth = try folder.open("truth.csv")
    for file in records { try file.write(Array(RegionFile.recordHeader.utf8)) }
    for file in contacts { try file.write(Array(RegionFile.contactHeader.utf8)) }
    try truth.write(Array(RegionFile.truthHeader.utf8))
    (self.records, self.contacts) = (records, contacts)
  }

  func write(_ piece: RegionPiece) throws(FileError) {
    for (file, bytes) in zip(records, piece.records) { try file.write(bytes) }
    for (file, bytes) in zip(contacts, piece.contacts) { try file.write(bytes) }
    try truth.write(piece.truth)
  }

  func close() throws(FileError) {
    for file in records + contacts + [truth] { try file.close() }
  }
}
