// SPDX-License-Identifier: Apache-2.0

import Savings

/// The overlaps between schemes on a day.
struct SavingsOverlap {
  private(set) var result: OverlapResult?
  private(set) var faults: [String] = []
  private(set) var unsized: [String] = []
  private var parts: [String: OverlapResult.Part] = [:]

  init(_ plan: SavingsPlan, _ state: SchemeState, _ records: [SchemeRecord]) {
    let pools = SavingsPools(plan, state)
    var claims: [OverlapClaim] = []
    for record in records where record.terms.isRecurrent {
      guard pools.money(in: record.terms.pool) != nil else {
        unsized.append(record.id)
        continue
      }
      claims.append(
        OverlapClaim(
          scheme: record.id, pool: record.terms.pool, .amount(record.terms.fullYear),
          population: plan.part(of: record.terms)))
    }
    do {
      let model = try OverlapModel(
        pools: pools.pools, claims: claims, populations: plan.partition)
      let found = model.result(.independent)
      result = found
      parts = Dictionary(found.parts.map { ($0.scheme, $0) }) { first, _ in first }
    } catch {
      faults = error.faults.map(\.description)
    }
  }

  /// What a scheme is credited with; all it claims when overlaps cannot be worked out.
  func credit(_ record: SchemeRecord) -> (net: Double, error: Double) {
    guard record.terms.isRecurrent else { return (0, 0) }
    guard let part = parts[record.id] else { return (record.terms.fullYear, 0) }
    return (part.net, part.standardError)
  }
}

extension SavingsSchemeLine {
  init(
    _ record: SchemeRecord, _ through: SavingsMonth, _ weights: SavingsWeights,
    _ overlap: SavingsOverlap
  ) {
    self.record = record
    let given = record.forecast?.value
    colour = given?.colour ?? (record.stage.value == .delivered ? .blue : .amber)
    let rule = SavingsSchemeLine.rule(given)
    self.rule = rule
    let tracking = record.tracking(through: through)
    missing =
      record.stage.value.needsAssessment ? tracking?.missing ?? [] : []
    year = SavingsSchemeLine.year(record.terms, tracking, rule, weights.share(colour))
    fullYear = record.terms.isRecurrent ? record.terms.fullYear : 0
    (fullYearNet, standardError) = overlap.credit(record)
    let months = SavingsMonth.months(ofFinancialYear: through.financialYear)
    let actuals = months.compactMap { record.actuals[$0]?.entry }
    entries = Array(
      Set(
        ([record.termsEntry, record.stage.entry] + actuals
          + [record.forecast?.entry, record.assessment?.entry].compactMap { $0 })
          .filter { $0 > 0 })
    ).sorted()
  }

  /// The greater of plan and run-rate until somebody chooses a method: three months make a rate.
  private static func rule(_ given: SchemeForecast?) -> ForecastRule {
    let method = given?.method ?? .greater
    let confidence = min(1, max(0, given?.confidence ?? 1))
    return (try? ForecastRule(method: method, confidence: confidence, runRateMonths: 3)) ?? .certain
  }

  private static func year(
    _ terms: SchemeTerms, _ tracking: SavingsTracking?, _ rule: ForecastRule, _ weight: Double
  ) -> SavingsYear {
    var year = SavingsYear()
    guard let tracking else { return year }
    let number = tracking.through.financialYear
    year.plan = tracking.profile.partYearEffect(number)
    year.nonRecurrent = tracking.profile.reopenedGap(after: number)
    year.planToDate = tracking.planToDate
    year.actualToDate = tracking.actualToDate
    year.forecast = tracking.forecast(rule)
    year.riskAdjusted = tracking.riskAdjusted(rule, weight: weight)
    let start = terms.start.savingsMonth
    let months = SavingsMonth.months(ofFinancialYear: number).count { $0 >= start }
    year.investment =
      terms.investmentYearly / 12 * Double(months)
      + (start.financialYear == number ? terms.investmentOnce : 0)
    return year
  }
}
