// SPDX-License-Identifier: Apache-2.0

import Demand
import PlanPackage
import Sampling

extension ProjectionModel {
  /// Runs the model many times.
  ///
  /// - Parameters:
  ///   - runs: How many runs are drawn: numbers 1 to `runs`.
  ///   - seed: What chance is drawn from; nil for the seed of the plan.
  ///   - settings: What is changed of the plan.
  ///   - threads: How many threads share the work; nil for one a core. Results do not depend on it.
  ///   - progress: Told now and then how many runs are done; may be called on any thread.
  /// - Returns: The runs and run 0.
  /// - Throws: `ProjectionError` for settings or runs that cannot be.
  public func ensemble(
    runs: Int, seed: UInt64? = nil, settings: LabSettings = LabSettings(), threads: Int? = nil,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws(ProjectionError) -> Ensemble {
    guard (1...Ensemble.mostRuns).contains(runs) else { throw .runs(runs) }
    return try ensemble(
      1..<(runs + 1), seed: seed, settings: settings, threads: threads, progress: progress)
  }

  /// Runs a part of an ensemble: the runs of some numbers, and run 0 beside them.
  public func ensemble(
    _ runs: Range<Int>, seed: UInt64? = nil, settings: LabSettings = LabSettings(),
    threads: Int? = nil, progress: (@Sendable (Int) -> Void)? = nil
  ) throws(ProjectionError) -> Ensemble {
    guard runs.lowerBound >= 1, runs.upperBound - 1 <= Ensemble.mostRuns, !runs.isEmpty else {
      throw .runs(runs.count)
    }
    let chance = try chance(seed: seed ?? self.seed, settings)
    let engines = engines
    let blocks = try RunBlocks.map(runs, threads: threads, progress: progress) {
      (block) throws(ProjectionError) -> RunBlock in
      try RunBlock(block, engines, chance)
    }
    let whole = try [RunBlock(0..<1, engines, chance)] + blocks
    return Ensemble(
      model: self, runs: runs, seed: chance.seed, settings: settings,
      figures: whole.flatMap(\.figures), draws: whole.flatMap(\.draws),
      variants: whole.flatMap(\.variants))
  }

  /// How runs are drawn under a seed and some settings.
  func chance(seed: UInt64, _ settings: LabSettings) throws(ProjectionError) -> RunChance {
    let inputs = try drawn(settings)
    do {
      return RunChance(
        seed: seed,
        sampler: try InputSampler(inputs: inputs, correlations: correlations, seed: seed),
        variant: try DiscreteChoice(
          id: "population", probabilities: engines.demand.inputs.variants.map(\.probability),
          seed: seed))
    } catch {
      throw .engine("\(error)")
    }
  }

  /// The distributions of the assumptions after some changes.
  private func drawn(_ settings: LabSettings) throws(ProjectionError) -> [UncertainInput] {
    for id in settings.changes.keys.sorted() where !entries.contains(where: { $0.input.id == id }) {
      throw .unknownInput(id, nearest: nearestInput(to: id))
    }
    var inputs: [UncertainInput] = []
    for entry in entries {
      guard let change = settings.changes[entry.input.id] else {
        inputs.append(entry.input)
        continue
      }
      inputs.append(try entry.changed(change))
    }
    return inputs
  }
}

/// The figures and draws of a few runs, one after another.
private struct RunBlock: Sendable {
  var figures: [Double] = []
  var draws: [[Double]] = []
  var variants: [Int] = []

  init(
    _ runs: Range<Int>, _ engines: ProjectionEngines, _ chance: RunChance
  ) throws(ProjectionError) {
    var runner = ProjectionRunner(engines, chance)
    for run in runs {
      let outcome = try runner.outcome(run)
      figures += outcome.figures(engines)
      draws.append(outcome.draws)
      variants.append(outcome.variant)
    }
  }
}

extension InputRegistry.Entry {
  /// The input after a change, held within what is possible for it.
  func changed(_ change: LabSettings.Change) throws(ProjectionError) -> UncertainInput {
    do {
      switch change {
      case .fixed(let value):
        guard value.isFinite else { throw ProjectionError.notANumber(input: input.id) }
        return try UncertainInput(
          id: input.id, distribution: .fixed(held(value)), centre: held(value))
      case .range(let low, let high):
        guard low.isFinite, high.isFinite else {
          throw ProjectionError.notANumber(input: input.id)
        }
        guard low <= high else {
          throw ProjectionError.lowAboveHigh(input: input.id, low: low, high: high)
        }
        let centre = min(max(central, low), high)
        let distribution = try Distribution(
          shape: shape == .fixed ? .uniform : shape, low: held(low), central: held(centre),
          high: held(high))
        return try UncertainInput(
          id: input.id, distribution: distribution, centre: held(centre))
      }
    } catch let error as ProjectionError {
      throw error
    } catch {
      throw .engine("\(error)")
    }
  }

  private func held(_ value: Double) -> Double {
    min(max(value, limits.lowerBound), limits.upperBound)
  }
}
