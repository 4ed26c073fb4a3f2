// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Sixty made-up actions, raised at meetings, most of them done.
struct SyntheticActions {
  private let stage: ProgrammeStage
  private let ids: SyntheticIDs
  private let desk: ActionDesk

  init(_ stage: ProgrammeStage, _ ids: SyntheticIDs) {
    self.stage = stage
    self.ids = ids
    desk = ActionDesk(stage.data.ledger, plan: stage.plan.meetings, clock: stage.clock)
  }

  private static let texts = [
    "write down what is needed from estates, and by when",
    "name somebody who leads the work", "agree one list of the figures that all will use",
    "tell the members what the change means for their staff",
    "bring a first costing to the next meeting", "ask patients whether the draft is clear",
    "share what worked at one site with the others", "set a date for the next stage",
  ]

  func steps(_ months: [MeetingMonth]) -> [DemonstrationStep] {
    var draws = SyntheticDraws(seed: stage.seed &+ 47)
    return (0..<60).flatMap { place in
      history(place, months[min(place * 2 / 5, months.count - 1)], &draws)
    }
  }

  private func history(
    _ place: Int, _ month: MeetingMonth, _ draws: inout SyntheticDraws
  ) -> [DemonstrationStep] {
    let plan = stage.plan.meetings
    let due = month.meeting.adding(28 + Int(draws.fraction() * 40))
    let owners = plan.workstreams.map { RecordOwner.workstream($0.id) }
    let owner = owners.isEmpty || place % 6 == 5 ? .office : owners[(place * 3) % owners.count]
    var proposal = ActionProposal(
      text: "Synthetic action: \(Self.texts[(place * 5) % Self.texts.count]).", owner: owner,
      due: due)
    proposal.isQuickWin = place % 8 == 3
    proposal.workstream = owner.workstream
    let raised = DemonstrationStep(month.meeting, minutes: 930) {
      [desk, ids, stage, proposal] in
      var proposal = proposal
      proposal.meeting = ids["meeting-\(month.period.iso)"]
      ids.keep("action-\(place)", try await desk.raise(proposal, by: stage.office))
    }
    let fate = draws.fraction()
    let late = Int(draws.fraction() * 30)
    return [raised, progressed(place, month.meeting.adding(16))]
      + (fate < 0.2 ? [moved(place, due)] : [])
      + (fate < 0.88 ? [finished(place, due.adding(late - 18 + (fate < 0.2 ? 25 : 0)))] : [])
      + (0.96 <= fate ? [dropped(place, due.adding(20))] : [])
  }

  private func step(
    _ place: Int, _ day: CivilDay,
    _ act: @escaping @Sendable (ActionDesk, String) async throws -> Void
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 700) { [desk, ids] in
      guard let id = ids["action-\(place)"], try desk.state()[id]?.isOpen == true else { return }
      try await act(desk, id)
    }
  }

  private func progressed(_ place: Int, _ day: CivilDay) -> DemonstrationStep {
    step(place, day) { [stage] desk, id in
      try await desk.progress(
        id, note: "Synthetic note: begun; a first version is being read.", by: stage.office)
    }
  }

  private func moved(_ place: Int, _ due: CivilDay) -> DemonstrationStep {
    step(place, due.adding(-3)) { [stage] desk, id in
      try await desk.reschedule(
        id, due: due.adding(25), reason: "Synthetic reason: figures come later than promised.",
        by: stage.office)
    }
  }

  private func finished(_ place: Int, _ day: CivilDay) -> DemonstrationStep {
    step(place, day) { [stage] desk, id in
      try await desk.finish(id, on: day, note: "Synthetic note: done.", by: stage.office)
    }
  }

  private func dropped(_ place: Int, _ day: CivilDay) -> DemonstrationStep {
    step(place, day) { [stage] desk, id in
      try await desk.drop(
        id, reason: "Synthetic reason: another action covers it.", by: stage.office)
    }
  }
}
