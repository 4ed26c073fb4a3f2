// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Finance
import PlanPackage

/// The engine's inputs read from a plan's tables, with the facts behind each.
struct FinanceReading {
  let inputs: FinanceInputs
  let solutions: Solutions
  /// The facts behind each line: its baseline, then its rates in order of year.
  private(set) var factsByLine: [String: [FactID]] = [:]

  /// - Throws: `PlanError` naming each fact or series that does not exist.
  init(
    plan: Plan, settings: PlanMetadata.FinanceSettings, values: Values
  ) throws(PlanError) {
    var reader = Reader(plan: plan, settings: settings, values: values)
    var lines: [Line] = []
    for row in plan.lines {
      guard let line = reader.line(row) else { continue }
      lines.append(line)
      factsByLine[row.id] = reader.facts(behind: row)
    }
    inputs = FinanceInputs(
      baseYear: Year(settings.baseYear), lastYear: Year(settings.lastYear),
      organisations: reader.organisations(), lines: lines)
    let pools = plan.pools.compactMap { reader.pool($0) }
    let schemes = plan.schemes.compactMap { reader.scheme($0) }
    solutions = Solutions(schemes: schemes, pools: pools)
    guard reader.violations.isEmpty else { throw PlanError(reader.violations) }
  }
}

/// Looks facts and series up, and remembers what was missing.
private struct Reader {
  let plan: Plan
  let settings: PlanMetadata.FinanceSettings
  let values: Values
  private(set) var violations: [Violation] = []

  init(plan: Plan, settings: PlanMetadata.FinanceSettings, values: Values) {
    self.plan = plan
    self.settings = settings
    self.values = values
  }

  mutating func line(_ row: FinanceLineRow) -> Line? {
    guard let baseline = money(row.baseline, "finance/lines.csv", row.row, "baseline") else {
      return nil
    }
    var rates: [Driver: YearlyRate] = [:]
    for (driver, column, series) in FinanceReading.series(of: row) where !series.isEmpty {
      rates[driver] = rate(series, row.row, column)
    }
    return Line(
      id: LineID(row.id), label: row.label, organisation: OrganisationID(row.organisation),
      flow: flow(row), baseline: baseline,
      growth: Growth(rates: rates, variableShare: Share(row.variableShare)))
  }

  /// The organisations that have lines, in the order in which lines first name them.
  func organisations() -> [Organisation] {
    var seen: Set<String> = []
    return plan.lines.filter { seen.insert($0.organisation).inserted }.map { row in
      let organisation = plan.organisations.first { $0.id == row.organisation }
      let kind: Organisation.Kind =
        switch organisation?.kind {
        case "commissioner": .commissioner
        case "council": .council
        default: .provider
        }
      return Organisation(
        id: OrganisationID(row.organisation), name: organisation?.name ?? row.organisation,
        kind: kind)
    }
  }

  func facts(behind row: FinanceLineRow) -> [FactID] {
    var facts = [row.baseline]
    for (_, _, series) in FinanceReading.series(of: row) where !series.isEmpty {
      facts += plan.rates.filter { $0.series == series }.map(\.fact)
    }
    return facts
  }

  mutating func pool(_ row: PoolRow) -> CostPool? {
    guard let size = money(row.size, "finance/pools.csv", row.row, "size") else { return nil }
    return CostPool(id: PoolID(row.id), label: row.label, size: .fixed(size))
  }

  mutating func scheme(_ row: SchemeRow) -> Scheme? {
    let file = "finance/schemes.csv"
    guard let effect = money(row.fullYearEffect, file, row.row, "full_year_effect") else {
      return nil
    }
    let start = startMonth(row.start)
    var scheme = Scheme(
      id: SchemeID(row.id), label: row.label, workstream: WorkstreamID(row.workstream),
      organisation: OrganisationID(row.organisation),
      delivery: Delivery(
        fullYearEffect: effect, start: start,
        ramp: row.ramp.isEmpty ? [1] : row.ramp.map { Share($0) },
        recurrence: row.isRecurrent ? .recurrent : .nonRecurrent),
      pool: row.pool.isEmpty ? nil : PoolID(row.pool))
    if let confidence = row.confidence { scheme.confidence = Share(confidence) }
    if !row.transferTo.isEmpty {
      scheme.effect = Scheme.Effect.transfer(to: OrganisationID(row.transferTo))
    }
    var recurrent: [Year: MillionPounds] = [:]
    var once: [Year: MillionPounds] = [:]
    if let id = row.investmentRecurrent {
      recurrent[start.year] = money(id, file, row.row, "investment_recurrent")
    }
    if let id = row.investmentOnce {
      once[start.year] = money(id, file, row.row, "investment_once")
    }
    scheme.investment = Investment(recurrent: recurrent, nonRecurrent: once)
    return scheme
  }

  private func flow(_ row: FinanceLineRow) -> Flow {
    let party: Flow.Party =
      row.counterparty.isEmpty ? .outside : .member(OrganisationID(row.counterparty))
    return switch row.direction {
    case "funding": .funding
    case "income": .income(from: party)
    default: .cost(to: party)
    }
  }

  private mutating func money(
    _ id: FactID, _ file: String, _ row: Int, _ column: String
  ) -> MillionPounds? {
    guard let fact = values[id] else {
      missing("“\(id)”", "the id of a fact", file, row, column)
      return nil
    }
    guard let pounds = fact.quantity.unit.pounds else {
      missing("“\(id)”, in \(fact.quantity.unit)", "a fact in money", file, row, column)
      return nil
    }
    let millions = (fact.quantity.value * Decimal(pounds) / 1_000_000).asDouble
    guard millions.magnitude < 1e9 else {
      missing(
        "“\(id)”, \(fact.figureText)", "less than a thousand million million pounds", file, row,
        column)
      return nil
    }
    return MillionPounds(millions)
  }

  private mutating func rate(_ series: String, _ row: Int, _ column: String) -> YearlyRate {
    let rows = plan.rates.filter { $0.series == series }
    guard !rows.isEmpty else {
      missing("“\(series)”", "a series of finance/rates.csv", "finance/lines.csv", row, column)
      return .constant(0)
    }
    var rates: [Year: Percent] = [:]
    for rate in rows {
      guard let fact = values[rate.fact] else {
        missing("“\(rate.fact)”", "the id of a fact", "finance/rates.csv", rate.row, "fact")
        continue
      }
      guard fact.quantity.unit.isPercentage else {
        missing(
          "“\(rate.fact)”, in \(fact.quantity.unit)", "a fact in %", "finance/rates.csv", rate.row,
          "fact")
        continue
      }
      guard abs(fact.quantity.value) <= 1000 else {
        missing(
          "“\(rate.fact)”, \(fact.figureText)", "a yearly rate of at most 1,000%",
          "finance/rates.csv", rate.row, "fact")
        continue
      }
      if rate.year == nil && rows.count > 1 {
        missing(
          "a rate for every year beside rates for single years", "one or the other",
          "finance/rates.csv", rate.row, "year")
      }
      let percent = Percent(fact.quantity.value.asDouble)
      guard let year = rate.year else { return .constant(percent) }
      // The engine takes rates for the years after the base year only; a table may be longer.
      if year > settings.baseYear && year <= settings.lastYear { rates[Year(year)] = percent }
    }
    return .byYear(rates)
  }

  private func startMonth(_ day: Day) -> StartMonth {
    let date = day.civil
    // Months are counted from April, the first of a financial year.
    let number = (date.month + 8) % 12 + 1
    return StartMonth(
      year: Year(date.month >= 4 ? date.year : date.year - 1),
      month: FinancialMonth(rawValue: number) ?? .april)
  }

  private mutating func missing(
    _ found: String, _ expected: String, _ file: String, _ row: Int, _ column: String
  ) {
    let violation = Violation(
      file: file, row: row, column: column, found: found, expected: expected,
      advice: "Correct it, or add what it names.")
    if !violations.contains(violation) { violations.append(violation) }
  }
}

extension FinanceReading {
  /// The series that a line names, with the driver and the column of each.
  static func series(of row: FinanceLineRow) -> [(Driver, String, String)] {
    [
      (.demographic, "demographic", row.demographic),
      (.nonDemographic, "non_demographic", row.nonDemographic), (.price, "price", row.price),
      (.other, "other", row.other),
    ]
  }
}
