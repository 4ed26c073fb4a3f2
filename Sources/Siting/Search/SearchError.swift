// SPDX-License-Identifier: Apache-2.0

/// What can be wrong with what a search is asked.
public enum SearchError: Error, Equatable, Sendable {
  /// There is no objective.
  case noObjectives
  /// A measure is an objective twice.
  case repeatedMeasure(Measure)
  /// The limit allows no evaluation.
  case noEvaluations(limit: Int)
  /// Every configuration that the roles allow has all sites closed.
  case nothingToOpen
  /// A starting configuration can't be evaluated.
  case badStart(position: Int, EvaluationError)
}

extension SearchError: CustomStringConvertible {
  /// The mistake as a sentence: what was found and what is expected.
  public var description: String {
    switch self {
    case .noObjectives: "there is no objective; give at least one"
    case .repeatedMeasure(let measure): "\(measure) is an objective twice; give it once"
    case .noEvaluations(let limit): "a limit of \(limit) evaluations allows none; give at least 1"
    case .nothingToOpen: "all sites are always closed; at least one has to be open or optional"
    case .badStart(let position, let error):
      "starting configuration \(position) can't be evaluated: \(error)"
    }
  }
}
