// SPDX-License-Identifier: Apache-2.0

import Sampling

/// What is promised of a measure: that it will be at most, or at least, a target.
public struct Promise: Hashable, Sendable {
  /// On which side of the target the measure should be.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// The target or less.
    case atMost = "at most"
    /// The target or more.
    case atLeast = "at least"
  }

  /// On which side of the target the measure should be.
  public let comparison: Comparison
  /// The target, in the unit of the measure.
  public let target: Double

  /// A promise.
  /// - Throws: `SensitivityError.target` when the target is not a finite number.
  public init(_ comparison: Comparison, _ target: Double) throws(SensitivityError) {
    guard target.isFinite else { throw .target(target) }
    self.comparison = comparison
    self.target = target
  }

  /// Whether a value keeps it.
  public func isKept(by value: Double) -> Bool {
    comparison == .atMost ? value <= target : value >= target
  }

  /// How likely it is to be kept, from the value of the measure in each run.
  /// - Throws: `SensitivityError` without runs, for values that are no numbers, and for a confidence
  ///   that is not between 0 and 1.
  public func chance(
    in values: [Double], confidence: Double = 0.95
  ) throws(SensitivityError) -> Chance {
    try RunValues.check(values, "the measure")
    return try Chance(
      count: values.count { isKept(by: $0) }, runs: values.count, confidence: confidence)
  }
}

/// How likely something is, as far as some runs can tell: never certain.
///
/// The interval is that of Wilson (1927), "Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22, without correction.
public struct Chance: Hashable, Sendable {
  /// In how many runs it was so.
  public let count: Int
  /// How many runs there are.
  public let runs: Int
  /// How sure the interval is, such as 0.95.
  public let confidence: Double
  /// The low end of the interval: 0 when it was never so.
  public let low: Double
  /// The high end of the interval: 1 when it was always so.
  public let high: Double

  /// The share of runs in which it was so.
  ///
  /// A share of 0 or 1 is not a probability of 0 or 1: show `low` and `high` beside it.
  public var share: Double { Double(count) / Double(runs) }

  /// The middle of the interval: strictly between 0 and 1 whatever the runs say.
  public var estimate: Double { low / 2 + high / 2 }

  /// The chance of what happened in a count of runs.
  /// - Throws: `SensitivityError` without runs, for a count beyond them, and for a confidence that
  ///   is not between 0 and 1.
  public init(count: Int, runs: Int, confidence: Double = 0.95) throws(SensitivityError) {
    guard runs > 0 else { throw .noRuns(of: "the measure") }
    guard count >= 0, count <= runs else {
      throw .runsDiffer(of: "the measure", found: count, expected: runs)
    }
    guard confidence > 0, confidence < 1 else { throw .confidence(confidence) }
    let z = StandardNormal.quantile(0.5 + confidence / 2)
    let (number, share) = (Double(runs), Double(count) / Double(runs))
    let square = z * z / number
    let middle = (share + square / 2) / (1 + square)
    let spread = (square * share * (1 - share) + square * square / 4).squareRoot() / (1 + square)
    self.count = count
    self.runs = runs
    self.confidence = confidence
    low = count == 0 ? 0 : max(middle - spread, 0)
    high = count == runs ? 1 : min(middle + spread, 1)
  }
}
