// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import PlanPackage
import Projection

/// The network of a model, with the row that each part of it comes from.
struct NetworkReading {
  private(set) var network = FlowNetwork(classes: [], units: [], arrivals: [], journeys: [])
  /// The rows of each journey, in the order of its routes.
  private(set) var journeyRows: [[FlowRouteRow]] = []
  private let rows: FlowModelRows
  private let names: FlowNames
  private let stays: StayReading

  init(_ rows: FlowModelRows, _ names: FlowNames, _ violations: inout ViolationList) {
    self.rows = rows
    self.names = names
    stays = StayReading(rows.stays, &violations)
    network.classes = rows.classes.map { patientClass($0, &violations) }
    readUnits(&violations)
    readArrivals(&violations)
    readJourneys(&violations)
    readCensus(&violations)
  }

  private func patientClass(
    _ row: FlowClassRow, _ violations: inout ViolationList
  ) -> PatientClass {
    let cell = CellPlace(file: FlowModelRows.File.classes, row: row.row, column: "patience")
    return PatientClass(
      id: row.id, name: row.name, priority: row.priority,
      patience: row.patience.flatMap { stays.stay($0, cell, &violations) },
      balksAtQueue: row.balksAtQueue,
      cancellation: row.cancelledAtFreeBeds.map {
        CancellationRule(freeBedsAtMost: $0, rebookedAfter: row.rebookedAfterDays)
      })
  }

  private mutating func readUnits(_ violations: inout ViolationList) {
    let calendars = CalendarReading(rows: rows, names: names)
    for row in rows.units {
      network.units.append(
        FlowUnit(
          id: row.id, name: row.name, kind: kind(row, calendars, &violations),
          order: FlowUnit.Order(rawValue: row.order) ?? .firstCome,
          whenFull: row.turnsAway ? .elsewhere : .wait(limit: row.queueLimit)))
    }
    calendars.strays(&violations)
  }

  private func kind(
    _ row: FlowUnitRow, _ calendars: CalendarReading, _ violations: inout ViolationList
  ) -> FlowUnit.Kind {
    let groups = calendars.groups(of: row.id, &violations)
    // Beds may be listed for a unit without a limit, so that a variant can set one.
    guard row.kind != "unlimited" else { return .unlimited }
    guard let first = groups.first else {
      violations.add(
        FlowModelRows.File.units, row.row, "kind",
        found: "\(row.kind) without a row in flow/beds.csv",
        expected: "how many there are", advice: "Add them to flow/beds.csv, or write unlimited.")
      return .unlimited
    }
    guard row.kind == "visits" else { return .beds(groups) }
    guard let most = row.firstVisits, let least = row.lastVisits else {
      violations.add(
        FlowModelRows.File.units, row.row, row.firstVisits == nil ? "first_visits" : "last_visits",
        found: "an empty cell", expected: "how many visits a day a patient needs",
        advice: "Give the mean at first and at last.")
      return .unlimited
    }
    return .visits(
      HomeVisits(
        calendar: first.calendar, first: (mean: most, deviation: row.firstDeviation ?? 0),
        last: (mean: least, deviation: row.lastDeviation ?? 0), overtaking: row.overtaking))
  }

  private mutating func readArrivals(_ violations: inout ViolationList) {
    let profiles = ProfileReading(rows, &violations).profiles
    for row in rows.arrivals {
      func cell(_ column: String) -> CellPlace {
        CellPlace(file: FlowModelRows.File.arrivals, row: row.row, column: column)
      }
      let profile = row.profile.flatMap {
        FlowNames.found(
          $0, in: profiles, "a profile of flow/profiles.csv", cell("profile"), &violations)
      }
      let perDay = rate(row, &violations)
      guard let patientClass = names.patientClass(row.patientClass, cell("class"), &violations),
        let unit = names.unit(row.unit, cell("unit"), &violations)
      else { continue }
      network.arrivals.append(
        ArrivalStream(
          id: row.id, patientClass: patientClass, unit: unit, perDay: perDay ?? 0,
          profile: profile ?? .even))
    }
  }

  private func rate(_ row: FlowArrivalsRow, _ violations: inout ViolationList) -> Double? {
    let number = names.number(
      row.perDay, or: row.fact, FlowModelRows.File.arrivals, row.row, "per_day", &violations)
    guard let number else { return nil }
    guard row.fact != nil else { return number * row.times }
    guard let days = row.factDays else {
      violations.add(
        FlowModelRows.File.arrivals, row.row, "fact_days", found: "an empty cell",
        expected: "the days that the fact counts, such as 365",
        advice: "The fact has to be turned into a number a day.")
      return nil
    }
    return number / days * row.times
  }

  private mutating func readCensus(_ violations: inout ViolationList) {
    for row in rows.census {
      func cell(_ column: String) -> CellPlace {
        CellPlace(file: FlowModelRows.File.census, row: row.row, column: column)
      }
      let people = names.number(
        row.people.map(Double.init), or: row.fact, FlowModelRows.File.census, row.row, "people",
        &violations)
      let unit = row.unit.map { names.unit($0, cell("unit"), &violations) }
      let waiting = row.waitingFor.map { names.unit($0, cell("waiting_for"), &violations) }
      if row.unit == nil && row.waitingFor == nil {
        violations.add(
          FlowModelRows.File.census, row.row, "unit", found: "neither a unit nor one waited for",
          expected: "where people are, or what they wait for", advice: "Fill in one, or both.")
      }
      guard let patientClass = names.patientClass(row.patientClass, cell("class"), &violations)
      else { continue }
      network.census.append(
        entry(patientClass, unit ?? nil, waiting ?? nil, Int((people ?? 0).rounded())))
    }
  }

  /// Where the unit that people wait for has no limit, as in a variant, they are in it at once.
  private func entry(
    _ patientClass: Int, _ unit: Int?, _ waiting: Int?, _ people: Int
  ) -> CensusEntry {
    guard let next = waiting, network.units[next].kind == .unlimited else {
      return CensusEntry(
        patientClass: patientClass, unit: unit, waitingFor: waiting, people: people)
    }
    return CensusEntry(patientClass: patientClass, unit: next, people: people)
  }
}

extension NetworkReading {
  /// Journeys are the routes of one unit and class, in the order in which they first stand.
  private mutating func readJourneys(_ violations: inout ViolationList) {
    var positions: [[String]: Int] = [:]
    for row in rows.routes {
      let key = [row.unit, row.patientClass]
      if let position = positions[key] {
        journeyRows[position].append(row)
      } else {
        positions[key] = journeyRows.count
        journeyRows.append([row])
      }
    }
    for routes in journeyRows {
      if let journey = journey(routes, &violations) { network.journeys.append(journey) }
    }
  }

  private func journey(
    _ rows: [FlowRouteRow], _ violations: inout ViolationList
  ) -> Journey? {
    guard let first = rows.first else { return nil }
    checkChances(rows, &violations)
    let unit = names.unit(first.unit, Self.cell(first, "unit"), &violations)
    let patientClass = names.patientClass(
      first.patientClass, Self.cell(first, "class"), &violations)
    let times = rows.map { stays.stay($0.stay, Self.cell($0, "stay"), &violations) }
    let same = Set(rows.map(\.stay)).count == 1
    let routes = zip(rows, times).map { row, time in
      route(row, stay: same ? nil : time, &violations)
    }
    guard let unit, let patientClass, let stay = times.first ?? nil else { return nil }
    return Journey(unit: unit, patientClass: patientClass, stay: stay, routes: routes)
  }

  private func route(
    _ row: FlowRouteRow, stay: StayTime?, _ violations: inout ViolationList
  ) -> Route {
    let unit = row.to.map { names.unit($0, Self.cell(row, "to"), &violations) }
    let next = row.becomes.map {
      names.patientClass($0, Self.cell(row, "becomes"), &violations)
    }
    let transition = row.transition.map {
      stays.stay($0, Self.cell(row, "transition"), &violations)
    }
    return Route(
      chance: row.chance, to: unit ?? nil, name: row.name, becomes: next ?? nil, stay: stay,
      transition: transition ?? nil)
  }

  private func checkChances(_ rows: [FlowRouteRow], _ violations: inout ViolationList) {
    let total = rows.map(\.chance).reduce(0, +)
    guard abs(total - 1) > 1e-9, let last = rows.last else { return }
    let places = rows.map { "\($0.row)" }.joined(separator: ", ")
    violations.add(
      FlowModelRows.File.routes, last.row, "chance",
      found: "\(((total * 1e9).rounded() / 1e9).plain) in all, in rows \(places)",
      expected: "chances that make 1",
      advice: "Everybody who leaves “\(last.unit)” goes somewhere; correct the chances.")
  }

  private static func cell(_ row: FlowRouteRow, _ column: String) -> CellPlace {
    CellPlace(file: FlowModelRows.File.routes, row: row.row, column: column)
  }

  /// What the simulator says is wrong with the network, at its file, row and column.
  func violation(_ problem: FlowProblem) -> Violation {
    typealias File = FlowModelRows.File
    let (file, row, column): (String, Int?, String) =
      switch problem.part {
      case .patientClass(let index): (File.classes, rows.classes[safe: index]?.row, "id")
      case .unit(let index): (File.units, rows.units[safe: index]?.row, "id")
      case .arrivals(let index): (File.arrivals, rows.arrivals[safe: index]?.row, "per_day")
      case .journey(let index): (File.routes, journeyRows[safe: index]?.first?.row, "unit")
      case .route(let journey, let route):
        (File.routes, journeyRows[safe: journey]?[safe: route]?.row, "chance")
      case .census(let index): (File.census, rows.census[safe: index]?.row, "people")
      case .horizon: (File.models, rows.model.row, "days")
      }
    return Violation(
      file: file, row: row, column: column, found: problem.found, expected: problem.expected,
      advice: problem.remedy)
  }
}

extension Array {
  /// The element at a position, or nil.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
