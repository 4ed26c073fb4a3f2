// SPDX-License-Identifier: Apache-2.0

extension InvestmentCase {
  /// The share of the hoped-for effect at which what is released covers what is spent, when the
  /// effect is all there and wards have had time to close.
  public struct BreakEven: Equatable, Sendable {
    /// When every bed day released money at once; nil when even the greatest effect is too little.
    public let ifBedsClosedOneByOne: Double?
    /// When only whole wards close; nil likewise.
    public let byWholeWards: Double?
    /// Beds of the wards that have closed by then.
    public let bedsClosed: Double?
  }

  /// Finds both, at most at a scale.
  ///
  /// With at most one effect on stays, days saved at scale s are s D + s h (B - s D), with D the days
  /// of admissions avoided, B all bed days and h the share saved among those left; money is then
  /// quadratic in s, and s solves a quadratic equation. Between two closures of wards the bed money is
  /// constant, so that the equation is the same with another constant. With several effects on stays
  /// the same points are found by bisection.
  public func breakEven(cost: Double, most: Double = 10) -> BreakEven {
    let smooth = firstScale(from: 0, through: most) { steady($0, wholeWards: false) - cost }
    var found: (scale: Double, beds: Double)?
    var from = 0.0
    var wardsClosed = 0.0
    while found == nil, from <= most {
      let next = firstScale(from: from, through: most) { scale in
        wards.bedsFreed(by: bedDaysSaved(scale).all) - (wardsClosed + 1) * wards.bedsEach
      }
      let through = next ?? most
      let closed = wardsClosed
      if let scale = firstScale(
        from: from, through: through, { steady($0, wards: closed) - cost })
      {
        found = (scale, closed * wards.bedsEach)
      }
      guard found == nil, let next else { break }
      from = next
      wardsClosed += 1
      if steady(from, wards: wardsClosed) >= cost {
        found = (from, wardsClosed * wards.bedsEach)
      }
    }
    return BreakEven(
      ifBedsClosedOneByOne: smooth, byWholeWards: found?.scale, bedsClosed: found?.beds)
  }

  /// Pounds a year released less spent elsewhere at a scale, in a year far on.
  private func steady(_ scale: Double, wholeWards: Bool) -> Double {
    let beds = wards.bedsFreed(by: bedDaysSaved(scale).all)
    return steady(scale, wards: wholeWards ? wards.wards(in: beds) : beds / wards.bedsEach)
  }

  private func steady(_ scale: Double, wards closed: Double) -> Double {
    (atOnce - elsewhere) * scale - bedDaysSaved(scale).elsewhere + closed * wards.releasedPerWard
  }

  /// The least scale in a range at which a function reaches nothing, which is quadratic there but for
  /// several effects on stays.
  private func firstScale(
    from low: Double, through high: Double, _ value: (Double) -> Double
  ) -> Double? {
    if value(low) >= 0 { return low }
    if stays.count <= 1 { return quadraticRoot(low, high, value) }
    return steppedRoot(low, high, value)
  }

  /// The quadratic through three points of the range, and its first root in it.
  private func quadraticRoot(
    _ low: Double, _ high: Double, _ value: (Double) -> Double
  ) -> Double? {
    // A share of stays above 1 saves no more than all: what follows is another function.
    let limit = stays.first.map { $0.share > 0 ? min(high, 1 / $0.share) : high } ?? high
    guard limit > low else { return nil }
    let width = limit - low
    let (start, middle, end) = (value(low), value(low + width / 2), value(limit))
    let square = 2 * (start - 2 * middle + end)
    let slope = end - start - square
    let scale = max(abs(start), abs(middle), abs(end))
    let roots: [Double]
    if abs(square) <= 1e-12 * scale {
      roots = slope > 0 ? [-start / slope] : []
    } else {
      let under = slope * slope - 4 * square * start
      guard under >= 0 else { return nil }
      // The root that loses no digits, and the other from their product.
      let stable = -(slope + (slope < 0 ? -1 : 1) * under.squareRoot()) / 2
      roots = [stable / square, stable == 0 ? .infinity : start / stable].sorted()
    }
    return roots.first { $0 >= 0 && $0 <= 1 + 1e-12 }.map { low + min(1, $0) * width }
  }

  private func steppedRoot(
    _ low: Double, _ high: Double, _ value: (Double) -> Double
  ) -> Double? {
    let steps = 1_000
    guard
      let step = (1...steps).first(where: {
        value(low + (high - low) * Double($0) / Double(steps)) >= 0
      })
    else { return nil }
    var under = low + (high - low) * Double(step - 1) / Double(steps)
    var over = low + (high - low) * Double(step) / Double(steps)
    for _ in 0..<60 {
      let middle = (under + over) / 2
      if value(middle) >= 0 { over = middle } else { under = middle }
    }
    return over
  }
}
