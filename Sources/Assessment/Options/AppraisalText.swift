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
    lines += appraisal.conditions.flatMap(claim)
    if appraisal.criteria.contains(where: { $0.basis == "illustrative" }) {
      lines += ["", "The weights illustrate: no published ones could be read."]
    }
    return lines
  }

  private func claim(_ condition: ConditionsToLead) -> [String] {
    let name = appraisal.name(condition.option)
    switch condition.allWeights {
    case .leadsNow: return ["\(name) comes first now."]
    case .change(let nearest):
      let moves = nearest.changes.filter { ($0.after - $0.before).magnitude > 0.0005 }.map {
        "\(appraisal.label($0.criterion)) from \(points($0.before)) to \(points($0.after))"
      }
      if !condition.canLeadAlone {
        let others = nearest.sharesLeadWith.map(appraisal.name).joined(separator: ", ")
        return [
          "\(name) comes first alone with no weights; it would draw level with \(others) with: "
            + moves.joined(separator: "; ") + "."
        ]
      }
      return ["\(name) would come first with these weights: " + moves.joined(separator: "; ") + "."]
    case .impossible(let proof):
      let others = proof.mixture.map { "\(points($0.share))% \(appraisal.name($0.option))" }
      return [
        "\(name) comes first with no weights: beaten by \(others.joined(separator: " and "))."
      ]
    }
  }

  private func points(_ share: Double) -> String {
    Quantity(computed: share * 100, decimals: 1, unit: Unit("points")).tableText
  }
}
