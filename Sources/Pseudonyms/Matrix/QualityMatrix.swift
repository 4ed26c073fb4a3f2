// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// One test of one dataset.
public struct QualityCell: Codable, Hashable, Sendable {
  /// How a test came out.
  public enum Outcome: String, Codable, Sendable {
    case pass, warn, fail
    /// There was nothing to test against.
    case untested
  }

  /// The dataset, such as "gp".
  public let dataset: String
  /// The test.
  public let test: QualityTest
  /// How it came out.
  public let outcome: Outcome
  /// The number behind it; nil where there is none.
  public let value: Double?
  /// Why, in words.
  public let why: String
}

/// What a dataset is tested for, in the order in which a partnership asks.
///
/// The seven questions are those of the Kent Integrated Dataset (Lewer and others, 2018, and the
/// county council's descriptions of it).
public enum QualityTest: String, Codable, CaseIterable, Sendable {
  case submitted, stable, comparable, complete, coding, costs, duplicates

  /// What it asks.
  public var question: String {
    switch self {
    case .submitted: "Has every provider sent every month?"
    case .stable: "Are volumes stable from month to month?"
    case .comparable: "Do volumes agree with published counts?"
    case .complete: "Are the fields filled in?"
    case .coding: "Are conditions coded, consistently and with known codes?"
    case .costs: "Has every contact a cost?"
    case .duplicates: "Is everything there once?"
    }
  }
}

/// Where a test passes and where it warns; below that it fails.
public struct QualityLimits: Codable, Hashable, Sendable {
  /// The share of provider-months with contacts.
  public var submittedPass = 1.0
  /// Where the same still warns.
  public var submittedWarn = 0.95
  /// The share of months of a kind of contact that may be out of the ordinary: beyond the median
  /// of the months around them ± 3.145 median moving ranges of contacts a day (Wheeler and
  /// Chambers, 1992), beyond three standard deviations of a count, and by more than `oddShare`.
  public var stableWarn = 0.05
  /// How far from the usual a month may always be, as a share of it.
  public var oddShare = 0.1
  /// How far a count may be from the published one.
  public var comparablePass = 0.05
  /// Where the same still warns.
  public var comparableWarn = 0.15
  /// The share of cells that are filled, in the field with the lowest.
  public var completePass = 0.95
  /// Where the same still warns.
  public var completeWarn = 0.8
  /// The share of codes that are known.
  public var codingPass = 0.99
  /// Where the same still warns.
  public var codingWarn = 0.95
  /// The share of contacts with a cost.
  public var costsPass = 0.98
  /// Where the same still warns.
  public var costsWarn = 0.9
  /// The share of rows that are there twice.
  public var duplicatesPass = 0.001
  /// Where the same still warns.
  public var duplicatesWarn = 0.01

  /// The usual limits: a convention of Weald, to be changed where a partnership has agreed others.
  public init() {}
}

/// Each dataset under each test.
public struct QualityMatrix: Codable, Hashable, Sendable {
  /// The limits that were used.
  public let limits: QualityLimits
  /// The months that the datasets have between them.
  public let months: [String]
  /// All cells, a dataset after the other.
  public let cells: [QualityCell]

  /// How many cells came out so.
  public func count(_ outcome: QualityCell.Outcome) -> Int { cells.count { $0.outcome == outcome } }

  /// The matrix as a CSV file.
  public var csv: String {
    CSVRecords.line(["dataset", "test", "outcome", "value", "why"])
      + cells.map {
        CSVRecords.line([
          $0.dataset, $0.test.rawValue, $0.outcome.rawValue,
          $0.value.map { Percentage.decimal($0) } ?? "", $0.why,
        ])
      }.joined()
  }

  /// The matrix as lines for a person: the table, then why for all that did not pass.
  public var lines: [String] {
    var lines = ["dataset\t" + QualityTest.allCases.map(\.rawValue).joined(separator: "\t")]
    var datasets: [String] = []
    for cell in cells where datasets.last != cell.dataset { datasets.append(cell.dataset) }
    for dataset in datasets {
      let row = cells.filter { $0.dataset == dataset }.map(\.outcome.rawValue)
      lines.append(dataset + "\t" + row.joined(separator: "\t"))
    }
    lines.append("")
    for cell in cells where cell.outcome == .warn || cell.outcome == .fail {
      lines.append(
        "\(cell.dataset), \(cell.test.rawValue): \(cell.outcome.rawValue). \(cell.why)")
    }
    return lines
  }
}

/// Shares in words.
enum Percentage {
  static func text(_ share: Double) -> String {
    // Rounded down: 97.96% has not reached 98%.
    let tenths = (share * 1000 + 1e-9).rounded(.down)
    if share > 0 && tenths < 1 { return "less than 0.1%" }
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)%"
  }

  static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled.magnitude % 10_000)
    return (scaled < 0 ? "-" : "") + "\(scaled.magnitude / 10_000)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
