// SPDX-License-Identifier: Apache-2.0

/// What somebody wants to see changed: assumptions held at a value, or drawn from another range.
///
/// Luck hangs on the name of an assumption and the number of the run, so that two settings differ in
/// what was set and in nothing else.
public struct LabSettings: Sendable, Hashable {
  /// What becomes of one assumption.
  public enum Change: Sendable, Hashable {
    /// It has this value in every run.
    case fixed(Double)
    /// Its range becomes this, with the distribution that the plan gives it; the central run has the
    /// plan's central value where that is inside, and otherwise the nearer end.
    case range(low: Double, high: Double)
  }

  /// Changes by the id of an assumption.
  public var changes: [String: Change]

  /// Gathers changes; none leaves the plan as it is.
  public init(_ changes: [String: Change] = [:]) { self.changes = changes }

  /// Whether nothing is changed.
  public var isEmpty: Bool { changes.isEmpty }
}

/// Why a projection could not be run as asked.
public enum ProjectionError: Error, Sendable, Hashable {
  /// No assumption of the projection has this name.
  case unknownInput(String, nearest: String?)
  /// A number that is infinite or not a number.
  case notANumber(input: String)
  /// The low end of a range is above its high end.
  case lowAboveHigh(input: String, low: Double, high: Double)
  /// The number of runs is below one or above a million.
  case runs(Int)
  /// No measure has this name.
  case unknownMeasure(String, nearest: String?)
  /// A year that is not projected.
  case unknownYear(Int, known: ClosedRange<Int>)
  /// A run that the ensemble does not have.
  case unknownRun(Int, known: ClosedRange<Int>)
  /// An engine refused values that its checks let pass; this is a mistake of ours.
  case engine(String)

  /// What was found, what was expected and what to do.
  public var plainEnglish: String {
    switch self {
    case .unknownInput(let id, let nearest):
      "found the assumption “\(id)”; expected one that the projection uses. "
        + (nearest.map { "Did you mean “\($0)”?" } ?? "Look at inputs.csv for their names.")
    case .notANumber(let id):
      "found a value of “\(id)” that is not a number; expected a finite one. Correct it."
    case .lowAboveHigh(let id, let low, let high):
      "found a range of “\(id)” from \(low) to \(high); expected the low end first. "
        + "Change the two over."
    case .runs(let runs):
      "found \(runs) runs; expected from 1 to \(Ensemble.mostRuns). Ask for fewer or more."
    case .unknownMeasure(let id, let nearest):
      "found the measure “\(id)”; expected one of the projection. "
        + (nearest.map { "Did you mean “\($0)”?" } ?? "Leave it out to see them all.")
    case .unknownYear(let year, let known):
      "found the year \(year); expected \(known.lowerBound) to \(known.upperBound)."
    case .unknownRun(let run, let known):
      "found run \(run); expected \(known.lowerBound) to \(known.upperBound)."
    case .engine(let text): "an engine stopped: \(text). Please report it."
    }
  }
}
