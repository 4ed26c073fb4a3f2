// SPDX-License-Identifier: Apache-2.0

extension AppraisalModel {
  /// Finds what would have to be true for one option to come first.
  ///
  /// Three separate answers: other weights and the same scores; one other weight; one other score
  /// of its own and the same weights. Each is the least that suffices, or a proof that nothing
  /// does. The weights are found by linear programming over the final weights, the product of both
  /// levels when there are two.
  /// - Parameters:
  ///   - option: the option.
  ///   - measure: how the distance between weights is measured.
  ///   - space: the weights that are admitted; it restricts the weights taken together only.
  /// - Returns: one answer for each question.
  /// - Throws: an unknown option, a space with mistakes, or a program that did not settle.
  public func conditionsToLead(
    _ option: OptionID, measuring measure: WeightDistance, within space: WeightSpace
  ) throws(AppraisalErrors) -> ConditionsToLead {
    let row = try inputs.index(of: option)
    let checked = try CheckedWeightSpace(space, of: criterionIDs)
    let question = LeadQuestion(table: table, option: row, space: checked)
    let totals = totals
    let limit = question.others.isEmpty ? nil : try question.largestLead()
    let lead = limit.map { LargestLead(margin: $0.margin, weights: named($0.weights)) }
    return ConditionsToLead(
      option: option, rank: ranks(of: totals)[row],
      gap: (totals.max() ?? 0) - totals[row],
      allWeights: try weightRoute(question, limit, measure), largestLead: lead,
      singleWeights: try singleWeightRoutes(row), scores: scoreRoutes(row))
  }

  /// Weights with the criteria they are of.
  func named(_ weights: [Double]) -> [CriterionWeight] {
    zip(criterionIDs, weights).map { CriterionWeight(criterion: $0, weight: $1) }
  }

  private func weightRoute(
    _ question: LeadQuestion, _ limit: LeadQuestion.Limit?, _ measure: WeightDistance
  ) throws(AppraisalErrors) -> WeightRoute {
    guard let limit else { return .leadsNow }
    guard limit.margin >= -tieTolerance else {
      return .impossible(try proof(question, limit))
    }
    let nearest = try question.nearest(
      to: weights, measuring: measure, least: min(0, limit.margin))
    guard nearest.distance > tieTolerance else { return .leadsNow }
    let totals = table.totals(nearest.weights)
    let sharing = leaders(of: totals).filter { $0 != question.option }
    return .change(
      NearestWeights(
        measure: measure, distance: nearest.distance,
        changes: criterionIDs.indices.map {
          WeightChange(
            criterion: criterionIDs[$0], before: weights[$0], after: nearest.weights[$0])
        }, sharesLeadWith: sharing.map { optionIDs[$0] }))
  }

  /// Prefers a single option that is ahead throughout, the most clearly so, over a mixture.
  private func proof(
    _ question: LeadQuestion, _ limit: LeadQuestion.Limit
  ) throws(AppraisalErrors) -> ImpossibilityProof {
    var single: (option: Int, advantage: Double)?
    for other in question.others {
      let advantage = try question.leastAdvantage(of: table.rows[other])
      if advantage > single?.advantage ?? tieTolerance { single = (other, advantage) }
    }
    if let single {
      return try proof(question, [(single.option, 1)])
    }
    let sum = limit.mixture.reduce(0, +)
    let members = zip(question.others, limit.mixture).filter { $0.1 > tieTolerance }
    return try proof(question, members.map { ($0.0, $0.1 / sum) })
  }

  private func proof(
    _ question: LeadQuestion, _ members: [(option: Int, share: Double)]
  ) throws(AppraisalErrors) -> ImpossibilityProof {
    let mixed = criterionIDs.indices.map { column in
      members.reduce(0) { $0 + $1.share * table.rows[$1.option][column] }
    }
    let own = table.rows[question.option]
    return ImpossibilityProof(
      mixture: members.map { MixtureShare(option: optionIDs[$0.option], share: $0.share) },
      criteria: criterionIDs.indices.map {
        ProofLine(criterion: criterionIDs[$0], own: own[$0], mixture: mixed[$0])
      }, leastAdvantage: try question.leastAdvantage(of: mixed))
  }

  private func singleWeightRoutes(_ row: Int) throws(AppraisalErrors) -> [SingleWeightRoute] {
    let usedGroups = inputs.groups.map(\.id).filter { id in
      inputs.criteria.contains { $0.group == id }
    }
    let places = criterionIDs.map { WeightPlace.criterion($0) } + usedGroups.map { .group($0) }
    var routes: [SingleWeightRoute] = []
    for place in places {
      let lines = try weightLines(of: place)
      let range = lines.leadingRange(of: row).map {
        LeadingRange(option: optionIDs[row], low: $0.low, high: $0.high)
      }
      routes.append(SingleWeightRoute(varied: place, current: lines.current, leading: range))
    }
    return routes
  }
}
