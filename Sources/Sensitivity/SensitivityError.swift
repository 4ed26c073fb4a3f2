// SPDX-License-Identifier: Apache-2.0

/// Why nothing can be said of some runs.
public enum SensitivityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There are no runs.
  case noRuns(of: String)
  /// A value, in a run counted from 0, is not a number or too large to be squared.
  case notANumber(of: String, run: Int)
  /// Something has another number of runs than the rest.
  case runsDiffer(of: String, found: Int, expected: Int)
  /// Something has another number of years than the rest.
  case yearsDiffer(of: String, found: Int, expected: Int)
  /// Two inputs have one name.
  case inputTwice(String)
  /// A regression needs more runs than it has inputs.
  case tooFewRuns(found: Int, needed: Int)
  /// A choice between fewer than one decision.
  case noDecisions
  /// A target that is not a number.
  case target(Double)
  /// A probability that is not strictly between 0 and 1.
  case confidence(Double)

  /// What was found, what was expected and what to do, in plain words.
  public var description: String {
    switch self {
    case .noRuns(let of): "There are no runs of \(of). Run the model at least once."
    case .notANumber(let of, let run):
      "Run \(run + 1) of \(of) is not a number, or too large to work with. Correct what makes it."
    case .runsDiffer(let of, let found, let expected):
      "There are \(found) runs of \(of) where \(expected) were expected. Take all from the same runs."
    case .yearsDiffer(let of, let found, let expected):
      "There are \(found) years of \(of) where \(expected) were expected."
    case .inputTwice(let id): "There are two inputs called “\(id)”. Give each a name of its own."
    case .tooFewRuns(let found, let needed):
      "There are \(found) runs, and this many inputs need at least \(needed). Run the model more often."
    case .noDecisions: "There is nothing to decide between. Give the benefits of each decision."
    case .target(let value): "The target is \(value). It must be a finite number."
    case .confidence(let value):
      "The confidence is \(value). It must be above 0 and below 1, such as 0.95."
    }
  }
}

/// What everything here asks of the values of runs.
enum RunValues {
  /// Values beyond this have squares that a number cannot hold.
  static let largest = 1e150

  static func check(
    _ values: [Double], _ name: String, runs: Int? = nil
  ) throws(SensitivityError) {
    if let runs, values.count != runs {
      throw .runsDiffer(of: name, found: values.count, expected: runs)
    }
    guard !values.isEmpty else { throw .noRuns(of: name) }
    if let run = values.firstIndex(where: { !($0.magnitude <= largest) }) {
      throw .notANumber(of: name, run: run)
    }
  }
}
