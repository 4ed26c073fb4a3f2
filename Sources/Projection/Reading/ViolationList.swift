// SPDX-License-Identifier: Apache-2.0

package import PlanPackage

/// Gathers what is wrong, so that a reader hears of all of it at once and of nothing twice.
package struct ViolationList {
  package private(set) var all: [Violation] = []

  package init() {}

  package mutating func add(
    _ file: String, _ row: Int?, _ column: String?, found: String, expected: String,
    advice: String = "Correct it, or add what it names."
  ) {
    add(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }

  package mutating func add(_ violation: Violation) {
    if !all.contains(violation) { all.append(violation) }
  }

  /// In order of file, row and column.
  package func throwIfAny() throws(PlanError) {
    guard !all.isEmpty else { return }
    throw PlanError(
      all.sorted {
        ($0.file, $0.row ?? 0, $0.column ?? "") < ($1.file, $1.row ?? 0, $1.column ?? "")
      })
  }
}

/// A cell of a plan's tables.
package struct CellPlace {
  package let file: String
  package let row: Int
  package let column: String

  package init(file: String, row: Int, column: String) {
    self.file = file
    self.row = row
    self.column = column
  }
}
