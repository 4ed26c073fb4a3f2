// SPDX-License-Identifier: Apache-2.0

import Demand
import Facts
import PlanPackage

/// The inputs of the demand engine, read from a plan's tables, with the row of everything.
struct DemandReading {
  private(set) var inputs: DemandInputs
  private let plan: Plan
  private let rows: ProjectionRows
  /// By variant: the rows of its people and of its births.
  private var peopleRows: [[Int]] = []
  private var birthRows: [[Int]] = []
  /// By service: the rows of its cells.
  private var cellRows: [[Int]] = []
  private var seasonRows: [Int] = []

  init(
    _ plan: Plan, _ settings: ProjectionYears, _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) {
    self.plan = plan
    rows = plan.projection
    inputs = DemandInputs(
      baseYear: settings.base, lastYear: settings.last, inputCount: registry.entries.count,
      variants: [], services: [])
    readPopulation()
    readServices()
    readSeasons(&violations)
    readFactors(&registry, &violations)
    readMitigators(&registry, &violations)
  }

  private mutating func readPopulation() {
    let people = Dictionary(grouping: rows.population, by: \.variant)
    let births = Dictionary(grouping: rows.births, by: \.variant)
    for variant in rows.variants {
      let own = people[variant.id] ?? []
      let born = births[variant.id] ?? []
      peopleRows.append(own.map(\.row))
      birthRows.append(born.map(\.row))
      inputs.variants.append(
        PopulationVariant(
          id: variant.id, probability: variant.probability,
          people: own.map { row in
            PopulationCount(
              year: row.year, sex: Sex(rawValue: row.sex) ?? .persons, age: row.age,
              people: row.people)
          },
          births: born.map { row in
            BirthCount(year: row.year, motherAge: row.motherAge, births: row.births)
          }))
    }
  }

  private mutating func readServices() {
    let cells = Dictionary(grouping: rows.activity, by: \.service)
    for row in rows.services {
      let own = cells[row.id] ?? []
      cellRows.append(own.map(\.row))
      inputs.services.append(
        ServiceLine(
          id: row.id, provider: row.provider, setting: CareSetting(rawValue: row.setting) ?? .acute,
          kind: ServiceKind(rawValue: row.kind) ?? .contact, growthGroup: row.growthGroup,
          growsWith: ServiceLine.Growth(rawValue: row.growsWith) ?? .none,
          starts: row.starts.map(\.financialYear), season: row.season.isEmpty ? nil : row.season,
          cells: own.map { cell in
            ActivityCell(
              sex: Sex(rawValue: cell.sex) ?? .persons, ageFrom: cell.ageFrom, ageTo: cell.ageTo,
              activity: cell.activity, bedDays: cell.bedDays)
          }))
    }
  }

  private mutating func readSeasons(_ violations: inout ViolationList) {
    var order: [String] = []
    var groups: [String: [SeasonRow]] = [:]
    for row in rows.seasons {
      if groups[row.profile] == nil { order.append(row.profile) }
      groups[row.profile, default: []].append(row)
    }
    for profile in order {
      guard let months = groups[profile], let first = months.first else { continue }
      let missing = (1...12).filter { month in !months.contains { $0.month == month } }
      if !missing.isEmpty {
        violations.add(
          "demand/seasons.csv", first.row, "month",
          found: "“\(profile)” without month \(missing.map(String.init).joined(separator: ", "))",
          expected: "a row for each of the months 1 to 12", advice: "Add the rows.")
        continue
      }
      seasonRows.append(first.row)
      inputs.seasons.append(
        SeasonProfile(
          id: profile, shares: months.sorted { $0.month < $1.month }.map(\.share)))
    }
  }
}

extension DemandReading {
  private mutating func readFactors(
    _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) {
    for row in rows.factors {
      let place = CellPlace(file: "demand/factors.csv", row: row.row, column: "value")
      let kind = GrowthFactor.Kind(rawValue: row.kind) ?? .other
      var factor = GrowthFactor(
        id: row.id, kind: kind, scope: ActivityScope(row.scope), amount: .number(0),
        timing: row.isYearly ? .perYear : .once, from: row.from, to: row.to)
      let reading = FactorReading(kind: kind, range: factor.range)
      if let amount = reading.parameter(row.value, row.label, place, &registry, &violations) {
        factor.amount = amount
      }
      inputs.growth.append(factor)
    }
  }

  private mutating func readMitigators(
    _ registry: inout InputRegistry, _ violations: inout ViolationList
  ) {
    for row in rows.mitigators {
      func share(_ id: FactID, _ column: String) -> Parameter? {
        RateReading.parameter(
          id, row.label,
          CellPlace(file: "demand/mitigators.csv", row: row.row, column: column), &registry,
          &violations)
      }
      inputs.mitigators.append(
        Mitigator(
          id: row.id, kind: Mitigator.Kind(rawValue: row.kind) ?? .avoidance,
          scope: ActivityScope(row.scope),
          reach: row.reach.flatMap { share($0, "reach") } ?? .number(1),
          effect: share(row.effect, "effect") ?? .number(0), from: row.from, ramp: row.ramp,
          toService: row.toService.isEmpty ? nil : row.toService, unitsPerUnit: row.perUnit))
    }
  }

  /// What the engine says is wrong, at its file, row and column.
  func violation(_ problem: DemandProblem) -> Violation {
    let (file, row) = place(problem.subject)
    return Violation(
      file: file, row: row, column: problem.kind.column(problem.subject),
      found: "\(problem.name): \(problem.found)", expected: problem.expected,
      advice: problem.advice)
  }

  private func place(_ subject: DemandProblem.Subject) -> (String, Int?) {
    func at(_ list: [Int], _ index: Int) -> Int? {
      list.indices.contains(index) ? list[index] : nil
    }
    switch subject {
    case .horizon: return ("plan.yaml", nil)
    case .variant(let index):
      return ("demand/population_variants.csv", at(rows.variants.map(\.row), index))
    case .people(let variant, let row):
      guard peopleRows.indices.contains(variant) else { return ("demand/population.csv", nil) }
      return ("demand/population.csv", at(peopleRows[variant], row ?? 0))
    case .births(let variant, let row):
      guard birthRows.indices.contains(variant) else { return ("demand/births.csv", nil) }
      return ("demand/births.csv", at(birthRows[variant], row ?? 0))
    case .service(let index): return ("demand/services.csv", at(rows.services.map(\.row), index))
    case .cell(let service, let cell):
      guard cellRows.indices.contains(service) else { return ("demand/activity.csv", nil) }
      return ("demand/activity.csv", at(cellRows[service], cell))
    case .growth(let index): return ("demand/factors.csv", at(rows.factors.map(\.row), index))
    case .mitigator(let index):
      return ("demand/mitigators.csv", at(rows.mitigators.map(\.row), index))
    case .season(let index): return ("demand/seasons.csv", at(seasonRows, index))
    case .whole, .run, .question: return ("demand/services.csv", nil)
    }
  }
}

extension ActivityScope {
  init(_ row: DemandScopeRow) {
    self.init(
      provider: row.provider.isEmpty ? nil : row.provider,
      setting: CareSetting(rawValue: row.setting), kind: ServiceKind(rawValue: row.kind),
      growthGroup: row.growthGroup.isEmpty ? nil : row.growthGroup,
      service: row.service.isEmpty ? nil : row.service, sex: Sex(rawValue: row.sex),
      ageFrom: row.ageFrom, ageTo: row.ageTo)
  }
}

extension Day {
  /// The financial year that the day is in, by its first calendar year.
  var financialYear: Int {
    let date = civil
    return date.month >= 4 ? date.year : date.year - 1
  }
}

extension DemandProblem.Kind {
  /// The column that a problem is about.
  func column(_ subject: DemandProblem.Subject) -> String? {
    switch self {
    case .lastYearBeforeBase, .horizonTooLong: "last_year"
    case .duplicateID: "id"
    case .probability: "probability"
    case .populationSex: "sex"
    case .duplicateCount, .missingCount, .lastAgesDiffer, .noPeople: "age"
    case .noBirths: "grows_with"
    case .agesBeyondPopulation:
      if case .births = subject { "mother_age" } else { "age_from" }
    case .agesOutOfOrder, .overlappingAges, .missingAges: "age_from"
    case .duplicateCell: "sex"
    case .bedDaysWithoutActivity: "bed_days"
    case .noActivity, .startOutside: "starts"
    case .unknownSeason: "season"
    case .seasonShares: "share"
    case .amountOutside, .lifeExpectancy: "value"
    case .rateOutside: "effect"
    case .years: "from"
    case .selectsNothing, .selectsNoBedDays, .healthStatusTwice: "service"
    case .noDestination, .destinationNotUsed, .unknownDestination, .destinationIsItself,
      .destinationLoop, .destinationNotOpen, .tooManyWays:
      "to_service"
    case .impossibleNumber:
      switch subject {
      case .people: "people"
      case .births: "births"
      case .mitigator: "per_unit"
      default: "activity"
      }
    default: nil
    }
  }
}
