// SPDX-License-Identifier: Apache-2.0

import Facts
import Pictures
import Projection
import Sensitivity

/// What a page shows of an ensemble, from the ensemble and that of the plan as it stands.
struct LabReckoning {
  let model: ProjectionModel
  let inputs: [LabInput]
  let state: LabState
  let ensemble: Ensemble
  /// The plan as it stands with the same luck; nil when nothing is changed.
  let before: Ensemble?
  /// What moved the headline from the first year to the last, on average.
  let account: ProjectionAttribution?
  /// The same for the plan as it stands.
  let accountBefore: ProjectionAttribution?

  /// How many measures a page shows year by year.
  private static let mostFans = 6

  private var lastYear: Int { ensemble.years.last ?? 0 }

  func result() throws -> LabResult {
    let measures = Self.shown(model)
    guard let headline = measures.first else {
      return LabResult(years: [], fans: [], runValues: [], runs: state.runs, seed: state.seed)
    }
    let drawn = ensemble.drawnInputs()
    return LabResult(
      years: ensemble.years.map(FinancialYear.name), fans: try measures.map(fan),
      runValues: ensemble.values(headline.id, lastYear),
      makeup: account.map(makeup), change: change,
      promises: promises, centre: ensemble.central(headline.id, lastYear) ?? .nan,
      swings: try swings(headline),
      variance: drawn.flatMap {
        ensemble.influences(headline.id, lastYear, among: $0).first
      }.map { ($0.id, $0.shareOfVariance) }, information: try information(headline, drawn),
      warnings: warnings, runs: state.runs,
      seed: state.seed)
  }

  /// The measures of a summary: the gap of the system first, then what promises are about, then
  /// beds and what people come for.
  static func shown(_ model: ProjectionModel) -> [ProjectionMeasure] {
    let known = model.measures
    let headline =
      known.first { $0.id == "gap.system" } ?? known.first { $0.isHeadline } ?? known.first
    let promised = Set(model.promises.map(\.measure))
    let common = [
      "activity.acute.emergency", "activity.acute.emergency-department",
      "activity.acute.elective", "activity.community.visit",
    ]
    var shown = [headline].compactMap(\.self) + known.filter { promised.contains($0.id) }
    if let beds = known.first(where: { $0.family == .beds }) { shown.append(beds) }
    shown += common.compactMap { id in known.first { $0.id == id } }
    shown += known.filter { $0.isHeadline && $0.family == .activityByKind }
    var seen: Set<String> = []
    return shown.filter { seen.insert($0.id).inserted }.prefix(mostFans).map(\.self)
  }

  private func fan(_ measure: ProjectionMeasure) throws -> LabResult.Fan {
    LabResult.Fan(
      measure: LabMeasure(measure),
      doNothing: try Self.spreads(ensemble, measure.id, .doNothing),
      withPlan: try Self.spreads(ensemble, measure.id, .withPlan),
      before: try before.map { try Self.spreads($0, measure.id, .withPlan) },
      promise: model.promises.first { $0.measure == measure.id && $0.year == lastYear }.map {
        FanChart.Promise(
          "Promised: at \($0.isAtMost ? "most" : "least") "
            + LabMeasure(measure).numbers.text($0.target), at: $0.target)
      })
  }

  static func spreads(
    _ ensemble: Ensemble, _ measure: String, _ future: ProjectionCase
  ) throws -> [FanChart.Spread] {
    let totals = ensemble.years.map { ensemble.values(measure, $0, future) }
    return try Fan(years: ensemble.years, totals: totals).years.map { spread($0.percentiles) }
  }

  /// The percentiles of `Fan.shares` as a picture has them.
  static func spread(_ found: [Double]) -> FanChart.Spread {
    FanChart.Spread(
      lowest: found[1], low: found[2], middle: found[3], high: found[4], highest: found[5])
  }

  private func makeup(_ account: ProjectionAttribution) -> LabResult.Account {
    LabResult.Account(
      from: account.base, fromLabel: FinancialYear.name(ensemble.years.first ?? 0),
      shares: account.parts.map { .init($0.label, $0.amount) }, to: account.withPlan,
      toLabel: "\(FinancialYear.name(lastYear)), with the plan")
  }

  /// The difference of two accounts, part by part: it adds up because both do.
  private var change: LabResult.Account? {
    guard let account, let old = accountBefore else { return nil }
    let amounts = Dictionary(
      old.parts.map { ($0.id, $0.amount) }, uniquingKeysWith: { one, other in one + other })
    let shares = account.parts.map { part in
      LabResult.Share(part.label, part.amount - (amounts[part.id] ?? 0))
    }
    return LabResult.Account(
      from: old.withPlan, fromLabel: "The plan as it stands",
      shares: shares.filter { $0.amount != 0 }, to: account.withPlan,
      toLabel: "With your change")
  }

  private var promises: [LabResult.Promise] {
    model.promises.compactMap { promise in
      ensemble.chance(of: promise).map { chance in
        LabResult.Promise(
          label: promise.label, chance: chance.chance, interval: chance.low...chance.high,
          before: before.flatMap { $0.chance(of: promise)?.chance })
      }
    }
  }

  /// The headline with one assumption at each end of its range and the others in their middle.
  private func swings(_ headline: ProjectionMeasure) throws -> [LabResult.Swing] {
    let settings = LabBench.settings(state, inputs)
    return try model.inputs.filter { $0.varies && state.settings[$0.id] == nil }.compactMap {
      input in
      let ends = try [input.low, input.high].compactMap { end in
        try central(headline, settings, input.id, end)
      }
      guard ends.count == 2, ends[0] != ends[1] else { return nil }
      return LabResult.Swing(input: input.id, atLow: ends[0], atHigh: ends[1])
    }
  }

  private func central(
    _ headline: ProjectionMeasure, _ settings: LabSettings, _ input: String, _ value: Double
  ) throws -> Double? {
    var changed = settings
    changed.changes[input] = .fixed(value)
    return try model.ensemble(runs: 1, seed: state.seed, settings: changed, threads: 1)
      .central(headline.id, lastYear)
  }

  /// What knowing more would be worth before deciding to go ahead.
  private func information(
    _ headline: ProjectionMeasure, _ drawn: DrawnInputs?
  ) throws -> LabResult.Information? {
    guard headline.family == .gap, let drawn else { return nil }
    let benefits = ProjectionCase.allCases.map { future in
      ensemble.values(headline.id, lastYear, future).map { -$0 }
    }
    return try Self.information(
      "whether to go ahead with the plan", drawn, benefits: benefits)
  }

  /// The value of information about each assumption that varies.
  static func information(
    _ decision: String, _ drawn: DrawnInputs, benefits: [[Double]]
  ) throws -> LabResult.Information? {
    let found = try ValueOfInformation(drawn, benefits: benefits)
    return LabResult.Information(
      decision: decision, all: found.perfect,
      each: found.parts.map { .init(input: $0.input, worth: $0.value) })
  }

  /// Warnings of the plan, but for claims that were changed, which are judged by what they are now.
  private var warnings: [String] {
    let unknown = model.warnings.count { $0.kind == .unknownCapacity }
    let kept = model.warnings.filter { warning in
      warning.kind != .synthetic && warning.kind != .unknownCapacity
        && (warning.kind != .outsideEvidence
          || warning.input.map { state.settings[$0] == nil } ?? true)
    }.map(\.text)
    let own = inputs.compactMap { input -> String? in
      guard let value = state.settings[input.id]?.value(of: input) else { return nil }
      return LabWords.outside(value, input)
    }
    guard unknown > 0 else { return own + kept }
    return own + kept + [
      "How much there is of \(LabWords.count(unknown, "resource", "resources")), such as beds of a "
        + "trust, is not known, so that no shortage can be told."
    ]
  }
}

extension LabWords {
  /// The warning that a value is outside what was found elsewhere; nil when it is inside all of it.
  static func outside(_ value: Double, _ input: LabInput) -> String? {
    EvidenceClaim(
      label: input.label, value: value, unit: input.unit,
      ranges: input.evidence.map {
        .init(label: $0.label, low: $0.low, high: $0.high, strength: $0.strength)
      }
    ).warning
  }
}

extension LabMeasure {
  /// A measure of a projection as pages print it.
  init(_ measure: ProjectionMeasure) {
    let label = measure.id == "gap.system" ? "Gap of the whole system" : measure.label
    let style =
      measure.isMoney
      ? NumberStyle(prefix: "£", suffix: " million") : NumberStyle(suffix: " \(measure.unit)")
    self.init(
      id: measure.id, label: label,
      unit: measure.isMoney ? "£ million, cash" : measure.unit, numbers: style)
  }
}
