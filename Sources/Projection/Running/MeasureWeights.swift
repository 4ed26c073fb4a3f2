// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand

/// How a measure would change with each unit of activity and each bed day, if all of it moved in
/// proportion, together with what changes it beside activity.
///
/// A requirement is taken as its value in the base year over what is in use then; cost as what its
/// drivers are paid for. What the engines find beyond that is the rest, shown as a cause of its own.
struct MeasureWeights {
  /// By service: the change with each unit of activity, then with each bed day.
  private(set) var weights: [Double]
  /// By cause: amounts that do not come through activity.
  private(set) var direct: [Double]

  private let engines: ProjectionEngines
  private let outcome: RunOutcome
  private let causes: CauseList
  private let year: Int
  private let future: ProjectionCase

  init(
    _ source: MeasureSource, _ engines: ProjectionEngines, _ outcome: RunOutcome,
    _ causes: CauseList, year: Int, _ future: ProjectionCase
  ) {
    self.engines = engines
    self.outcome = outcome
    self.causes = causes
    self.year = year
    self.future = future
    weights = [Double](repeating: 0, count: 2 * engines.demand.serviceCount)
    direct = [Double](repeating: 0, count: causes.causes.count)
    switch source {
    case .activity(let services): for service in services { weights[service] = 1 }
    case .bedDays(let services):
      for service in services { weights[engines.demand.serviceCount + service] = 1 }
    case .resource(let resource): addResource(resource, slope(of: resource))
    case .cost(let organisation): addMoney(organisation, costOnly: true)
    case .gap(let organisation): addMoney(organisation, costOnly: false)
    case .stranded, .systemStranded:
      // What stays is decided by steps and delays alone, and is shown as the rest.
      break
    case .systemGap:
      for organisation in engines.costing?.inputs.organisations.indices ?? 0..<0 {
        addMoney(organisation, costOnly: false)
      }
    }
  }

  /// Hours of a resource that each unit of activity and each bed day takes.
  private static func loads(
    _ resource: Int, _ engines: ProjectionEngines
  ) -> [(place: Int, hours: Double)] {
    (engines.capacity?.inputs.uses ?? []).compactMap { use in
      guard use.resource == resource else { return nil }
      let hours = use.amount * (use.minutes ?? 24 * 60) / 60
      switch use.driver {
      case .activity(let service): return (service, hours)
      case .bedDays(let service): return (engines.demand.serviceCount + service, hours)
      case .required: return nil
      }
    }
  }

  /// The amount of a place of the weights in a year: activity, or bed days.
  private func amount(_ place: Int, year: Int, _ future: DemandCase) -> Double {
    let count = engines.demand.serviceCount
    let quantity: DemandQuantity = place < count ? .activity : .bedDays
    return outcome.demand.amount(
      quantity, service: place % count, year: outcome.demand.baseYear + year, future)
  }

  /// What is required of a resource for each hour in use, in the base year.
  private func slope(of resource: Int) -> Double {
    let load = Self.loads(resource, engines).reduce(0) {
      $0 + $1.hours * amount($1.place, year: 0, .doNothing)
    }
    let required = outcome.doNothing?.required(resource: resource, year: 0) ?? 0
    if load > 0 { return required / load }
    // A resource that nothing used in the base year: as it is used in the year itself.
    let later = Self.loads(resource, engines).reduce(0) {
      $0 + $1.hours * amount($1.place, year: year, future == .doNothing ? .doNothing : .withPlan)
    }
    let run = future == .doNothing ? outcome.doNothing : outcome.withPlan
    return later > 0 ? (run?.required(resource: resource, year: year) ?? 0) / later : 0
  }

  private mutating func addResource(_ resource: Int, _ slope: Double) {
    for load in Self.loads(resource, engines) { weights[load.place] += slope * load.hours }
  }
}

extension MeasureWeights {
  private mutating func addMoney(_ organisation: Int, costOnly: Bool) {
    guard let costing = engines.costing else { return }
    let id = costing.inputs.organisations[organisation].id
    for (index, line) in costing.inputs.lines.enumerated() where line.organisation == id {
      let isCost: Bool
      if case .cost = line.flow { isCost = true } else { isCost = false }
      guard isCost || !costOnly else { continue }
      addLine(index, line, isCost ? 1 : -1)
    }
    guard future == .withPlan, let money = outcome.money else { return }
    let account = money.account(organisation: organisation, year: year)
    direct[causes.investment] +=
      account.reinvested + account.recurrentInvestment + account.nonRecurrentInvestment
      + account.capitalCharges
    for (index, scheme) in costing.inputs.schemes.enumerated() {
      let net = money.scheme(index, year: year).net
      if scheme.organisation == id { direct[causes.firstScheme + index] -= net }
      if case .transfer(let to) = scheme.effect, to == id, !costOnly {
        direct[causes.firstScheme + index] += net
      }
    }
  }

  /// Divides what a line does between what it follows and its prices, half of what they do together
  /// to each (Shapley for two), and the first part among the drivers.
  private mutating func addLine(_ index: Int, _ line: CostLine, _ sign: Double) {
    let baseline =
      line.baseline * (engines.money.baselines[safe: index]??.factor(outcome.draws) ?? 1)
    let price = (engines.money.linePrices[safe: index] ?? []).reduce(1) { $0 * growth($1) }
    let need = (engines.money.lineNeeds[safe: index] ?? nil).map(growth) ?? 1
    var response = need
    let perResponse = sign * baseline * (1 + price) / 2
    direct[causes.need] += perResponse * (need - 1)
    for part in line.parts where part.behaviour != .fixed {
      guard let driver = part.driver,
        let place = engines.costing?.inputs.drivers.firstIndex(where: { $0.id == driver })
      else { continue }
      let terms = terms(engines.money.sources[place])
      let base = terms.reduce(0) { $0 + $1.weight * amount($1.place, year: 0, .doNothing) }
      guard base > 0 else { continue }
      for term in terms {
        weights[term.place] += perResponse * part.share * term.weight / base
        let now = amount(
          term.place, year: year, future == .doNothing ? .doNothing : .withPlan)
        response +=
          part.share * term.weight * (now - amount(term.place, year: 0, .doNothing)) / base
      }
    }
    let cause: Int
    if case .funding = line.flow { cause = causes.funding } else { cause = causes.prices }
    direct[cause] += sign * baseline * (price - 1) * (1 + response) / 2
  }

  private func terms(_ source: CostingReading.Source) -> [(place: Int, weight: Double)] {
    switch source {
    case .service(let service): [(service, 1)]
    case .resource(let resource):
      Self.loads(resource, engines).map { ($0.place, $0.hours) }
    }
  }

  /// What a series has grown to by the year.
  private func growth(_ id: String) -> Double {
    guard let rates = engines.money.series[id]?.rates(outcome.draws) else { return 1 }
    return rates.prefix(year).reduce(1) { $0 * (1 + $1 / 100) }
  }
}
