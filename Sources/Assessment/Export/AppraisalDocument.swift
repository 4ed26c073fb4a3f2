// SPDX-License-Identifier: Apache-2.0

import Appraisal
import PlanPackage

/// An appraisal as a program reads it.
public struct AppraisalDocument: Encodable, Sendable {
  /// The service.
  public let service: String
  /// The criteria with their weights as shares of one.
  public let criteria: [CriterionEntry]
  /// The options with their points, in the order of the plan.
  public let options: [OptionEntry]
  /// Those that come first.
  public let leaders: [String]
  /// The options that no other beats on every criterion.
  public let front: [String]
  /// For each criterion, who leads at which weights.
  public let weights: [WeightEntry]
  /// Totals and regrets by journey times and years.
  public let scenarios: [ScenarioEntry]
  /// The choice whose largest regret is smallest.
  public let minimaxRegret: [String]
  /// The number of draws behind the acceptabilities.
  public let draws: Int
  /// Their seed.
  public let seed: UInt64

  /// A criterion.
  public struct CriterionEntry: Encodable, Sendable {
    let id: String
    let label: String
    let group: String
    let basis: String
    let weight: Double
  }

  /// An option.
  public struct OptionEntry: Encodable, Sendable {
    let id: String
    let name: String
    let sites: [String]
    let total: Double
    let rank: Int
    let contributions: [String: Double]
    let scores: [String: String]
    let firstRankAcceptability: Double?
    let rankAcceptability: [Double]
    let conditionsToLead: Conditions
  }

  /// What would have to be true for an option to come first.
  public struct Conditions: Encodable, Sendable {
    let gap: Double
    /// leads, possible, level (it can do no more than draw level) or impossible.
    let verdict: String
    let weightChange: Double?
    let weights: [String: Double]?
    let beatenBy: [String: Double]?
    let singleWeights: [String: Double]
    let singleScores: [String: String]
  }

  /// The leaders by weight of one criterion.
  public struct WeightEntry: Encodable, Sendable {
    let criterion: String
    let current: Double
    let segments: [Segment]

    struct Segment: Encodable, Sendable {
      let low: Double
      let high: Double
      let leaders: [String]
    }
  }

  /// One set of journey times and one series.
  public struct ScenarioEntry: Encodable, Sendable {
    let id: String
    let leaders: [String]
    let totals: [String: Double]
    let regrets: [String: Double]
  }

  /// Describes an appraisal of a service.
  public init(_ appraisal: ServiceAppraisal, service: String) {
    self.service = service
    let acceptability = appraisal.acceptability()
    criteria = zip(appraisal.criteria, appraisal.result.weights).map { row, step in
      CriterionEntry(
        id: step.criterion.text, label: row.label, group: row.group, basis: row.basis,
        weight: step.weight)
    }
    options = zip(appraisal.options, zip(appraisal.result.options, appraisal.conditions)).map {
      choice, found in
      let (result, conditions) = found
      let ranks = acceptability?.option(result.option)?.ranks.map(\.value) ?? []
      return OptionEntry(
        id: choice.id, name: choice.name, sites: choice.open, total: result.total,
        rank: result.rank,
        contributions: AppraisalDocument.map(result.contributions) { ($0.criterion, $0.amount) },
        scores: AppraisalDocument.map(result.contributions) {
          ($0.criterion, AppraisalDocument.text($0.valuation.score))
        }, firstRankAcceptability: ranks.first, rankAcceptability: ranks,
        conditionsToLead: Conditions(conditions))
    }
    leaders = appraisal.result.leaders.map(\.text)
    front = appraisal.dominance.front.map(\.text)
    weights = appraisal.sensitivities.compactMap { sensitivity in
      guard case .criterion(let id) = sensitivity.varied else { return nil }
      return WeightEntry(
        criterion: id.text, current: sensitivity.current,
        segments: sensitivity.segments.map {
          .init(low: $0.low, high: $0.high, leaders: $0.leaders.map(\.text))
        })
    }
    scenarios = appraisal.comparison.scenarios.map { outcome in
      ScenarioEntry(
        id: outcome.scenario.text, leaders: outcome.leaders.map(\.text),
        totals: Dictionary(
          outcome.options.map { ($0.option.text, $0.total) },
          uniquingKeysWith: { first, _ in first }),
        regrets: Dictionary(
          outcome.options.map { ($0.option.text, $0.regret) },
          uniquingKeysWith: { first, _ in first }))
    }
    minimaxRegret = appraisal.comparison.minimaxRegretChoice.map(\.text)
    draws = ServiceAppraisal.draws
    seed = ServiceAppraisal.seed
  }

  static func map<Value>(
    _ contributions: [Contribution], _ pair: (Contribution) -> (CriterionID, Value)
  ) -> [String: Value] {
    Dictionary(
      contributions.map {
        let (id, value) = pair($0)
        return (id.text, value)
      }, uniquingKeysWith: { first, _ in first })
  }

  static func text(_ score: Score) -> String {
    switch score {
    case .symbol(let symbol): symbol
    case .number(let number): "\(number)"
    }
  }
}

extension AppraisalDocument.Conditions {
  init(_ conditions: ConditionsToLead) {
    gap = conditions.gap
    var nearest: NearestWeights?
    var proof: ImpossibilityProof?
    switch conditions.verdict {
    case .leads: verdict = "leads"
    case .possible(let weights): (verdict, nearest) = ("possible", weights)
    case .level(let weights): (verdict, nearest) = ("level", weights)
    case .impossible(let found): (verdict, proof) = ("impossible", found)
    }
    weightChange = nearest?.distance
    weights = nearest.map { nearest in
      Dictionary(
        nearest.changes.map { ($0.criterion.text, $0.after) },
        uniquingKeysWith: { first, _ in first })
    }
    beatenBy = proof.map { proof in
      Dictionary(
        proof.mixture.map { ($0.option.text, $0.share) }, uniquingKeysWith: { first, _ in first })
    }
    var single: [String: Double] = [:]
    for route in conditions.singleWeights {
      if case .criterion(let id) = route.varied, let nearest = route.nearest {
        single[id.text] = nearest
      }
    }
    singleWeights = single
    var scores: [String: String] = [:]
    for route in conditions.scores {
      if case .change(let score, _, _) = route.answer {
        scores[route.criterion.text] = AppraisalDocument.text(score)
      }
    }
    singleScores = scores
  }
}
