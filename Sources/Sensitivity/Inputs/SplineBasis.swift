// SPDX-License-Identifier: Apache-2.0

/// Smooth functions of one input, at right angles to one another over the runs.
///
/// Natural cubic splines (Hastie, Tibshirani and Friedman, "The elements of statistical learning",
/// 2nd ed., equations 5.4 and 5.5): a constant, a straight line, and one function for each knot
/// between the ends, at the half, the quarters and the eighths of the runs. Knots come in that order,
/// so that the first few functions are a smoother family of their own, and each family can be tried
/// without work done twice.
struct SplineBasis: Sendable {
  /// The functions, each by run, of length 1, the constant first.
  let functions: [[Double]]
  /// The runs from the lowest value of the input to the highest.
  let order: [Int]

  private static let innerShares = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875]
  private static let outerShares = (low: 0.025, high: 0.975)

  init(_ values: [Double]) {
    let order = RunOrder.rising(values)
    self.order = order
    let runs = values.count
    let constant = [Double](repeating: 1 / Double(runs).squareRoot(), count: runs)
    let (low, high) = (values[order[0]], values[order[runs - 1]])
    // Few runs cannot tell many functions apart: five for each.
    let limit = max(1, min(runs / 5, 2 + Self.innerShares.count))
    guard limit > 1, low < high else {
      functions = [constant]
      return
    }
    let scaled = values.map { ($0 - low) / (high - low) }
    let candidates = [scaled] + Self.curves(scaled, order.map { scaled[$0] })
    functions = candidates.reduce(into: [constant]) { found, candidate in
      guard found.count < limit else { return }
      if let next = Self.orthogonal(candidate, to: found) { found.append(next) }
    }
  }

  /// The curved functions: for each inner knot, the difference of the truncated cubes of it and of
  /// the first knot, which is straight beyond both ends.
  private static func curves(_ values: [Double], _ sorted: [Double]) -> [[Double]] {
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = min(Int(place), sorted.count - 1)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
    let (first, last) = (quantile(outerShares.low), quantile(outerShares.high))
    var knots: [Double] = []
    for knot in innerShares.map(quantile) where knot > first + 1e-6 && knot < last - 1e-6 {
      if knots.allSatisfy({ ($0 - knot).magnitude > 1e-6 }) { knots.append(knot) }
    }
    guard !knots.isEmpty else { return [] }
    let base = values.map { cube($0, first, last) }
    return knots.map { knot in
      values.indices.map { cube(values[$0], knot, last) - base[$0] }
    }
  }

  private static func cube(_ x: Double, _ knot: Double, _ last: Double) -> Double {
    let (inner, outer) = (max(x - knot, 0), max(x - last, 0))
    return (inner * inner * inner - outer * outer * outer) / (last - knot)
  }

  /// What is left of a function beside others, of length 1: nil when nothing is left.
  ///
  /// Gram and Schmidt, twice, which is enough (Giraud, Langou and Rozložník, 2005).
  private static func orthogonal(_ given: [Double], to others: [[Double]]) -> [Double]? {
    var rest = given
    let length = Vector.dot(rest, rest).squareRoot()
    for _ in 0..<2 {
      for other in others { Vector.add(&rest, -Vector.dot(rest, other), other) }
    }
    let left = Vector.dot(rest, rest).squareRoot()
    guard left > 1e-9 * length else { return nil }
    return rest.map { $0 / left }
  }
}

/// Sums over runs, in a fixed order.
enum Vector {
  /// The sum of products: four sums side by side, so that one need not wait for another.
  static func dot(_ first: [Double], _ second: [Double]) -> Double {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        let count = min(first.count, second.count)
        var sums = SIMD4<Double>()
        var place = 0
        while place + 4 <= count {
          let left = SIMD4<Double>(
            first[place], first[place + 1], first[place + 2], first[place + 3])
          let right = SIMD4<Double>(
            second[place], second[place + 1], second[place + 2], second[place + 3])
          sums += left * right
          place += 4
        }
        var sum = sums.sum()
        while place < count {
          sum += first[place] * second[place]
          place += 1
        }
        return sum
      }
    }
  }

  /// Adds a multiple of another list to one.
  static func add(_ target: inout [Double], _ factor: Double, _ other: [Double]) {
    target.withUnsafeMutableBufferPointer { target in
      other.withUnsafeBufferPointer { other in
        for place in 0..<min(target.count, other.count) { target[place] += factor * other[place] }
      }
    }
  }
}
