// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Savings

/// Gross, what is counted more than once, and what is left: always shown together.
public struct SavingsNetting: Sendable, Equatable {
  /// Claims added up, in pounds a year.
  public let gross: Double
  /// What is claimed more than once.
  public let overlapRemoved: Double
  /// What is left.
  public var net: Double { gross - overlapRemoved }

  /// Gross, and what is removed.
  public init(gross: Double, overlapRemoved: Double) {
    self.gross = gross
    self.overlapRemoved = overlapRemoved
  }
}

/// A year of some schemes, in pounds.
public struct SavingsYear: Sendable, Equatable {
  /// Planned in the year: the part-year effect.
  public var plan = 0.0
  /// Planned in the year and not to come again.
  public var nonRecurrent = 0.0
  /// Planned from April to the end of the last month that is over.
  public var planToDate = 0.0
  /// Recorded for the same months.
  public var actualToDate = 0.0
  /// Forecast outturn, by the method of each scheme.
  public var forecast = 0.0
  /// The same, with what is to come weighed by colour.
  public var riskAdjusted = 0.0
  /// Planned costs of getting there, yearly and once.
  public var investment = 0.0

  /// Recorded less planned to date.
  public var varianceToDate: Double { actualToDate - planToDate }
  /// Forecast less planned.
  public var forecastVariance: Double { forecast - plan }
  /// Forecast less what it costs.
  public var forecastNet: Double { forecast - investment }

  static func += (sum: inout SavingsYear, more: SavingsYear) {
    sum.plan += more.plan
    sum.nonRecurrent += more.nonRecurrent
    sum.planToDate += more.planToDate
    sum.actualToDate += more.actualToDate
    sum.forecast += more.forecast
    sum.riskAdjusted += more.riskAdjusted
    sum.investment += more.investment
  }
}

/// One scheme as a day shows it.
public struct SavingsSchemeLine: Sendable, Equatable {
  /// What is recorded of it.
  public let record: SchemeRecord
  /// Its money in the financial year of the day.
  public let year: SavingsYear
  /// Months of the year that are over and planned for, and have no record.
  public let missing: [SavingsMonth]
  /// Pounds in a full year, as it claims them.
  public let fullYear: Double
  /// Pounds in a full year that it is credited with once overlaps are removed.
  public let fullYearNet: Double
  /// The standard error of that, when it was estimated; else 0.
  public let standardError: Double
  /// How it is forecast.
  public let rule: ForecastRule
  /// How sure it is.
  public let colour: SavingsConfidence
  /// Entries of the ledger that these figures rest on, in order; none is 0.
  public let entries: [Int64]

  /// The id of the scheme.
  public var id: String { record.id }
  /// The terms in force.
  public var terms: SchemeTerms { record.terms }
}

/// Some schemes added up.
public struct SavingsSum: Sendable, Equatable {
  /// The id of a group or an organisation.
  public let id: String
  /// Its name.
  public let name: String
  /// How many schemes.
  public let schemes: Int
  /// Their money in the financial year.
  public let year: SavingsYear
  /// Their full-year effect.
  public let fullYear: SavingsNetting
  /// Entries of the ledger that these figures rest on, in order.
  public let entries: [Int64]
}

/// Savings as a day shows them: for pages and for papers.
///
/// Money is in pounds. What a month brought is due on the 14th of the next, so the last month that
/// counts as over is the latest whose amounts are due; the year is its financial year.
/// Full-year figures are those of recurrent schemes that were not withdrawn.
public struct SavingsView: Sendable {
  /// What the plan defines.
  public let plan: ProgrammePlan
  /// What was recorded up to the day.
  public let state: SchemeState
  /// The day.
  public let day: CivilDay
  /// The last month whose amounts are due.
  public let through: SavingsMonth
  /// Schemes that were not withdrawn, those of the plan first.
  public let schemes: [SavingsSchemeLine]
  /// Overlaps between them; nil when the sizes of pools contradict each other.
  public let overlap: OverlapResult?
  /// What is wrong with pools and claims, in words.
  public let overlapFaults: [String]
  /// Schemes whose pool has no known size, so that overlaps cannot be worked out.
  public let unsized: [String]

  /// Works everything out for a day.
  ///
  /// The state is that of the end of the day.
  public init(plan: ProgrammePlan, state: SchemeState, day: CivilDay) {
    self.plan = plan
    self.state = state
    self.day = day
    through = day.adding(-14).savingsMonth.adding(-1)
    let planned = plan.savings.schemes.filter { state.scheme($0.id) == nil }
    let records = planned.map { SchemeRecord($0) } + state.schemes.filter(\.isLive)
    let found = SavingsOverlap(plan.savings, state, records)
    overlap = found.result
    overlapFaults = found.faults
    unsized = found.unsized
    let weights = state.currentWeights
    schemes = records.map { [through] record in
      SavingsSchemeLine(record, through, weights, found)
    }
  }

  /// The financial year, by the calendar year in which it begins.
  public var financialYear: Int { through.financialYear }

  /// All schemes added up.
  public var total: SavingsSum { sum("all", "All schemes", schemes) }

  /// By working group, in the order of the plan.
  public var byGroup: [SavingsSum] {
    plan.savings.groups.map { group in
      sum(group.id, group.name, schemes.filter { $0.terms.group == group.id })
    }
  }

  /// By organisation that has a scheme, in the order of the plan.
  public var byOrganisation: [SavingsSum] {
    plan.organisations.compactMap { organisation in
      let own = schemes.filter { $0.terms.organisation == organisation.id }
      return own.isEmpty ? nil : sum(organisation.id, organisation.name, own)
    }
  }

  /// Schemes whose record to date lies furthest from plan, the worst first.
  public func topVariances(_ count: Int) -> [SavingsSchemeLine] {
    Array(
      schemes.filter { $0.year.varianceToDate != 0 }
        .sorted { ($0.year.varianceToDate, $0.id) < ($1.year.varianceToDate, $1.id) }
        .prefix(count))
  }

  /// Schemes that are late: behind the start they were registered with, or with months missing.
  public var late: [SavingsSchemeLine] {
    schemes.filter { line in
      line.record.slippedMonths > 0 || !line.missing.isEmpty
        || (!line.record.stage.value.needsAssessment
          && line.terms.start.savingsMonth <= through)
    }
  }

  /// From what should be saved to what is saved, by working group.
  public var funnel: SavingsFunnel {
    SavingsFunnel(
      target: plan.savings.target?.pounds, groups: plan.savings.groups.map { groupLine($0) })
  }

  private func groupLine(_ group: SavingsGroupDefinition) -> FunnelGroup {
    let own = schemes.filter { $0.terms.group == group.id }
    let running = own.filter { $0.record.stage.value.needsAssessment }
    let move = state.groups[group.id]?.value
    return FunnelGroup(
      group: group.id, stage: move?.stage ?? group.stage,
      quantified: move?.target ?? group.opportunity?.pounds, planned: net(own),
      inDelivery: net(running), delivered: net(own.filter { $0.record.stage.value == .delivered }))
  }

  private func net(_ lines: [SavingsSchemeLine]) -> Double {
    lines.reduce(0) { $0 + $1.fullYearNet }
  }

  /// Savings of the system as a whole in a full year, with transfers between members cancelled.
  ///
  /// Overlaps are not removed here: they lie between schemes, and transfers within one.
  public var system: SystemSavings {
    SystemSavings(schemes.map { $0.terms.effect($0.id) })
  }

  /// What was released and what was put to use, month by month, up to the day.
  ///
  /// Released is what was recorded for cash-releasing schemes.
  public var reinvestment: ReinvestmentBalance {
    let released = schemes.filter(\.terms.isCashReleasing).flatMap { line in
      line.record.actuals.filter { $0.key <= through }.map { ($0.key, $0.value.value) }
    }
    let used = state.investments.filter { $0.value.month <= day }
    return ReinvestmentBalance(
      released: released.map { (month: $0.0, amount: $0.1) },
      invested: used.map { (month: $0.value.month.savingsMonth, amount: $0.value.pounds) })
  }

  private func sum(_ id: String, _ name: String, _ lines: [SavingsSchemeLine]) -> SavingsSum {
    var year = SavingsYear()
    for line in lines { year += line.year }
    let gross = lines.reduce(0) { $0 + $1.fullYear }
    return SavingsSum(
      id: id, name: name, schemes: lines.count, year: year,
      fullYear: SavingsNetting(gross: gross, overlapRemoved: gross - net(lines)),
      entries: Array(Set(lines.flatMap(\.entries))).sorted())
  }
}
