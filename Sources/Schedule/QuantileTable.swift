// SPDX-License-Identifier: Apache-2.0

/// Quantiles of beta distributions on 0 to 1, from tables of their distribution functions.
///
/// A density is summed by Simpson's rule over `cells` cells, within which it is taken as even; an
/// index finds the cell in a step or two (Chen and Asau, 1974, "On generating random variates from
/// an empirical distribution"). The tables stand one behind the other, so that a draw reads two
/// columns and nothing else.
struct QuantileTables: Sendable {
  private static let cells = 512
  private static let gap = Double(cells)
  /// Logarithms of the ends and middles of the cells, from 0 to 1.
  private static let logarithms = (0...(2 * cells)).map { point in
    point == 0 ? -Double.infinity : Powers.logarithm(Double(point) / Double(2 * cells))
  }

  /// For each table, the share below the left end of each cell, and 1 at its end.
  private var shares: [Double] = []
  /// For each table and each even part of the shares, the first cell in which it can lie.
  private var index: [Int32] = []
  private var places: [[Double]: Int] = [:]

  /// The place of the table for two exponents, both at least 1, which is made when it is not there.
  mutating func place(alpha: Double, beta: Double) -> Int {
    if let known = places[[alpha, beta]] { return known }
    let place = places.count
    places[[alpha, beta]] = place
    let count = Self.cells
    let density = (0...(2 * count)).map { Self.density($0, alpha - 1, beta - 1) }
    var sums = [0.0]
    for cell in 0..<count {
      let weight = density[2 * cell] + 4 * density[2 * cell + 1] + density[2 * cell + 2]
      sums.append(sums[cell] + weight)
    }
    let found = sums.map { $0 / sums[count] }
    shares += found
    var cell = 0
    index += (0..<count).map { part in
      let share = Double(part) / Self.gap
      while cell + 1 < count, found[cell + 1] <= share { cell += 1 }
      return Int32(cell)
    }
    return place
  }

  /// The value below which a share of all lies, by the table at a place.
  func value(_ share: Double, _ place: Int) -> Double {
    let part = min(max(Int(share * Self.gap), 0), Self.cells - 1)
    var cell = Int(index[place * Self.cells + part])
    let first = place * (Self.cells + 1)
    while cell + 1 < Self.cells, shares[first + cell + 1] <= share { cell += 1 }
    let left = shares[first + cell]
    let width = shares[first + cell + 1] - left
    let within = width > 0 ? (share - left) / width : 0
    return (Double(cell) + min(max(within, 0), 1)) / Self.gap
  }

  private static func density(_ point: Int, _ left: Double, _ right: Double) -> Double {
    // Nothing to the power of nothing is 1, of which the logarithm is 0.
    let below = left == 0 ? 0 : left * logarithms[point]
    let above = right == 0 ? 0 : right * logarithms[2 * cells - point]
    return Powers.exponential(below + above)
  }
}

/// Logarithms and exponentials without a library, the same on every platform.
enum Powers {
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

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
    if !(number >= -700) { return 0 }
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
