// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Made-up contacts with stakeholders.
enum ContactLogDemonstration {
  static func fill(_ data: DataFolder, today: CivilDay) async throws {
    let now = LondonTime.moment(today, minutes: 600)
    let desk = ContactLogDesk(data, clock: { now })
    let ways = ContactWay.allCases
    for (place, kind) in StakeholderKind.allCases.enumerated() {
      var contact = ContactLogDesk.Entered(
        kind: kind, body: "Example \(kind.label.lowercased()) (synthetic)",
        on: today.adding(-5 * (place + 1)), way: ways[place % ways.count])
      contact.people = ContactPeople(
        staff: "Engagement lead, Colleague \(place + 1) (synthetic)",
        others: "Person \(place + 1) (synthetic)")
      contact.raised = "Synthetic: they asked about \(topics[place % topics.count])."
      if place % 3 == 0 {
        contact.promised = "Synthetic: we send the figures."
        contact.promisedBy = contact.on.adding(10)
      }
      try await desk.record(contact, by: EventsDemonstration.office)
    }
    if let first = try desk.log().contacts.first(where: \.isOpen) {
      try await desk.keepPromise(first.contact.id, by: EventsDemonstration.office)
    }
    for days in [8, 45] {
      try await desk.receiveRequest(
        on: today.adding(-days), asked: "Synthetic: all contacts with councils this year.",
        by: EventsDemonstration.office)
    }
  }

  private static let topics = ["travel times", "money", "staff", "the timetable"]
}
