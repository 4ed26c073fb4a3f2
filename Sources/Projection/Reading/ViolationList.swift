// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// Gathers what is wrong, so that a reader hears of all of it at once and of nothing twice.
struct ViolationList {
  private(set) var all: [Violation] = []

  mutating func add(
    _ file: String, _ row: Int?, _ column: String?, found: String, expected: String,
    advice: String = "Correct it, or add what it names."
  ) {
    add(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }

  mutating func add(_ violation: Violation) {
    if !all.contains(violation) { all.append(violation) }
  }

  /// In order of file, row and column.
  func throwIfAny() throws(PlanError) {
    guard !all.isEmpty else { return }
    throw PlanError(
      all.sorted {
        ($0.file, $0.row ?? 0, $0.column ?? "") < ($1.file, $1.row ?? 0, $1.column ?? "")
      })
  }
}

/// A cell of a plan's tables.
struct CellPlace {
  let file: String
  let row: Int
  let column: String
}
