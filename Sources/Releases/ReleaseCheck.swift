// SPDX-License-Identifier: Apache-2.0

import Disclosure
import Foundation
import PlanPackage

/// Verifies a release: every file is the one that was made, and no figure breaks its policy.
struct ReleaseCheck {
  private let folder: String
  private(set) var violations: [Violation] = []
  private(set) var policy: DisclosurePolicy?
  private(set) var package: ReleasePackage?
  private(set) var figures: [SafeFigure] = []
  private(set) var digest = ""

  init(_ folder: String) { self.folder = folder }

  mutating func run() {
    guard let data = bytes("datapackage.json") else { return }
    digest = sha256(data)
    guard let package = try? JSONDecoder().decode(ReleasePackage.self, from: Data(data)) else {
      return report(
        "datapackage.json", found: "something else", expected: "the description of a release")
    }
    self.package = package
    readPolicy(package)
    for resource in package.resources { check(resource) }
    checkNothingElse(package)
    checkPeople()
  }

  private mutating func readPolicy(_ package: ReleasePackage) {
    guard let data = bytes("policy.json") else { return }
    let stated = try? JSONDecoder().decode(DisclosurePolicy.self, from: Data(data))
    guard let policy = DisclosurePolicy.named(package.policy), stated == policy else {
      return report(
        "policy.json", found: "a rule that is not the policy “\(package.policy)”",
        expected: DisclosurePolicy.all.map(\.name).joined(separator: ", "))
    }
    self.policy = policy
  }

  private mutating func check(_ resource: ReleaseResource) {
    guard !resource.path.split(separator: "/").contains(".."), !resource.path.hasPrefix("/") else {
      return report(resource.path, found: "a path out of the folder", expected: "one within")
    }
    guard let data = bytes(resource.path) else { return }
    guard "sha256:" + sha256(data) == resource.hash, data.count == resource.bytes else {
      return report(
        resource.path, found: "other bytes than were released",
        expected: "\(resource.bytes) bytes with the digest \(resource.hash)")
    }
    guard resource.type == "table" else { return }
    guard resource.schema == ReleaseSchema() else {
      return report(resource.path, found: "another schema", expected: "that of a release")
    }
    read(data, resource)
  }

  private mutating func read(_ data: [UInt8], _ resource: ReleaseResource) {
    let csv = CSVRecords(bytes: data, file: resource.path)
    violations += csv.violations
    guard csv.records.first?.cells == ReleaseTable.columns else {
      return report(
        resource.path, row: 1, found: "other columns",
        expected: ReleaseTable.columns.joined(separator: ","))
    }
    for record in csv.records.dropFirst() {
      guard record.cells.count == ReleaseTable.columns.count else {
        report(
          resource.path, row: record.row, found: "\(record.cells.count) cells",
          expected: "\(ReleaseTable.columns.count)")
        continue
      }
      take(record, resource)
    }
  }

  private mutating func take(
    _ record: (row: Int, cells: [String]), _ resource: ReleaseResource
  ) {
    let cells = record.cells
    let key = CellKey(
      period: cells[0], place: cells[1], age: cells[2], group: cells[3], measure: cells[4])
    let quantity = Quantity(measure: key.measure)
    let shown = ReleasedNumber.units(cells[5], 1).map { $0 * quantity.unit }
    if cells[6] == ReleaseTable.hidden, cells[5].isEmpty {
      figures.append(SafeFigure(table: resource.name, key: key, shown: nil))
    } else if cells[6] == ReleaseTable.shown, let shown,
      policy?.canShow(shown, quantity) ?? false
    {
      figures.append(SafeFigure(table: resource.name, key: key, shown: shown))
    } else {
      report(
        resource.path, row: record.row, column: "value",
        found: "“\(cells[5])” with the status “\(cells[6])”",
        expected: "a figure that the policy can have rounded, or none")
    }
  }

  /// Nothing may be in the folder that the package does not describe.
  private mutating func checkNothingElse(_ package: ReleasePackage) {
    let known = Set(package.resources.map(\.path) + ["datapackage.json", ".weald-site", "tables"])
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in found.sorted() where !known.contains(path) {
      report(path, found: "a file that is no part of the release", expected: "nothing else")
    }
  }

  /// Where people are hidden, so is everything else.
  private mutating func checkPeople() {
    var hidden: Set<[String]> = []
    for figure in figures where figure.shown == nil && figure.key.measure == "people" {
      hidden.insert(ReleaseCheck.place(figure))
    }
    for figure in figures where figure.shown != nil && hidden.contains(ReleaseCheck.place(figure)) {
      report(
        "tables/\(figure.table).csv", column: "value",
        found: "\(figure.key.measure) in \(figure.key.place) where people are hidden",
        expected: "nothing where people are hidden")
    }
  }

  private static func place(_ figure: SafeFigure) -> [String] {
    [figure.table, figure.key.period, figure.key.place, figure.key.age, figure.key.group]
  }

  private mutating func bytes(_ name: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      report(name, found: "no such file", expected: "a file of the release")
      return nil
    }
    return Array(data)
  }

  private mutating func report(
    _ file: String, row: Int? = nil, column: String? = nil, found: String, expected: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected,
        advice: "Use the release as weald release made it."))
  }
}
