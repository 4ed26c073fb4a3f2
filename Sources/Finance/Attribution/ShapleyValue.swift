// SPDX-License-Identifier: Apache-2.0

/// Shares the worth of a group among its players by the Shapley value.
///
/// Player `i` receives the average of what it adds over every order in which the players could
/// arrive:
///
///     share(i) = sum over subsets S without i of
///                  |S|! (n - |S| - 1)! / n! x (worth(S + i) - worth(S))
///
/// The shares sum to `worth(everyone) - worth(nobody)` and don't depend on the order of players.
/// - Parameters:
///   - players: how many players there are, at most 16.
///   - worth: the worth of the subset whose members are the set bits of its argument.
/// - Returns: one share for each player, in their order.
/// - Complexity: O(players x 2^players). Reference: L. S. Shapley, "A value for n-person games",
///   Contributions to the Theory of Games II (1953).
func shapleyValue(players: Int, worth: (Int) -> Double) -> [Double] {
  precondition((0...16).contains(players), "exact shares are for 16 players or fewer")
  let worths = (0..<(1 << players)).map(worth)
  let weights = shapleyWeights(players: players)
  return (0..<players).map { player in
    var share = 0.0
    for subset in worths.indices where subset & (1 << player) == 0 {
      let added = worths[subset | (1 << player)] - worths[subset]
      share += weights[subset.nonzeroBitCount] * added
    }
    return share
  }
}

/// The weights `k! (n - k - 1)! / n!` for `k` from 0 to `n - 1`, as `1 / (n x C(n - 1, k))`, which
/// needs no factorial and so doesn't overflow.
func shapleyWeights(players: Int) -> [Double] {
  var choices = 1.0
  return (0..<players).map { size in
    defer { choices = choices * Double(players - 1 - size) / Double(size + 1) }
    return 1 / (Double(players) * choices)
  }
}
