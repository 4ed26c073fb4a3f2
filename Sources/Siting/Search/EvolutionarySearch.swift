// SPDX-License-Identifier: Apache-2.0

/// A search for the configurations that no other betters in every objective.
///
/// An archive keeps the non-dominated configurations found. It is seeded, for each objective, by
/// opening sites one by one, swapping them in between (Teitz and Bart, Oper. Res. 1968;16:955), and
/// by closing them one by one. Two kinds of steps then share the evaluations. One tries all
/// neighbours of a member (Pareto local search: Paquete, Chiarandini and Stützle 2004). The other
/// walks at random from a member, a cross of two members or a newcomer, accepting slightly worse
/// configurations for weights of the objectives that change from walk to walk (threshold accepting:
/// Dueck and Scheuer, J. Comput. Phys. 1990;90:161). A move opens, closes or swaps sites, so an
/// evaluation costs a flip or two. When there are no more configurations than evaluations, all are
/// tried instead.
///
/// The result depends on the inputs and the seed only.
///
/// ```swift
/// let search = try EvolutionarySearch(
///   evaluator,
///   objectives: [
///     SearchObjective(.units, .minimise), SearchObjective(.meanMinutes, .minimise),
///     SearchObjective(.withinFirstAtTarget, .maximise),
///   ],
///   evaluationLimit: 100_000, seed: 1)
/// let front = search.run().members
/// ```
public struct EvolutionarySearch: Sendable {
  /// What configurations are measured with.
  public let evaluator: ConfigurationEvaluator
  /// What to improve.
  public let objectives: [SearchObjective]
  /// How many configurations may be evaluated.
  ///
  /// With up to 24 sites to decide, meeting a configuration again doesn't count. A search that meets
  /// hardly anything new ends before the limit.
  public let evaluationLimit: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// Configurations to start from, such as the present one or the best for a single objective.
  public let starts: [Configuration]

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - evaluator: what configurations are measured with.
  ///   - objectives: what to improve; each measure at most once.
  ///   - evaluationLimit: how many configurations may be evaluated.
  ///   - seed: the seed of the random numbers.
  ///   - starts: configurations to start from, such as the present one.
  /// - Throws: ``SearchError`` when there is no objective or a repeated one, the limit is below one,
  ///   nothing may be open, or a starting configuration can't be evaluated.
  public init(
    _ evaluator: ConfigurationEvaluator, objectives: [SearchObjective], evaluationLimit: Int,
    seed: UInt64, starts: [Configuration] = []
  ) throws(SearchError) {
    guard !objectives.isEmpty else { throw .noObjectives }
    for (index, objective) in objectives.enumerated() {
      let isRepeated = objectives[..<index].contains { $0.measure == objective.measure }
      if isRepeated { throw .repeatedMeasure(objective.measure) }
    }
    guard evaluationLimit > 0 else { throw .noEvaluations(limit: evaluationLimit) }
    guard evaluator.roles.contains(where: { $0 != .alwaysClosed }) else { throw .nothingToOpen }
    for (position, start) in starts.enumerated() {
      do { try evaluator.check(start) } catch { throw .badStart(position: position, error) }
    }
    self.evaluator = evaluator
    self.objectives = objectives
    self.evaluationLimit = evaluationLimit
    self.seed = seed
    self.starts = starts
  }

  /// Runs the search to its limit, or until `progress` returns ``SearchDecision/stop``.
  ///
  /// `progress` is asked about every thousand evaluations.
  public func run(
    progress: (FrontProgress) -> SearchDecision = { _ in .goOn }
  ) -> SearchResult {
    withoutActuallyEscaping(progress) { progress in
      var run = SearchRun(self, progress: progress)
      run.goToEnd()
      return run.result
    }
  }
}

/// How far a search has come.
public struct FrontProgress: Hashable, Sendable {
  /// The configurations evaluated so far.
  public let evaluations: Int
  /// The most configurations that may be evaluated.
  public let evaluationLimit: Int
  /// The non-dominated configurations found so far.
  public let frontSize: Int
}

/// What a search has found.
public struct SearchResult: Hashable, Sendable {
  /// A configuration with its measures.
  public struct Member: Hashable, Sendable {
    /// The configuration.
    public let configuration: Configuration
    /// Its measures.
    public let measures: ConfigurationMeasures
  }

  /// The configurations that no other evaluated one dominates, ordered by the objectives, the best
  /// of the first objective first.
  ///
  /// Of configurations with the same values of all objectives, one is a member. A configuration with
  /// all sites closed never is.
  public let members: [Member]
  /// The configurations evaluated.
  public let evaluations: Int
  /// Whether all configurations were evaluated, so that the members are the whole exact front.
  public let isComplete: Bool
  /// Whether the progress callback stopped the search.
  public let wasStopped: Bool
}
