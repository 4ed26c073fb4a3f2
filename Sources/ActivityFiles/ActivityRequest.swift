// SPDX-License-Identifier: Apache-2.0

import Foundation
public import LinkedActivity
import PlanPackage

/// What is wanted of linked activity, and where it is.
public struct ActivityRequest: Sendable {
  /// A linked folder: `clusters.csv`, and `report.json` where there is one.
  public var linked: String
  /// A folder of `sources/` and `events/`.
  public var activity: String
  /// A file of rules for conditions; without it, `reference/conditions.csv` of the activity.
  public var conditions: String?
  /// A file of rules for segments; without it, people are in segments by group of conditions.
  public var segmentRules: String?
  /// Bands of age.
  public var ages = AgeBands.standard
  /// The months that are counted; all that there are when nil.
  public var period: ClosedRange<UInt16>?

  /// As many bytes of a file as are worked on at a time; results do not depend on it.
  package var chunkSize = 16 << 20

  /// Asks for tables.
  public init(linked: String, activity: String) {
    self.linked = linked
    self.activity = activity
  }

  /// Reads everything and adds it up.
  ///
  /// `progress` is told the rows that have been read.
  /// - Throws: `PlanError` for files that cannot be read.
  public func tables(progress: (Int) -> Void) throws -> UnsafeTables {
    let sources = try ActivityRequest.files(activity + "/sources")
    let events = try ActivityRequest.files(activity + "/events")
    let rules = try conditionRules()
    let segmentation = try segmentRules.map { try SegmentRuleFile.read($0, ages, rules) }
    let records = try LinkedRecords(
      clusters: linked + "/clusters.csv", sources: sources, areas: areas())
    var run = ActivityRun(records, rules, period: period, chunkSize: chunkSize)
    for file in events { try run.read(file, progress: progress) }
    let found = try run.tables(
      segmentation: segmentation ?? Segmentation(rules), ages: ages, period: period)
    return UnsafeTables(
      rows: found.rows, period: ActivityRequest.words(found.period), account: run.account,
      people: records.people.count, unlinked: records.unlinked,
      isSynthetic: records.isSynthetic, sources: sources.map(ActivityRequest.name),
      linkage: LinkageRates(linked + "/report.json"))
  }

  /// Months from words such as 2016-04/2017-03; nil when they are not.
  public static func period(_ text: String) -> ClosedRange<UInt16>? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { end in
      Array(end.utf8).withUnsafeBytes { $0.count == 7 ? FieldValue.month($0) : nil }
    }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first <= last
    else { return nil }
    return first...last
  }

  private static func words(_ period: ClosedRange<UInt16>) -> String {
    [period.lowerBound, period.upperBound].map { month in
      let number = String(month % 12 + 1)
      return "\(month / 12)-\(number.count == 1 ? "0" : "")\(number)"
    }.joined(separator: "/")
  }

  /// The name of a file without its folder and ending.
  private static func name(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private static func files(_ folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let tables = names.filter { $0.hasSuffix(".csv") }.sorted()
    guard !tables.isEmpty else {
      throw PlanError([
        Violation(
          file: folder, found: "no CSV file", expected: "one file for each source",
          advice: "Give a folder that weald pseudonymise or weald synthesise made.")
      ])
    }
    return tables.map { folder + "/" + $0 }
  }

  /// The places of the first halves of postcodes, where the folder has them.
  private func areas() throws -> [String: String] {
    let path = activity + "/reference/areas.csv"
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    let csv = CSVRecords(bytes: Array(data), file: path)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    let header = csv.records.first?.cells ?? []
    guard let outcode = header.firstIndex(of: "outcode"),
      let place = header.firstIndex(of: "place")
    else { return [:] }
    var areas: [String: String] = [:]
    for record in csv.records.dropFirst() where record.cells.count > max(outcode, place) {
      areas[record.cells[outcode]] = record.cells[place]
    }
    return areas
  }

  private func conditionRules() throws -> ConditionRules {
    let path = conditions ?? activity + "/reference/conditions.csv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file", expected: "rules for conditions",
          advice: "Give --conditions.")
      ])
    }
    return try ConditionFile.rules(Array(data), file: path)
  }
}
