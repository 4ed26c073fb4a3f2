// SPDX-License-Identifier: Apache-2.0

/// Something that keeps a model from being run, where it stands and what to do.
public struct ResamplingProblem: Sendable, Hashable, CustomStringConvertible {
  /// The file, or the part of the inputs.
  public let place: String
  /// The row of a file, the header being row 1, where there is one.
  public let row: Int?
  /// The column or key, where there is one.
  public let column: String?
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// What to do.
  public let advice: String

  /// A problem.
  public init(
    place: String, row: Int? = nil, column: String? = nil, found: String, expected: String,
    advice: String
  ) {
    self.place = place
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// The whole problem in one line.
  public var description: String {
    var text = place
    if let row { text += ", row \(row)" }
    if let column { text += ", column \(column)" }
    return "\(text): found \(found); expected \(expected). \(advice)"
  }
}

/// Everything that is wrong with the inputs of a model.
public struct ResamplingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The problems, at least one, in the order of files and rows.
  public let problems: [ResamplingProblem]

  /// An error.
  public init(_ problems: [ResamplingProblem]) { self.problems = problems }

  /// One problem a line.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
