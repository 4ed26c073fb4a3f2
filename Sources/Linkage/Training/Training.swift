// SPDX-License-Identifier: Apache-2.0

/// Finds the probabilities of a model from the records: the prior from certain rules, u from random pairs
/// and m by expectation and maximisation, as Splink does, so that a model trained by either agrees.
///
/// Winkler, "Using the EM algorithm for weight computation in the Fellegi-Sunter model of record linkage"
/// (1988).
public struct Training: Sendable {
  let plan: TrainingPlan
  let engine: LinkageEngine

  /// Prepares training; throws when the model or a rule does not fit the records.
  public init(
    _ table: RecordTable, _ model: LinkageModel, _ plan: TrainingPlan
  ) throws(LinkageError) {
    guard plan.recall > 0, plan.recall <= 1 else {
      throw .training(
        "The recall of the certain rules is \(plan.recall); it has to be above 0 and at most 1.")
    }
    self.plan = plan
    engine = try LinkageEngine(table, model, rules: plan.certain + plan.sessions + model.blocking)
  }

  /// Does all of it.
  public func run(_ workers: Workers = .serial) throws(LinkageError) -> TrainedModel {
    var trained = TrainedModel(
      model: engine.model, randomPairs: [], certainPairs: 0, sessions: [], warnings: [])
    try setPrior(&trained, workers)
    setUnlike(&trained, workers)
    var estimates = engine.model.comparisons.map { $0.levels.map { _ in [Double]() } }
    for number in plan.sessions.indices {
      try runSession(number, &trained, &estimates, workers)
    }
    try fillIn(&trained, estimates)
    return trained
  }

  /// The engine for the model's own rules with the probabilities found, without preparing the records again.
  public func engine(for trained: TrainedModel) throws(LinkageError) -> LinkageEngine {
    let own = plan.certain.count + plan.sessions.count
    return try engine.with(probabilitiesOf: trained.model).dropping(rules: own)
  }

  /// What a level is called in a warning.
  static func name(_ comparison: Comparison, _ level: Int) -> String {
    "\(comparison.name), level \(comparison.levels[level].label)"
  }

  /// Puts stand-ins where nothing was found, so that the model is whole.
  private func fillIn(
    _ trained: inout TrainedModel, _ estimates: [[[Double]]]
  ) throws(LinkageError) {
    for (index, comparison) in trained.model.comparisons.enumerated() {
      let known = try StartingProbabilities(comparison)
      for level in comparison.levels.indices where !comparison.levels[level].isMissing {
        let words = Self.name(comparison, level)
        if comparison.levels[level].u == nil {
          trained.warnings.append("No random pair was at \(words): its u is a stand-in.")
        }
        if estimates[index][level].isEmpty, comparison.levels[level].m == nil {
          trained.warnings.append("No pair that trained m was at \(words): its m is a stand-in.")
        }
        trained.model.comparisons[index].levels[level].m = known.m[level]
        trained.model.comparisons[index].levels[level].u = known.u[level]
      }
    }
  }
}
