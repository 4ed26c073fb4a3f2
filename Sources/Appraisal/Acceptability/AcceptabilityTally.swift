// SPDX-License-Identifier: Apache-2.0

/// Adds up ranks and wins over weights, each with the mass it stands for.
struct AcceptabilityTally {
  private let tables: [ScenarioTable]
  private let options: Int
  private let criteria: Int
  /// The mass added so far.
  private var mass = 0.0
  /// Shares of ranks, one row for each option.
  private var ranks: Moments
  /// Shares of wins, one row for each option.
  private var wins: Moments
  /// For each option and criterion: first share times weight, and the sums for its error.
  private var firstWeight: [Double]
  private var squareWeight: [Double]
  private var squareWeightSquare: [Double]

  /// Sums of shares and of their squares.
  private struct Moments {
    var sum: [Double]
    var square: [Double]

    init(_ count: Int) {
      sum = Array(repeating: 0, count: count)
      square = sum
    }

    mutating func add(_ shares: [Double], mass: Double) {
      for index in shares.indices where shares[index] != 0 {
        sum[index] += mass * shares[index]
        square[index] += mass * shares[index] * shares[index]
      }
    }
  }

  init(_ tables: [ScenarioTable], options: Int, criteria: Int) {
    self.tables = tables
    self.options = options
    self.criteria = criteria
    ranks = Moments(options * options)
    wins = Moments(options * options)
    firstWeight = Array(repeating: 0, count: options * criteria)
    squareWeight = firstWeight
    squareWeightSquare = firstWeight
  }

  /// Adds one set of weights; all scenarios count at once, each by its probability.
  mutating func add(_ weights: [Double], mass: Double) {
    var rankShares = [Double](repeating: 0, count: options * options)
    var winShares = rankShares
    for scenario in tables where scenario.probability > 0 {
      let totals = scenario.table.totals(weights)
      for option in 0..<options {
        var rank = 0
        for other in 0..<options {
          if totals[other] > totals[option] + tieTolerance { rank += 1 }
          if totals[option] > totals[other] + tieTolerance {
            winShares[option * options + other] += scenario.probability
          }
        }
        rankShares[option * options + rank] += scenario.probability
      }
    }
    ranks.add(rankShares, mass: mass)
    wins.add(winShares, mass: mass)
    for option in 0..<options {
      addCentral(option, rankShares[option * options], weights, mass)
    }
    self.mass += mass
  }

  private mutating func addCentral(
    _ option: Int, _ first: Double, _ weights: [Double], _ mass: Double
  ) {
    guard first > 0 else { return }
    for column in 0..<criteria {
      let index = option * criteria + column
      firstWeight[index] += mass * first * weights[column]
      squareWeight[index] += mass * first * first * weights[column]
      squareWeightSquare[index] += mass * first * first * weights[column] * weights[column]
    }
  }

  /// The result, with the ids it is about.
  func result(
    _ method: RankAcceptability.Method, options ids: [OptionID], criteria names: [CriterionID]
  ) -> RankAcceptability {
    let acceptabilities = ids.indices.map { option in
      OptionAcceptability(
        option: ids[option],
        ranks: ids.indices.map { estimate(ranks, option * options + $0, method) },
        central: central(option, names, method))
    }
    let pairs = ids.indices.flatMap { option in
      ids.indices.filter { $0 != option }.map { other in
        PairwiseWinning(
          option: ids[option], other: ids[other],
          probability: estimate(wins, option * options + other, method))
      }
    }
    return RankAcceptability(method: method, options: acceptabilities, pairs: pairs)
  }

  private func estimate(
    _ moments: Moments, _ index: Int, _ method: RankAcceptability.Method
  ) -> Estimate {
    let mean = moments.sum[index] / mass
    guard case .simulated = method else { return Estimate(value: mean, standardError: 0) }
    let variance = max(0, moments.square[index] / mass - mean * mean)
    return Estimate(value: mean, standardError: squareRoot(variance / (mass - 1)))
  }

  private func central(
    _ option: Int, _ names: [CriterionID], _ method: RankAcceptability.Method
  ) -> CentralWeights? {
    let first = ranks.sum[option * options]
    guard first > 0 else { return nil }
    let estimates = names.indices.map { centralWeight(option, $0, first, method) }
    let weights = estimates.map(\.value)
    let confidence = tables.reduce(0.0) { sum, scenario in
      let isFirst = leaders(of: scenario.table.totals(weights)).contains(option)
      return isFirst ? sum + scenario.probability : sum
    }
    return CentralWeights(
      weights: zip(names, estimates).map { WeightEstimate(criterion: $0, weight: $1) },
      confidence: confidence)
  }

  /// The mean and, for a ratio of sums over draws `x` and `x w`, the linearised error
  /// `sqrt(sum of x² (w - mean)²) / sum of x`.
  private func centralWeight(
    _ option: Int, _ column: Int, _ first: Double, _ method: RankAcceptability.Method
  ) -> Estimate {
    let index = option * criteria + column
    let mean = firstWeight[index] / first
    guard case .simulated = method else { return Estimate(value: mean, standardError: 0) }
    let squares = ranks.square[option * options]
    let spread =
      squareWeightSquare[index] - 2 * mean * squareWeight[index] + mean * mean * squares
    return Estimate(value: mean, standardError: squareRoot(max(0, spread)) / first)
  }
}
