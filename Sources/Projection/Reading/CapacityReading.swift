// SPDX-License-Identifier: Apache-2.0

import Capacity
import Demand
import Facts
import PlanPackage

/// The inputs of the capacity engine, read from a plan's tables.
struct CapacityReading {
  private(set) var inputs: CapacityInputs
  /// What there is of each resource; nil when it is not known.
  private(set) var available: [Double?] = []
  private let rows: ProjectionRows
  private let services: [String: Int]

  init(
    _ plan: Plan, _ years: ProjectionYears, _ demand: DemandInputs, _ registry: InputRegistry,
    _ violations: inout ViolationList
  ) {
    rows = plan.projection
    services = Dictionary(
      demand.services.indices.map { (demand.services[$0].id, $0) }, uniquingKeysWith: { $1 })
    let seasons = Dictionary(
      demand.seasons.indices.map { (demand.seasons[$0].id, $0) }, uniquingKeysWith: { $1 })
    inputs = CapacityInputs(
      calendar: CapacityCalendar(firstYear: years.base, years: years.last - years.base + 1),
      seasons: demand.seasons.map { CapacitySeason(id: $0.id, shares: $0.shares) },
      services: demand.services.map { service in
        CapacityService(id: service.id, season: service.season.flatMap { seasons[$0] })
      },
      resources: [], uses: [])
    for row in rows.resources { readResource(row, registry, &violations) }
    readUses(&violations)
  }

  private mutating func readResource(
    _ row: ResourceRow, _ registry: InputRegistry, _ violations: inout ViolationList
  ) {
    let known = amount(row, registry, &violations)
    available.append(known)
    inputs.resources.append(
      CapacityResource(
        id: row.id, opening: opening(row, &violations), sizing: sizing(row, &violations),
        units: row.kind == "staff" ? .parts : .whole,
        year: row.kind == "staff" ? .average : .busiestMonth, available: known.map { [$0] } ?? []))
  }

  private func amount(
    _ row: ResourceRow, _ registry: InputRegistry, _ violations: inout ViolationList
  ) -> Double? {
    guard let id = row.availableFact else { return row.available }
    guard let fact = registry.fact(id) else {
      violations.unknownFact(
        id, CellPlace(file: "capacity/resources.csv", row: row.row, column: "available_fact"))
      return nil
    }
    if let stated = row.available, stated != fact.quantity.value.asDouble {
      violations.add(
        "capacity/resources.csv", row.row, "available",
        found: "\(stated.plain), and “\(id)” with \(fact.quantity.value.asDouble.plain)",
        expected: "one number", advice: "Leave one of the two cells empty.")
    }
    return fact.quantity.value.asDouble
  }

  /// Beds, spaces and caseloads are there at all hours unless the table says otherwise.
  private func opening(_ row: ResourceRow, _ violations: inout ViolationList) -> OpeningHours {
    if let hours = row.hoursAWeek {
      return OpeningHours(hoursPerWeek: hours, weeksPerYear: row.weeksAYear)
    }
    if ["theatre", "room", "machine", "staff"].contains(row.kind) {
      violations.add(
        "capacity/resources.csv", row.row, "hours_a_week", found: "an empty cell",
        expected: "hours in which one can be used, or in which one person works",
        advice: "Without hours the minutes of activity cannot be turned into a number.")
    }
    return .always
  }

  private func sizing(_ row: ResourceRow, _ violations: inout ViolationList) -> SizingRule {
    if let chance = row.chanceFull {
      if row.utilisation != nil {
        violations.add(
          "capacity/resources.csv", row.row, "utilisation",
          found: "a utilisation beside a chance of none free", expected: "one of the two",
          advice: "Beds are sized by the chance that none is free; leave the other cell empty.")
      }
      return .places(chance: chance, variability: row.variability ?? 1)
    }
    if let utilisation = row.utilisation { return .share(utilisation: utilisation) }
    if row.kind == "visits" { return .share(utilisation: 1) }
    violations.add(
      "capacity/resources.csv", row.row, row.kind == "beds" ? "chance_full" : "utilisation",
      found: "neither a chance of none free nor a utilisation", expected: "one of the two",
      advice: "Beds, spaces and caseloads: the chance that none is free which is accepted. "
        + "Planned sessions and staff: the share of their time in use.")
    return .share(utilisation: 1)
  }

  private mutating func readUses(_ violations: inout ViolationList) {
    let resources = Dictionary(
      rows.resources.indices.map { (rows.resources[$0].id, $0) }, uniquingKeysWith: { $1 })
    for row in rows.uses {
      // Unknown names are reported when the tables are read.
      guard let resource = resources[row.resource], let service = services[row.service] else {
        continue
      }
      if row.minutes == nil && row.amount == nil {
        violations.add(
          "capacity/uses.csv", row.row, "amount", found: "neither minutes nor an amount",
          expected: "one of the two, or both",
          advice: "Give 1 for a resource that each takes for a whole day, such as a bed.")
      }
      inputs.uses.append(
        CapacityUse(
          resource: resource,
          driver: row.isPerBedDay ? .bedDays(service: service) : .activity(service: service),
          amount: row.amount ?? 1, minutes: row.minutes))
    }
  }

  /// What the engine says is wrong, at its file, row and column.
  func violation(_ problem: CapacityProblem) -> Violation {
    let (file, row): (String, Int?) =
      switch problem.place {
      case .calendar: ("plan.yaml", nil)
      case .season: ("demand/seasons.csv", nil)
      case .service(let index, _): ("demand/services.csv", rows.services[safe: index]?.row)
      case .resource(let index, _): ("capacity/resources.csv", rows.resources[safe: index]?.row)
      case .use(let index, _): ("capacity/uses.csv", rows.uses[safe: index]?.row)
      case .volumes, .question: ("capacity/resources.csv", nil)
      }
    return Violation(
      file: file, row: row, column: problem.field.column, found: problem.found,
      expected: problem.expected, advice: problem.advice)
  }
}

extension CapacityField {
  /// The column that the field comes from.
  fileprivate var column: String {
    switch self {
    case .hoursPerWeek: "hours_a_week"
    case .weeksPerYear: "weeks_a_year"
    case .chance: "chance_full"
    case .shares: "share"
    default: rawValue
    }
  }
}

extension Array {
  /// The element at a position, or nil.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
