// SPDX-License-Identifier: Apache-2.0

/// Counts of things that happen apart from one another, around a mean.
///
/// Made once for a mean and used for many draws; `RandomStream.poisson(mean:)` is the short way for
/// one draw. Small means are drawn by inversion and consume one word; means of 10 and more by PTRS:
/// Hörmann (1993), "The transformed rejection method for generating Poisson random variables",
/// Insurance: Mathematics and Economics 12. Both are exact, but for the rounding of numbers.
public struct PoissonSampler: Sendable {
  /// The largest mean: counts beyond are not exact as floating-point numbers.
  public static let largestMean = 0x1p50

  /// The mean.
  public let mean: Double
  @usableFromInline let chanceOfNone: Double
  private let hat: TransformedRejection

  /// A sampler for a mean.
  /// - Throws: `SamplingError.meanOutside` when it is not from 0 to `largestMean`.
  public init(mean: Double) throws(SamplingError) {
    guard mean >= 0, mean <= Self.largestMean else {
      throw .meanOutside(mean, most: Self.largestMean)
    }
    self.init(checked: mean)
  }

  init(checked mean: Double) {
    self.mean = mean
    chanceOfNone = mean < 10 ? Elementary.exponential(-mean) : 0
    hat = mean < 10 ? .unused : TransformedRejection(poisson: mean)
  }

  /// A count.
  @inlinable
  public func draw(using stream: inout RandomStream) -> Int {
    if mean >= 10 { return drawLarge(using: &stream) }
    var share = stream.unit()
    var chance = chanceOfNone
    var count = 0
    // Beyond 200 the chance is nothing, and a share that rounding left over would never end.
    while share > chance, count < 200 {
      share -= chance
      count += 1
      chance *= mean / Double(count)
      if chance < 0x1p-60, Double(count) > mean { break }
    }
    return count
  }

  /// The logarithm of the chance of a count: minus infinity when it cannot be.
  public func logarithmOfChance(_ count: Int) -> Double {
    if count < 0 || (mean == 0 && count > 0) { return -.infinity }
    return mean == 0 ? 0 : SaddlePoint.poisson(Double(count), mean: mean)
  }

  @usableFromInline
  func drawLarge(using stream: inout RandomStream) -> Int {
    while true {
      let (count, distance, height) = hat.candidate(using: &stream)
      if hat.isSurelyInside(distance, height) { return Int(count) }
      guard count >= 0, count <= 4 * Self.largestMean, distance >= 0.013 || height <= distance
      else { continue }
      let level = Elementary.logarithm(height * hat.level / hat.slope(distance))
      if level <= SaddlePoint.poisson(count, mean: mean) { return Int(count) }
    }
  }
}

extension RandomStream {
  /// A Poisson count around a mean, which must be checked before: a mean that is not above 0 gives
  /// 0, and one above `PoissonSampler.largestMean` is taken as that.
  public mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    return PoissonSampler(checked: min(mean, PoissonSampler.largestMean)).draw(using: &self)
  }
}
