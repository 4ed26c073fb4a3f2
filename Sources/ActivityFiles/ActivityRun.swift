// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkedActivity
import PlanPackage
import RecordFiles

/// Contacts of linked people, read file by file and added up by person.
///
/// Two pieces of a file are read at a time and two halves of the people added up, so that memory
/// does not grow with the number of contacts. The result is the same with one processor or many.
struct ActivityRun {
  private let records: LinkedRecords
  private let rules: ConditionRules
  private var readers = [EventReader(), EventReader()]
  private var parts: [ActivityTally]
  private var kinds: [String] = []
  private var providers: [String] = []
  private var codes: [String] = []
  private(set) var account = ActivityAccount()

  private let chunkSize: Int

  init(
    _ records: LinkedRecords, _ rules: ConditionRules, period: ClosedRange<UInt16>?,
    chunkSize: Int
  ) {
    self.chunkSize = chunkSize
    self.records = records
    self.rules = rules
    let half = records.people.count / 2
    parts = [0..<half, half..<records.people.count].map {
      ActivityTally(people: $0, of: records.people, rules: rules, period: period ?? 0...UInt16.max)
    }
  }

  /// Reads a file.
  mutating func read(_ path: String, progress: (Int) -> Void) throws {
    let file = try LinePieces(path, columns: EventReader.columns, length: chunkSize)
    for index in readers.indices { readers[index].begin(header: file.header) }
    var line = 1
    while let first = try file.next() {
      let chunks = [first, try file.next()].compactMap { $0 }
      try read(chunks)
      for index in chunks.indices { line = note(readers[index], path, line) }
      progress(account.rows)
    }
  }

  private mutating func read(_ chunks: [[UInt8]]) throws {
    let records = records
    readers.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let readers = buffer
      DispatchQueue.concurrentPerform(iterations: chunks.count) { index in
        readers[index].read(chunks[index], records)
      }
    }
    var batches: [EventBatch] = []
    for index in chunks.indices { batches.append(try renumbered(readers[index])) }
    let (codes, providers) = (codes, providers.count)
    let shared = batches
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parts = buffer
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        parts[index].learn(codes: codes, providers: providers)
        for batch in shared { parts[index].add(batch, of: records.people) }
      }
    }
  }

  /// The contacts of a reader with numbers that all readers share.
  private mutating func renumbered(_ reader: EventReader) throws -> EventBatch {
    var batch = reader.batch
    let kinds = ActivityRun.shared(reader.kinds.names, &self.kinds)
    let providers = ActivityRun.shared(reader.providers.names, &self.providers)
    let codes = ActivityRun.shared(reader.codes.names, &self.codes)
    try limit(self.kinds, ActivityTally.mostKinds, "kind")
    try limit(self.providers, ActivityTally.mostProviders, "provider")
    batch.renumber(kinds: kinds, providers: providers, conditions: codes)
    return batch
  }

  private func limit(_ names: [String], _ most: Int, _ column: String) throws {
    guard names.count > most else { return }
    throw PlanError([
      Violation(
        file: "events", column: column, found: "more than \(most) different values",
        expected: "at most \(most)",
        advice: "Group them before, or check whether columns are mixed up: “\(names[most])”.")
    ])
  }

  private static func shared(_ names: [String], _ all: inout [String]) -> [UInt16] {
    names.map { name in
      let named = name.isEmpty ? "unknown" : name == "all" ? "all of them" : name
      if let number = all.firstIndex(of: named) { return UInt16(number) }
      all.append(named)
      return UInt16(all.count - 1)
    }
  }

  private mutating func note(_ reader: EventReader, _ path: String, _ line: Int) -> Int {
    account.rows += reader.rows
    account.withoutCost += reader.withoutCost
    account.penceRead += reader.penceRead
    for (reason, count) in reader.quarantined {
      account.quarantined[reason.rawValue, default: 0] += count
    }
    for row in reader.listed where account.listed.count < EventReader.mostListed {
      account.listed.append(
        QuarantinedRow(file: path, line: line + row.line, reason: row.reason))
    }
    return line + reader.lines
  }

  /// The months that have been seen.
  private var months: ClosedRange<UInt16>? {
    let seen = readers.compactMap(\.months)
    guard let low = seen.map(\.lowerBound).min(), let high = seen.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }

  /// The tables, when every file has been read.
  mutating func tables(
    segmentation: Segmentation, ages: AgeBands, period: ClosedRange<UInt16>?
  ) throws -> (rows: [UnsafeRow], period: ClosedRange<UInt16>) {
    guard let period = period ?? months else {
      throw PlanError([
        Violation(
          file: "events", found: "no contact that could be used", expected: "contacts",
          advice: "See the reasons in the quarantine; do the records have the ids of clusters.csv?")
      ])
    }
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parts = buffer
      DispatchQueue.concurrentPerform(iterations: parts.count) { parts[$0].close() }
    }
    for part in parts {
      account.used += part.used
      account.outside += part.outside
      account.penceUsed += part.penceUsed
      account.penceOutside += part.penceOutside
    }
    account.unknownCodes = codes.filter { code in
      !rules.rules.contains { $0.codes.contains(code) }
    }.sorted()
    let tables = ActivityTables(
      parts, of: records.people, rules: rules, segmentation: segmentation, ages: ages, kinds: kinds,
      providers: providers,
      months: period.count, year: Int(period.upperBound) / 12)
    return (tables.rows, period)
  }
}

/// What became of every row and every penny.
struct ActivityAccount {
  var rows = 0
  var used = 0
  var outside = 0
  var quarantined: [String: Int] = [:]
  var listed: [QuarantinedRow] = []
  var withoutCost = 0
  var penceRead = 0
  var penceUsed = 0
  var penceOutside = 0
  var unknownCodes: [String] = []

  /// Whether every row was used, outside the period or put aside, and every penny counted.
  func reconciles(tables: Int) -> Bool {
    rows == used + outside + quarantined.values.reduce(0, +)
      && penceRead == penceUsed + penceOutside && penceUsed == tables
  }
}
