// SPDX-License-Identifier: Apache-2.0

/// Two classes with beds of their own and beds for both, where everybody keeps the bed got: the
/// steady state of its Markov chain, by repeated steps.
struct SharedBedsChain {
  /// The share of arrivals of each class that find no bed.
  let shareTurnedAway: [Double]

  private struct State: Hashable {
    /// People of each class in beds of their own and in shared ones.
    var own: [Int]
    var shared: [Int]
  }

  /// The chain for arrivals in a mean stay.
  init(loads: [Double], own: [Int], shared: Int) {
    var chances = [State(own: [0, 0], shared: [0, 0]): 1.0]
    let step = 1 / (loads[0] + loads[1] + Double(own[0] + own[1] + shared))
    for _ in 0..<400 {
      var next: [State: Double] = [:]
      for (state, chance) in chances {
        var leaving = 0.0
        for (target, rate) in Self.moves(from: state, loads, own, shared) {
          next[target, default: 0] += chance * rate * step
          leaving += rate * step
        }
        next[state, default: 0] += chance * (1 - leaving)
      }
      chances = next
    }
    shareTurnedAway = (0...1).map { one in
      chances.reduce(0) { sum, entry in
        let isFull =
          entry.key.own[one] == own[one] && entry.key.shared[0] + entry.key.shared[1] == shared
        return isFull ? sum + entry.value : sum
      }
    }
  }

  private static func moves(
    from state: State, _ loads: [Double], _ own: [Int], _ shared: Int
  ) -> [(State, Double)] {
    var moves: [(State, Double)] = []
    for one in 0...1 {
      var target = state
      if state.own[one] < own[one] {
        target.own[one] += 1
        moves.append((target, loads[one]))
      } else if state.shared[0] + state.shared[1] < shared {
        target.shared[one] += 1
        moves.append((target, loads[one]))
      }
      target = state
      target.own[one] -= 1
      if state.own[one] > 0 { moves.append((target, Double(state.own[one]))) }
      target = state
      target.shared[one] -= 1
      if state.shared[one] > 0 { moves.append((target, Double(state.shared[one]))) }
    }
    return moves
  }
}
