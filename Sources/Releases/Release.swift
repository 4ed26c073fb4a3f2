// SPDX-License-Identifier: Apache-2.0

public import Disclosure
import Foundation
import PlanPackage

/// Figures that may leave, with how they were made safe.
public struct Release: Sendable {
  /// What was decided.
  public let decision: DisclosureDecision
  private let request: ReleaseRequest
  private let checks: ReleaseChecks
  private let isSynthetic: Bool
  private let linkage: ReleasedRates?

  init(
    _ decision: DisclosureDecision, _ request: ReleaseRequest, isSynthetic: Bool,
    linkage: ReleasedRates?, previous: [String]
  ) {
    self.decision = decision
    self.request = request
    self.isSynthetic = isSynthetic
    self.linkage = linkage
    checks = ReleaseChecks(decision, request, previous: previous)
  }

  /// What was done, as lines for people.
  public var lines: [String] { checks.lines }

  /// How many figures are shown, hidden and proved to stay in doubt.
  public var counts: [String: Int] {
    let hidden = decision.hidden.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    return ["shown": checks.shown, "hidden": hidden, "proved": decision.proved]
  }

  /// What was done, as JSON.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(checks) }

  /// Writes the release as a data package.
  ///
  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  public func write(to folder: String) throws {
    let output = try FolderOutput(folder)
    var files: [ReleasedFile] = []
    for table in Set(decision.figures.map(\.table)).sorted() {
      files.append(
        ReleasedFile(
          path: "tables/\(table).csv", bytes: ReleaseTable.bytes(decision.figures, table),
          table: table))
    }
    files.append(
      ReleasedFile(path: "policy.json", bytes: try JSONEncoder.readable(request.policy)))
    files.append(ReleasedFile(path: "checks.json", bytes: try json()))
    let readme = ReleaseReadme(
      request: request, isSynthetic: isSynthetic, linkage: linkage, lines: checks.releasedLines)
    files.append(ReleasedFile(path: "README.md", bytes: Array(readme.text.utf8)))
    for file in files { try output.write(file.bytes, to: file.path) }
    let package = ReleasePackage(
      request: request, isSynthetic: isSynthetic, files: files)
    try output.write(JSONEncoder.readable(package), to: "datapackage.json")
    try output.putInPlace()
  }
}

/// A file of a release.
struct ReleasedFile {
  let path: String
  let bytes: [UInt8]
  /// The table that it holds, if it does.
  var table: String?
}

/// A table of a release, as CSV.
enum ReleaseTable {
  static let columns = ["period", "place", "age_band", "group", "measure", "value", "status"]
  static let shown = "shown"
  static let hidden = "hidden"

  static func bytes(_ figures: [SafeFigure], _ table: String) -> [UInt8] {
    var text = CSVRecords.line(columns)
    for figure in figures where figure.table == table {
      let key = figure.key
      let unit = Quantity(measure: key.measure).unit
      text += CSVRecords.line([
        key.period, key.place, key.age, key.group, key.measure,
        figure.shown.map { String($0 / unit) } ?? "", figure.shown == nil ? hidden : shown,
      ])
    }
    return Array(text.utf8)
  }
}

/// What was hidden and why, in counts.
///
/// How many figures are hidden for their own sake and how many for another's is told to whoever
/// makes the release and is not part of it: together with the tables it could say which is which.
struct ReleaseChecks: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case policy, date, hidden, shown, withheld, differencing, previous
    case adds = "totals-add-up-before-rounding"
  }

  let policy: String
  let date: String
  let shown: Int
  /// By table: withheld, hidden beside an earlier release, and hidden for any other reason.
  let hidden: [String: [String: Int]]
  let withheld: [String]
  let differencing: [String]
  let previous: [String]
  private let adds = true
  private let reasons: [String: [SuppressionReason: Int]]
  private let proved: Int

  init(_ decision: DisclosureDecision, _ request: ReleaseRequest, previous: [String]) {
    policy = request.policy.name
    date = request.date
    shown = decision.figures.count { $0.shown != nil }
    hidden = decision.hidden.mapValues(ReleaseChecks.told)
    reasons = decision.hidden
    withheld = decision.withheld.map { "\($0.table), \($0.measure), \($0.period)" }
    differencing = decision.differencing.map { figure in
      let key = figure.key
      return [figure.table, key.measure, key.period, key.place, key.age, key.group]
        .joined(separator: ", ")
    }
    proved = decision.proved
    self.previous = previous
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(policy, forKey: .policy)
    try container.encode(date, forKey: .date)
    try container.encode(shown, forKey: .shown)
    try container.encode(hidden, forKey: .hidden)
    try container.encode(withheld, forKey: .withheld)
    try container.encode(differencing, forKey: .differencing)
    try container.encode(previous, forKey: .previous)
    try container.encode(adds, forKey: .adds)
  }

  private static func told(_ counts: [SuppressionReason: Int]) -> [String: Int] {
    var told: [String: Int] = [:]
    for (reason, count) in counts {
      let isOwn = reason == .withheld || reason == .differencing
      told[isOwn ? reason.rawValue : "small-or-protecting", default: 0] += count
    }
    return told
  }

  /// What may be told with the release.
  var releasedLines: [String] {
    var lines = ["Policy: \(policy). Figures shown: \(shown)."]
    lines += ReleaseChecks.words(hidden)
    for name in withheld { lines.append("Withheld whole: \(name).") }
    for name in differencing.prefix(5) {
      lines.append("Hidden beside an earlier release: \(name).")
    }
    if differencing.count > 5 {
      lines.append("And \(differencing.count - 5) more beside an earlier release: see checks.json.")
    }
    return lines
  }

  /// What is told to whoever makes the release.
  var lines: [String] {
    let split = reasons.mapValues { counts in
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
    return releasedLines + ["For you alone, by reason:"] + ReleaseChecks.words(split)
      + ["Small figures proved to stay in doubt: \(proved)."]
  }

  private static func words(_ hidden: [String: [String: Int]]) -> [String] {
    hidden.sorted { $0.key < $1.key }.map { table, reasons in
      let words = reasons.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return "Hidden in \(table): \(words.joined(separator: ", "))."
    }
  }
}
