// SPDX-License-Identifier: Apache-2.0

import Foundation
import LinkedActivity
import PlanPackage

/// Exact tables of linked people, and what became of every row and penny that was read.
public struct UnsafeTables: Sendable {
  /// Tables in which a person can be in several groups.
  static let overlapping = [
    "conditions", "flows/people-in-contact", "kinds/people-in-contact",
  ]
  private let rows: [UnsafeRow]
  private let account: ActivityAccount
  private let report: ActivityReport

  init(
    rows: [UnsafeRow], period: String, account: ActivityAccount, people: Int, unlinked: Int,
    isSynthetic: Bool, sources: [String], linkage: LinkageRates?
  ) {
    self.rows = rows
    self.account = account
    let pence =
      rows.first {
        $0.table == "kinds" && $0.place == "all" && $0.group == "all" && $0.measure == "pounds"
      }?.amount.value ?? 0
    report = ActivityReport(
      isSynthetic: isSynthetic, period: period, people: people, recordsWithoutPerson: unlinked,
      rowsRead: account.rows, rowsUsed: account.used, rowsOutsidePeriod: account.outside,
      quarantined: account.quarantined, rowsWithoutCost: account.withoutCost,
      codesWithoutRule: Array(account.unknownCodes.prefix(100)),
      poundsRead: UnsafeTables.hundredths(account.penceRead),
      poundsOutsidePeriod: UnsafeTables.hundredths(account.penceOutside),
      poundsInTables: UnsafeTables.hundredths(pence),
      reconciles: account.reconciles(tables: pence), overlapping: UnsafeTables.overlapping,
      sources: sources,
      linkage: linkage)
  }

  /// Whether every row and penny that was read is accounted for.
  public var reconciles: Bool { report.reconciles }

  /// What was read, as lines for people.
  public var lines: [String] { report.lines }

  /// How many rows were read, used and put aside, and of how many people.
  public var counts: [String: Int] {
    [
      "people": report.people, "rows read": report.rowsRead, "rows used": report.rowsUsed,
      "rows put aside": report.quarantined.values.reduce(0, +),
    ]
  }

  /// The report, as JSON.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(report) }

  /// Writes a folder that says that it is not for release.
  ///
  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  public func write(to folder: String) throws {
    let output = try FolderOutput(folder)
    try output.write(cells(), to: "cells.csv")
    try output.write(quarantine(), to: "quarantine.csv")
    try output.write(try json(), to: "report.json")
    try output.write(Array(UnsafeTables.warning.utf8), to: "NOT-FOR-RELEASE.md")
    try output.putInPlace()
  }

  private func cells() -> [UInt8] {
    var text = "table,period,place,age-band,group,measure,value,people,largest,second\n"
    for row in rows {
      let isCount = row.measure != "pounds" && row.measure != "person-years"
      let amount = row.amount
      let numbers = [amount.value, amount.largest, amount.second].map {
        isCount ? String($0) : UnsafeTables.hundredths($0)
      }
      text += CSVRecords.line([
        row.table, report.period, row.place, row.age, row.group, row.measure, numbers[0],
        String(amount.people), numbers[1], numbers[2],
      ])
    }
    return Array(text.utf8)
  }

  private func quarantine() -> [UInt8] {
    var text = "file,line,reason\n"
    for row in account.listed {
      let name = (row.file as NSString).lastPathComponent
      text += CSVRecords.line([name, String(row.line), row.reason.rawValue])
    }
    return Array(text.utf8)
  }

  static func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static let warning = """
    # Not for release

    These tables hold exact figures, some of them of very few people. They stay inside the data
    controller's environment. Only what `weald release` makes of them may leave.

    - `cells.csv`: every figure, with how many people it is of and the two largest parts of it.
    - `quarantine.csv`: rows that could not be used, by file and line, and why (the first 10,000).
    - `report.json`: what was read, used and put aside, to the row and the penny.

    """
}

/// What was read, used and put aside.
struct ActivityReport: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case isSynthetic = "synthetic"
    case period, people, quarantined, reconciles, overlapping, linkage, sources
    case recordsWithoutPerson = "records-without-person"
    case rowsRead = "rows-read"
    case rowsUsed = "rows-used"
    case rowsOutsidePeriod = "rows-outside-period"
    case rowsWithoutCost = "rows-without-cost"
    case codesWithoutRule = "codes-without-rule"
    case poundsRead = "pounds-read"
    case poundsOutsidePeriod = "pounds-outside-period"
    case poundsInTables = "pounds-in-tables"
  }

  let isSynthetic: Bool
  let period: String
  let people: Int
  let recordsWithoutPerson: Int
  let rowsRead: Int
  let rowsUsed: Int
  let rowsOutsidePeriod: Int
  let quarantined: [String: Int]
  let rowsWithoutCost: Int
  let codesWithoutRule: [String]
  let poundsRead: String
  let poundsOutsidePeriod: String
  let poundsInTables: String
  let reconciles: Bool
  let overlapping: [String]
  let sources: [String]
  let linkage: LinkageRates?

  var lines: [String] {
    let aside = quarantined.values.reduce(0, +)
    var lines = [
      "Period: \(period). People: \(people).",
      "Rows read: \(rowsRead) = used \(rowsUsed) + outside the period \(rowsOutsidePeriod) "
        + "+ put aside \(aside).",
    ]
    for (reason, count) in quarantined.sorted(by: { $0.key < $1.key }) {
      lines.append("  put aside, \(reason): \(count)")
    }
    lines.append(
      "Pounds read: \(poundsRead) = in tables \(poundsInTables) + outside the period "
        + "\(poundsOutsidePeriod). Rows without a cost: \(rowsWithoutCost).")
    if let linkage { lines += linkage.lines }
    lines.append(
      reconciles
        ? "Every row and every penny is accounted for."
        : "ROWS OR PENCE DO NOT RECONCILE. Do not use these tables.")
    return lines
  }
}
