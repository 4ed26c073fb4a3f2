// SPDX-License-Identifier: Apache-2.0

import Appraisal
import Facts
import PlanPackage

/// Maps a plan's criteria and scores to the engine's inputs, and runs it.
struct AppraisalReading {
  private let plan: Plan
  private let values: Values
  private let model: ServiceModel
  private let options: [ServiceAppraisal.Choice]
  private var violations: [Violation] = []

  /// Weighs the shortlist of a service; nil without criteria or with fewer than two options.
  ///
  /// - Throws: `PlanError` with every score, amount or weight that is missing or impossible.
  static func appraisal(
    _ plan: Plan, _ values: Values, _ model: ServiceModel, _ elimination: Elimination?
  ) throws(PlanError) -> ServiceAppraisal? {
    let rows = plan.criteria.filter { $0.service == model.service.id }
    let options = AppraisalReading.options(model, elimination)
    guard !rows.isEmpty, options.count > 1 else { return nil }
    var reading = AppraisalReading(plan: plan, values: values, model: model, options: options)
    return try reading.run(rows)
  }

  private init(
    plan: Plan, values: Values, model: ServiceModel, options: [ServiceAppraisal.Choice]
  ) {
    self.plan = plan
    self.values = values
    self.model = model
    self.options = options
  }

  /// What is left of the elimination; without one, what the plan calls shortlisted or decided.
  private static func options(
    _ model: ServiceModel, _ elimination: Elimination?
  ) -> [ServiceAppraisal.Choice] {
    let named = model.configurations.filter { $0.stage == .shortlist || $0.stage == .decided }
    let sets = elimination?.shortlist.map(\.open) ?? named.map(\.sites)
    let choices = sets.map { open -> ServiceAppraisal.Choice in
      let row = named.first { Set($0.sites) == Set(open) } ?? model.named(open)
      let sites = open.map { model.site($0)?.shortName ?? $0 }.joined(separator: ", ")
      return .init(
        id: row?.id ?? open.joined(separator: "+"), name: row?.name ?? sites, open: open)
    }
    // In the order in which the plan lists them, since readers know them so.
    return choices.sorted { left, right in
      let order = model.configurations.map(\.id)
      return (order.firstIndex(of: left.id) ?? .max, left.id)
        < (order.firstIndex(of: right.id) ?? .max, right.id)
    }
  }

  private mutating func run(_ rows: [CriterionRow]) throws(PlanError) -> ServiceAppraisal {
    let today = rows.filter { AppraisalReading.isInForce($0, on: lastDay(rows)) }
    let entries = scores(today, nil)
    let bases = self.bases
    var scenarios: [Appraisal.Scenario] = []
    for basis in bases {
      scenarios.append(
        Appraisal.Scenario(
          id: ScenarioID(basis.id), label: basis.name, probability: 1 / Double(bases.count),
          scores: scores(today.filter { $0.measure != .scored }, basis)))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    do {
      let model = try AppraisalModel(inputs(today, entries))
      var conditions: [ConditionsToLead] = []
      for option in options {
        conditions.append(
          try model.conditionsToLead(OptionID(option.id), measuring: .total, within: .all))
      }
      return ServiceAppraisal(
        options: options, criteria: today, model: model, result: model.appraise(),
        dominance: model.dominance(), sensitivities: try model.weightSensitivities(),
        conditions: conditions, tornado: model.tornado(),
        comparison: try model.compare(over: scenarios),
        scenarios: bases, history: try history(rows),
        alternatives: scenarios)
    } catch {
      throw PlanError(error.all.map(violation))
    }
  }

  private func violation(_ error: AppraisalError) -> Violation {
    let words = "\(error)"
    let row = plan.criteria.first { $0.service == model.service.id && words.contains($0.id) }
    return Violation(
      file: "options/criteria.csv", row: row?.row, column: nil, found: words,
      expected: "criteria, weights and scores that can be weighed",
      advice: "Correct the row, or the score that it needs.")
  }

  /// Every set of journeys with every series.
  private var bases: [ServiceAppraisal.Basis] {
    model.journeys.flatMap { journeys in
      model.series.map { series in
        ServiceAppraisal.Basis(
          id: "\(journeys.row.id)/\(series)", journeys: journeys.row.id, series: series,
          name: "\(journeys.row.name), \(series)")
      }
    }
  }
}

// MARK: - Inputs

extension AppraisalReading {
  private func inputs(_ rows: [CriterionRow], _ scores: [ScoreEntry]) -> AppraisalInputs {
    var groups: [String] = []
    for row in rows where !groups.contains(row.group) { groups.append(row.group) }
    return AppraisalInputs(
      options: options.map { Option(id: OptionID($0.id), label: $0.name) },
      criteria: rows.map(criterion),
      groups: groups.map {
        CriterionGroup(id: GroupID($0), label: $0, weight: SwingWeight(1))
      },
      weighting: .flat, scores: scores)
  }

  private func criterion(_ row: CriterionRow) -> Criterion {
    let scale: Scale =
      row.measure == .scored
      ? .symbols(.fiveSteps)
      : .measured(.linear(worst: row.worst ?? 0, best: row.best ?? 1, outside: .clipped))
    return Criterion(
      id: CriterionID(row.baseID), label: row.label, group: GroupID(row.group), scale: scale,
      weight: SwingWeight(
        row.weight, low: row.weightLow ?? row.weight, high: row.weightHigh ?? row.weight))
  }

  private mutating func scores(
    _ rows: [CriterionRow], _ basis: ServiceAppraisal.Basis?
  ) -> [ScoreEntry] {
    var entries: [ScoreEntry] = []
    for option in options {
      let outcome = model.outcome(
        of: option.open, journeys: basis?.journeys, series: basis?.series)
      for row in rows {
        guard let score = score(row, option, outcome) else { continue }
        entries.append(ScoreEntry(OptionID(option.id), CriterionID(row.baseID), score))
      }
    }
    return entries
  }

  private mutating func score(
    _ row: CriterionRow, _ option: ServiceAppraisal.Choice, _ outcome: ConfigurationOutcome?
  ) -> Score? {
    if row.measure == .scored {
      let found = plan.scores.first {
        $0.service == row.service && $0.configuration == option.id && $0.criterion == row.id
      }
      if let found { return .symbol(found.symbol) }
      report(
        "options/scores.csv", nil, "symbol", "no score for \(option.name) on “\(row.id)”",
        "a symbol from ++ to --", "Add the score, or take the criterion away.")
      return nil
    }
    if row.worst == nil || row.best == nil || row.worst == row.best {
      report(
        "options/criteria.csv", row.row, row.worst == nil ? "worst" : "best",
        "no two ends of a scale", "the measure that is worth nothing and the one worth everything",
        "State both; they may not be equal.")
    }
    if let value = outcome.flatMap({ measure(row, option, $0) }) { return .number(value) }
    report(
      row.measure == .capital ? "options/money.csv" : "options/criteria.csv",
      row.measure == .capital ? nil : row.row, "measure",
      "nothing to work “\(row.measure.rawValue)” out from for \(option.name)",
      row.measure == .capital
        ? "a row of kind capital for every option" : "the parameters or thresholds it needs",
      "Add what is missing, or take the criterion away.")
    return nil
  }

  private func measure(
    _ row: CriterionRow, _ option: ServiceAppraisal.Choice, _ outcome: ConfigurationOutcome
  ) -> Double? {
    switch row.measure {
    case .scored: nil
    case .meanMinutes: outcome.meanMinutes
    case .longestMinutes: outcome.longestMinutes
    case .shareWithin: row.within.flatMap { outcome.share(within: $0) }.map { $0 * 100 }
    case .smallestUnit: outcome.smallestUnit
    case .largestUnit: outcome.largestUnit
    case .benefit: outcome.benefitPerHundred
    case .displaced: outcome.displaced
    case .decileGap: outcome.decileGap
    case .gini: outcome.gini
    case .consultants: outcome.consultants
    case .beds: outcome.beds
    case .sites: Double(outcome.open.count)
    case .capital: capital(option)
    }
  }

  /// Millions of pounds of capital; nil when the plan has no amount for the option.
  private func capital(_ option: ServiceAppraisal.Choice) -> Double? {
    let rows = plan.optionMoney.filter {
      $0.service == model.service.id && $0.configuration == option.id && $0.kind == .capital
    }
    let amounts = rows.compactMap { row -> Double? in
      guard let quantity = values[row.fact]?.quantity, let pounds = quantity.unit.pounds else {
        return nil
      }
      return quantity.value.asDouble * Double(pounds) / 1_000_000 * Double(row.years)
    }
    return amounts.isEmpty || amounts.count < rows.count ? nil : amounts.reduce(0, +)
  }

  private mutating func report(
    _ file: String, _ row: Int?, _ column: String, _ found: String, _ expected: String,
    _ advice: String
  ) {
    let violation = Violation(
      file: file, row: row, column: column, found: found, expected: expected, advice: advice)
    if !violations.contains(violation) { violations.append(violation) }
  }
}

// MARK: - Changes of the criteria

extension AppraisalReading {
  /// The days on which the criteria changed, with the rows in force from each.
  ///
  /// A criterion that is changed has a row that ends and another that begins, whose ids differ by
  /// a number at the end, as in `access.2`.
  private mutating func history(_ rows: [CriterionRow]) throws(AppraisalErrors) -> CriteriaHistory?
  {
    guard let seen = model.service.scoresSeen else { return nil }
    let days = changeDays(rows)
    guard days.count > 1 else { return nil }
    var versions: [CriteriaVersion] = []
    var entries: [ScoreEntry] = []
    for (index, day) in days.enumerated() {
      let inForce = rows.filter { AppraisalReading.isInForce($0, on: day) }
      let found = scores(inForce, nil)
      if index == 0 { entries = found }
      let inputs = inputs(inForce, found)
      versions.append(
        CriteriaVersion(
          id: VersionID(day.iso), label: "Criteria from \(day.plainEnglish)", date: try civil(day),
          criteria: inputs.criteria, groups: inputs.groups, weighting: .flat, scores: found))
    }
    return try CriteriaHistory(
      options: options.map { Option(id: OptionID($0.id), label: $0.name) }, scores: entries,
      versions: versions, scoresSeen: civil(seen))
  }

  private func changeDays(_ rows: [CriterionRow]) -> [Facts.Day] {
    let starts = rows.compactMap(\.validFrom)
    let ends = rows.compactMap(\.validTo).map { $0.advanced(by: 1) }
    guard let first = (starts + ends).min() else { return [] }
    let isBefore = rows.contains { AppraisalReading.isInForce($0, on: first.advanced(by: -1)) }
    let days = Set(starts + ends + (isBefore ? [first.advanced(by: -1)] : [])).sorted()
    return days.filter { day in rows.contains { AppraisalReading.isInForce($0, on: day) } }
  }

  private func civil(_ day: Facts.Day) throws(AppraisalErrors) -> Appraisal.Day {
    let civil = day.civil
    return try Appraisal.Day(year: civil.year, month: civil.month, day: civil.day)
  }

  /// The last day on which anything changed, or the plan's own day.
  private func lastDay(_ rows: [CriterionRow]) -> Facts.Day {
    changeDays(rows).last ?? plan.metadata.asOf
  }

  private static func isInForce(_ row: CriterionRow, on day: Facts.Day) -> Bool {
    (row.validFrom.map { $0 <= day } ?? true) && (row.validTo.map { day <= $0 } ?? true)
  }
}

extension Facts.Day {
  fileprivate func advanced(by days: Int) -> Facts.Day { Facts.Day(number: number + days) }
}

extension CriterionRow {
  /// The id without the number at its end that tells versions of one criterion apart.
  var baseID: String {
    guard let dot = id.lastIndex(of: "."), id[id.index(after: dot)...].allSatisfy(\.isNumber)
    else { return id }
    return String(id[..<dot])
  }
}
