// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import PlanPackage

extension ValidationRegister {
  /// The published figures of a plan that it works out for itself: each check of
  /// `relations.csv`, and the published gap beside the model's.
  public static func cases(of assessment: Assessment) -> [ValidationCase] {
    relations(assessment) + gap(assessment)
  }

  private static func relations(_ assessment: Assessment) -> [ValidationCase] {
    assessment.plan.relations.compactMap { relation in
      guard let check = RelationCheck(relation, in: assessment.graph) else { return nil }
      let finding = assessment.findings.first { $0.id.hasSuffix(":" + relation.id) }
      return ValidationCase(
        id: relation.id, engine: "Formulas", result: check.fact.label,
        source: source(of: check.fact, assessment), theirs: number(check.fact.quantity.value),
        ours: number(check.computed), unit: check.fact.quantity.unit.plainEnglish,
        tolerance: number(check.tolerance),
        explanation: finding?.acknowledgement?.reason ?? "", test: "weald lint")
    }
  }

  private static func gap(_ assessment: Assessment) -> [ValidationCase] {
    guard let finance = assessment.finance,
      let published = finance.publishedGap.flatMap({ assessment.graph[$0] }),
      let ours = finance.systemGap.last.flatMap({ assessment.graph[$0] }),
      let pounds = published.quantity.unit.pounds
    else { return [] }
    let scale = Decimal(pounds) / 1_000_000
    return [
      ValidationCase(
        id: "published-gap", engine: "Finance", result: published.label,
        source: source(of: published, assessment),
        theirs: number(published.quantity.value * scale), ours: number(ours.quantity.value),
        unit: "millions of pounds",
        tolerance: number(published.quantity.roundingTolerance * scale),
        explanation: "the publication does not give what it was worked out from; the page The "
          + "money shows both workings side by side and does not make them agree",
        test: "weald verify")
    ]
  }

  private static func source(of fact: Fact, _ assessment: Assessment) -> String {
    fact.citations.first.flatMap { assessment.graph.source($0.source)?.title } ?? "worked out here"
  }

  private static func number(_ value: Decimal) -> Double {
    NSDecimalNumber(decimal: value).doubleValue
  }
}
