// SPDX-License-Identifier: Apache-2.0

/// Shapley values (Shapley, 1953) of shares that each take their part of what the others leave.
///
/// The worth of a set S of shares is 1 − ∏ᵢ∈S (1 − sᵢ), or that and no more than a cap.
public enum ShapleyShares {
  /// The largest number of shares for which every subset is gone through when there is a cap.
  public static let largestExact = 12

  /// Exact values without a cap, for any number of shares.
  ///
  /// In a random order, share i gains sᵢ ∏ (1 − sⱼ) over those j before it. Given k of the n − 1
  /// others before it, each choice of k is as likely as another, so that the product is on average
  /// the mean mₖ of the k-fold products of the others. With every k as likely as another,
  /// φᵢ = sᵢ/n ∑ mₖ. The means follow from one share more: mₖ′ = ((n−k) mₖ + k q mₖ₋₁)/n, sums of
  /// numbers that are not negative, so nothing cancels.
  /// - Complexity: O(n³).
  public static func exact(_ shares: [Double]) -> [Double] {
    shares.indices.map { place in
      var means = [1.0]
      for (other, share) in shares.enumerated() where other != place {
        means = added(means, 1 - share)
      }
      return shares[place] * means.reduce(0, +) / Double(shares.count)
    }
  }

  /// Means of k-fold products after one factor more.
  private static func added(_ means: [Double], _ factor: Double) -> [Double] {
    let count = means.count
    return (0...count).map { size in
      let without = size < count ? Double(count - size) * means[size] : 0
      let with = size > 0 ? Double(size) * factor * means[size - 1] : 0
      return (without + with) / Double(count)
    }
  }

  /// Exact values under a cap, by going through every subset; at most ``largestExact`` shares.
  ///
  /// - Complexity: O(n 2ⁿ).
  /// - Precondition: no more than ``largestExact`` shares.
  public static func exact(_ shares: [Double], cap: Double) -> [Double] {
    precondition(shares.count <= largestExact, "Draw orders for more shares than this.")
    let count = shares.count
    var worths: [Double] = []
    for subset in 0..<(1 << count) {
      worths.append(
        worth(shares.indices.filter { subset & (1 << $0) != 0 }.map { shares[$0] }, cap))
    }
    let weights = sizeWeights(count)
    return shares.indices.map { place in
      var value = 0.0
      for subset in 0..<(1 << count) where subset & (1 << place) == 0 {
        let gain: Double = worths[subset | (1 << place)] - worths[subset]
        value += weights[subset.nonzeroBitCount] * gain
      }
      return value
    }
  }

  /// k! (n − 1 − k)! / n! for each k, by ratios.
  private static func sizeWeights(_ count: Int) -> [Double] {
    guard count > 0 else { return [] }
    var weights = [1 / Double(count)]
    for size in 1..<max(1, count) {
      weights.append(weights[size - 1] * Double(size) / Double(count - size))
    }
    return weights
  }

  /// 1 − ∏(1 − sᵢ), and no more than the cap.
  public static func worth(_ shares: [Double], _ cap: Double) -> Double {
    min(cap, 1 - shares.reduce(1) { $0 * (1 - $1) })
  }

  /// Values estimated from random orders, with the standard error of each.
  ///
  /// Each order is taken together with its reverse (antithetic sampling), and the error is that of
  /// the mean over the pairs. The values sum to the worth of all, whatever is drawn.
  public static func sampled(
    _ shares: [Double], cap: Double, _ sampling: OverlapSampling
  ) -> (values: [Double], errors: [Double]) {
    var draws = OverlapDraws(seed: sampling.seed)
    var sums = Array(repeating: 0.0, count: shares.count)
    var squares = sums
    var order = Array(shares.indices)
    for _ in 0..<sampling.orders {
      draws.shuffle(&order)
      let there = gains(shares, cap, order)
      let back = gains(shares, cap, order.reversed())
      for place in shares.indices {
        let mean = (there[place] + back[place]) / 2
        sums[place] += mean
        squares[place] += mean * mean
      }
    }
    let count = Double(sampling.orders)
    let values = sums.map { $0 / count }
    let errors = shares.indices.map { place in
      let variance = (squares[place] - count * values[place] * values[place]) / (count - 1)
      return (max(0, variance) / count).squareRoot()
    }
    return (values, errors)
  }

  private static func gains(_ shares: [Double], _ cap: Double, _ order: [Int]) -> [Double] {
    var gains = Array(repeating: 0.0, count: shares.count)
    var left = 1.0
    var worth = 0.0
    for place in order {
      left *= 1 - shares[place]
      let after = min(cap, 1 - left)
      gains[place] = after - worth
      worth = after
    }
    return gains
  }
}

/// Random orders that are the same on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), and
/// the shuffle of Fisher and Yates with rejection, so that every order is as likely as another.
struct OverlapDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func shuffle(_ order: inout [Int]) {
    guard order.count > 1 else { return }
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(place, below(place + 1))
    }
  }

  private mutating func below(_ limit: Int) -> Int {
    let limit = UInt64(limit)
    let usable = UInt64.max - UInt64.max % limit
    var word = next()
    while word >= usable { word = next() }
    return Int(word % limit)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
