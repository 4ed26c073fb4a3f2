// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Schedule

/// When each activity of a plan starts and ends in a made-up programme, and who says so when.
struct SyntheticTimeline: Sendable {
  /// A made-up course of one activity.
  struct Course: Sendable {
    let activity: TimelineActivity
    let start: CivilDay
    let finish: CivilDay
  }

  private let stage: ProgrammeStage
  /// In an order in which each comes after what it waits for.
  let courses: [Course]

  init(_ stage: ProgrammeStage) {
    self.stage = stage
    let network = TimelineNetwork(stage.plan.timeline, TimelineState(), stage.first)
    let order = network.work().network.items.map(\.id)
    let byID = Dictionary(
      network.activities.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let bounds = Self.bounds(order, byID, network.links)
    var draws = SyntheticDraws(seed: stage.seed ^ 0x7469_6d65)
    var finishes: [String: CivilDay] = [:]
    var courses: [Course] = []
    for id in order {
      guard let activity = byID[id] else { continue }
      let before = network.links.filter { $0.to == id }.compactMap { finishes[$0.from] }.max()
      let course = Self.course(
        activity, after: max(before ?? stage.first, activity.notBefore ?? stage.first),
        by: bounds[id], &draws)
      finishes[id] = course.finish
      courses.append(course)
    }
    self.courses = courses
  }

  /// The day by which each has to be done, because something that waits for it is known to be.
  private static func bounds(
    _ order: [String], _ activities: [String: TimelineActivity], _ links: [TimelineLink]
  ) -> [String: CivilDay] {
    var bounds: [String: CivilDay] = [:]
    for id in order.reversed() {
      let later = links.filter { $0.from == id && $0.kind == .finishToStart }.compactMap {
        activities[$0.to]?.started ?? activities[$0.to]?.finished ?? bounds[$0.to]
      }
      bounds[id] = later.min()
    }
    return bounds
  }

  private static func course(
    _ activity: TimelineActivity, after start: CivilDay, by bound: CivilDay?,
    _ draws: inout SyntheticDraws
  ) -> Course {
    let length = Int((Double(activity.likely) * (0.9 + 0.5 * draws.fraction())).rounded())
    if let finished = activity.finished {
      let begun = activity.started ?? min(start, finished.adding(-length))
      return Course(activity: activity, start: begun, finish: finished)
    }
    let finish = min(start.adding(length), bound?.adding(-1) ?? start.adding(length))
    let begun = min(start, finish.adding(-min(length, 21)))
    return Course(activity: activity, start: begun, finish: finish)
  }

  /// The finish of an activity.
  func finish(of id: String) -> CivilDay? { courses.first { $0.activity.id == id }?.finish }

  /// What is recorded of each activity within the two years.
  var progress: [DemonstrationStep] {
    courses.filter { $0.activity.kind == .activity || $0.activity.finished == nil }.flatMap(records)
  }

  private func records(_ course: Course) -> [DemonstrationStep] {
    var steps: [DemonstrationStep] = []
    let length = course.finish.number - course.start.number
    if course.activity.kind == .activity, course.activity.started == nil {
      let begun = ActivityProgress(percent: 0, started: course.start)
      steps += step(course, on: course.start, begun, "")
      let planned = course.start.adding(course.activity.likely)
      let report = course.start.adding(length * 3 / 5)
      if course.finish > planned.adding(7), report > course.start {
        let known = ActivityProgress(forecast: max(course.finish, report.adding(7)), percent: 50)
        steps += step(
          course, on: report, known, "Synthetic note: later than planned; people are scarce.")
      }
    }
    if course.activity.finished == nil {
      let done = ActivityProgress(percent: 100, finished: course.finish)
      steps += step(course, on: course.finish, done, "Synthetic note: done.")
    }
    return steps
  }

  private func step(
    _ course: Course, on day: CivilDay, _ known: ActivityProgress, _ note: String
  ) -> [DemonstrationStep] {
    guard day >= stage.first, day <= stage.last else { return [] }
    let (stage, id) = (stage, course.activity.id)
    return [
      DemonstrationStep(day, minutes: 700) {
        let desk = TimelineDemonstration.desk(stage)
        // A forecast that turned out to be past says nothing any more.
        guard try desk.view().activity(id)?.isDone == false else { return }
        try await desk.progress(id, known, note: note, by: stage.office)
      }
    ]
  }
}

/// Made-up agreements of workstreams on what one gives the other.
struct SyntheticHandshakes: Sendable {
  private let stage: ProgrammeStage
  private let life: SyntheticTimeline

  init(_ stage: ProgrammeStage, _ life: SyntheticTimeline) {
    self.stage = stage
    self.life = life
  }

  var steps: [DemonstrationStep] {
    var draws = SyntheticDraws(seed: stage.seed ^ 0x6769_7665)
    return stage.plan.timeline.links.filter(\.isDependency).flatMap { link in
      handshake(link, &draws)
    }
  }

  private func handshake(
    _ link: TimelineLink, _ draws: inout SyntheticDraws
  ) -> [DemonstrationStep] {
    let need = link.byWhen ?? stage.last
    let asked = min(max(need.adding(-200), stage.months[9].adding(20)), stage.last.adding(-60))
      .adding(Int(draws.fraction() * 30))
    let answer = draws.fraction()
    var steps = [
      act(
        link, .request, .getting, on: asked, by: need, note: "Synthetic note: we need this by then."
      )
    ]
    var agreed: CivilDay? = asked.adding(21)
    switch answer {
    case ..<0.6: steps.append(act(link, .agree, .giving, on: asked.adding(21)))
    case ..<0.8:
      let offered = need.adding(30)
      steps.append(
        act(
          link, .offer, .giving, on: asked.adding(14), by: offered,
          note: "Synthetic note: not sooner."))
      steps.append(act(link, .agree, .getting, on: asked.adding(21)))
    case ..<0.9:
      agreed = nil
      steps.append(
        act(link, .refuse, .giving, on: asked.adding(18), note: "Synthetic note: nobody to do it."))
    default: agreed = nil
    }
    guard let agreed, let finish = life.finish(of: link.from) else { return steps.flatMap { $0 } }
    if finish > need, need.adding(-20) > agreed {
      steps.append(
        act(link, .warn, .giving, on: need.adding(-20), note: "Synthetic note: it may be late."))
    }
    if finish > agreed { steps.append(act(link, .deliver, .giving, on: finish)) }
    return steps.flatMap { $0 }
  }

  private func act(
    _ link: TimelineLink, _ act: HandshakeAct, _ side: HandshakeSide, on day: CivilDay,
    by byWhen: CivilDay? = nil, note: String = ""
  ) -> [DemonstrationStep] {
    guard day >= stage.first, day <= stage.last else { return [] }
    let stage = stage
    return [
      DemonstrationStep(day, minutes: 760) {
        let step = HandshakeStep(
          from: link.from, to: link.to, act: act, side: side, byWhen: byWhen)
        try await TimelineDemonstration.desk(stage).handshake(
          step, note: note, by: stage.office)
      }
    ]
  }
}
