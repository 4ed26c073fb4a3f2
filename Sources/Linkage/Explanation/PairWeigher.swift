// SPDX-License-Identifier: Apache-2.0

/// Weighs any two records one after the other, whether or not a rule puts them together.
///
/// One is made for each thread.
public final class PairWeigher {
  private let engine: LinkageEngine
  private let scorer: PairScorer

  /// Prepares to weigh pairs by the probabilities of an engine.
  public init(_ engine: LinkageEngine) {
    self.engine = engine
    let judge = PairJudge(engine.compiled, engine.tables, engine.model.strings)
    scorer = PairScorer(engine.compiled, judge, engine.weights, atLeast: -.infinity)
  }

  /// The weight of two rows in bits; the smaller row first.
  public func weight(_ left: Int32, _ right: Int32) -> Double {
    let records = engine.records
    let one = records.lanes(Int(left))
    let other = records.lanes(Int(right))
    let there = PackedRecords.present(one)
    let equal = records.same(records.lines(Int(left)), records.lines(Int(right))) & there
    return scorer.weight(
      one, other, equal: equal, present: there & PackedRecords.present(other)) ?? -.infinity
  }
}
