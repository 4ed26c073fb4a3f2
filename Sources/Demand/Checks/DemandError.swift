// SPDX-License-Identifier: Apache-2.0

/// Everything that is wrong, in the order of the inputs.
public struct DemandError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Everything that is wrong, at least one thing.
  public let problems: [DemandProblem]

  /// Gathers problems.
  public init(_ problems: [DemandProblem]) { self.problems = problems }

  /// One line for each problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
