// SPDX-License-Identifier: Apache-2.0

/// Why a model cannot be used with a table of records.
public enum LinkageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The model names a column that the records do not have.
  case unknownColumn(String, known: [String])
  /// The model compares nothing.
  case noComparisons
  /// A comparison has no levels, or its last one is not `otherwise`.
  case noLastLevel(comparison: String)
  /// A blocking rule has no keys; its number is counted from 1.
  case emptyRule(Int)
  /// There are more blocking rules than can be numbered.
  case tooManyRules(Int, most: Int)
  /// More different parts of columns are used than can be held for each record.
  case tooManyParts(Int, most: Int)
  /// The levels of all comparisons have more combinations than can be numbered, or there are more than 255
  /// levels in one.
  case tooManyLevels
  /// The chance that two records are of one person is not between 0 and 1.
  case priorOutOfRange(Double)
  /// A probability of a level is below 0 or above 1.
  case probabilityOutOfRange(comparison: String, level: String, Double)
  /// Something that was asked of training cannot be.
  case training(String)

  /// What is wrong and what would be right, in words.
  public var description: String {
    switch self {
    case .unknownColumn(let name, let known):
      "The model uses a column \(name) that the records do not have; they have "
        + known.joined(separator: ", ") + "."
    case .noComparisons: "The model compares nothing: it needs at least one comparison."
    case .noLastLevel(let name):
      "The comparison \(name) needs levels, and the last of them has to be `otherwise`."
    case .emptyRule(let number):
      "Blocking rule \(number) has no keys; it would compare every record with every other."
    case .tooManyRules(let count, let most):
      "There are \(count) blocking rules; at most \(most) can be used."
    case .tooManyParts(let count, let most):
      "The model uses \(count) different parts of columns; at most \(most) can be used."
    case .tooManyLevels: "The comparisons have more combinations of levels than can be numbered."
    case .priorOutOfRange(let value):
      "The chance that two records are of one person is \(value); it has to be above 0 and below 1."
    case .probabilityOutOfRange(let comparison, let level, let value):
      "Level \(level) of the comparison \(comparison) has the probability \(value); "
        + "it has to be from 0 to 1."
    case .training(let words): words
    }
  }
}
