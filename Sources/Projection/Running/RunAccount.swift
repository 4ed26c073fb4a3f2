// SPDX-License-Identifier: Apache-2.0

import Demand

/// The shares of every change of activity and of bed days in one year of one run, by cause.
struct DemandShares {
  let found: DemandAttribution

  init(
    _ demand: DemandModel, _ outcome: RunOutcome, _ year: Int, _ future: ProjectionCase,
    _ method: ProjectionAttribution.Method
  ) throws(ProjectionError) {
    let how: AttributionMethod =
      switch method {
      case .shapley: .shapley
      case .inOrder: .ordered(demand.factors)
      case .alone: .alone
      }
    do {
      found = try demand.attribution(
        values: outcome.draws, variant: outcome.variant, year: year,
        future == .doNothing ? .doNothing : .withPlan, method: how)
    } catch {
      throw .engine("\(error)")
    }
  }
}

/// The change of one measure in one year of one run, divided among causes in whole numbers.
struct RunAccount {
  private(set) var sums: AttributionSums.Sums

  init(
    _ engines: ProjectionEngines, _ outcome: RunOutcome, _ source: MeasureSource,
    _ causes: CauseList, _ shares: DemandShares, year: Int, _ future: ProjectionCase,
    scale: Double
  ) {
    func whole(_ future: ProjectionCase, _ year: Int) -> Int {
      let value = (outcome.value(source, future, year) * scale).rounded()
      return value.magnitude < 9e15 ? Int(value) : 0
    }
    sums = AttributionSums.Sums(parts: [])
    sums.base = whole(.doNothing, 0)
    sums.doNothing = whole(.doNothing, year)
    sums.withPlan = whole(.withPlan, year)
    let change = (future == .doNothing ? sums.doNothing : sums.withPlan) - sums.base
    let weights = MeasureWeights(source, engines, outcome, causes, year: year, future)
    var parts = weights.direct
    for (place, weight) in weights.weights.enumerated() where weight != 0 {
      let first = place * causes.demandCount
      for cause in 0..<causes.demandCount {
        parts[cause] += weight * shares.found.shares[first + cause]
      }
      parts[causes.interaction] += weight * shares.found.interaction[place]
    }
    for index in parts.indices { parts[index] *= scale }
    switch source {
    case .activity, .bedDays: break
    case .resource, .cost, .stranded, .gap, .systemGap, .systemStranded:
      // The rest is what no cause explains in proportion; it is never spread over the others.
      let known = parts.reduce(0) { $0 + $1.rounded() }
      parts[causes.rest] = Double(change) - known
    }
    sums.parts = WholeNumbers.rounded(parts, addingTo: change)
  }
}
