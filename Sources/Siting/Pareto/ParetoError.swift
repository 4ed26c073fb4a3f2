// SPDX-License-Identifier: Apache-2.0

/// What can be wrong with points to compare.
public enum ParetoError: Error, Equatable, Sendable {
  /// There is no objective to compare by.
  case noObjectives
  /// The values don't make whole points.
  case wrongValueCount(found: Int, objectives: Int)
  /// A value is not a number.
  case notANumber(point: Int, objective: Int)
}

extension ParetoError: CustomStringConvertible {
  /// The mistake as a sentence: what was found and what is expected.
  public var description: String {
    switch self {
    case .noObjectives: "there is no objective; give at least one"
    case .wrongValueCount(let found, let objectives):
      "\(found) values don't make whole points of \(objectives) objectives"
    case .notANumber(let point, let objective):
      "objective \(objective) of point \(point) is not a number"
    }
  }
}
