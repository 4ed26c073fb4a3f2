// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// Made-up life of this family, in the two years of a demonstration.
///
/// Dates that the plan knows stay as they are; what lies between them is drawn.
enum TimelineDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    guard !stage.plan.timeline.activities.isEmpty else { return [] }
    let life = SyntheticTimeline(stage)
    return baselines(stage) + life.progress + SyntheticHandshakes(stage, life).steps
      + changes(stage)
  }

  static func desk(_ stage: ProgrammeStage) -> TimelineDesk {
    TimelineDesk(stage.data, plan: stage.plan.timeline, clock: stage.clock)
  }

  /// Kept with the first plan, with a workplan, and with a revised timeline.
  private static func baselines(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let months = stage.months
    let kept = [
      (6, 20, "Outline plan (synthetic)", "Synthetic reason: the dates of the outline plan."),
      (12, 23, "Workplans of spring (synthetic)", "Synthetic reason: every workstream has a plan."),
      (20, 13, "Revised timeline (synthetic)", "Synthetic reason: consultation was put back."),
    ]
    return kept.filter { $0.0 < months.count }.map { month, day, name, reason in
      DemonstrationStep(months[month].adding(day), minutes: 1020) {
        try await desk(stage).keepBaseline(name: name, reason: reason, by: stage.office)
      }
    }
  }

  /// A step that was forgotten and added, with its link, and a length that was thought too short.
  private static func changes(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let plan = stage.plan.timeline
    let months = stage.months
    guard months.count > 17 else { return [] }
    var steps: [DemonstrationStep] = []
    let gate = plan.activities.first {
      $0.kind == .gate && ($0.finished ?? stage.last) >= stage.last.adding(-90)
    }
    if let gate { steps += forgotten(before: gate, on: months[15].adding(10), stage) }
    if let long = plan.activities.last(where: { $0.kind == .activity && $0.low < $0.high }) {
      steps.append(
        DemonstrationStep(months[17].adding(14)) {
          guard try desk(stage).view().activity(long.id)?.isDone == false else { return }
          try await desk(stage).changeLength(
            long.id, low: long.low + 30, likely: long.likely + 60, high: long.high + 120,
            reason: "Synthetic reason: a supplier needs more time.", by: stage.office)
        })
    }
    return steps
  }

  private static func forgotten(
    before gate: TimelineActivity, on day: CivilDay, _ stage: ProgrammeStage
  ) -> [DemonstrationStep] {
    let id = "synthetic-readiness-review"
    let adding = DemonstrationStep(day) {
      var review = TimelineActivity(
        id: id, workstream: gate.workstream, label: "Readiness review (synthetic)",
        kind: .activity)
      (review.low, review.likely, review.high) = (7, 10, 20)
      review.reason = "Synthetic reason: a check before the gate had been forgotten."
      var link = TimelineLink(id, gate.id)
      link.reason = "Synthetic reason: the gate waits for the review."
      try await desk(stage).add(review, by: stage.office)
      try await desk(stage).link(link, by: stage.office)
    }
    // Passed in time, when the gate itself is known to have been.
    guard let passed = gate.finished, passed <= stage.last, passed.adding(-14) > day else {
      return [adding]
    }
    let passing = DemonstrationStep(passed.adding(-3)) {
      let done = ActivityProgress(
        percent: 100, started: passed.adding(-14), finished: passed.adding(-3))
      try await desk(stage).progress(
        id, done, note: "Synthetic note: the review found nothing to stop for.", by: stage.office)
    }
    return [adding, passing]
  }
}
