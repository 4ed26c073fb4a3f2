// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
import PlanPackage
import RecordFiles

/// Turns a submission into a folder of the same shape without a name or number of a person in it.
///
/// Reference for what is counted as quality: Lewer and others, “Data Resource: the Kent Integrated
/// Dataset”, International Journal of Population Data Science 3(1), 2018, for the tests that a
/// linked dataset of this kind makes of what it is sent.
public struct Pseudonymisation: Sendable {
  private let submission: Submission
  private let rules: PseudonymisationRules
  private let threads: Int
  private let progress: @Sendable (String) -> Void
  private let isOver: @Sendable () -> Bool

  /// Describes the work; nothing is read yet.
  ///
  /// `progress` is told of every table that is done; `isOver` says whether to stop early.
  public init(
    _ submission: Submission, rules: PseudonymisationRules, threads: Int? = nil,
    progress: @escaping @Sendable (String) -> Void = { _ in },
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.submission = submission
    self.rules = rules
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    self.progress = progress
    self.isOver = isOver
  }

  /// Writes the folder, and a file of rows that could not be used if there are any.
  ///
  /// - Returns: What was found in the submission.
  /// - Throws: `PlanError` when a table cannot be read; `FileError` when something cannot be
  ///   written; `CancellationError` when it is over early. Nothing is left behind then.
  public func write(to path: String, quarantine quarantinePath: String) throws
    -> SubmissionQuality
  {
    let places = try submission.places()
    let folder = try FolderOutput(path, marker: ".weald-pseudonyms", isForOwnerAlone: true)
    let quarantine = Quarantine(quarantinePath)
    do {
      var quality = SubmissionQuality()
      var left: Set<String> = []
      for table in submission.sources {
        let (found, ids) = try records(table, places, folder, quarantine)
        quality.sources.append(found)
        left.formUnion(ids)
      }
      for table in submission.events {
        quality.events.append(try events(table, left, folder, quarantine))
      }
      try truth(left, folder, quarantine)
      try small(quality, folder)
      try quarantine.putInPlace()
      try folder.putInPlace()
      return quality
    } catch {
      folder.abandon()
      quarantine.discard()
      throw error
    }
  }

  private func records(
    _ table: Submission.Table, _ places: [String: String], _ folder: FolderOutput,
    _ quarantine: Quarantine
  ) throws -> (SourceQuality, [String]) {
    let reader = try LinePieces(table.path, encoding: rules.encoding)
    let columns = FieldColumns(header: reader.header, names: submission.names)
    try check(columns, table)
    let workers = (0..<threads).map { _ in
      RecordWorker(rules, table.source, columns, places: places)
    }
    var quality = SourceQuality(source: table.source)
    quality.absentFields = SubmissionField.allCases.filter { columns.columns[$0] == nil }
      .map(\.rawValue)
    var left: [String] = []
    var doubles = Doubles()
    let file = try folder.open("sources/\(table.source).csv")
    try file.write(Array((SubmissionField.outputColumns.joined(separator: ",") + "\n").utf8))
    try PieceStream(workers: workers).run(reader) { result in
      guard !isOver() else { throw CancellationError() }
      try file.write(result.output)
      try quality.take(result, table.path, quarantine)
      left += result.optedOut
      doubles.add(result)
    }
    try file.close()
    progress("\(table.source): \(quality.rows) records")
    quality.repeatedIDs = doubles.ids
    quality.repeatedNHSNumbers = doubles.numbers
    for worker in workers {
      for (field, tally) in worker.tallies {
        quality.fields[field.rawValue, default: FieldTally()].add(tally)
      }
    }
    return (quality, left)
  }

  private func events(
    _ table: Submission.Table, _ left: Set<String>, _ folder: FolderOutput,
    _ quarantine: Quarantine
  ) throws -> SourceQuality {
    let reader = try LinePieces(table.path, encoding: rules.encoding)
    let workers = (0..<threads).map { _ in
      EventWorker(rules.key, header: reader.header, leaving: left)
    }
    var quality = SourceQuality(source: table.source)
    quality.absentFields = EventWorker.columns.filter { !reader.header.contains($0) }
    let file = try folder.open("events/\(table.source).csv")
    try file.write(Array((EventWorker.columns.joined(separator: ",") + "\n").utf8))
    try PieceStream(workers: workers).run(reader) { result in
      guard !isOver() else { throw CancellationError() }
      try file.write(result.output)
      try quality.take(result, table.path, quarantine)
    }
    try file.close()
    progress("\(table.source): \(quality.rows) contacts")
    for worker in workers {
      for (field, tally) in worker.tallies {
        quality.fields[field, default: FieldTally()].add(tally)
      }
    }
    return quality
  }

  private func check(_ columns: FieldColumns, _ table: Submission.Table) throws(PlanError) {
    var violations: [Violation] = []
    for (field, name) in submission.names where columns.columns[field] == nil {
      violations.append(
        Violation(
          file: table.path, row: 1, column: name, found: "no such column",
          expected: columns.header.joined(separator: ", "),
          advice: "Give --field \(field.rawValue)=COLUMN with one of these."))
    }
    if columns.columns[.id] == nil, submission.names[.id] == nil {
      violations.append(
        Violation(
          file: table.path, row: 1, column: "id", found: "no such column",
          expected: "a column that tells records apart",
          advice: "Add the column, or name it with --field id=COLUMN."))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
  }

  private func truth(
    _ left: Set<String>, _ folder: FolderOutput, _ quarantine: Quarantine
  ) throws {
    guard let truth = submission.truth else { return }
    let reader = try LinePieces(truth)
    let worker = TruthWorker(rules.key, header: reader.header, leaving: left)
    let file = try folder.open("truth.csv")
    try file.write(Array("id,person\n".utf8))
    var quality = SourceQuality(source: "truth")
    try PieceStream(workers: [worker]).run(reader) { result in
      try file.write(result.output)
      try quality.take(result, truth, quarantine)
    }
    try file.close()
  }

  private func small(_ quality: SubmissionQuality, _ folder: FolderOutput) throws {
    for path in submission.references {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      try folder.write(Array(data), to: "reference/" + (path as NSString).lastPathComponent)
    }
    try folder.write(JSONEncoder.readable(quality), to: "quality.json")
    try folder.write(JSONEncoder.readable(PseudonymStatement(rules)), to: "pseudonyms.json")
    try folder.write(Array(PseudonymStatement.readme.utf8), to: "README.md")
  }
}

extension SourceQuality {
  init(source: String) { self.source = source }

  mutating func take(
    _ result: PieceResult, _ path: String, _ quarantine: Quarantine
  ) throws {
    let before = rows + 1
    try quarantine.add(
      result.quarantined.map { ($0.row + before, $0.reason, $0.line) }, from: path)
    for row in result.quarantined { quarantineReasons[row.reason, default: 0] += 1 }
    rows += result.rows
    written += result.kept
    quarantined += result.quarantined.count
    optedOut += result.optedOut.count
    accented += result.accented
  }
}

/// Counts ids and NHS numbers that occur again.
private struct Doubles {
  private var knownIDs: Set<UInt64> = []
  private var knownNumbers: Set<UInt64> = []
  private(set) var ids = 0
  private(set) var numbers = 0

  mutating func add(_ result: PieceResult) {
    for id in result.identities where !knownIDs.insert(id).inserted { ids += 1 }
    for number in result.numbers where !knownNumbers.insert(number).inserted { numbers += 1 }
  }
}
