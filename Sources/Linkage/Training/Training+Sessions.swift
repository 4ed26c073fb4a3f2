// SPDX-License-Identifier: Apache-2.0

extension Training {
  /// Finds m from the pairs of one rule, for the comparisons that use none of the rule's columns.
  func runSession(
    _ number: Int, _ trained: inout TrainedModel, _ estimates: inout [[[Double]]],
    _ workers: Workers
  ) throws(LinkageError) {
    let rule = plan.sessions[number]
    let columns = rule.columns
    let open = trained.model.comparisons.indices.filter {
      trained.model.comparisons[$0].columns.isDisjoint(with: columns)
    }
    let counts = patterns(plan.certain.count + number, open, workers)
    let comparisons = open.map { trained.model.comparisons[$0] }
    guard counts.pairs > 0, !open.isEmpty else {
      trained.warnings.append(
        "The training rule on \(columns.sorted().joined(separator: ", ")) "
          + (open.isEmpty ? "leaves no comparison to train." : "puts no two records together."))
      return
    }
    var session = try ExpectationMaximisation(
      counts, comparisons, prior: try prior(of: rule, trained.model))
    session.run(mostRounds: plan.mostRounds, convergence: plan.convergence)
    for (position, index) in open.enumerated() {
      for level in trained.model.comparisons[index].levels.indices
      where session.seen[position][level]
        && !trained.model.comparisons[index].levels[level].isMissing
      {
        estimates[index][level].append(session.m[position][level])
        trained.model.comparisons[index].levels[level].m = median(estimates[index][level])
      }
    }
    trained.sessions.append(
      TrainedModel.Session(
        rule: rule, pairs: counts.pairs, comparisons: comparisons.map(\.name),
        priors: session.priors, movements: session.movements))
  }

  private func patterns(_ rule: Int, _ open: [Int], _ workers: Workers) -> PatternCounts {
    let alone = engine.alone(rule: rule)
    let blocks = alone.blocks(rule: 0)
    let share = Double(plan.mostSessionPairs) / Double(max(1, blocks.pairs))
    let pieces = blocks.pieces(ofAbout: 500_000)
    let counted = workers.map(pieces.count) {
      alone.patterns(pieces[$0], of: blocks, comparisons: open, share: share)
    }
    var counts = PatternCounts(levels: open.map { engine.model.comparisons[$0].levels.count })
    for piece in counted { counts.add(piece) }
    return counts
  }

  /// The prior among the pairs of a rule: the odds of all pairs × m / u of the levels that the rule fixes,
  /// those of most columns first.
  private func prior(of rule: BlockingRule, _ model: LinkageModel) throws(LinkageError) -> Double {
    var columns = rule.columns
    var exact: [(columns: Set<String>, factor: Double)] = []
    for comparison in model.comparisons {
      let known = try StartingProbabilities(comparison)
      for (index, level) in comparison.levels.enumerated() {
        guard let equal = level.condition.equalColumns else { continue }
        exact.append((equal, known.m[index] / max(known.u[index], 1e-300)))
      }
    }
    var odds = model.prior / (1 - model.prior)
    for size in Set(exact.map(\.columns.count)).sorted(by: >) {
      for level in exact where level.columns.count == size && level.columns.isSubset(of: columns) {
        columns.subtract(level.columns)
        odds *= level.factor
      }
    }
    return min(odds / (1 + odds), 1 - 0x1p-53)
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
