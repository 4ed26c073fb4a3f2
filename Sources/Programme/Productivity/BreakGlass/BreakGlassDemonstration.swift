// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Productivity

/// A made-up break-glass log over the two years of a demonstration.
enum BreakGlassDemonstration {
  private static let approver = Author(id: "synthetic-approver", role: "programme-office")
  private static let reasons = [
    "Synthetic reason: a theatre list for cancer patients would be cancelled.",
    "Synthetic reason: the ward would fall below its safe number of nurses at night.",
    "Synthetic reason: no doctor would cover the emergency department.",
  ]

  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    guard !stage.plan.organisations.isEmpty else { return [] }
    let desk = BreakGlassDesk(
      stage.data, organisations: stage.plan.organisations, clock: stage.clock)
    var draws = SyntheticDraws(seed: stage.seed ^ 0x6272_6b67)
    var steps = [policy(desk, stage)]
    var monday = BreakGlassState.week(of: stage.first.adding(7))
    while monday.adding(6) <= stage.last {
      for _ in 0..<count(monday, &draws) {
        steps += request(monday, desk, stage, &draws)
      }
      steps.append(report(monday, desk, stage))
      monday = monday.adding(7)
    }
    return steps
  }

  private static func policy(_ desk: BreakGlassDesk, _ stage: ProgrammeStage) -> DemonstrationStep {
    DemonstrationStep(stage.first) {
      try await desk.setPolicy(
        from: stage.first,
        percents: Dictionary(
          AgencyStaffGroup.allCases.map { ($0.rawValue, 55) },
          uniquingKeysWith: { first, _ in first }),
        approver: "Director on call of the partnership (synthetic)", by: stage.office)
    }
  }

  /// More in winter, fewer in the second year, when the shared policy has taken hold.
  private static func count(_ monday: CivilDay, _ draws: inout SyntheticDraws) -> Int {
    let isWinter = [12, 1, 2].contains(monday.parts.month)
    let mean = (isWinter ? 2.4 : 1.4) * (monday.number > 17_257 ? 0.7 : 1)
    return Int((draws.fraction() * 2 * mean).rounded())
  }

  private static func request(
    _ monday: CivilDay, _ desk: BreakGlassDesk, _ stage: ProgrammeStage,
    _ draws: inout SyntheticDraws
  ) -> [DemonstrationStep] {
    let place = Int(draws.fraction() * Double(stage.plan.organisations.count))
    let group = AgencyStaffGroup.allCases[draws.fraction() < 0.55 ? 1 : 0]
    let basic = group == .juniorDoctors ? 18.0 : 15
    let shifts = 1 + Int(draws.fraction() * 5)
    let wish = BreakGlassWish(
      on: monday.adding(Int(draws.fraction() * 7)),
      organisation: stage.plan.organisations[place].id, group: group.rawValue, shifts: shifts,
      hours: Double(shifts) * 12, basicRate: basic,
      rate: (basic * (1.6 + draws.fraction() * 0.7)).rounded(),
      reason: reasons[Int(draws.fraction() * Double(reasons.count))])
    let token = "break-glass-\(draws.next())"
    // Most are decided the day before; a few only once the shift is over.
    let delay = draws.fraction() < 0.85 ? -1 : 2
    let isApproved = draws.fraction() < 0.8
    return [
      DemonstrationStep(wish.on.adding(-2), minutes: 660) {
        try await desk.request(wish, by: stage.office, token: token)
      },
      DemonstrationStep(wish.on.adding(delay), minutes: 720) {
        try await decide(token, wish, isApproved, desk)
      },
    ]
  }

  /// Decides the oldest request for the same shifts that waits.
  private static func decide(
    _ token: String, _ wish: BreakGlassWish, _ isApproved: Bool, _ desk: BreakGlassDesk
  ) async throws {
    let waiting = try desk.state().waiting.first {
      $0.request.on == wish.on && $0.request.organisation == wish.organisation
        && $0.request.rate == wish.rate
    }
    guard let waiting else { return }
    try await desk.decide(
      waiting.request.id, isApproved: isApproved,
      words: isApproved
        ? "Synthetic decision: no other cover was found."
        : "Synthetic decision: the bank has since filled it.",
      by: approver)
  }

  private static func report(
    _ monday: CivilDay, _ desk: BreakGlassDesk, _ stage: ProgrammeStage
  ) -> DemonstrationStep {
    DemonstrationStep(monday.adding(8), minutes: 600) {
      try await desk.report(monday, by: stage.office)
    }
  }
}
