// SPDX-License-Identifier: Apache-2.0

/// The level that a pair reaches in one comparison, and what it adds to the pair's weight.
public struct LevelReached: Sendable, Hashable {
  /// The comparison's name.
  public let comparison: String
  /// The level's label.
  public let level: String
  /// The index of the level in its comparison.
  public let index: Int
  /// log2(m / u), 0 where something is missing.
  public let weight: Double
  /// What is added because the value is rare, or taken off because it is common.
  public let termFrequency: Double
}

extension LinkageEngine {
  /// Why a pair has its weight: one line for each comparison; with the prior's weight they add up to it.
  public func explanation(_ left: Int, _ right: Int) -> [LevelReached] {
    let judge = PairJudge(compiled, tables, model.strings)
    judge.begin()
    let first = min(left, right)
    let second = max(left, right)
    let one = records.lanes(first)
    let other = records.lanes(second)
    let there = PackedRecords.present(one)
    let equal = records.same(records.lines(first), records.lines(second)) & there
    return model.comparisons.indices.map { index in
      let level = Int(
        ~judge.advance(
          compiled.starts[index], quickly: false, one, other, equal: equal,
          present: there & PackedRecords.present(other)))
      let term = weights.terms[index][level]
      return LevelReached(
        comparison: model.comparisons[index].name,
        level: model.comparisons[index].levels[level].label, index: level,
        weight: weights.levels[index][level],
        termFrequency: term.map { $0.addition(one[$0.lane], other[$0.lane]) } ?? 0)
    }
  }

  /// The log2 odds that two records drawn at random are of one person, where every pair's weight begins.
  public var priorWeight: Double { weights.prior }

  /// The weight of any pair, whether a rule puts it together or not.
  public func weight(_ left: Int, _ right: Int) -> Double {
    let reached = explanation(left, right)
    let levels = reached.reduce(weights.prior) { $0 + $1.weight }
    return reached.reduce(levels) { $0 + $1.termFrequency }
  }
}
