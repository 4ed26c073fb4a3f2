// SPDX-License-Identifier: Apache-2.0

extension SamplingError: CustomStringConvertible {
  /// What was found, what was expected and what to do, in plain words.
  public var description: String {
    switch self {
    case .input(let id, let problem): "“\(id)”: \(problem)"
    case .notANumber, .lowAboveHigh, .modeOutside, .negativeDeviation, .outsideRange:
      distributionWords
    case .meanOutside, .trialsOutside, .probabilityOutside, .noChoices, .probabilitiesSum:
      chanceWords
    case .noValues, .valueNotANumber, .lengthsDiffer: valueWords
    default: correlationWords
    }
  }

  private var distributionWords: String {
    switch self {
    case .notANumber(let value):
      "\(value) cannot be part of a distribution. Enter finite numbers."
    case .lowAboveHigh(let low, let high):
      "The low end, \(low), is above the high end, \(high). Exchange or correct them."
    case .modeOutside(let low, let mode, let high):
      "The most likely value, \(mode), is not from \(low) to \(high). Correct one of the three."
    case .negativeDeviation(let value):
      "A standard deviation of \(value) is below 0. Enter 0 or more."
    case .outsideRange(let low, let high, let range):
      "The interval from \(low) to \(high) goes beyond what is possible, "
        + "\(range.lowerBound) to \(range.upperBound). Narrow the interval."
    default: ""
    }
  }

  private var chanceWords: String {
    switch self {
    case .meanOutside(let mean, let most):
      "The mean of a count is \(mean). It must be from 0 to \(most)."
    case .trialsOutside(let trials, let most):
      "The number of trials is \(trials). It must be from 0 to \(most)."
    case .probabilityOutside(let value):
      "The probability is \(value). It must be from 0 to 1."
    case .noChoices: "There is nothing to choose from. Give at least one choice."
    case .probabilitiesSum(let sum):
      "The probabilities add up to \(sum). They must add up to 1."
    default: ""
    }
  }

  private var valueWords: String {
    switch self {
    case .noValues: "There are no values to summarise."
    case .valueNotANumber(let place):
      "Value \(place + 1) of the list is infinite or not a number. Remove or correct it."
    case .lengthsDiffer(let first, let second):
      "Two lists that belong together have \(first) and \(second) values."
    default: ""
    }
  }

  private var correlationWords: String {
    switch self {
    case .inputTwice(let id): "There are two inputs called “\(id)”. Give each a name of its own."
    case .unknownInput(let id, let pair):
      "The correlation of \(pair.names) names “\(id)”, which is not an uncertain input. "
        + "Add the input or correct the name."
    case .correlationOutside(let pair):
      "The rank correlation of \(pair.names) is \(pair.value). It must be from -1 to 1."
    case .correlationWithItself(let pair):
      "“\(pair.first)” is correlated with itself. Name two inputs, or take the correlation out."
    case .correlationTwice(let pair):
      "The rank correlation of \(pair.names) is stated twice. Take one out."
    case .correlationsContradict(let first, let second):
      "The rank correlation of \(first.names) is both \(first.value) and \(second.value). "
        + "Keep one of them."
    case .impossibleCorrelations(let names, let name, let nearest):
      Self.impossible(names, name, nearest)
    default: ""
    }
  }

  private static func impossible(
    _ names: [String], _ name: String, _ nearest: CorrelationMatrix
  ) -> String {
    let listed = names.map { "“\($0)”" }.joined(separator: ", ")
    let offer = nearest.pairsToState
      .filter { names.contains($0.first) && names.contains($0.second) }
      .map { "\($0.names) \($0.value)" }
      .joined(separator: "; ")
    return "No inputs can have the rank correlations stated among \(listed): they contradict one "
      + "another, which shows at “\(name)” (the matrix is not positive definite). "
      + "The nearest that is possible: \(offer)."
  }
}
