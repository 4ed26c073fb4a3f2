// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Savings

/// Made-up life of this family, in the two years of a demonstration.
enum SavingsDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    guard !stage.plan.savings.groups.isEmpty, !stage.plan.savings.pools.isEmpty else { return [] }
    let schemes = SavingsDemonstrationSchemes(stage).schemes
    return programme(stage) + groups(stage)
      + schemes.enumerated().flatMap { SavingsSchemeLife($1, place: $0, stage).steps }
      + SavingsDemonstrationBenefits.steps(stage) + refusals(stage, schemes)
  }

  static func desk(_ stage: ProgrammeStage) -> SchemeDesk {
    SchemeDesk(stage.data, plan: stage.plan, clock: stage.clock)
  }

  /// Made-up sizes of the pools, in millions of pounds; the rest of a pool is what it holds more.
  private static let sizes: [String: Double] = [
    "provider-costs": 1_900, "corporate-services": 120, "staff": 900, "temporary-staff": 150,
    "agency-staff": 90, "bank-staff": 60, "supplies": 260, "joint-implants": 20,
    "medicines": 180, "biological-medicines": 30, "pathology": 60, "beds": 300,
  ]

  private static func programme(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    var steps: [DemonstrationStep] = []
    for (place, pool) in stage.plan.savings.pools.enumerated() {
      guard let size = sizes[pool.id] else { continue }
      steps.append(
        DemonstrationStep(stage.first, minutes: 540 + place) {
          try await desk(stage).size(
            pool: pool.id, pounds: size * 1e6, on: stage.first, by: stage.office)
        })
    }
    let weighing = stage.first.adding(60)
    steps.append(
      DemonstrationStep(weighing) {
        try await desk(stage).weigh(
          [.blue: 1, .green: 1, .amber: 0.6, .red: 0.2, .unidentified: 0],
          reason: "Synthetic: weights agreed by the finance directors.", by: stage.office)
      })
    return steps + reinvestments(stage)
  }

  /// Every quarter from October of the first year, a sum for local care.
  private static func reinvestments(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let streams = stage.plan.workstreams
    guard let stream = streams.first(where: { $0.id == "local-care" }) ?? streams.first else {
      return []
    }
    let days = stage.months.filter { [1, 4, 7, 10].contains($0.parts.month) }.dropFirst(2)
    return days.enumerated().map { place, day in
      DemonstrationStep(day.adding(20), minutes: 700) {
        try await desk(stage).reinvest(
          SavingsInvestment(
            id: "reinvestment-\(place + 1)", month: day, pounds: 600_000 + 250_000 * Double(place),
            purpose: "Teams that care for people at home, part \(place + 1) (synthetic)",
            workstream: stream.id),
          by: stage.office)
      }
    }
  }

  /// Groups take on targets late in the second year; two come to work only then.
  private static func groups(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    var steps: [DemonstrationStep] = []
    for (place, group) in stage.plan.savings.groups.enumerated() {
      let target = 6e6 + 3.5e6 * Double((place * 5) % 7)
      let late = stage.first.adding(690 + place)
      switch group.stage {
      case .working:
        steps.append(
          move(group.id, .quantified, target, stage.first.adding(540 + 7 * place), stage))
        steps.append(move(group.id, .inDelivery, target, stage.first.adding(640 + place), stage))
      case .startingShortly: steps.append(move(group.id, .working, nil, late, stage))
      default: break
      }
    }
    return steps
  }

  private static func move(
    _ group: String, _ to: OpportunityStage, _ target: Double?, _ day: CivilDay,
    _ stage: ProgrammeStage
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 800) {
      try await desk(stage).moveGroup(group, to: to, target: target, on: day, by: stage.office)
    }
  }

  /// Somebody claims what another scheme claims, and is refused.
  private static func refusals(
    _ stage: ProgrammeStage, _ schemes: [SavingsMadeUpScheme]
  ) -> [DemonstrationStep] {
    guard let first = schemes.first else { return [] }
    var terms = first.terms
    terms.title += ", entered again"
    if let other = stage.plan.savings.groups.first(where: { $0.id != terms.group }) {
      terms.group = other.id
    }
    let again = terms
    return [
      DemonstrationStep(first.registered.adding(45), minutes: 650) {
        do {
          try await desk(stage).register("double-claim", again, by: stage.office)
        } catch EventRefusal.faults {
          // Meant so: the refusal is on the record, with both places.
        }
      }
    ]
  }
}

/// A made-up scheme with what becomes of it.
struct SavingsMadeUpScheme: Sendable {
  let id: String
  let terms: SchemeTerms
  let registered: CivilDay
  /// Months by which it starts late.
  let slip: Int
  /// What it brings of its plan.
  let yield: Double
  let outcome: QualityAssessment.Outcome
}

/// Random numbers of the demonstration, the same for a seed.
///
/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SavingsDraws {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x5A71_9653 }

  /// A number from 0 to below 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((word ^ (word >> 31)) >> 11) * 0x1p-53
  }

  mutating func below(_ limit: Int) -> Int { min(limit - 1, Int(unit() * Double(limit))) }
}
