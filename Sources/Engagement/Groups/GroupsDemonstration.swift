// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Made-up life of the groups of a plan.
enum GroupsDemonstration {
  static func fill(_ data: DataFolder, plan: EngagementPlan, today: CivilDay) async throws {
    let now = LondonTime.moment(today, minutes: 600)
    let desk = GroupDesk(data, plan: plan, clock: { now })
    for group in plan.groups {
      try await join(group.id, desk, today)
      try await meet(group.id, desk, today)
      try await advise(group.id, desk, plan, today)
    }
  }

  private static func join(_ group: String, _ desk: GroupDesk, _ today: CivilDay) async throws {
    let roles: [GroupMembership.Role] = [.chair, .deputy, .member, .member]
    for (place, role) in roles.enumerated() {
      let person = GroupMemberRecord(
        group: group, name: "Member \(place + 1) (synthetic)",
        email: "member\(place + 1)@example.org", mayBeNamed: place % 2 == 0)
      try await desk.join(
        group, person, role: role, from: today.adding(-200), to: today.adding(530),
        by: EventsDemonstration.office)
    }
  }

  private static func meet(_ group: String, _ desk: GroupDesk, _ today: CivilDay) async throws {
    try await desk.meet(
      group, on: today.adding(-30), agenda: "Synthetic agenda: travel; the consultation document.",
      by: EventsDemonstration.office)
    try await desk.meet(
      group, on: today.adding(30), agenda: "Synthetic agenda: replies to our advice.",
      by: EventsDemonstration.office)
    guard let held = try desk.record(of: group).meetings.first?.meeting.id else { return }
    try await desk.minute(
      group, meeting: held,
      minutes: "Synthetic summary: the group read the draft document and asked for shorter words.",
      by: EventsDemonstration.office)
  }

  private static func advise(
    _ group: String, _ desk: GroupDesk, _ plan: EngagementPlan, _ today: CivilDay
  ) async throws {
    let advice = [
      "Synthetic advice: put the travel times on one page.",
      "Synthetic advice: hold events in the evening and at weekends.",
      "Synthetic advice: print the form in large letters.",
    ]
    for (place, text) in advice.enumerated() {
      try await desk.advise(
        group, on: today.adding(-30), text: text,
        consultation: place == 0 ? plan.consultations.first?.id : nil,
        workstream: place == 1 ? plan.workstreams.first?.id : nil,
        replyBy: today.adding(place == 2 ? -2 : 12), by: EventsDemonstration.office)
    }
    let given = try desk.record(of: group).advice.map(\.given.id)
    for (id, outcome) in zip(given.prefix(1), [AdviceOutcome.partly]) {
      try await desk.reply(
        group, advice: id, outcome: outcome,
        text: "Synthetic reply: we did so for car and bus. We have no times for walking yet.",
        by: EventsDemonstration.office)
    }
  }
}
