// SPDX-License-Identifier: Apache-2.0

/// The probabilities of a comparison's levels, with stand-ins where they are not known yet.
///
/// The stand-ins are those from which Splink begins: 0.95 of pairs of one person at the most alike level and
/// the rest shared evenly, and weights from −5 to 3 in even steps, 10 at the most alike level (−5 and 10 when
/// there are two).
package struct StartingProbabilities {
  /// The probability among pairs of one person, by level; 0 for what is missing.
  package var m: [Double]
  /// The probability among pairs of two people, by level; 0 for what is missing.
  package var u: [Double]

  /// Reads a comparison's probabilities and fills in what is not there.
  package init(_ comparison: Comparison) throws(LinkageError) {
    m = [Double](repeating: 0, count: comparison.levels.count)
    u = m
    let present = comparison.levels.indices.filter { !comparison.levels[$0].isMissing }
    for (rank, index) in present.reversed().enumerated() {
      let level = comparison.levels[index]
      let standIn = Self.standIn(rank: rank, of: present.count)
      m[index] = level.m ?? standIn.m
      u[index] = level.u ?? standIn.u
      for value in [m[index], u[index]] where !(value >= 0 && value <= 1) {
        throw .probabilityOutOfRange(comparison: comparison.name, level: level.label, value)
      }
    }
  }

  /// The stand-ins of a level, of which rank 0 is the least alike.
  private static func standIn(rank: Int, of count: Int) -> (m: Double, u: Double) {
    guard count > 1 else { return (1, 1) }
    let isBest = rank == count - 1
    let m = isBest ? 0.95 : 0.05 / Double(count - 1)
    let step = count > 2 ? 8 / Double(count - 2) : 0
    let weight = isBest ? 10 : -5 + step * Double(rank)
    return (m, min(1, m / Base2.power(weight)))
  }
}
