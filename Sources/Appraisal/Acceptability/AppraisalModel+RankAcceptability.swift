// SPDX-License-Identifier: Apache-2.0

extension AppraisalModel {
  /// Simulates how often each option would have each rank if weights were drawn at random.
  ///
  ///     rank(i, s, w)      = 1 + number of options k with total(k) > total(i)
  ///     acceptability(i,r) = probability that rank(i, s, w) = r
  ///     central(i)         = mean of w over all s and w with rank(i, s, w) = 1
  ///     confidence(i)      = probability over s that rank(i, s, central(i)) = 1
  ///     winning(i, k)      = probability that total(i) > total(k)
  ///
  /// where weights `w` are uniform over the admitted space and scenarios `s` have their
  /// probabilities. Every draw of weights is tried in all scenarios, so only weights add to the
  /// standard errors. Uniform says "we don't know", not "most people think so". Reference:
  /// R. Lahdelma and P. Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for
  /// group decision making", Operations Research 49 (2001); pairwise winning: P. Leskinen and
  /// others, Forest Science 52 (2006).
  /// - Parameters:
  ///   - space: the weights that are admitted.
  ///   - scenarios: the score tables that may be right; none means the scores as they are.
  ///   - draws: how many weights to draw, two or more; errors halve with four times as many.
  ///   - seed: the same seed gives the same result on every machine.
  /// - Returns: the indices of every option, with their standard errors.
  /// - Throws: mistakes in the space or the scenarios, ``AppraisalError/tooFewDraws(_:)`` or
  ///   ``AppraisalError/weightSpaceTooNarrow(tries:)``.
  /// - Complexity: O(draws x scenarios x options x (options + criteria)).
  public func rankAcceptability(
    within space: WeightSpace, over scenarios: [Scenario], draws: Int, seed: UInt64
  ) throws(AppraisalErrors) -> RankAcceptability {
    guard draws >= 2 else { throw AppraisalErrors(.tooFewDraws(draws)) }
    let sampler = WeightSampler(space: try CheckedWeightSpace(space, of: criterionIDs))
    var tally = AcceptabilityTally(
      try tablesOrOwn(scenarios), options: optionIDs.count, criteria: criterionIDs.count)
    for draw in 0..<draws {
      var stream = RandomStream(seed: seed, draw: draw)
      tally.add(try sampler.draw(&stream), mass: 1)
    }
    return tally.result(
      .simulated(draws: draws, seed: seed), options: optionIDs, criteria: criterionIDs)
  }

  /// Finds the same without simulation when there are two criteria.
  ///
  /// Weights are then the points of an interval, totals are straight lines over it, and ranks only
  /// change where two lines cross; acceptabilities are lengths and central weights midpoints.
  /// - Parameters:
  ///   - space: the weights that are admitted; more than a single point.
  ///   - scenarios: the score tables that may be right; none means the scores as they are.
  /// - Returns: the indices of every option, without error.
  /// - Throws: ``AppraisalError/exactNeedsTwoCriteria(found:)``, mistakes in the space or the
  ///   scenarios.
  public func exactRankAcceptability(
    within space: WeightSpace, over scenarios: [Scenario]
  ) throws(AppraisalErrors) -> RankAcceptability {
    guard criterionIDs.count == 2 else {
      throw AppraisalErrors(.exactNeedsTwoCriteria(found: criterionIDs.count))
    }
    let checked = try CheckedWeightSpace(space, of: criterionIDs)
    let tables = try tablesOrOwn(scenarios)
    let ends = checked.firstWeightEnds
    let cuts = crossings(tables, ends)
    var tally = AcceptabilityTally(tables, options: optionIDs.count, criteria: 2)
    for (low, high) in zip(cuts, cuts.dropFirst()) {
      let middle = low + (high - low) / 2
      tally.add([middle, 1 - middle], mass: high - low)
    }
    if cuts.count == 1 { tally.add([ends.low, 1 - ends.low], mass: 1) }
    return tally.result(.exact, options: optionIDs, criteria: criterionIDs)
  }

  private func tablesOrOwn(_ scenarios: [Scenario]) throws(AppraisalErrors) -> [ScenarioTable] {
    guard scenarios.isEmpty else { return try tables(of: scenarios) }
    return [ScenarioTable(scenario: "as scored", probability: 1, table: table)]
  }

  /// The first weights at which two totals are equal in some scenario, with both ends.
  private func crossings(
    _ tables: [ScenarioTable], _ ends: (low: Double, high: Double)
  ) -> [Double] {
    var cuts = [ends.low, ends.high]
    for rows in tables.map(\.table.rows) {
      for first in rows.indices {
        for second in rows.indices.dropFirst(first + 1) {
          let atZero = rows[first][1] - rows[second][1]
          let atOne = rows[first][0] - rows[second][0]
          guard atZero != atOne else { continue }
          let cut = atZero / (atZero - atOne)
          if cut > ends.low && cut < ends.high { cuts.append(cut) }
        }
      }
    }
    var distinct: [Double] = []
    for cut in cuts.sorted() where distinct.last != cut { distinct.append(cut) }
    return distinct
  }
}

extension CheckedWeightSpace {
  /// The lowest and highest first weight when there are two criteria.
  fileprivate var firstWeightEnds: (low: Double, high: Double) {
    var low = max(lows[0], 1 - highs[1])
    var high = min(highs[0], 1 - lows[1])
    if order == [0, 1] { low = max(low, 0.5) }
    if order == [1, 0] { high = min(high, 0.5) }
    return (min(low, high), high)
  }
}
