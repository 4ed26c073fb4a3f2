// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Monthly reports of made-up workstreams; some do not come.
struct SyntheticReports {
  private let stage: ProgrammeStage
  private let desk: StatusDesk

  init(_ stage: ProgrammeStage) {
    self.stage = stage
    desk = StatusDesk(stage.data.ledger, plan: stage.plan.meetings, clock: stage.clock)
  }

  func steps(_ months: [MeetingMonth]) -> [DemonstrationStep] {
    var draws = SyntheticDraws(seed: stage.seed &+ 41)
    return months.flatMap { month in
      let reports = stage.plan.meetings.workstreams.enumerated().compactMap { place, workstream in
        report(workstream, place, month, &draws)
      }
      return reports + [freeze(month)]
    }
  }

  private func freeze(_ month: MeetingMonth) -> DemonstrationStep {
    DemonstrationStep(month.meeting.adding(-8), minutes: 1020) { [desk, stage] in
      try await desk.freeze(month.period, by: stage.office)
    }
  }

  private func report(
    _ workstream: ReportingWorkstream, _ place: Int, _ month: MeetingMonth,
    _ draws: inout SyntheticDraws
  ) -> DemonstrationStep? {
    let isMissing = draws.fraction() < 0.09
    let disagrees = draws.fraction() < 0.12
    let words = words(workstream, place, month, &draws)
    let day = month.meeting.adding(-9 - Int(draws.fraction() * 5))
    if isMissing { return nil }
    return DemonstrationStep(day, minutes: 560 + place * 7) { [desk, stage] in
      var words = words
      let (level, _) = StatusRule.status(try desk.evidence(workstream.id))
      if disagrees, level != .onTrack {
        words.level = level == .offTrack ? .concern : .onTrack
        words.reason = "Synthetic reason: what is overdue is agreed to wait for another workstream."
        words.until = LondonTime.day(stage.clock()).adding(49)
      }
      try await desk.report(workstream.id, month.period, words, by: stage.office)
    }
  }

  private func words(
    _ workstream: ReportingWorkstream, _ place: Int, _ month: MeetingMonth,
    _ draws: inout SyntheticDraws
  ) -> StatusDesk.Words {
    let name = workstream.name
    let turn = Int(draws.fraction() * 5)
    let achieved = [
      "the group met and agreed its work for the quarter",
      "a first draft went to the members for comment",
      "the figures were checked with the finance leads",
      "two public meetings were held and written up",
      "the needs of the other workstreams were listed with a date for each",
    ]
    let next = [
      "agree who leads each piece of work", "bring the draft to the clinical leads",
      "settle what is needed from estates and digital, and by when",
      "test the draft with patients and the public", "set out the costs for the finance leads",
    ]
    let asks = [
      "", "", "", "say which work comes first when staff are short",
      "help to find two analysts for three months",
    ]
    let ask = asks[(turn + place + month.first.parts.month) % 5]
    return StatusDesk.Words(
      achieved: "Synthetic report: in \(name), \(achieved[turn]).",
      next: "Synthetic plan: \(next[(turn + place) % 5]).",
      ask: ask.isEmpty ? "" : "Synthetic request: \(ask).")
  }
}
