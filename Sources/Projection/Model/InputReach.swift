// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand

/// Which measures each assumption can move.
///
/// A change moves the services of its scope and of its destination, and every service that their
/// activity may go on to; these move resources and money.
struct InputReach {
  private let byInput: [Int: [String]]

  init(_ engines: ProjectionEngines, measures: [ProjectionMeasure]) {
    var services: [Int: Set<Int>] = [:]
    let demand = engines.demand
    func add(_ parameter: Parameter, _ found: Set<Int>) {
      guard let input = parameter.input else { return }
      services[input, default: []].formUnion(Self.onward(found, demand))
    }
    for factor in demand.inputs.growth {
      add(factor.amount, Set(demand.services(factor.scope.withoutPeople)))
    }
    for mitigator in demand.inputs.mitigators {
      var found = Set(demand.services(mitigator.scope.withoutPeople))
      if let to = mitigator.toService.flatMap({ demand.service($0) }) { found.insert(to) }
      add(mitigator.reach, found)
      add(mitigator.effect, found)
    }
    let direct = Self.moneyInputs(engines)
    var byInput: [Int: [String]] = [:]
    for input in Set(services.keys).union(direct.keys) {
      let moved = services[input] ?? []
      byInput[input] = zip(measures, engines.sources).filter { _, source in
        Self.moves(source, moved, direct[input] ?? [], engines)
      }.map(\.0.id)
    }
    self.byInput = byInput
  }

  /// The measures of an assumption, by its position.
  func measures(ofInput position: Int) -> [String] { byInput[position] ?? [] }

  private static func onward(_ services: Set<Int>, _ demand: DemandModel) -> Set<Int> {
    var found = services
    var grows = true
    while grows {
      grows = false
      for mitigator in demand.inputs.mitigators {
        guard let to = mitigator.toService.flatMap({ demand.service($0) }), !found.contains(to),
          !found.isDisjoint(with: demand.services(mitigator.scope.withoutPeople))
        else { continue }
        found.insert(to)
        grows = true
      }
    }
    return found
  }

  /// By assumption: the organisations whose money it moves without any activity.
  private static func moneyInputs(_ engines: ProjectionEngines) -> [Int: Set<Int>] {
    guard let costing = engines.costing else { return [:] }
    var found: [Int: Set<Int>] = [:]
    let organisations = costing.inputs.organisations.map(\.id)
    func add(_ position: Int, _ organisation: String) {
      guard let place = organisations.firstIndex(of: organisation) else { return }
      found[position, default: []].insert(place)
    }
    for (index, line) in costing.inputs.lines.enumerated() {
      let series =
        (engines.money.linePrices[safe: index] ?? [])
        + [engines.money.lineNeeds[safe: index] ?? nil].compactMap { $0 }
      for input in series.flatMap({ engines.money.series[$0]?.inputs ?? [] }) {
        add(input, line.organisation)
      }
      if let own = engines.money.baselines[safe: index] ?? nil {
        add(own.position, line.organisation)
      }
    }
    for (index, scheme) in costing.inputs.schemes.enumerated() {
      guard let own = engines.money.effects[safe: index] ?? nil else { continue }
      add(own.position, scheme.organisation)
      if case .transfer(let to) = scheme.effect { add(own.position, to) }
    }
    return found
  }

  private static func moves(
    _ source: MeasureSource, _ services: Set<Int>, _ organisations: Set<Int>,
    _ engines: ProjectionEngines
  ) -> Bool {
    switch source {
    case .activity(let own), .bedDays(let own): return !services.isDisjoint(with: own)
    case .resource(let resource): return uses(resource, services, engines)
    case .cost(let organisation), .stranded(let organisation), .gap(let organisation):
      return organisations.contains(organisation)
        || follows(organisation, services, engines)
    case .systemGap, .systemStranded:
      let all = 0..<(engines.costing?.inputs.organisations.count ?? 0)
      return !organisations.isEmpty || all.contains { follows($0, services, engines) }
    }
  }

  private static func uses(
    _ resource: Int, _ services: Set<Int>, _ engines: ProjectionEngines
  ) -> Bool {
    (engines.capacity?.inputs.uses ?? []).contains { use in
      guard use.resource == resource else { return false }
      switch use.driver {
      case .activity(let service), .bedDays(let service): return services.contains(service)
      case .required(let other): return other != resource && uses(other, services, engines)
      }
    }
  }

  private static func follows(
    _ organisation: Int, _ services: Set<Int>, _ engines: ProjectionEngines
  ) -> Bool {
    guard let costing = engines.costing else { return false }
    let id = costing.inputs.organisations[organisation].id
    let drivers = Set(
      costing.inputs.lines.filter { $0.organisation == id }.flatMap(\.parts)
        .filter { $0.behaviour != .fixed }.compactMap(\.driver))
    return zip(costing.inputs.drivers, engines.money.sources).contains { driver, source in
      guard drivers.contains(driver.id) else { return false }
      switch source {
      case .service(let service): return services.contains(service)
      case .resource(let resource): return uses(resource, services, engines)
      }
    }
  }
}

extension ActivityScope {
  /// The same services, whatever their people.
  var withoutPeople: ActivityScope {
    var scope = self
    scope.sex = nil
    scope.ageFrom = nil
    scope.ageTo = nil
    return scope
  }
}

extension CostingReading.DrawnSeries {
  /// The assumptions that it follows.
  var inputs: [Int] {
    let all: [RateSeries] =
      switch self {
      case .rates(let series): [series]
      case .need(let series, _): series
      }
    return all.flatMap(\.rates).compactMap { if case .input(let place) = $0 { place } else { nil } }
  }
}
