// SPDX-License-Identifier: Apache-2.0

/// An option whose total is within a stated margin of the best, and what differs from the leader.
public struct NearOptimalOption: Hashable, Sendable {
  /// The option.
  public let option: OptionID
  /// Its total.
  public let total: Double
  /// How far it is below the best total; zero or more.
  public let shortfall: Double
  /// The criteria on which it differs from the leader, by falling size of effect on the total.
  ///
  /// The effects sum to minus the shortfall.
  public let differences: [CriterionDifference]
}

/// How one option differs from another on one criterion.
public struct CriterionDifference: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// The score of the option.
  public let score: Score
  /// The score of the option it is compared with.
  public let otherScore: Score
  /// The value of the option less that of the other.
  public let value: Double
  /// The same in the total: the difference in value times the weight.
  public let effect: Double
}

extension AppraisalModel {
  /// Lists every option whose total is within a margin of the best, the best first.
  ///
  /// A total is not so exact that a small difference decides; options this close deserve to be
  /// told apart by what they are. The leader they are compared with is the first of the inputs
  /// that leads.
  /// - Parameter margin: how far below the best total an option may be, from 0 to 1.
  /// - Returns: the leader and those near it; equal totals keep the order of the inputs.
  /// - Throws: ``AppraisalError/marginNotZeroOrMore``.
  public func nearOptimal(within margin: Double) throws(AppraisalErrors) -> [NearOptimalOption] {
    guard margin.isFinite && margin >= 0 else { throw AppraisalErrors(.marginNotZeroOrMore) }
    let totals = totals
    guard let best = totals.max(), let leader = leaders(of: totals).first else { return [] }
    let near = totals.indices.filter { best - totals[$0] <= margin + tieTolerance }
      .sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    return near.map { row in
      NearOptimalOption(
        option: optionIDs[row], total: totals[row], shortfall: best - totals[row],
        differences: differences(of: row, from: leader))
    }
  }

  private func differences(of row: Int, from other: Int) -> [CriterionDifference] {
    let all = criterionIDs.indices.map { column in
      let (mine, theirs) = (valuations[row][column], valuations[other][column])
      return CriterionDifference(
        criterion: criterionIDs[column], score: mine.score, otherScore: theirs.score,
        value: mine.value - theirs.value, effect: (mine.value - theirs.value) * weights[column])
    }
    return all.filter { $0.value != 0 || $0.score != $0.otherScore }.enumerated()
      .sorted {
        (-$0.element.effect.magnitude, $0.offset) < (-$1.element.effect.magnitude, $1.offset)
      }
      .map(\.element)
  }
}
