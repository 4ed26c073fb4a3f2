// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand
import Sampling

/// Everything that one run found, before measures are taken from it.
struct RunOutcome {
  let draws: [Double]
  let variant: Int
  let demand: DemandRun
  let doNothing: CapacityRun?
  let withPlan: CapacityRun?
  let money: CostingRun?
}

/// Works out runs one after another; each thread has one of its own.
struct ProjectionRunner {
  let engines: ProjectionEngines
  let chance: RunChance
  private var workspace: DemandWorkspace

  init(_ engines: ProjectionEngines, _ chance: RunChance) {
    self.engines = engines
    self.chance = chance
    workspace = engines.demand.workspace()
  }

  /// Works out a run; it depends on its number alone.
  mutating func outcome(_ run: Int) throws(ProjectionError) -> RunOutcome {
    let draws = chance.sampler.draw(run: run)
    let variant = chance.variant.choice(run: run)
    do {
      try engines.demand.run(values: draws, variant: variant, in: &workspace)
    } catch {
      throw .engine("\(error)")
    }
    let demand = workspace.run
    let doNothing = try capacity(demand, .doNothing)
    let withPlan = try capacity(demand, .withPlan)
    return RunOutcome(
      draws: draws, variant: variant, demand: demand, doNothing: doNothing, withPlan: withPlan,
      money: try money(run, draws, demand, doNothing, withPlan))
  }

  private func capacity(
    _ run: DemandRun, _ future: DemandCase
  ) throws(ProjectionError) -> CapacityRun? {
    guard let model = engines.capacity else { return nil }
    func all(_ quantity: DemandQuantity) -> [Double] {
      let start = run.offset(quantity, service: 0, future)
      return Array(run.figures[start..<(start + run.serviceCount * run.yearCount)])
    }
    do {
      return try model.run(activity: all(.activity), bedDays: all(.bedDays))
    } catch {
      throw .engine("\(error)")
    }
  }

  private func money(
    _ run: Int, _ draws: [Double], _ demand: DemandRun, _ doNothing: CapacityRun?,
    _ withPlan: CapacityRun?
  ) throws(ProjectionError) -> CostingRun? {
    guard let model = engines.costing else { return nil }
    var draw = CostingDraw(
      doNothing: engines.money.sources.map { series($0, demand, doNothing, .doNothing) },
      withPlan: engines.money.sources.map { series($0, demand, withPlan, .withPlan) })
    draw.prices = engines.money.drawn.map { $0.rates(draws) }
    draw.uniforms = engines.money.schemes.map { purpose in
      // In the central run a scheme delivers when that is likelier than not.
      if run == 0 { return 0.5 }
      var stream = RandomStream(seed: chance.seed, purpose: purpose, index: run)
      return stream.unit()
    }
    draw.effects = engines.money.factors(engines.money.effects, draws)
    draw.baselines = engines.money.factors(engines.money.baselines, draws)
    do {
      return try model.run(draw)
    } catch {
      throw .engine("\(error)")
    }
  }

  private func series(
    _ source: CostingReading.Source, _ demand: DemandRun, _ capacity: CapacityRun?,
    _ future: DemandCase
  ) -> [Double] {
    switch source {
    case .service(let service):
      let start = demand.offset(.activity, service: service, future)
      return Array(demand.figures[start..<(start + demand.yearCount)])
    case .resource(let resource):
      guard let capacity else { return [] }
      let months = demand.yearCount * 12
      return Array(capacity.required[(resource * months)..<((resource + 1) * months)])
    }
  }
}

/// What chance a projection runs on: a seed, and how each assumption is drawn.
struct RunChance: Sendable {
  let seed: UInt64
  let sampler: InputSampler
  let variant: DiscreteChoice
}

extension RunOutcome {
  /// The measures of the run: by measure, future and year.
  func figures(_ engines: ProjectionEngines) -> [Double] {
    var figures: [Double] = []
    figures.reserveCapacity(engines.sources.count * 2 * engines.yearCount)
    for (source, scale) in zip(engines.sources, engines.scales) {
      for future in ProjectionCase.allCases {
        for year in 0..<engines.yearCount {
          figures.append((value(source, future, year) * scale).rounded() / scale)
        }
      }
    }
    return figures
  }

  /// One measure in one year.
  func value(_ source: MeasureSource, _ future: ProjectionCase, _ year: Int) -> Double {
    let demandCase: DemandCase = future == .doNothing ? .doNothing : .withPlan
    switch source {
    case .activity(let services):
      return demand.total(
        .activity, services: services, year: demand.baseYear + year, demandCase)
    case .bedDays(let services):
      return demand.total(.bedDays, services: services, year: demand.baseYear + year, demandCase)
    case .resource(let resource):
      let capacity = future == .doNothing ? doNothing : withPlan
      return capacity?.required(resource: resource, year: year) ?? 0
    case .cost(let organisation):
      guard let account = money?.account(organisation: organisation, year: year) else { return 0 }
      return future == .doNothing ? account.doNothing.cost : account.withPlan.cost
    case .gap(let organisation):
      guard let account = money?.account(organisation: organisation, year: year) else { return 0 }
      return future == .doNothing ? account.doNothingGap : account.residualGap
    case .systemGap:
      guard let account = money?.system(year: year) else { return 0 }
      return future == .doNothing ? account.doNothingGap : account.residualGap
    case .stranded(let organisation):
      return stranded(money?.account(organisation: organisation, year: year), future)
    case .systemStranded: return stranded(money?.total(year: year), future)
    }
  }

  private func stranded(_ account: CostingAccount?, _ future: ProjectionCase) -> Double {
    guard let account else { return 0 }
    return (future == .doNothing ? account.doNothingStay : account.withPlanStay).stranded
  }
}
