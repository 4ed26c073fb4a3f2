// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Thirty made-up risks with a history each.
struct SyntheticRisks {
  private let stage: ProgrammeStage
  private let body: GovernanceBody
  private let ids: SyntheticIDs
  private let desk: RiskDesk

  init(_ stage: ProgrammeStage, _ body: GovernanceBody, _ ids: SyntheticIDs) {
    self.stage = stage
    self.body = body
    self.ids = ids
    desk = RiskDesk(stage.data.ledger, plan: stage.plan.meetings, clock: stage.clock)
  }

  private static let texts: [(kind: RiskKind, text: String)] = [
    (.risk, "too few staff apply for the new posts"),
    (.risk, "the work starts before the money for it is agreed"),
    (.dependency, "the building has to be ready before the service can move"),
    (.risk, "people do not hear of the plans early enough to have a say"),
    (.assumption, "demand grows no faster than the plan assumes"),
    (.issue, "data from two organisations do not agree"),
    (.risk, "savings are counted in two places"),
    (.dependency, "records have to be shared before teams can work as one"),
    (.risk, "a member takes a decision of its own that does not fit the plan"),
    (.issue, "the lead of the work has left and is not replaced"),
  ]

  var steps: [DemonstrationStep] {
    var draws = SyntheticDraws(seed: stage.seed &+ 43)
    return (0..<30).flatMap { place in history(place, &draws) }
  }

  private func history(_ place: Int, _ draws: inout SyntheticDraws) -> [DemonstrationStep] {
    let plan = stage.plan.meetings
    let (kind, text) = Self.texts[place % Self.texts.count]
    let workstream =
      plan.workstreams.isEmpty
      ? nil : plan.workstreams[(place * 7 + place / 10) % plan.workstreams.count]
    let owner = workstream.map { RecordOwner.workstream($0.id) } ?? .office
    let first = stage.first.adding(20 + place * 17 + Int(draws.fraction() * 10))
    let consequence = 2 + Int(draws.fraction() * 4)
    let likelihood = 2 + Int(draws.fraction() * 4)
    guard let inherent = RiskScore(consequence: consequence, likelihood: likelihood) else {
      return []
    }
    var proposal = RiskProposal(
      kind: kind,
      text: "Synthetic \(kind.rawValue) of \(workstream?.name ?? "the programme"): \(text).",
      owner: owner, inherent: inherent, reviewBy: first.adding(60))
    proposal.workstream = workstream?.id
    proposal.residual = inherent
    proposal.target = RiskScore(consequence: consequence, likelihood: max(1, likelihood - 2))
    if kind == .assumption, !plan.assumptions.isEmpty {
      proposal.assumption = plan.assumptions[place % plan.assumptions.count].id
    }
    let raised = DemonstrationStep(first, minutes: 600) { [desk, ids, stage, proposal] in
      ids.keep("risk-\(place)", try await desk.raise(proposal, by: stage.office))
    }
    return [raised, mitigated(place, first, owner)]
      + scored(place, first, inherent, &draws) + ended(place, first, inherent)
      + reviewed(place, first, isNeglected: draws.fraction() < 0.15)
  }

  private func step(
    _ place: Int, _ day: CivilDay, minutes: Int,
    _ act: @escaping @Sendable (RiskDesk, String) async throws -> Void
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: minutes) { [desk, ids] in
      guard let id = ids["risk-\(place)"], try desk.state()[id]?.isOpen == true else { return }
      try await act(desk, id)
    }
  }

  private func mitigated(
    _ place: Int, _ first: CivilDay, _ owner: RecordOwner
  ) -> DemonstrationStep {
    step(place, first.adding(9), minutes: 610) { [stage] desk, id in
      try await desk.mitigate(
        id, text: "Synthetic measure: agree who does what, and look at it each month.",
        owner: owner, by: first.adding(90), author: stage.office)
    }
  }

  private func scored(
    _ place: Int, _ first: CivilDay, _ inherent: RiskScore, _ draws: inout SyntheticDraws
  ) -> [DemonstrationStep] {
    var likelihood = inherent.likelihood
    var steps: [DemonstrationStep] = []
    for turn in 1...4 {
      let isBetter = draws.fraction() < 0.68
      likelihood = min(5, max(1, likelihood + (isBetter ? -1 : 1)))
      guard let score = RiskScore(consequence: inherent.consequence, likelihood: likelihood)
      else { continue }
      let word = isBetter ? "what was agreed begins to work" : "the date has moved nearer"
      steps.append(
        step(place, first.adding(turn * 75), minutes: 620) { [stage] desk, id in
          try await desk.score(
            id, .residual, score, reason: "Synthetic reason: \(word).", by: stage.office)
        })
    }
    return steps
  }

  private func reviewed(
    _ place: Int, _ first: CivilDay, isNeglected: Bool
  ) -> [DemonstrationStep] {
    let last = isNeglected ? 5 : 12
    return (1...last).map { turn in
      step(place, first.adding(turn * 58), minutes: 630) { [stage] desk, id in
        // The clock may be ahead of the step, when something else happened in between.
        let today = LondonTime.day(stage.clock())
        let next = max(first.adding((turn + 1) * 58 + 5), today.adding(30))
        try await desk.review(id, next: next, by: stage.office)
      }
    }
  }

  private func ended(
    _ place: Int, _ first: CivilDay, _ inherent: RiskScore
  ) -> [DemonstrationStep] {
    var steps: [DemonstrationStep] = []
    if 12 <= inherent.value, place % 2 == 0 {
      steps.append(
        step(place, first.adding(30), minutes: 640) { [stage, body] desk, id in
          try await desk.escalate(
            id, to: body.id, reason: "Synthetic reason: more than one member has to act.",
            by: stage.office)
        })
    }
    if place % 9 == 4 {
      steps.append(
        step(place, first.adding(150), minutes: 650) { [stage] desk, id in
          try await desk.occur(
            id, on: first.adding(149), note: "Synthetic note: it came about in part.",
            by: stage.office)
        })
    }
    if place % 4 == 1 {
      steps.append(
        step(place, first.adding(260), minutes: 660) { [stage] desk, id in
          try await desk.close(
            id, reason: "Synthetic reason: what was feared can no longer happen.",
            by: stage.office)
        })
    }
    return steps
  }
}
