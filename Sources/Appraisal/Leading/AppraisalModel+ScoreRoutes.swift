// SPDX-License-Identifier: Apache-2.0

extension AppraisalModel {
  /// For each criterion, the smallest change of one option's score that lets it lead.
  ///
  /// The total must rise by the gap to the best total, so the value on one criterion must rise by
  /// `gap / weight`, if the scale has room for it.
  func scoreRoutes(_ row: Int) -> [ScoreRoute] {
    let totals = totals
    let gap = (totals.max() ?? 0) - totals[row]
    return criterionIDs.indices.map { column in
      ScoreRoute(
        criterion: criterionIDs[column], score: valuations[row][column].score,
        answer: answer(row, column, gap))
    }
  }

  private func answer(_ row: Int, _ column: Int, _ gap: Double) -> ScoreRoute.Answer {
    guard gap > tieTolerance else { return .leadsNow }
    let weight = weights[column]
    guard weight > 0 else { return .noWeight }
    let scale = inputs.criteria[column].scale
    let valuation = valuations[row][column]
    let room = (scale.highestValue - valuation.value) * weight
    guard gap <= room + tieTolerance else { return .impossible(shortBy: gap - room) }
    let needed = min(valuation.value + gap / weight, scale.highestValue)
    guard let score = scale.nearestScore(to: valuation.score, reaching: needed),
      let reached = try? scale.valuation(of: score)
    else { return .impossible(shortBy: gap - room) }
    return .change(to: score, needed: needed, value: reached.value)
  }
}
