// SPDX-License-Identifier: Apache-2.0

/// A cause of growth, with the different factors that it has for different rows.
///
/// Level 0 of a family is that it does not apply; the value of every other level is worked out once
/// in a run.
struct FactorFamily: Sendable {
  /// What the values of levels come from.
  enum Source: Sendable {
    /// For each level and variant, the growth.
    case growth([[Double]])
    /// For each level, a curve and an age.
    case health([HealthLevel])
    /// For each level, the factors that are multiplied.
    case factors([[YearlyValue]])
  }

  /// A value and the power that it is raised to.
  struct YearlyValue: Sendable {
    let value: ParameterValue
    let years: Int
  }

  let id: String
  let source: Source

  /// The number of levels, with level 0.
  var levelCount: Int {
    switch source {
    case .growth(let levels): levels.count + 1
    case .health(let levels): levels.count + 1
    case .factors(let levels): levels.count + 1
    }
  }

  /// The value of each level in a run.
  func values(_ draws: [Double], variant: Int) -> [Double] {
    switch source {
    case .growth(let levels): [1] + levels.map { $0[variant] }
    case .health(let levels): [1] + levels.map { $0.factor(draws) }
    case .factors(let levels):
      [1]
        + levels.map { list in
          list.reduce(1) { $0 * Self.power(max($1.value.value(draws), 0), $1.years) }
        }
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}

/// One age of one curve of the adjustment for health.
struct HealthLevel: Sendable {
  let rates: [Double]
  let age: Int
  let addedYears: Double
  let healthyShare: ParameterValue

  func factor(_ draws: [Double]) -> Double {
    let now = rates[min(age, rates.count - 1)]
    guard now > 0 else { return 1 }
    let adjusted = Double(age) - healthyShare.value(draws) * addedYears
    return max(rate(adjusted), 0) / now
  }

  private func rate(_ age: Double) -> Double {
    let last = rates.count - 1
    let place = min(max(age, 0), Double(last))
    let below = Int(place)
    guard below < last else { return rates[last] }
    return rates[below] + (place - Double(below)) * (rates[below + 1] - rates[below])
  }
}
