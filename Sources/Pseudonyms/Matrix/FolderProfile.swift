// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import RecordFiles

/// What the tables of a folder hold, in counts; in clear or under pseudonyms.
public struct FolderProfile: Sendable {
  let datasets: [DatasetProfile]
  /// The codes that the folder's reference knows; nil when it has none.
  let knownCodes: Set<String>?

  /// The names of the datasets.
  public var names: [String] { datasets.map(\.dataset) }

  /// Reads all tables of a folder.
  ///
  /// - Throws: `PlanError` when one of them cannot be read.
  public static func read(folder: String) throws -> FolderProfile {
    let submission = try Submission(folder: folder)
    var profiles: [String: DatasetProfile] = [:]
    for (tables, isOfContacts) in [(submission.sources, false), (submission.events, true)] {
      for table in tables {
        var profile = profiles[table.source] ?? DatasetProfile(table.source)
        try profile.take(table, isOfContacts: isOfContacts)
        profiles[table.source] = profile
      }
    }
    return FolderProfile(
      datasets: profiles.keys.sorted().compactMap { profiles[$0] },
      knownCodes: try knownCodes(submission))
  }

  private static func knownCodes(_ submission: Submission) throws(PlanError) -> Set<String>? {
    guard let path = submission.references.first(where: { $0.hasSuffix("/conditions.csv") }),
      let data = FileManager.default.contents(atPath: path)
    else { return nil }
    let csv = CSVRecords(bytes: Array(data), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard let header = csv.records.first?.cells, let column = header.firstIndex(of: "codes") else {
      return nil
    }
    return Set(
      csv.records.dropFirst().filter { $0.cells.count > column }.flatMap { record in
        record.cells[column].split(separator: ";").map(String.init)
      })
  }
}

extension DatasetProfile {
  /// Counts what a table holds.
  mutating func take(_ table: Submission.Table, isOfContacts: Bool) throws {
    let reader = try LinePieces(table.path)
    let workers = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in
      ProfileWorker(table.source, header: reader.header, isOfContacts: isOfContacts)
    }
    var identities: [UInt64] = []
    var contents: [UInt64] = []
    try PieceStream(workers: workers).run(reader) { result in
      identities += result.identities
      contents += result.numbers
    }
    for worker in workers { add(worker.profile) }
    if isOfContacts {
      hasContacts = true
      repeatedContacts = max(repeats(in: identities), repeats(in: contents))
    } else {
      repeatedRecords = repeats(in: identities)
    }
  }
}
