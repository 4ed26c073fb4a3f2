// SPDX-License-Identifier: Apache-2.0

extension SearchRun {
  /// Opens sites one after the other, each time the best for one objective, until all are open.
  ///
  /// Every configuration tried on the way is offered to the archive. A site opened early is often
  /// the wrong one later, so after each opening sites are swapped while that betters the objective,
  /// until that has taken a fifth of the evaluations of the search, shared among the objectives.
  mutating func openOneByOne(_ objective: Int) {
    state.moveUnchecked(to: search.evaluator.smallestConfiguration)
    var swaps = search.evaluationLimit / (5 * search.objectives.count)
    while !isOver, let site = bestFlip(objective, among: closedOptional) {
      state.flipUnchecked(site)
      interchange(objective, atMost: &swaps)
    }
  }

  /// Closes sites one after the other, each time the best for one objective, until one is open.
  mutating func closeOneByOne(_ objective: Int) {
    var all = search.evaluator.smallestConfiguration
    for site in optional { all[site] = true }
    visit(all)
    while !isOver, openOptional.count > 1, let site = bestFlip(objective, among: openOptional) {
      state.flipUnchecked(site)
    }
  }

  /// The flip that is best for one objective; nil when there is none to try.
  private mutating func bestFlip(_ objective: Int, among sites: [Int]) -> Int? {
    var best: (costs: [Double], site: Int)?
    for site in sites where !isOver {
      let costs = preferring(objective, trial(site))
      if best.map({ costs.lexicographicallyPrecedes($0.costs) }) ?? true { best = (costs, site) }
    }
    return best?.site
  }

  /// Swaps sites as long as that betters one objective: the interchange of Teitz and Bart (1968).
  private mutating func interchange(_ objective: Int, atMost evaluations: inout Int) {
    var current = preferring(objective, search.objectives.map { $0.cost(state.measures) })
    var isBetter = true
    while isBetter {
      isBetter = false
      for site in closedOptional {
        let open = openOptional
        for rival in rivals(of: site, among: open) {
          guard evaluations > 0, !isOver else { return }
          evaluations -= 1
          let costs = preferring(objective, trial(rival, site))
          guard costs.lexicographicallyPrecedes(current) else { continue }
          state.flipUnchecked(rival, site)
          current = costs
          isBetter = true
          break
        }
      }
    }
  }

  /// The costs with one objective first; the others decide between equals.
  private func preferring(_ objective: Int, _ costs: [Double]) -> [Double] {
    [costs[objective]] + costs
  }
}
