// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Made-up conversations with staff.
enum StaffConversationsDemonstration {
  static func fill(_ data: DataFolder, today: CivilDay) async throws {
    let past = StaffConversationDesk(
      data, clock: { LondonTime.moment(today.adding(-40), minutes: 600) })
    let closed = try await past.open(
      StaffQuestion(
        question: "What takes you away from patients? (synthetic)",
        background: "We collect what gets in the way of your work.", opens: today.adding(-50),
        closes: today.adding(-20)), by: EventsDemonstration.office)
    try await contribute(closed, past)
    try await past.summarise(
      closed, summary: "Synthetic summary: most of you named forms that are filled in twice.",
      reply: "Synthetic reply: we start with the three longest forms.",
      by: EventsDemonstration.office)
    let present = StaffConversationDesk(data, clock: { LondonTime.moment(today, minutes: 600) })
    let open = try await present.open(
      StaffQuestion(
        question: "What would make shared records work for you? (synthetic)",
        background: "", opens: today.adding(-3), closes: today.adding(25)),
      by: EventsDemonstration.office)
    try await contribute(open, present)
    guard let last = try present.conversation(open).contributions.last else { return }
    try await present.withhold(
      open, contribution: last.id, reason: "It could point to a patient.",
      by: EventsDemonstration.office)
  }

  private static func contribute(_ id: String, _ desk: StaffConversationDesk) async throws {
    let texts = [
      "Synthetic: I log in five times before I see one record.",
      "Synthetic: ask the night staff too.",
      "Synthetic: an example of a text that is then withheld.",
    ]
    for text in texts { try await desk.contribute(id, text: text) }
  }
}
