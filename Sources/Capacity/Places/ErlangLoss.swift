// SPDX-License-Identifier: Apache-2.0

/// The share of patients who find every unit taken and go elsewhere (Erlang 1917).
enum ErlangLoss {
  /// The share lost with a number of units and a demand, in units that would be in use on average.
  ///
  /// 1/B = Σ n(n−1)…(n−k+1)/aᵏ: all terms are positive, so no digits are lost.
  static func chance(units: Int, demand: Double) -> Double {
    guard units > 0 else { return 1 }
    guard demand > 0 else { return 0 }
    var term = 1.0
    var sum = 1.0
    var left = Double(units)
    while left > 0 && sum.isFinite {
      term *= left / demand
      sum += term
      left -= 1
      if left < demand && term < sum * 1e-17 { break }
    }
    return 1 / sum
  }
}
