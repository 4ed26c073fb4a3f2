// SPDX-License-Identifier: Apache-2.0

public import Analysis
public import Forms
import Ledger

/// What the answers to a question would be if respondents lived where people live: a view of how
/// much rests on who happened to answer, beside the plain counts and never in their place.
public struct Sensitivity: Sendable {
  /// The share of each answer, plain and weighted, in the order of the form.
  public let shares: [WeightedShare]
  /// The weights behind it.
  public let weights: RakedWeights
  /// The largest weight that was allowed.
  public let cap: Double

  /// The largest weight allowed unless told otherwise: more would let a few speak for many.
  public static let usualCap = 5.0

  /// Weighs the responses of a question by the people of each area.
  ///
  /// Responses of a campaign and those left out have no weight; nor has anybody who did not say
  /// where they live.
  /// - Throws: `RakingError` that names the area in which people live and nobody answered.
  public init?(
    _ results: ConsultationResults, _ question: ResultQuestion, areas: [AreaProfile],
    answers: [String: Answers], cap: Double = Sensitivity.usualCap
  ) throws(RakingError) {
    let known = Set(areas.map(\.id))
    let places = results.records.indices.filter {
      !results.isFlagged[$0] && known.contains(results.records[$0].response.attributes.area ?? "")
    }
    guard !places.isEmpty, !question.isMultiple else { return nil }
    let margin = RakingMargin(
      name: "area", cells: areas.map { PopulationGroup(name: $0.id, population: $0.population) },
      respondents: places.map { results.records[$0].response.attributes.area })
    let raked = try RakedWeights(margins: [margin], settings: RakingSettings(cap: cap))
    let given = places.map { place in
      Sensitivity.option(question, answers[results.records[place].response.answers.id])
    }
    guard let shares = raked.shares(ofAnswers: given, optionCount: question.options.count) else {
      return nil
    }
    self.shares = shares
    weights = raked
    self.cap = cap
  }

  private static func option(_ question: ResultQuestion, _ answers: Answers?) -> Int? {
    switch answers?[question.question] {
    case .choice(let id, _)?: question.options.firstIndex { $0.id == id }
    case .scale(let points)?:
      question.statement.flatMap { points[$0] }.flatMap { point in
        question.options.firstIndex { $0.id == point }
      }
    default: nil
    }
  }
}
