// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Linkage
import PlanPackage

/// Files of two columns: clusters, truth, and pairs that somebody decided on.
public enum PairTable {
  /// Reads a file with an identifier in its first column and a name in its second.
  ///
  /// - Throws: `PlanError` when it cannot be read.
  public static func names(_ bytes: [UInt8], file: String) throws -> [String: String] {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    var names: [String: String] = [:]
    names.reserveCapacity(csv.records.count)
    for record in csv.records.dropFirst() {
      guard record.cells.count >= 2 else {
        throw PlanError([
          Violation(
            file: file, row: record.row, found: "one cell", expected: "an identifier and a name",
            advice: "Give a file with two columns.")
        ])
      }
      names[record.cells[0]] = record.cells[1]
    }
    return names
  }

  /// Reads decisions on pairs: columns `left`, `right` and `decision`, which is `same`, `different` or empty.
  ///
  /// - Throws: `PlanError` that names each row that cannot be used.
  public static func decisions(
    _ bytes: [UInt8], file: String, rows: [String: Int32]
  ) throws -> (together: [ClusterRules.Couple], apart: [ClusterRules.Couple]) {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { throw PlanError(csv.violations) }
    let header = csv.records.first?.cells ?? []
    let places = ["left", "right", "decision"].map { header.firstIndex(of: $0) }
    guard let left = places[0], let right = places[1], let decision = places[2] else {
      throw PlanError([
        Violation(
          file: file, row: 1, found: header.joined(separator: ", "),
          expected: "columns left, right and decision",
          advice: "Fill in the file that --review-out wrote.")
      ])
    }
    var together: [ClusterRules.Couple] = []
    var apart: [ClusterRules.Couple] = []
    var problems: [Violation] = []
    for record in csv.records.dropFirst() {
      func cell(_ place: Int) -> String { place < record.cells.count ? record.cells[place] : "" }
      let word = cell(decision).lowercased().trimmingCharacters(in: .whitespaces)
      if word.isEmpty { continue }
      guard let one = rows[cell(left)], let two = rows[cell(right)], one != two else {
        problems.append(
          Violation(
            file: file, row: record.row, found: "“\(cell(left))” and “\(cell(right))”",
            expected: "identifiers of two of the records", advice: "Take the row out."))
        continue
      }
      switch word {
      case "same", "yes", "match", "1", "y": together.append(.init(one, two))
      case "different", "no", "non-match", "0", "n": apart.append(.init(one, two))
      default:
        problems.append(
          Violation(
            file: file, row: record.row, column: "decision", found: "“\(word)”",
            expected: "same, different or nothing", advice: "Write one of these."))
      }
    }
    guard problems.isEmpty else { throw PlanError(problems) }
    return (together, apart)
  }
}
