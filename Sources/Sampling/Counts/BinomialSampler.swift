// SPDX-License-Identifier: Apache-2.0

/// Counts of successes among trials.
///
/// Made once and used for many draws; `RandomStream.binomial(trials:probability:)` is the short way
/// for one draw. Where fewer than 10 successes (or failures) are expected, inversion (algorithm BINV
/// of Kachitvichyanukul and Schmeiser, 1988); otherwise BTRS: Hörmann (1993), "The generation of
/// binomial random variates", Journal of Statistical Computation and Simulation 46.
public struct BinomialSampler: Sendable {
  /// The largest number of trials: counts beyond are not exact as floating-point numbers.
  public static let mostTrials = 1 << 50

  /// The number of trials.
  public let trials: Int
  /// The probability of success in each.
  public let probability: Double

  /// The smaller of the probabilities of success and of failure: what is drawn.
  private let rarer: Double
  private let chanceOfNone: Double
  private let isLarge: Bool
  private let hat: TransformedRejection
  private let peak: Double

  /// A sampler for a number of trials and a probability.
  /// - Throws: `SamplingError.trialsOutside` when they are not from 0 to `mostTrials`, and
  ///   `probabilityOutside` when it is not from 0 to 1.
  public init(trials: Int, probability: Double) throws(SamplingError) {
    guard trials >= 0, trials <= Self.mostTrials else {
      throw .trialsOutside(trials, most: Self.mostTrials)
    }
    guard probability >= 0, probability <= 1 else { throw .probabilityOutside(probability) }
    self.init(checked: trials, probability)
  }

  init(checked trials: Int, _ probability: Double) {
    self.trials = trials
    self.probability = probability
    rarer = min(probability, 1 - probability)
    let count = Double(trials)
    isLarge = count * rarer >= 10
    if isLarge {
      let mode = ((count + 1) * rarer).rounded(.down)
      hat = TransformedRejection(trials: count, rarer)
      peak = SaddlePoint.binomial(mode, trials: count, rarer)
      chanceOfNone = 0
    } else {
      hat = .unused
      peak = 0
      chanceOfNone = Self.power(1 - rarer, trials, rarer)
    }
  }

  /// A count from 0 to the number of trials.
  public func draw(using stream: inout RandomStream) -> Int {
    guard trials > 0, rarer > 0 else { return probability > 0.5 ? trials : 0 }
    let count = isLarge ? drawLarge(using: &stream) : drawSmall(using: &stream)
    return probability > 0.5 ? trials - count : count
  }

  /// The logarithm of the chance of a count: minus infinity when it cannot be.
  public func logarithmOfChance(_ count: Int) -> Double {
    guard count >= 0, count <= trials else { return -.infinity }
    if rarer == 0 { return count == (probability > 0.5 ? trials : 0) ? 0 : -.infinity }
    return SaddlePoint.binomial(Double(count), trials: Double(trials), probability)
  }

  private func drawSmall(using stream: inout RandomStream) -> Int {
    let odds = rarer / (1 - rarer)
    var share = stream.unit()
    var chance = chanceOfNone
    var count = 0
    while share > chance, count < trials {
      share -= chance
      count += 1
      chance *= odds * Double(trials - count + 1) / Double(count)
      if chance < 0x1p-60, Double(count) > 10 { break }
    }
    return count
  }

  private func drawLarge(using stream: inout RandomStream) -> Int {
    let most = Double(trials)
    while true {
      let (count, distance, height) = hat.candidate(using: &stream)
      guard count >= 0, count <= most else { continue }
      if hat.isSurelyInside(distance, height) { return Int(count) }
      let level = Elementary.logarithm(height * hat.level / hat.slope(distance))
      if level <= SaddlePoint.binomial(count, trials: most, rarer) - peak { return Int(count) }
    }
  }

  /// A number below 1 to a whole power: by squaring for small powers, which is faster.
  private static func power(_ base: Double, _ exponent: Int, _ lacking: Double) -> Double {
    if exponent > 64 {
      return Elementary.exponential(Double(exponent) * Elementary.logarithmOfOnePlus(-lacking))
    }
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}

extension RandomStream {
  /// A binomial count, of which the arguments must be checked before: without trials or with a
  /// probability that is not above 0 it is 0, and a probability of 1 and more gives every trial.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    guard trials > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    if trials == 1 { return unit() < probability ? 1 : 0 }
    let most = min(trials, BinomialSampler.mostTrials)
    return BinomialSampler(checked: most, probability).draw(using: &self)
  }
}
