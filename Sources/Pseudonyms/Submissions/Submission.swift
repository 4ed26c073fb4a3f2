// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage

/// What a provider has put together: tables of people and of contacts.
public struct Submission: Sendable {
  struct Table: Sendable {
    let source: String
    let path: String
  }

  let sources: [Table]
  let events: [Table]
  let truth: String?
  let references: [String]
  let areas: String?
  let names: [SubmissionField: String]

  /// The names of its sources.
  public var sourceNames: [String] { sources.map(\.source) }

  /// A folder with `sources/SOURCE.csv`, and perhaps `events/SOURCE.csv`, `reference/` and
  /// `truth.csv`.
  ///
  /// - Throws: `PlanError` when there is no table of people in it.
  public init(folder: String) throws(PlanError) {
    func tables(_ part: String) -> [Table] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []
      return names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted().map {
        Table(source: String($0.dropLast(4)), path: folder + "/" + part + "/" + $0)
      }
    }
    func file(_ name: String) -> String? {
      FileManager.default.fileExists(atPath: folder + "/" + name) ? folder + "/" + name : nil
    }
    sources = tables("sources")
    events = tables("events")
    truth = file("truth.csv")
    areas = file("reference/areas.csv")
    references = ["areas.csv", "conditions.csv"].compactMap { file("reference/" + $0) }
    names = [:]
    guard !sources.isEmpty else {
      throw PlanError([
        Violation(
          file: folder, found: "no table of people", expected: "sources/SOURCE.csv",
          advice: "Give such a folder, or one file with --field.")
      ])
    }
    for table in sources + events { try Submission.check(table) }
  }

  /// One file of people, with the names of its columns.
  ///
  /// - Throws: `PlanError` when the name of the source is not plain.
  public init(file: String, source: String, names: [SubmissionField: String]) throws(PlanError) {
    sources = [Table(source: source, path: file)]
    events = []
    truth = nil
    areas = nil
    references = []
    self.names = names
    try Submission.check(sources[0])
  }

  /// The name of a source goes into every row.
  private static func check(_ table: Table) throws(PlanError) {
    let isPlain = table.source.utf8.allSatisfy {
      ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45
    }
    guard isPlain, !table.source.isEmpty else {
      throw PlanError([
        Violation(
          file: table.path, found: "the source “\(table.source)”",
          expected: "small letters, digits and hyphens", advice: "Rename the file.")
      ])
    }
  }

  /// Which place an outcode belongs to.
  func places() throws(PlanError) -> [String: String] {
    guard let areas, let data = FileManager.default.contents(atPath: areas) else { return [:] }
    let csv = CSVRecords(bytes: Array(data), file: areas)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    guard let header = csv.records.first?.cells,
      let outcode = header.firstIndex(of: "outcode"), let place = header.firstIndex(of: "place")
    else {
      throw PlanError([
        Violation(
          file: areas, row: 1, found: "other columns", expected: "outcode and place",
          advice: "Name the columns so.")
      ])
    }
    var places: [String: String] = [:]
    for record in csv.records.dropFirst() where record.cells.count == header.count {
      places[record.cells[outcode]] = record.cells[place]
    }
    return places
  }
}
