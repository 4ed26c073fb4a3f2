// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Made-up requests of the workstreams for scarce people, capacities that change, and two decisions.
enum ResourcingDemonstration {
  /// One piece of work that a workstream asks for.
  private struct Work: Sendable {
    let id: String
    let title: String
    /// The workstream, by its place in the plan when there is none of that name.
    let workstream: String
    let value: Double
    /// Person-days a month by role, and for how many months.
    let days: [String: Double]
    let months: Int
    /// The first and the last month in which it may start, counted from the first of the two years.
    let starts: ClosedRange<Int>
    var after: [String] = []
    var group: String?
    var isMust = false
  }

  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    let plan = stage.plan.resources
    guard !plan.roles.isEmpty, !plan.workstreams.isEmpty else { return [] }
    return capacities(stage) + requests(stage, first, on: stage.first.adding(20))
      + requests(stage, second, on: stage.first.adding(350)) + decisions(stage) + changes(stage)
  }

  private static let first: [Work] = [
    Work(
      id: "case-for-change", title: "Write the case for change (synthetic)",
      workstream: "hospital-care", value: 13,
      days: ["data-analyst": 18, "clinical-lead": 8, "programme-manager": 10], months: 4,
      starts: 1...6, isMust: true),
    Work(
      id: "stroke-options", title: "Work out the options for stroke (synthetic)",
      workstream: "hospital-care", value: 13,
      days: ["data-analyst": 22, "clinical-lead": 12, "estates-adviser": 6], months: 6,
      starts: 3...14, after: ["case-for-change"]),
    Work(
      id: "local-care-model", title: "Describe the model of local care (synthetic)",
      workstream: "local-care", value: 8,
      days: ["programme-manager": 14, "clinical-lead": 10, "finance-analyst": 8], months: 5,
      starts: 1...10),
    Work(
      id: "shared-record-case", title: "Business case for a shared care record (synthetic)",
      workstream: "digital", value: 8,
      days: ["finance-analyst": 12, "programme-manager": 8, "data-analyst": 10], months: 5,
      starts: 2...12),
    Work(
      id: "estate-survey", title: "Survey of buildings (synthetic)", workstream: "estates",
      value: 5, days: ["estates-adviser": 18, "finance-analyst": 4], months: 6, starts: 1...9),
    Work(
      id: "listening-events", title: "Listening events in every district (synthetic)",
      workstream: "communications-and-engagement", value: 8,
      days: ["engagement-officer": 24, "clinical-lead": 4], months: 4, starts: 5...12),
    Work(
      id: "bank-rates", title: "Harmonise rates of bank staff (synthetic)",
      workstream: "productivity", value: 5, days: ["finance-analyst": 14, "data-analyst": 6],
      months: 3, starts: 4...15),
    Work(
      id: "smoking-before-operations", title: "Stop smoking before operations (synthetic)",
      workstream: "prevention", value: 3, days: ["clinical-lead": 8, "engagement-officer": 8],
      months: 3, starts: 2...14),
  ]

  private static let second: [Work] = [
    Work(
      id: "stroke-consultation", title: "Prepare the consultation on stroke (synthetic)",
      workstream: "communications-and-engagement", value: 20,
      days: ["engagement-officer": 30, "programme-manager": 10], months: 5, starts: 13...20,
      after: ["stroke-options"], isMust: true),
    Work(
      id: "east-kent-three-sites", title: "Three-site model for east Kent (synthetic)",
      workstream: "hospital-care", value: 8,
      days: ["data-analyst": 16, "estates-adviser": 14, "clinical-lead": 8], months: 5,
      starts: 13...26, group: "east-kent"),
    Work(
      id: "east-kent-two-sites", title: "Two-site model for east Kent (synthetic)",
      workstream: "hospital-care", value: 5,
      days: ["data-analyst": 12, "estates-adviser": 12, "clinical-lead": 6], months: 4,
      starts: 13...26, group: "east-kent"),
    Work(
      id: "crisis-care", title: "Crisis care review (synthetic)", workstream: "mental-health",
      value: 8, days: ["clinical-lead": 14, "data-analyst": 8, "programme-manager": 6], months: 4,
      starts: 14...27),
    Work(
      id: "workforce-model", title: "Workforce model for ten years (synthetic)",
      workstream: "workforce", value: 8, days: ["data-analyst": 20, "finance-analyst": 6],
      months: 4, starts: 13...26),
    Work(
      id: "pathology-case", title: "Outline business case for pathology (synthetic)",
      workstream: "productivity", value: 13,
      days: ["finance-analyst": 16, "estates-adviser": 6, "clinical-lead": 6], months: 4,
      starts: 16...21),
    Work(
      id: "commissioner-options", title: "Options for one commissioner (synthetic)",
      workstream: "system-transformation", value: 5,
      days: ["programme-manager": 16, "finance-analyst": 10], months: 5, starts: 14...27),
    Work(
      id: "care-homes", title: "Support to care homes (synthetic)", workstream: "local-care",
      value: 5, days: ["clinical-lead": 10, "programme-manager": 8], months: 5, starts: 20...28),
    Work(
      id: "digital-skills", title: "Digital skills for staff (synthetic)", workstream: "digital",
      value: 3, days: ["programme-manager": 10, "engagement-officer": 8], months: 4,
      starts: 22...28),
  ]

  private static func capacities(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let usual: [String: Double] = [
      "programme-manager": 30, "finance-analyst": 24, "data-analyst": 36, "clinical-lead": 24,
      "estates-adviser": 20, "engagement-officer": 34,
    ]
    let desk = desk(stage)
    return stage.plan.resources.roles.enumerated().map { place, role in
      DemonstrationStep(stage.first.adding(4), minutes: 600 + place) {
        try await desk.setCapacity(
          role.id, from: stage.first, days: usual[role.id] ?? 80,
          reason: "Synthetic: posts that are filled, less leave and other work.",
          by: stage.office)
      }
    }
  }

  private static func requests(
    _ stage: ProgrammeStage, _ works: [Work], on day: CivilDay
  ) -> [DemonstrationStep] {
    let desk = desk(stage)
    return works.enumerated().compactMap { place, work in
      guard let demand = demand(work, place, stage) else { return nil }
      return DemonstrationStep(day.adding(place), minutes: 640) {
        try await desk.request(demand, by: stage.office)
      }
    }
  }

  /// A request in the roles and workstreams of the plan.
  private static func demand(_ work: Work, _ place: Int, _ stage: ProgrammeStage)
    -> ResourceDemand?
  {
    let plan = stage.plan.resources
    let known = plan.workstreams.first { $0.id == work.workstream }
    let stream = known ?? plan.workstreams[place % plan.workstreams.count]
    var days: [String: Double] = [:]
    for (place, role) in work.days.keys.sorted().enumerated() {
      let known = plan.roles.first { $0.id == role } ?? plan.roles[place % plan.roles.count]
      days[known.id] = work.days[role]
    }
    return ResourceDemand(
      id: work.id, title: work.title, workstream: stream.id, value: work.value,
      reason: "Synthetic: points given by the made-up leads of the workstreams together.",
      days: Array(repeating: days, count: work.months),
      earliest: stage.first.addingMonths(work.starts.lowerBound),
      latest: stage.first.addingMonths(work.starts.upperBound), prerequisites: work.after,
      exclusiveGroup: work.group, isMust: work.isMust)
  }

  private static func decisions(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let desk = desk(stage)
    return [40, 380].map { offset in
      DemonstrationStep(stage.first.adding(offset), minutes: 660) {
        try await desk.decide(
          decidedBy: "Programme Board (synthetic decision)",
          reason: "Synthetic: the choice that is worth most, as it was shown.", by: stage.office)
      }
    }
  }

  /// People leave, and one request is withdrawn.
  private static func changes(_ stage: ProgrammeStage) -> [DemonstrationStep] {
    let desk = desk(stage)
    let roles = stage.plan.resources.roles
    let role = roles.first { $0.id == "clinical-lead" } ?? roles[0]
    return [
      DemonstrationStep(stage.first.adding(600), minutes: 650) {
        try await desk.setCapacity(
          role.id, from: stage.first.addingMonths(25), days: 16,
          reason: "Synthetic: two people went back to full-time practice.", by: stage.office)
      },
      DemonstrationStep(stage.first.adding(640), minutes: 650) {
        try await desk.withdraw(
          "digital-skills", reason: "Synthetic: done within the training budget instead.",
          by: stage.office)
      },
    ]
  }

  private static func desk(_ stage: ProgrammeStage) -> ResourceDesk {
    ResourceDesk(stage.data, plan: stage.plan.resources, clock: stage.clock)
  }
}
