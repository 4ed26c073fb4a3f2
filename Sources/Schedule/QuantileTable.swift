// SPDX-License-Identifier: Apache-2.0

/// Quantiles of a beta distribution on 0 to 1, from a table of its distribution function.
///
/// The density is summed by Simpson's rule over `cells` cells, within which it is taken as even; an
/// index finds the cell in a step or two (Chen and Asau, 1974, "On generating random variates from
/// an empirical distribution").
struct QuantileTable: Sendable {
  private static let cells = 2048

  /// The share below the left end of each cell, and 1 at the end.
  private let shares: [Double]
  /// For each hundredth or so of the shares, the first cell in which it can lie.
  private let index: [Int32]

  /// Both exponents are at least 1.
  init(alpha: Double, beta: Double) {
    let count = Self.cells
    let density = (0...(2 * count)).map { point in
      Self.density(Double(point) / Double(2 * count), alpha - 1, beta - 1)
    }
    var sums = [0.0]
    for cell in 0..<count {
      let weight = density[2 * cell] + 4 * density[2 * cell + 1] + density[2 * cell + 2]
      sums.append(sums[cell] + weight)
    }
    let total = sums[count]
    let found = sums.map { $0 / total }
    shares = found
    var cell = 0
    index = (0..<count).map { part in
      let share = Double(part) / Double(count)
      while cell + 1 < count, found[cell + 1] <= share { cell += 1 }
      return Int32(cell)
    }
  }

  /// The value below which a share of all lies.
  func value(_ share: Double) -> Double {
    let part = min(max(Int(share * Double(Self.cells)), 0), Self.cells - 1)
    var cell = Int(index[part])
    while cell + 1 < Self.cells, shares[cell + 1] <= share { cell += 1 }
    let width = shares[cell + 1] - shares[cell]
    let within = width > 0 ? (share - shares[cell]) / width : 0
    return (Double(cell) + min(max(within, 0), 1)) / Double(Self.cells)
  }

  private static func density(_ x: Double, _ left: Double, _ right: Double) -> Double {
    Powers.power(x, left) * Powers.power(1 - x, right)
  }
}

/// Powers with any exponent, without a library, the same on every platform.
enum Powers {
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

  /// `base` from 0 up to the power of `exponent` from 0 up.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base <= 0 { return 0 }
    return exponential(exponent * logarithm(base))
  }

  /// The natural logarithm of a number above 0, by the series of the inverse hyperbolic tangent.
  static func logarithm(_ number: Double) -> Double {
    var fraction = number.significand
    var exponent = Double(number.exponent)
    if fraction > 1.4142 {
      fraction /= 2
      exponent += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for order in 0..<14 {
      sum += term / Double(2 * order + 1)
      term *= square
    }
    return 2 * sum + exponent * logarithmOfTwo
  }

  /// The exponential of a number, by its series on the part that is left after powers of two.
  static func exponential(_ number: Double) -> Double {
    if number < -700 { return 0 }
    let twos = (number / logarithmOfTwo).rounded()
    let rest = number - twos * logarithmOfTwo
    var term = 1.0
    var sum = 1.0
    for order in 1...18 {
      term *= rest / Double(order)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(twos), significand: 1) * sum
  }
}
