// SPDX-License-Identifier: Apache-2.0

import Costing
import Facts
import PlanPackage

/// The inputs of the costing engine, read from a plan's tables.
struct CostingReading {
  /// What a driver of cost follows.
  enum Source: Hashable, Sendable {
    /// The activity of a service, by year.
    case service(Int)
    /// What is required of a resource, by month.
    case resource(Int)
  }

  /// A series of inflation or of need that differs from run to run.
  enum DrawnSeries: Sendable {
    /// Yearly rates as they stand.
    case rates(RateSeries)
    /// The growth of an amount of which a share follows need.
    case need([RateSeries], share: Double)
  }

  private(set) var inputs: CostingInputs
  /// What each driver follows, in their order.
  private(set) var sources: [Source] = []
  private(set) var drawn: [DrawnSeries] = []
  /// Every series by its id, drawn or not.
  private(set) var seriesByID: [String: DrawnSeries] = [:]
  /// By line: the series of prices that it names, and that of its need where it follows no activity.
  private(set) var linePrices: [[String]] = []
  private(set) var lineNeeds: [String?] = []
  /// By line: an assumption that its baseline is, with its central value.
  private(set) var baselines: [(position: Int, central: Double)?] = []
  /// By scheme: an assumption that its effect is.
  private(set) var effects: [(position: Int, central: Double)?] = []
  private let plan: Plan
  private let years: ProjectionYears
  private var series: [String: RateSeries] = [:]

  init(
    _ plan: Plan, _ years: ProjectionYears, services: [String: Int], resources: [String: Int],
    _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) {
    self.plan = plan
    self.years = years
    inputs = CostingInputs(
      baseYear: years.base, lastYear: years.last,
      organisations: Self.organisations(plan), lines: [], confidence: .bernoulli,
      transfers: .report)
    let drivers = Dictionary(grouping: plan.projection.drivers, by: \.line)
    for row in plan.lines {
      readLine(row, drivers[row.id] ?? [], services, resources, &registry, &violations)
    }
    for row in plan.pools {
      let place = CellPlace(file: "finance/pools.csv", row: row.row, column: "size")
      guard let size = registry.millions(row.size, place, &violations) else { continue }
      inputs.pools.append(SavingsPool(id: row.id, size: .fixed(size), rule: .capped(1)))
    }
    for row in plan.schemes { readScheme(row, &registry, &violations) }
    inputs.demandDeliveries = plan.projection.mitigators.filter { !$0.scheme.isEmpty }.map {
      DemandDelivery(mitigator: $0.id, scheme: $0.scheme)
    }
    readUses(registry, &violations)
  }

  private static func organisations(_ plan: Plan) -> [CostingOrganisation] {
    var seen: Set<String> = []
    let named = plan.lines.map(\.organisation) + plan.schemes.map(\.organisation)
    return named.filter { seen.insert($0).inserted }.map { id in
      CostingOrganisation(id: id, label: plan.organisations.first { $0.id == id }?.name ?? id)
    }
  }

  private mutating func readUses(_ registry: InputRegistry, _ violations: inout ViolationList) {
    for row in plan.projection.usesOfSavings {
      let place = CellPlace(
        file: "finance/uses_of_savings.csv", row: row.row, column: "amount")
      guard let amount = registry.millions(row.amount, place, &violations) else { continue }
      inputs.uses.append(
        SavingsUse(
          id: row.id, scheme: row.scheme, purpose: row.closesGap ? .gap : .investment,
          label: row.label, amount: amount))
    }
  }
}

extension CostingReading {
  private mutating func readLine(
    _ row: FinanceLineRow, _ drivers: [CostDriverRow], _ services: [String: Int],
    _ resources: [String: Int], _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) {
    let place = CellPlace(file: "finance/lines.csv", row: row.row, column: "baseline")
    guard let baseline = registry.millions(row.baseline, place, &violations) else { return }
    registry.note(row.baseline, use: row.label)
    var line = CostLine(
      id: row.id, organisation: row.organisation, flow: flow(row), baseline: baseline)
    var named: [String] = []
    func price(_ name: String, _ column: String) {
      let cell = CellPlace(file: place.file, row: row.row, column: column)
      guard let id = priceSeries(name, row.label, cell, &registry, &violations) else { return }
      line.prices.append(id)
      named.append(id)
    }
    if !row.price.isEmpty { price(row.price, "price") }
    if !row.other.isEmpty { price(row.other, "other") }
    var need: String?
    if drivers.isEmpty {
      need = needSeries(row, &registry, &violations)
      if let need { line.prices.append(need) }
    } else {
      line.parts = drivers.compactMap { part($0, services, resources, &violations) }
    }
    linePrices.append(named)
    lineNeeds.append(need)
    baselines.append(registry.multiple(row.baseline, use: row.label))
    inputs.lines.append(line)
  }

  private func flow(_ row: FinanceLineRow) -> MoneyFlow {
    let other = row.counterparty.isEmpty ? nil : row.counterparty
    return switch row.direction {
    case "funding": .funding
    case "income": .income(from: other)
    default: .cost(to: other)
    }
  }

  private mutating func part(
    _ row: CostDriverRow, _ services: [String: Int], _ resources: [String: Int],
    _ violations: inout ViolationList
  ) -> CostPart? {
    let source = services[row.service].map(Source.service)
    let resource = resources[row.resource].map(Source.resource)
    let file = "costs/drivers.csv"
    if row.behaviour == "fixed" && row.service.isEmpty && row.resource.isEmpty {
      return CostPart(share: row.share, behaviour: .fixed)
    }
    guard row.service.isEmpty != row.resource.isEmpty, let followed = source ?? resource else {
      violations.add(
        file, row.row, "service",
        found: row.service.isEmpty ? "neither a service nor a resource" : "both of them",
        expected: "one service or one resource", advice: "Say what this part of the cost follows.")
      return nil
    }
    let id = driver(followed, row.service.isEmpty ? row.resource : row.service)
    switch row.behaviour {
    case "variable":
      return CostPart(share: row.share, behaviour: .variable, driver: id)
    case "semi-fixed":
      guard let step = row.step else {
        violations.add(
          file, row.row, "step", found: "an empty cell",
          expected: "how many units close or open at a time",
          advice: "Give 24 for wards of 24 beds.")
        return nil
      }
      guard row.delayMonths == row.delayMonths.rounded() else {
        violations.add(
          file, row.row, "delay_months", found: row.delayMonths.plain, expected: "whole months")
        return nil
      }
      return CostPart(
        share: row.share, behaviour: .semiFixed(step: step, delay: Int(row.delayMonths)),
        driver: id)
    default: return CostPart(share: row.share, behaviour: .fixed, driver: id)
    }
  }

  private mutating func driver(_ source: Source, _ name: String) -> String {
    let (prefix, resolution): (String, CostDriver.Resolution) =
      switch source {
      case .service: ("service ", .yearly)
      case .resource: ("resource ", .monthly)
      }
    if !sources.contains(source) {
      sources.append(source)
      inputs.drivers.append(CostDriver(id: prefix + name, resolution: resolution))
    }
    return prefix + name
  }
}

extension CostingReading {
  private mutating func rateSeries(
    _ name: String, _ use: String, _ place: CellPlace, _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) -> RateSeries? {
    if let known = series[name] { return known }
    let read = RateSeries(name, plan, years, use: use, place, &registry, &violations)
    series[name] = read
    return read
  }

  private mutating func priceSeries(
    _ name: String, _ use: String, _ place: CellPlace, _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) -> String? {
    guard let rates = rateSeries(name, use, place, &registry, &violations) else { return nil }
    return add("price " + name, .rates(rates), isDrawn: rates.isDrawn)
  }

  /// Growth in need of a line that follows no activity, as the finance model has it: its variable
  /// share grows with both series of need.
  private mutating func needSeries(
    _ row: FinanceLineRow, _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) -> String? {
    let named = [("demographic", row.demographic), ("non_demographic", row.nonDemographic)]
      .filter { !$0.1.isEmpty }
    let read = named.compactMap { column, name in
      rateSeries(
        name, row.label, CellPlace(file: "finance/lines.csv", row: row.row, column: column),
        &registry, &violations)
    }
    guard !read.isEmpty, read.count == named.count, row.variableShare > 0 else { return nil }
    let id = "need " + named.map(\.1).joined(separator: " ") + " \(row.variableShare)"
    return add(
      id, .need(read, share: row.variableShare), isDrawn: read.contains(where: \.isDrawn))
  }

  private mutating func add(_ id: String, _ source: DrawnSeries, isDrawn: Bool) -> String {
    if inputs.prices.contains(where: { $0.id == id }) { return id }
    seriesByID[id] = source
    if isDrawn {
      inputs.prices.append(PriceSeries(id: id, growth: .drawn(drawn.count)))
      drawn.append(source)
    } else {
      inputs.prices.append(PriceSeries(id: id, growth: .rates(source.rates([]))))
    }
    return id
  }

  private mutating func readScheme(
    _ row: SchemeRow, _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) {
    func place(_ column: String) -> CellPlace {
      CellPlace(file: "finance/schemes.csv", row: row.row, column: column)
    }
    guard
      let effect = registry.millions(row.fullYearEffect, place("full_year_effect"), &violations)
    else { return }
    registry.note(row.fullYearEffect, use: row.label)
    let date = row.start.civil
    var scheme = CostingScheme(
      id: row.id, organisation: row.organisation, fullYearEffect: effect,
      start: StartOfSaving(year: row.start.financialYear, month: (date.month + 8) % 12 + 1))
    if !row.ramp.isEmpty { scheme.ramp = row.ramp }
    scheme.recurrent = row.isRecurrent
    scheme.confidence = row.confidence ?? 1
    scheme.pool = row.pool.isEmpty ? nil : row.pool
    if !row.transferTo.isEmpty { scheme.effect = .transfer(to: row.transferTo) }
    let start = row.start.financialYear
    for (id, column, recurrent) in [
      (row.investmentRecurrent, "investment_recurrent", true),
      (row.investmentOnce, "investment_once", false),
    ] {
      guard let id, let amount = registry.millions(id, place(column), &violations) else { continue }
      scheme.investments.append(CostStep(year: start, amount: amount, recurrent: recurrent))
    }
    effects.append(registry.multiple(row.fullYearEffect, use: row.label))
    inputs.schemes.append(scheme)
  }
}

extension CostingReading.DrawnSeries {
  /// The yearly rates in %, for each year after the base year, from the draws of a run.
  func rates(_ draws: [Double]) -> [Double] {
    switch self {
    case .rates(let series): return series.rates.map { $0.value(draws) }
    case .need(let series, let share):
      var need = 1.0
      var before = 1.0
      return (series.first?.rates.indices ?? 0..<0).map { year in
        for one in series { need *= 1 + one.rates[year].value(draws) / 100 }
        let now = 1 + share * (need - 1)
        defer { before = now }
        return (now / before - 1) * 100
      }
    }
  }
}
