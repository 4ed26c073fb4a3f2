// SPDX-License-Identifier: Apache-2.0

/// What is left of claims on one pool when no pound is saved twice.
///
/// Schemes that would each save a fraction `s` of a pool save together
///
///     net fraction = 1 - (1 - s₁)(1 - s₂)...(1 - sₙ)
///
/// as if they acted independently, in any order. The Shapley value of that net gives scheme `i`
///
///     share(i) = sᵢ x sum over k of k! (n - k - 1)! / n! x e(k)
///
/// where `e(k)` is the sum, over every set of `k` other schemes, of the product of their `1 - s`
/// (the elementary symmetric polynomial): what each subset leaves for `i` to save from. All terms
/// are positive, so nothing cancels, and there is no limit of 2^n subsets.
enum Overlap {
  /// The part of the pool saved by all claims together.
  static func netFraction(_ claims: [Double]) -> Double {
    1 - claims.reduce(1.0) { $0 * (1 - $1) }
  }

  /// The part of each claim that survives, from 0 to 1; exactly 1 for a claim alone on its pool.
  ///
  /// - Complexity: O(claims cubed).
  static func survivingParts(_ claims: [Double]) -> [Double] {
    let weights = shapleyWeights(players: claims.count)
    return claims.indices.map { index in
      let left = leftovers(claims, without: index)
      return zip(weights, left).reduce(0.0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The elementary symmetric polynomials of `1 - s` over the claims other than one.
  private static func leftovers(_ claims: [Double], without skipped: Int) -> [Double] {
    var sums = [1.0] + Array(repeating: 0.0, count: claims.count - 1)
    var taken = 0
    for index in claims.indices where index != skipped {
      taken += 1
      for size in stride(from: taken, through: 1, by: -1) {
        sums[size] += sums[size - 1] * (1 - claims[index])
      }
    }
    return sums
  }
}
