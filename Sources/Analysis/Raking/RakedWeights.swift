// SPDX-License-Identifier: Apache-2.0

/// A weight for each respondent.
public struct RakedWeights: Sendable, Equatable {
  /// The weights, in the respondents' order.
  ///
  /// Their mean is 1.
  public let weights: [Double]
  /// How many times round the margins it took.
  public let iterations: Int
  /// The largest difference left between a weighted share and the population's, from 0 to 1.
  public let largestGap: Double
  /// Whether every share is within the tolerance.
  ///
  /// Only a cap can leave this false.
  public let marginsMet: Bool
  /// How many weights stand at the cap.
  public let atCap: Int

  /// How many respondents of equal weight would give the same precision: (sum w)^2 / sum w^2
  /// (Kish, 1965).
  public var effectiveSampleSize: Double { Self.effectiveSize(of: weights) }

  /// How much the variance grows because weights differ: respondents over effective sample size.
  public var designEffect: Double {
    let effective = effectiveSampleSize
    return effective > 0 ? Double(weights.count) / effective : 1
  }

  static func effectiveSize(of weights: some Sequence<Double>) -> Double {
    var sum = 0.0
    var squares = 0.0
    for weight in weights {
      sum += weight
      squares += weight * weight
    }
    return squares > 0 ? sum * sum / squares : 0
  }
}

/// One option's share with and without weights.
public struct WeightedShare: Sendable, Equatable {
  /// Respondents who chose the option.
  public let count: Int
  /// The share without weights; its interval uses the respondents who answered.
  public let unweighted: ProportionInterval
  /// The share with weights; its interval uses the effective sample size of those who answered.
  public let weighted: ProportionInterval
}

extension RakedWeights {
  /// The share of each option with and without weights, among those who answered.
  ///
  /// - Parameters:
  ///   - answers: Each respondent's option; nil where there is no answer, which leaves them out.
  ///   - optionCount: How many options the question has. Answers beyond it are left out.
  /// - Returns: One row per option; nil if nobody answered or the answers are not one per weight.
  public func shares(ofAnswers answers: [Int?], optionCount: Int) -> [WeightedShare]? {
    guard answers.count == weights.count, optionCount > 0 else { return nil }
    var counts = Array(repeating: 0, count: optionCount)
    var sums = Array(repeating: 0.0, count: optionCount)
    var used: [Double] = []
    for (answer, weight) in zip(answers, weights) {
      guard let answer, counts.indices.contains(answer) else { continue }
      counts[answer] += 1
      sums[answer] += weight
      used.append(weight)
    }
    let total = sums.reduce(0, +)
    let effective = Self.effectiveSize(of: used)
    var rows: [WeightedShare] = []
    for option in 0..<optionCount {
      guard
        let unweighted = ProportionInterval(count: counts[option], base: used.count),
        let weighted = ProportionInterval(
          share: min(1, sums[option] / total), base: effective)
      else { return nil }
      rows.append(
        WeightedShare(count: counts[option], unweighted: unweighted, weighted: weighted))
    }
    return rows
  }
}
