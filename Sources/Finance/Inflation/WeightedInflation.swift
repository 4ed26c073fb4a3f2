// SPDX-License-Identifier: Apache-2.0

/// How far from 100 four weights may sum that were each rounded to two decimals.
private let weightTolerance = 0.02

/// Weighs the inflation of each component of cost into one rate.
///
///     overall = (pay weight x pay rate + ... + other weight x other rate) / 100
///
/// The published overall rates of NHS Improvement's "Economic assumptions 2016/17 to 2020/21" are
/// 0.05 to 0.09 points above this sum of their own published rows; see the tests.
/// - Parameters:
///   - weights: the share of each component in the cost base, in per cent; they sum to 100.
///   - rates: the inflation of each component in one year.
/// - Returns: the overall rate of that year.
/// - Throws: negative weights, weights that don't sum to 100 within 0.02, rates that are not finite
///   or not above -100%.
public func weightedInflation(
  weights: PerComponent<Percent>, rates: PerComponent<Percent>
) throws(FinanceErrors) -> Percent {
  var mistakes = MistakeList()
  mistakes.requireWeights(weights)
  for component in CostComponent.allCases {
    mistakes.requireRate(rates[component], Place(.inflation, .component(component)))
  }
  try mistakes.throwIfAny()
  return weightedSum(weights) { rates[$0] }
}

/// Weighs series of inflation into one series that has a rate for each of `years`.
///
/// - Parameters:
///   - weights: the share of each component in the cost base, in per cent; they sum to 100.
///   - rates: the inflation of each component; rates of other years are left out.
///   - years: the years to weigh.
/// - Returns: the overall rate of each of `years`.
/// - Throws: as the function for a single year, and a missing rate for each year without one.
public func weightedInflation(
  weights: PerComponent<Percent>, rates: PerComponent<YearlyRate>, over years: ClosedRange<Year>
) throws(FinanceErrors) -> YearlyRate {
  var mistakes = MistakeList()
  mistakes.requireWeights(weights)
  for component in CostComponent.allCases {
    mistakes.requireRates(rates[component], of: years, Place(.inflation, .component(component)))
  }
  try mistakes.throwIfAny()
  var series: [Year: Percent] = [:]
  for year in years {
    series[year] = weightedSum(weights) { rates[$0][year] ?? 0 }
  }
  return .byYear(series)
}

private func weightedSum(
  _ weights: PerComponent<Percent>, _ rate: (CostComponent) -> Percent
) -> Percent {
  let sum = CostComponent.allCases.reduce(0.0) { sum, component in
    sum + weights[component].value * rate(component).value
  }
  return Percent(sum / 100)
}

extension MistakeList {
  fileprivate mutating func requireWeights(_ weights: PerComponent<Percent>) {
    let before = errors.count
    for component in CostComponent.allCases {
      report(.negativeWeight(component), unless: weights[component].value >= 0)
    }
    guard errors.count == before else { return }
    let sum = CostComponent.allCases.reduce(0.0) { $0 + weights[$1].value }
    report(.weightsDoNotSumTo100(sum: sum), unless: (sum - 100).magnitude <= weightTolerance)
  }
}
