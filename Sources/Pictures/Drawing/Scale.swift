// SPDX-License-Identifier: Apache-2.0

/// A straight-line map from values to coordinates.
struct Scale: Sendable {
  let domain: ClosedRange<Double>
  let start: Double
  let end: Double

  /// Maps the low end of `domain` to `start` and its high end to `end`; an empty domain is widened.
  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    let isEmpty = domain.upperBound - domain.lowerBound <= 0
    self.domain = isEmpty ? domain.lowerBound...(domain.lowerBound + 1) : domain
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    // Divided before subtracting would lose small values; halved so that huge domains stay finite.
    let span = domain.upperBound / 2 - domain.lowerBound / 2
    let share = (value / 2 - domain.lowerBound / 2) / span
    return start + share * (end - start)
  }
}

/// Round values for gridlines.
struct Ticks: Sendable, Equatable {
  /// The round values, rising.
  let values: [Double]

  /// Decimals needed to tell neighbouring values apart.
  let decimals: Int

  /// Picks about `count` steps of 1, 2 or 5 times a power of ten that cover `range`.
  init(covering range: ClosedRange<Double>, count: Int) {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite, span > 1e-9 else {
      values = [range.lowerBound, range.upperBound]
      decimals = 0
      return
    }
    let (step, power) = Self.step(atLeast: span / Double(max(count, 1)))
    let first = (range.lowerBound / step).rounded(.down)
    let last = (range.upperBound / step).rounded(.up)
    values = (0...Int(last - first)).map { (first + Double($0)) * step }
    decimals = max(0, -power)
  }

  /// The smallest round step not under `raw`, and its power of ten.
  static func step(atLeast raw: Double) -> (step: Double, power: Int) {
    var unit = 1.0
    var power = 0
    while unit * 10 <= raw {
      unit *= 10
      power += 1
    }
    while unit > raw {
      unit /= 10
      power -= 1
    }
    for multiple in [1.0, 2.0, 5.0] where unit * multiple >= raw * 0.999 {
      return (unit * multiple, power)
    }
    return (unit * 10, power + 1)
  }
}
