// SPDX-License-Identifier: Apache-2.0

/// How a percentile of a few values is worked out.
///
/// The nine rules of Hyndman and Fan, “Sample Quantiles in Statistical Packages”, The American
/// Statistician 50 (1996), numbered as there and in R's `quantile`. They agree on large samples
/// and differ on small ones, so that a published quartile means little without its rule.
public enum QuantileRule: Int, CaseIterable, Sendable {
  /// The value at or above which the share first reaches the percentile.
  case inverseDistribution = 1
  /// The same, with the mean of two values where the share falls exactly between them.
  case averagedInverse = 2
  /// The value nearest to the percentile, ties to the even place (SAS).
  case nearestEven = 3
  /// A straight line through the steps of the distribution.
  case linearInverse = 4
  /// A straight line through the middles of the steps (Hazen).
  case hazen = 5
  /// Places out of n + 1 (Weibull; Minitab, SPSS; QUARTILE.EXC of spreadsheets).
  case weibull = 6
  /// Places out of n − 1 (R's and numpy's own; QUARTILE.INC of spreadsheets).
  case linear = 7
  /// Nearly without bias for the median, whatever the distribution.
  case medianUnbiased = 8
  /// Nearly without bias for values from a normal distribution.
  case normalUnbiased = 9

  /// The name of the rule, for the line under a table.
  public var name: String {
    switch self {
    case .inverseDistribution: "type 1, inverse of the distribution"
    case .averagedInverse: "type 2, inverse of the distribution with averaging"
    case .nearestEven: "type 3, nearest even place"
    case .linearInverse: "type 4, linear on the distribution"
    case .hazen: "type 5, Hazen"
    case .weibull: "type 6, Weibull (QUARTILE.EXC)"
    case .linear: "type 7, linear (R, numpy, QUARTILE.INC)"
    case .medianUnbiased: "type 8, median unbiased"
    case .normalUnbiased: "type 9, normal unbiased"
    }
  }

  /// The value below which a share of the values lies.
  ///
  /// - Parameters:
  ///   - share: from 0 to 1; 0.25 is the lower quartile.
  ///   - values: in any order.
  /// - Returns: nil when there is no value.
  public func quantile(_ share: Double, of values: [Double]) -> Double? {
    quantile(share, ofSorted: values.sorted())
  }

  /// The same for values that are in rising order already.
  public func quantile(_ share: Double, ofSorted values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let (place, weight) = position(min(max(share, 0), 1), count: values.count)
    let low = values[min(max(place, 1), values.count) - 1]
    let high = values[min(max(place + 1, 1), values.count) - 1]
    // Not a sum of products where it need not be, so that a value comes out as it went in.
    if weight == 0 || low == high { return low }
    return weight == 1 ? high : low + weight * (high - low)
  }

  /// The place below (from 1) and how far to go towards the next, in the notation of the paper:
  /// `j = floor(np + m)` and `γ` of `g = np + m − j`.
  private func position(_ share: Double, count: Int) -> (place: Int, weight: Double) {
    let n = Double(count)
    // A share such as 0.1 is a little off in binary; R allows for four units in the last place.
    let tolerance = 4 * Double.ulpOfOne
    let target = n * share + offset(share)
    let whole = (target + tolerance * max(1, n)).rounded(.down)
    let rest = (target - whole).magnitude < tolerance * max(1, n) ? 0 : target - whole
    let place = Int(whole)
    switch self {
    case .inverseDistribution: return (place, rest > 0 ? 1 : 0)
    case .averagedInverse: return (place, rest > 0 ? 1 : 0.5)
    case .nearestEven: return (place, rest == 0 && place.isMultiple(of: 2) ? 0 : 1)
    default: return (place, rest)
    }
  }

  /// `m` of the paper.
  private func offset(_ share: Double) -> Double {
    switch self {
    case .inverseDistribution, .averagedInverse, .linearInverse: 0
    case .nearestEven: -0.5
    case .hazen: 0.5
    case .weibull: share
    case .linear: 1 - share
    case .medianUnbiased: (share + 1) / 3
    case .normalUnbiased: share / 4 + 3.0 / 8
    }
  }
}
