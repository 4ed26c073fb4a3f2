// SPDX-License-Identifier: Apache-2.0

/// What is left of claims on one pool when no pound is saved twice.
enum PoolOverlap {
  /// What each claim saves, on the grid; never more together than the pool.
  ///
  /// A claim is what a scheme would save alone, zero or more; one above the pool counts as all of
  /// it. The size of the pool lies on the grid.
  static func savings(_ claims: [Double], of size: Double, _ rule: SavingsPool.Rule) -> [Double] {
    guard size > 0 else { return claims.map { _ in 0 } }
    let held = claims.map { min($0, size) }
    switch rule {
    case .independent:
      let shares = held.map { $0 / size }
      return onGrid(zip(held, survivingParts(shares)).map { $0 * $1 }, claims: held, most: size)
    case .capped(let share):
      let cap = MoneyGrid.below(size * share)
      let sum = held.reduce(0, +)
      guard sum > cap else { return held }
      return onGrid(held.map { $0 * (cap / sum) }, claims: held, most: cap)
    }
  }

  /// Moves savings to the grid by rounding their running sum, so that many of them lose no more
  /// than one does; none passes its claim, nor all together what the pool gives.
  private static func onGrid(_ exact: [Double], claims: [Double], most: Double) -> [Double] {
    var sum = 0.0
    var given = 0.0
    return zip(exact, claims).map { saving, claim in
      sum += saving
      let whole = min(max(MoneyGrid.nearest(sum) - given, 0), claim, most - given)
      given += whole
      return whole
    }
  }

  /// The part of each share that survives; exactly 1 for a share alone.
  ///
  /// The Shapley value of `1 - (1 - s₁)...(1 - sₙ)` is, by the multilinear extension of Owen
  /// (1972),
  ///
  ///     value(i) = sᵢ x integral over t from 0 to 1 of the product over j ≠ i of (1 - t sⱼ)
  ///
  /// With `u = 1 - t` each factor is `(1 - s) + s u`, so that the product is a polynomial of `u`
  /// without a negative coefficient. It is worked out once for all shares, and each factor is
  /// divided out again from the end at which that does not magnify rounding.
  /// - Complexity: O(shares squared).
  static func survivingParts(_ shares: [Double]) -> [Double] {
    guard shares.count > 1 else { return shares.map { _ in 1 } }
    var product = [1.0]
    for share in shares {
      product.append(0)
      for power in stride(from: product.count - 1, through: 0, by: -1) {
        let lower = power > 0 ? product[power - 1] : 0
        product[power] = product[power] * (1 - share) + lower * share
      }
    }
    return shares.map { share in
      let others = quotient(product, by: share)
      var integral = 0.0
      for (power, coefficient) in others.enumerated() {
        integral += coefficient / Double(power + 1)
      }
      return min(max(integral, 0), 1)
    }
  }

  /// Divides a polynomial by `(1 - share) + share x u`.
  private static func quotient(_ product: [Double], by share: Double) -> [Double] {
    let rest = 1 - share
    let degree = product.count - 2
    var result = Array(repeating: 0.0, count: degree + 1)
    if rest >= share {
      var before = 0.0
      for power in 0...degree {
        before = (product[power] - share * before) / rest
        result[power] = before
      }
    } else {
      var above = 0.0
      for power in stride(from: degree, through: 0, by: -1) {
        above = (product[power + 1] - rest * above) / share
        result[power] = above
      }
    }
    return result
  }
}
