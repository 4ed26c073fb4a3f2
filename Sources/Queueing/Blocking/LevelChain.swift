// SPDX-License-Identifier: Apache-2.0

/// The steady state of the blocking chain, level by level.
///
/// From the top level down, each level is replaced by the one below with the time spent above it
/// folded in; the lowest is then solved alone, and the others follow from it upwards.
struct LevelChain {
  /// The probability of each place of each level.
  let levels: [[Double]]

  init(_ rates: BlockingRates) {
    var inverses = [SquareMatrix](
      repeating: SquareMatrix(size: 0), count: rates.top + 1)
    var folded = Self.within(rates, rates.top)
    for level in stride(from: rates.top, to: 0, by: -1) {
      let inverse = folded.inverse()
      inverses[level] = inverse
      folded = Self.within(rates, level - 1)
      Self.fold(rates, level, inverse, into: &folded)
    }
    var levels = [folded.stationary()]
    for level in stride(from: 1, through: rates.top, by: 1) {
      levels.append(
        inverses[level].product(row: levels[level - 1], times: rates.arrival))
      // Levels may differ by hundreds of orders of magnitude: keep them within reach.
      let largest = levels[level].max() ?? 1
      if largest > 1e100 {
        for index in levels.indices { levels[index] = levels[index].map { $0 / largest } }
      }
    }
    let sum = levels.joined().reduce(0, +)
    self.levels = levels.map { $0.map { $0 / sum } }
  }

  /// Rates out of the states of a level less rates of moves within it.
  private static func within(_ rates: BlockingRates, _ level: Int) -> SquareMatrix {
    var matrix = SquareMatrix(size: rates.width(level))
    for place in 0..<matrix.size {
      matrix[place, place] = rates.out(level, place)
      if place > 0, place <= rates.communityBeds {
        matrix[place, place - 1] -= rates.leaving(place)
      }
      if rates.blocks(level, place) > 0 { matrix[place, place + 1] -= rates.blocks(level, place) }
    }
    return matrix
  }

  /// Takes away moves up from the level below that come back to it.
  private static func fold(
    _ rates: BlockingRates, _ level: Int, _ inverse: SquareMatrix, into below: inout SquareMatrix
  ) {
    let down = (0..<inverse.size).map { place in
      (
        same: rates.goesHome(level, place), next: rates.goesOn(level, place),
        back: place > rates.communityBeds ? rates.leaving(place) : 0
      )
    }
    for from in 0..<below.size {
      for place in 0..<inverse.size {
        let visits = rates.arrival * inverse[from, place]
        if down[place].same > 0 { below[from, place] -= visits * down[place].same }
        if down[place].next > 0 { below[from, place + 1] -= visits * down[place].next }
        if down[place].back > 0 { below[from, place - 1] -= visits * down[place].back }
      }
    }
  }
}
