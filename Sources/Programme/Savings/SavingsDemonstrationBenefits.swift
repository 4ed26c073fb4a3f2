// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Savings

/// Made-up benefits with measures, and one that is claimed twice.
enum SavingsDemonstrationBenefits {
  private struct Kind {
    let id: String
    let description: String
    let group: String
    let category: BenefitCategory
    let kind: BenefitKind
    let measure: String
    let baseline: Double
    let target: Double
    let initiative: String
  }

  private static let kinds = [
    Kind(
      id: "best-price", description: "Goods at the best price that any hospital pays",
      group: "supplies-and-services", category: .organisations, kind: .cashReleasing,
      measure: "Share of spending at the best price, %", baseline: 40, target: 80,
      initiative: "Comparison of prices between buyers"),
    Kind(
      id: "biosimilar-use", description: "Patients on the equivalent medicine of best value",
      group: "medicines-group", category: .organisations, kind: .cashReleasing,
      measure: "Share of patients on the medicine of best value, %", baseline: 20, target: 80,
      initiative: "Agreement on sharing the benefit of biosimilars"),
    Kind(
      id: "agency-shifts", description: "Care by staff who know the ward",
      group: "temporary-staffing", category: .patients, kind: .quantifiable,
      measure: "Agency shifts a month", baseline: 5200, target: 3600,
      initiative: "Shared bank of staff"),
    Kind(
      id: "tests-at-home", description: "Tests done in the region",
      group: "pathology-group", category: .organisations, kind: .nonCashReleasing,
      measure: "Tests sent out of the region a month", baseline: 1400, target: 500,
      initiative: "Network of laboratories"),
    Kind(
      id: "home-sooner", description: "Home sooner after a new joint",
      group: "trauma-and-orthopaedics", category: .patients, kind: .quantifiable,
      measure: "Days in hospital after a new hip", baseline: 5.4, target: 4.0,
      initiative: "Joint pathway for hips and knees"),
    Kind(
      id: "paid-on-time", description: "Staff who are paid right the first time",
      group: "corporate-and-back-office", category: .staff, kind: .nonCashReleasing,
      measure: "Corrections to pay a month", baseline: 310, target: 150,
      initiative: "Shared payroll"),
  ]

  static func steps(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let owners = stage.plan.organisations.filter { $0.id.hasPrefix("trust-") }
    let known = kinds.filter { stage.plan.savings.group($0.group) != nil }
    guard let first = owners.first ?? stage.plan.organisations.first else { return [] }
    var steps: [DemonstrationStep] = []
    for (place, kind) in known.enumerated() {
      let owner = owners.isEmpty ? first : owners[place % owners.count]
      let terms = terms(kind, owner.id)
      let day = stage.first.adding(75 + 9 * place)
      steps.append(
        DemonstrationStep(day, minutes: 560) {
          try await desk(stage).register(kind.id, terms, by: stage.office)
        })
      steps += measurements(kind, place, after: day, stage)
      steps.append(
        DemonstrationStep(stage.last.adding(-30), minutes: 560 + place) {
          try await desk(stage).attribute(
            kind.id, to: kind.initiative, share: 0.6, by: stage.office)
        })
      if place == 0 { steps.append(again(terms, day.adding(120), stage)) }
    }
    return steps
  }

  private static func desk(_ stage: ProgrammeStage) -> BenefitDesk {
    BenefitDesk(stage.data, plan: stage.plan, clock: stage.clock)
  }

  private static func terms(_ kind: Kind, _ owner: String) -> BenefitTerms {
    var terms = BenefitTerms(
      description: "\(kind.description) (synthetic)", category: kind.category, kind: kind.kind)
    terms.initiative = kind.initiative
    terms.owner = "Lead of the working group (synthetic)"
    terms.organisation = owner
    terms.group = kind.group
    terms.measure = kind.measure
    terms.baseline = "\(kind.baseline)"
    terms.target = "\(kind.target)"
    terms.timescale = "By March 2019 (synthetic)"
    return terms
  }

  /// Every quarter a little further from the baseline to the target.
  private static func measurements(
    _ kind: Kind, _ place: Int, after first: CivilDay, _ stage: ProgrammeStage
  ) -> [DemonstrationStep] {
    var draws = SavingsDraws(stage.seed &+ UInt64(place) &* 104_729)
    let days = stage.months.filter { $0.parts.month % 3 == 1 && $0 > first }
    return days.enumerated().map { number, day in
      let share = 0.11 * Double(number) * (0.8 + 0.4 * draws.unit())
      let value = ((kind.baseline + (kind.target - kind.baseline) * share) * 10).rounded() / 10
      return DemonstrationStep(day.adding(14), minutes: 570 + place) {
        try await desk(stage).measure(
          kind.id, on: day.adding(14), value: value, by: stage.office)
      }
    }
  }

  private static func again(
    _ terms: BenefitTerms, _ day: CivilDay, _ stage: ProgrammeStage
  ) -> DemonstrationStep {
    var copy = terms
    copy.group = stage.plan.savings.groups.first { $0.id != terms.group }?.id ?? terms.group
    let twice = copy
    return DemonstrationStep(day, minutes: 660) {
      do {
        try await desk(stage).register("best-price-again", twice, by: stage.office)
      } catch EventRefusal.faults {
        // Meant so: the refusal is on the record, with both places.
      }
    }
  }
}
