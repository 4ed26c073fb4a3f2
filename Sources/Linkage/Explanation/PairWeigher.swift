// SPDX-License-Identifier: Apache-2.0

/// Weighs any two records one after the other, whether or not a rule puts them together, with people of one
/// household taken into account.
///
/// One is made for each thread.
public final class PairWeigher {
  private let engine: LinkageEngine
  private let judge: PairJudge
  private let related: RelatedWeights?

  /// Prepares to weigh pairs by the probabilities of an engine, and of households where they are given.
  public init(_ engine: LinkageEngine, _ related: RelatedPeople? = nil) {
    self.engine = engine
    judge = PairJudge(engine.compiled, engine.tables, engine.model.strings)
    self.related = related.map { RelatedWeights($0, engine.model) }
  }

  /// The weight of two rows in bits; the smaller row first.
  public func weight(_ left: Int32, _ right: Int32) -> Double {
    let sums = sums(left, right)
    return sums.plain - sums.taken
  }

  /// What the chance that both are two people of one household takes off the weight of a pair; 0 or more.
  public func householdWeight(_ left: Int32, _ right: Int32) -> Double { sums(left, right).taken }

  private func sums(_ left: Int32, _ right: Int32) -> (plain: Double, taken: Double) {
    let records = engine.records
    let one = records.lanes(Int(left))
    let other = records.lanes(Int(right))
    let there = PackedRecords.present(one)
    let equal = records.same(records.lines(Int(left)), records.lines(Int(right))) & there
    let present = there & PackedRecords.present(other)
    judge.begin()
    var weight = engine.weights.prior
    var household = related?.householdBase ?? 0
    var twin = related?.twinBase ?? 0
    for index in engine.compiled.starts.indices {
      let level = Int(
        ~judge.advance(
          engine.compiled.starts[index], quickly: false, one, other, equal: equal, present: present)
      )
      let term = engine.weights.terms[index][level].map {
        $0.addition(one[$0.lane], other[$0.lane])
      }
      weight += engine.weights.levels[index][level] + (term ?? 0)
      if let related {
        household += related.households[index][level]
        twin += related.twins[index][level]
        if related.isRare[index] { household += term ?? 0 }
        if related.isRare[index] { twin += term ?? 0 }
      }
    }
    guard related != nil else { return (weight, 0) }
    // The odds against one person are those against all classes together.
    let against = 1 + Base2.power(min(60, weight - household)) + Base2.power(min(60, weight - twin))
    return (weight, Base2.log(against))
  }
}

/// Log2 odds of one person against two of one household, level by level.
private struct RelatedWeights {
  let households: [[Double]]
  let twins: [[Double]]
  let householdBase: Double
  let twinBase: Double
  /// Whether a rare value counts for more against two people of one household too.
  let isRare: [Bool]

  init(_ related: RelatedPeople, _ model: LinkageModel) {
    func odds(_ twin: Bool) -> [[Double]] {
      model.comparisons.enumerated().map { index, comparison in
        comparison.levels.enumerated().map { number, level in
          guard !level.isMissing, let m = level.m, let u = level.u else { return 0 }
          switch related.roles[index] {
          case .personal: return Base2.log(m / u)
          case .shared: return Base2.log(m / related.shared[index][number])
          case .sharedByTwins: return twin ? 0 : Base2.log(m / u)
          }
        }
      }
    }
    households = odds(false)
    twins = odds(true)
    householdBase = Base2.log(model.prior / related.households)
    twinBase = Base2.log(model.prior / related.twins)
    isRare = related.roles.map { $0 == .personal }
  }
}

extension ScoredPairs {
  /// The same pairs with households taken into account, those below a weight left out.
  public func reweighed(
    _ engine: LinkageEngine, _ related: RelatedPeople?, atLeast: Double,
    _ workers: Workers = .serial
  ) -> ScoredPairs {
    guard let related else { return self }
    let size = 50_000
    let pieces = (count + size - 1) / size
    let weights = workers.map(pieces) { piece -> [Double] in
      let weigher = PairWeigher(engine, related)
      return (piece * size..<min(count, (piece + 1) * size)).map {
        weigher.weight(left[$0], right[$0])
      }
    }.flatMap { $0 }
    let kept = weights.indices.filter { weights[$0] >= atLeast }
    return ScoredPairs(
      left: kept.map { left[$0] }, right: kept.map { right[$0] }, weight: kept.map { weights[$0] },
      rule: kept.map { rule[$0] })
  }
}
