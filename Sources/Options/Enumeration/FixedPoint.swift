// SPDX-License-Identifier: Apache-2.0

/// Weights and minutes as whole numbers, so that sums are exact and don't depend on their order.
///
/// Whole numbers below 2^53 add without rounding in a `Double`. Weights that are multiples of one
/// of 1, 1/3, 1/10 ... 1/10^9, and minutes that are multiples of 1, 1/10 or 1/100, become whole
/// numbers unchanged. Others are rounded once, to the multiple of a power of two which is fine
/// enough that the total keeps 51 bits: an error of at most 2^-51 of the total for each area.
struct FixedPoint: Sendable {
  /// Whole units in a weight of 1.
  let weightScale: Double
  /// Whole units in a weight of 1 for a minute.
  let costScale: Double
  /// Whole units in a minute; nil when weight times minutes is rounded instead.
  let minuteScale: Double?

  /// What the cost in units is divided by, with the weight in units, to give minutes.
  let costOverWeight: Double

  init(weights: [Double], total: Double, minutes: [Double]) {
    let limit = 0x1p51
    let longest = max(1, minutes.reduce(0) { $1.isFinite && $1 > $0 ? $1 : $0 })
    let fitting = Self.weightScales.prefix { total * $0 < limit }
    let decimal = fitting.first { scale in weights.allSatisfy { isMultiple($0, of: scale) } }
    let binary = Double(sign: .plus, exponent: 50 - total.exponent, significand: 1)
    let weightScale = decimal ?? binary
    let minuteScale = [1.0, 10, 100].first { scale in
      guard let decimal, total * decimal * longest * scale < limit else { return false }
      return minutes.allSatisfy { !$0.isFinite || isMultiple($0, of: scale) }
    }
    let finest = 49 - total.exponent - longest.exponent
    costScale =
      minuteScale.map { weightScale * $0 }
      ?? Double(sign: .plus, exponent: finest, significand: 1)
    costOverWeight = minuteScale ?? costScale / weightScale
    self.weightScale = weightScale
    self.minuteScale = minuteScale
  }

  private static let weightScales: [Double] = [1, 3, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// A weight in units.
  func units(_ weight: Double) -> Double { wholeNumber(weight * weightScale) }

  /// A weight multiplied by minutes, in units; `units` is the weight in units.
  @inline(__always)
  func cost(_ weight: Double, units: Double, minutes: Double) -> Double {
    guard let minuteScale else { return wholeNumber(weight * costScale * minutes) }
    return units * wholeNumber(minutes * minuteScale)
  }
}

private func isMultiple(_ value: Double, of scale: Double) -> Bool {
  wholeNumber(value * scale) / scale == value
}

/// Rounds to the nearest whole number, ties to even; for values from 0 to 2^51.
///
/// Adding and taking away 1.5 x 2^52 leaves no bit for a fraction. `rounded()` is a call to the
/// mathematics library on processors that lack the instruction.
@inline(__always)
private func wholeNumber(_ value: Double) -> Double { (value + 0x1.8p52) - 0x1.8p52 }
