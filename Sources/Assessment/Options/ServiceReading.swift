// SPDX-License-Identifier: Apache-2.0

import Access
import Facts
import PlanPackage

/// Reads a plan's services into models, and says everything that is wrong with their tables.
struct ServiceReading {
  let plan: Plan
  let values: Values
  private(set) var violations: [Violation] = []

  /// The models of all services.
  ///
  /// - Throws: `PlanError` with every fact, site, area or journey that is missing or impossible.
  static func models(_ plan: Plan, _ values: Values) throws(PlanError) -> [ServiceModel] {
    var reading = ServiceReading(plan: plan, values: values)
    let models = plan.services.compactMap { reading.model($0) }
    guard reading.violations.isEmpty else { throw PlanError(reading.violations) }
    return models
  }

  private init(plan: Plan, values: Values) {
    self.plan = plan
    self.values = values
  }

  mutating func model(_ service: ServiceRow) -> ServiceModel? {
    let sites = self.sites(of: service)
    guard sites.contains(where: { $0.role == .candidate }) else {
      report(
        "options/service_sites.csv", nil, "service", "no candidate for “\(service.id)”",
        "at least one site that may be chosen", "Add its sites.")
      return nil
    }
    let demand = plan.demand.filter { $0.service == service.id }
    var series: [String] = []
    for row in demand where !series.contains(row.series) { series.append(row.series) }
    if !series.contains(service.series) {
      report(
        "options/services.csv", service.row, "series", "“\(service.series)”",
        series.isEmpty ? "a series of geography/demand.csv" : series.joined(separator: ", "),
        "Add the cases of each area, or choose a series that is there.")
    }
    checkConfigurations(service, sites)
    checkThresholds(service)
    checkRules(service, sites)
    checkWeights(service)
    let inside = Set(plan.areas.filter(\.isInside).map(\.id))
    let cases = demand.filter { $0.series == service.series && inside.contains($0.area) }
    if !demand.isEmpty, cases.allSatisfy({ $0.cases == 0 }) {
      report(
        "geography/demand.csv", nil, "cases",
        "no cases of \(service.id) in \(service.series) among residents",
        "cases in areas inside the partnership", "Add them, or choose another series.")
    }
    var journeys: [ServiceModel.Journeys] = []
    for row in plan.travel {
      if let set = self.journeys(row, service, sites, demand, series) { journeys.append(set) }
    }
    if violations.isEmpty, !journeys.contains(where: { $0.row.id == service.travel }) {
      report(
        "options/services.csv", service.row, "travel", "“\(service.travel)”",
        "a set of journey times with every candidate", "Choose another set, or complete it.")
    }
    return ServiceModel(
      service: service, sites: sites, journeys: journeys, series: series,
      parameters: parameters(service),
      configurations: plan.configurations.filter { $0.service == service.id },
      standards: standards(service))
  }

  func sites(of service: ServiceRow) -> [ServiceModel.Site] {
    plan.serviceSites.filter { $0.service == service.id && $0.role != .never }.compactMap { row in
      guard let site = plan.sites.first(where: { $0.id == row.site }) else { return nil }
      return ServiceModel.Site(
        id: site.id, name: site.name,
        position: Position(latitude: site.latitude, longitude: site.longitude), role: row.role,
        group: row.group.isEmpty ? site.organisation : row.group, isNow: row.isNow)
    }
  }

  mutating func checkConfigurations(_ service: ServiceRow, _ sites: [ServiceModel.Site]) {
    let candidates = sites.filter { $0.role == .candidate }.map(\.id)
    for row in plan.configurations where row.service == service.id {
      for site in row.sites where !candidates.contains(site) {
        report(
          "options/configurations.csv", row.row, "sites", "“\(site)”",
          "candidates of \(service.id): \(candidates.joined(separator: ", "))",
          "Correct the id, or make the site a candidate in options/service_sites.csv.")
      }
      if Set(row.sites).count != row.sites.count {
        report(
          "options/configurations.csv", row.row, "sites", "a site twice", "each site once",
          "Take one of them away.")
      }
    }
  }

  mutating func parameters(_ service: ServiceRow) -> ServiceParameters {
    var found: [ServiceParameterRow.Name: Double] = [:]
    for row in plan.serviceParameters where row.service == service.id {
      let place = ("options/parameters.csv", row.row, "fact")
      guard let value = number(row.fact, place.0, place.1, place.2) else { continue }
      if let problem = row.name.problem(with: value) {
        report(
          place.0, place.1, place.2, "“\(row.fact)”, \(value)", problem,
          "Correct the figure, or name another fact.")
      }
      checkUnit(row.fact, row.name.isPercentage, place.0, place.1, place.2)
      found[row.name] = value
    }
    checkNeeds(service, Set(found.keys))
    return ServiceParameters(found)
  }

  mutating func standards(_ service: ServiceRow) -> [ServiceModel.Standard] {
    var found: [ServiceModel.Standard] = []
    for row in plan.standards where row.service == service.id {
      guard let limit = number(row.limit, "options/standards.csv", row.row, "limit") else {
        continue
      }
      checkUnit(row.limit, row.measure.isPercentage, "options/standards.csv", row.row, "limit")
      found.append(.init(row: row, limit: limit))
    }
    return found
  }

  /// Money is no minutes, and a percentage is no number of days.
  mutating func checkUnit(
    _ id: FactID, _ isPercentage: Bool, _ file: String, _ row: Int, _ column: String
  ) {
    guard let unit = values[id]?.quantity.unit,
      unit.isMoney || unit.isPercentage != isPercentage
    else { return }
    report(
      file, row, column, "“\(id)”, in \(unit)",
      isPercentage ? "a fact in %" : "a fact that counts something, not money and not %",
      "Name a fact in the unit that the measure has.")
  }

  mutating func number(_ id: FactID, _ file: String, _ row: Int, _ column: String)
    -> Double?
  {
    if let fact = values[id] { return fact.quantity.value.asDouble }
    report(
      file, row, column, "“\(id)”", "the id of a fact", "Correct it, or add what it names.")
    return nil
  }

  mutating func report(
    _ file: String, _ row: Int?, _ column: String?, _ found: String, _ expected: String,
    _ advice: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }
}
