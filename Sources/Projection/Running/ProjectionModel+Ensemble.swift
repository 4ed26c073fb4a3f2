// SPDX-License-Identifier: Apache-2.0

extension ProjectionModel {
  /// Runs the model many times.
  ///
  /// - Parameters:
  ///   - runs: How many runs are drawn: numbers 1 to `runs`.
  ///   - seed: What chance is drawn from; nil for the seed of the plan.
  ///   - settings: What is changed of the plan.
  ///   - threads: How many threads share the work; nil for one a core. Results do not depend on it.
  ///   - progress: Told now and then how many runs are done; may be called on any thread.
  /// - Throws: `ProjectionError` for settings or runs that cannot be.
  public func ensemble(
    runs: Int, seed: UInt64? = nil, settings: LabSettings = LabSettings(), threads: Int? = nil,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws(ProjectionError) -> Ensemble {
    guard (1...Ensemble.mostRuns).contains(runs) else { throw .runs(runs) }
    throw .runs(runs)
  }

  /// Divides the change of a measure since the base year among its causes, in one run.
  ///
  /// - Throws: `ProjectionError` for a measure, year or settings that are not there.
  public func attribution(
    _ measure: String, year: Int, run: Int, seed: UInt64? = nil,
    settings: LabSettings = LabSettings()
  ) throws(ProjectionError) -> ProjectionAttribution {
    throw .runs(run)
  }

  /// Divides the mean change of a measure since the base year among its causes: for each cause the
  /// mean of its shares over all runs drawn.
  ///
  /// - Throws: `ProjectionError` for a measure or year that is not there.
  public func attribution(
    _ measure: String, year: Int, mean ensemble: Ensemble
  ) throws(ProjectionError) -> ProjectionAttribution {
    throw .runs(year)
  }
}
