// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand
import Facts
import PlanPackage
import Sampling

/// A plan on its way to a model: everything is read and every mistake gathered before any is thrown.
struct ProjectionDraft {
  let plan: Plan
  let years: ProjectionYears
  let registry: InputRegistry
  let correlations: [RankCorrelation]
  let measures: [ProjectionMeasure]
  let promises: [ProjectionPromise]
  let engines: ProjectionEngines
  let reach: InputReach
  let costFindings: [CostingFinding]
  /// Correlations of assumptions that nothing here uses.
  let idleCorrelations: [CorrelationRow]

  init(_ plan: Plan, _ graph: FactGraph) throws(PlanError) {
    self.plan = plan
    let years = try ProjectionYears(plan)
    self.years = years
    var violations = ViolationList()
    if plan.projection.services.isEmpty {
      violations.add(
        "demand/services.csv", nil, nil, found: "no services",
        expected: "the services whose activity is projected",
        advice: "`weald schema` writes a template of each table of demand/.")
      try violations.throwIfAny()
    }
    var registry = InputRegistry(plan, graph, used: plan.factsDrawn, &violations)
    let demand = DemandReading(plan, years, &registry, &violations)
    let capacity = CapacityReading(plan, years, demand.inputs, registry, &violations)
    let services = Dictionary(
      plan.projection.services.indices.map { (plan.projection.services[$0].id, $0) },
      uniquingKeysWith: { $1 })
    let resources = Dictionary(
      plan.projection.resources.indices.map { (plan.projection.resources[$0].id, $0) },
      uniquingKeysWith: { $1 })
    let costing = CostingReading(
      plan, years, services: services, resources: resources, &registry, &violations)
    let book = MeasureBook(plan, demand.inputs, capacity, costing.inputs)
    let pairs = CorrelationReading(plan, registry, &violations)
    promises = PromiseReading.promises(plan, book.measures, years, graph, &violations)
    EvidenceBook(plan).check(graph, &violations)
    let models = EngineModels(plan, demand, capacity, costing, &violations)
    try violations.throwIfAny()
    guard let demandModel = models.demand else { throw PlanError([]) }
    self.registry = registry
    correlations = pairs.correlations
    idleCorrelations = pairs.idle
    measures = book.measures
    costFindings = models.costing?.findings ?? []
    engines = ProjectionEngines(
      demand: demandModel, capacity: models.capacity, costing: models.costing,
      money: MoneyDraws(costing), sources: book.sources,
      scales: book.measures.map { $0.isMoney ? 1e6 : 1e3 })
    reach = InputReach(engines, measures: book.measures)
  }
}

/// The engines, as far as their inputs can be used; what is wrong with them is gathered.
private struct EngineModels {
  var demand: DemandModel?
  var capacity: CapacityModel?
  var costing: CostingModel?

  init(
    _ plan: Plan, _ demand: DemandReading, _ capacity: CapacityReading,
    _ costing: CostingReading, _ violations: inout ViolationList
  ) {
    do {
      self.demand = try DemandModel(demand.inputs)
    } catch {
      for problem in error.problems { violations.add(demand.violation(problem)) }
    }
    if !capacity.inputs.resources.isEmpty {
      do {
        self.capacity = try CapacityModel(capacity.inputs)
      } catch {
        // What demand has said of seasons and services need not be said again.
        for problem in error.problems where self.demand != nil || problem.isOfCapacity {
          violations.add(capacity.violation(problem))
        }
      }
    }
    if !plan.lines.isEmpty {
      do {
        self.costing = try CostingModel(costing.inputs)
      } catch {
        for mistake in error.all {
          CostingReading.violations(mistake, plan).forEach { violations.add($0) }
        }
      }
    }
  }
}

extension CapacityProblem {
  fileprivate var isOfCapacity: Bool {
    switch place {
    case .resource, .use: true
    default: false
    }
  }
}
