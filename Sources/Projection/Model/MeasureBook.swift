// SPDX-License-Identifier: Apache-2.0

import Capacity
import Costing
import Demand
import PlanPackage

/// The measures of a plan, each with what it is worked out from.
struct MeasureBook {
  private(set) var measures: [ProjectionMeasure] = []
  private(set) var sources: [MeasureSource] = []
  private let rows: ProjectionRows
  private let plan: Plan

  init(_ plan: Plan, _ demand: DemandInputs, _ capacity: CapacityReading, _ costing: CostingInputs)
  {
    self.plan = plan
    rows = plan.projection
    addActivity(demand)
    addResources(capacity)
    if !costing.lines.isEmpty { addMoney(costing) }
  }

  private func name(_ organisation: String) -> String {
    plan.organisations.first { $0.id == organisation }?.name ?? organisation
  }

  private mutating func add(
    _ source: MeasureSource, _ id: String, _ label: String, unit: String,
    _ family: ProjectionMeasure.Family, isHeadline: Bool = false, isSynthetic: Bool,
    available: Double? = nil, organisation: String? = nil
  ) {
    measures.append(
      ProjectionMeasure(
        id: id, label: label, unit: unit, family: family, isHeadline: isHeadline,
        isSynthetic: isSynthetic, available: available, organisation: organisation))
    sources.append(source)
  }

  private mutating func addActivity(_ demand: DemandInputs) {
    for (index, row) in rows.services.enumerated() {
      add(
        .activity([index]), "activity.\(row.id)", "\(row.label), \(name(row.provider))",
        unit: row.unit, .activity, isSynthetic: row.origin.isSynthetic,
        organisation: row.provider)
    }
    for provider in unique(rows.services.map(\.provider)) {
      let own = rows.services.indices.filter { rows.services[$0].provider == provider }
      let hasBeds = own.contains { index in
        demand.services[index].cells.contains { $0.bedDays > 0 }
          || demand.services[index].cells.isEmpty && demand.services[index].kind.usesBeds
      }
      guard hasBeds else { continue }
      add(
        .bedDays(own), "bed-days.\(provider)", "Bed days, \(name(provider))", unit: "bed days",
        .bedDays, isHeadline: true, isSynthetic: isSynthetic(own), organisation: provider)
    }
    for kind in unique(rows.services.map { $0.setting + "." + $0.kind }) {
      let own = rows.services.indices.filter {
        rows.services[$0].setting + "." + rows.services[$0].kind == kind
      }
      guard let first = own.first.map({ rows.services[$0] }) else { continue }
      let units = Set(own.map { rows.services[$0].unit })
      add(
        .activity(own), "activity.\(kind)",
        ActivityWords.kind(first.kind, in: first.setting),
        unit: units.count == 1 ? first.unit : "units of activity", .activityByKind,
        isHeadline: true, isSynthetic: isSynthetic(own))
    }
  }

  private mutating func addResources(_ capacity: CapacityReading) {
    for (index, row) in rows.resources.enumerated() {
      let family: ProjectionMeasure.Family =
        switch row.kind {
        case "beds": .beds
        case "staff": .staff
        default: .requirement
        }
      let services = Set(rows.uses.filter { $0.resource == row.id }.map(\.service))
      let used = rows.services.indices.filter { services.contains(rows.services[$0].id) }
      add(
        .resource(index), "\(family.rawValue).\(row.id)", "\(row.label), \(name(row.provider))",
        unit: row.unit, family, isHeadline: family == .beds,
        isSynthetic: row.origin.isSynthetic || isSynthetic(used),
        available: capacity.available[safe: index] ?? nil, organisation: row.provider)
    }
  }

  private mutating func addMoney(_ costing: CostingInputs) {
    for (index, organisation) in costing.organisations.enumerated() {
      let own = costing.lines.filter { $0.organisation == organisation.id }
      let isMadeUp = own.contains(where: isSynthetic)
      add(
        .cost(index), "cost.\(organisation.id)", "Cost, \(organisation.label)",
        unit: "GBP million", .cost, isSynthetic: isMadeUp, organisation: organisation.id)
      add(
        .gap(index), "gap.\(organisation.id)", "Gap, \(organisation.label)", unit: "GBP million",
        .gap, isSynthetic: isMadeUp, organisation: organisation.id)
      add(
        .stranded(index), "stranded.\(organisation.id)", "Stranded cost, \(organisation.label)",
        unit: "GBP million", .stranded, isSynthetic: isMadeUp, organisation: organisation.id)
    }
    let isMadeUp = costing.lines.contains(where: isSynthetic)
    add(
      .systemGap, "gap.system", "Gap, the whole system", unit: "GBP million", .gap,
      isHeadline: true, isSynthetic: isMadeUp)
    add(
      .systemStranded, "stranded.system", "Stranded cost, the whole system", unit: "GBP million",
      .stranded, isHeadline: true, isSynthetic: isMadeUp)
  }

  private func isSynthetic(_ services: [Int]) -> Bool {
    services.contains { rows.services[$0].origin.isSynthetic }
  }

  /// Whether the cost of a line follows activity or resources that were made up.
  private func isSynthetic(_ line: CostLine) -> Bool {
    rows.drivers.contains { driver in
      driver.line == line.id && driver.behaviour != "fixed"
        && (rows.services.contains { $0.id == driver.service && $0.origin.isSynthetic }
          || rows.resources.contains { $0.id == driver.resource && $0.origin.isSynthetic })
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
