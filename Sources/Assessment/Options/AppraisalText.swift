// SPDX-License-Identifier: Apache-2.0

import Appraisal
import Facts
import PlanPackage

/// An appraisal as lines for a terminal.
public struct AppraisalText {
  private let appraisal: ServiceAppraisal

  /// Puts an appraisal into lines.
  public init(_ appraisal: ServiceAppraisal) { self.appraisal = appraisal }

  /// The ranking, then what would have to be true for each option to come first.
  public var lines: [String] {
    let acceptability = appraisal.acceptability()
    var lines = ["rank  points  first  option"]
    for result in appraisal.result.ranking {
      let share = acceptability?.option(result.option)?.first.value
      lines.append(
        "\(result.rank)     \(points(result.total))   "
          + (share.map { "\(points($0))%" } ?? "-") + "  \(appraisal.name(result.option))")
    }
    lines.append("")
    lines += appraisal.conditions.map(claim)
    if appraisal.criteria.contains(where: { $0.basis == "illustrative" }) {
      lines += ["", "The weights illustrate: no published ones could be read."]
    }
    return lines
  }

  private func claim(_ condition: ConditionsToLead) -> String {
    let name = appraisal.name(condition.option)
    switch condition.verdict {
    case .leads: return "\(name) comes first now."
    case .possible(let nearest):
      return "\(name) would come first with these weights: \(moves(nearest))."
    case .level(let nearest):
      let others = nearest.sharesLeadWith.map(appraisal.name).joined(separator: ", ")
      return "\(name) comes first alone with no weights; it would draw level with \(others) with: "
        + "\(moves(nearest))."
    case .impossible(let proof):
      let others = proof.mixture.map { "\(points($0.share))% \(appraisal.name($0.option))" }
      return "\(name) comes first with no weights: beaten by \(others.joined(separator: " and "))."
    }
  }

  private func moves(_ nearest: NearestWeights) -> String {
    appraisal.moves(nearest).map { "\($0.label) from \(points($0.from)) to \(points($0.to))" }
      .joined(separator: "; ")
  }

  private func points(_ share: Double) -> String {
    Quantity(computed: share * 100, decimals: 1, unit: Unit("points")).tableText
  }
}
