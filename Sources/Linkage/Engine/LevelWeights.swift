// SPDX-License-Identifier: Apache-2.0

/// What each level adds to the weight of a pair.
struct LevelWeights: Sendable {
  /// How the weight of a level moves with the value.
  struct Term: Sendable {
    let lane: Int
    /// What a value of this share adds, by value: the weight × (log2 u − log2 share).
    let additions: [Double]
    /// Whether a larger share adds less, as it does for a weight above 0.
    let isFalling: Bool
    /// The most that any value adds.
    let most: Double

    /// What a pair's values add: that of the commoner one, of the one that is there, or nothing.
    @inline(__always)
    func addition(_ left: Int32, _ right: Int32) -> Double {
      if left < 0 { return right < 0 ? 0 : additions[Int(right)] }
      if right < 0 { return additions[Int(left)] }
      let one = additions[Int(left)]
      let other = additions[Int(right)]
      return isFalling ? min(one, other) : max(one, other)
    }
  }

  /// The log2 odds that two records drawn at random are of one person.
  let prior: Double
  /// Of each comparison, of each level: log2(m / u); 0 for what is missing.
  let levels: [[Double]]
  /// The adjustment of each level, if it has one.
  let terms: [[Term?]]

  /// The lowest probability that is taken the logarithm of.
  private static let least = 1e-300

  init(_ model: LinkageModel, _ slots: inout Slots) throws(LinkageError) {
    guard model.prior > 0, model.prior < 1 else { throw .priorOutOfRange(model.prior) }
    prior = Base2.log(model.prior / (1 - model.prior))
    var levels: [[Double]] = []
    var terms: [[Term?]] = []
    for comparison in model.comparisons {
      let probabilities = try StartingProbabilities(comparison)
      levels.append(
        comparison.levels.indices.map { index in
          guard !comparison.levels[index].isMissing else { return 0 }
          let m = max(probabilities.m[index], Self.least)
          let u = max(probabilities.u[index], Self.least)
          return Base2.log(m / u)
        })
      var made: [Term?] = []
      for index in comparison.levels.indices {
        made.append(try Self.term(comparison, index, probabilities, &slots))
      }
      terms.append(made)
    }
    self.levels = levels
    self.terms = terms
  }

  private static func term(
    _ comparison: Comparison, _ index: Int, _ probabilities: StartingProbabilities,
    _ slots: inout Slots
  ) throws(LinkageError) -> Term? {
    let level = comparison.levels[index]
    guard let wanted = level.termFrequency, wanted.weight != 0, !level.isMissing,
      level.condition != .otherwise
    else { return nil }
    let exact = comparison.levels.firstIndex {
      $0.condition == .equal(FieldPart(wanted.column))
    }
    let base = Base2.log(max(probabilities.u[exact ?? index], least))
    let column = try slots.column(wanted.column)
    let total = Double(max(1, column.presentCount))
    let additions = column.counts.map { count in
      wanted.weight * (base - Base2.log(max(Double(count) / total, wanted.minimumShare)))
    }
    return Term(
      lane: try slots.lane(FieldPart(wanted.column)), additions: additions,
      isFalling: wanted.weight > 0, most: max(0, additions.max() ?? 0))
  }
}
