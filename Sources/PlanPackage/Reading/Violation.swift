// SPDX-License-Identifier: Apache-2.0

/// One thing in a plan folder that is not as it has to be.
public struct Violation: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file within the plan folder.
  public let file: String
  /// The row of a table, with the header as row 1, or the line of a text file.
  public let row: Int?
  /// The name of the column, or the character of a line in a text file.
  public let column: String?
  /// What stands there.
  public let found: String
  /// What ought to stand there.
  public let expected: String
  /// What to do about it.
  public let advice: String

  /// Describes a violation.
  public init(
    file: String, row: Int? = nil, column: String? = nil, found: String, expected: String,
    advice: String
  ) {
    self.file = file
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// The whole violation in one line.
  public var description: String {
    var place = file
    if let row { place += ", row \(row)" }
    if let column { place += ", column \(column)" }
    return "\(place): found \(found); expected \(expected). \(advice)"
  }
}

/// Everything that is wrong with a plan folder, in the order of its files and rows.
public struct PlanError: Error, Hashable, Sendable {
  /// Everything that is wrong.
  public let violations: [Violation]

  /// Gathers violations.
  public init(_ violations: [Violation]) { self.violations = violations }
}
