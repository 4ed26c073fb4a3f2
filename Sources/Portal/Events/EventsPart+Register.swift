// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// The register, on paper and on the screen.
struct EventRegisterPage {
  let title: String
  let when: String
  let venue: String
  let path: String
  let action: String
  let secret: String
  let errors: FormErrors?
  let rows: [Row]
  let walkIns: Field
  let isEmpty: Bool

  struct Row {
    let who: String
    let places: String
    let needs: String?
    let field: Field
  }
}

extension EventsPart {
  func register(
    _ id: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    _ = try visit.person(who: .capture)
    let event = try event(id)
    guard request.method == .post else { return try registerPage(event, nil, nil, visit) }
    let fields = request.fields
    return try await EventOutcome.of {
      try registerPage(event, fields, $0, visit)
    } _: {
      let (attended, walkIns) = try Self.counted(event, fields)
      try await desk.recordAttendance(
        id, attended: attended, walkIns: walkIns, by: visit.author)
      return "/desk/events/\(id)"
    }
  }

  private static func counted(
    _ event: ScheduledEvent, _ fields: FormFields
  ) throws(EventRefusal) -> (attended: [String: Int], walkIns: Int?) {
    var errors = FormErrors()
    var attended: [String: Int] = [:]
    for booking in event.bookings {
      let name = "attended-\(booking.id)"
      guard !fields[name].isEmpty else { continue }
      attended[booking.id] = Int(fields[name])
      if attended[booking.id] == nil { errors.add(name, "Enter a whole number of people.") }
    }
    let walkIns = Int(fields["walk-ins"])
    if walkIns == nil && !fields["walk-ins"].isEmpty {
      errors.add("walk-ins", "Enter a whole number of people.")
    }
    try errors.refuse()
    return (attended, walkIns)
  }

  private func registerPage(
    _ event: ScheduledEvent, _ typed: FormFields?, _ errors: FormErrors?, _ visit: Visit
  ) throws -> PortalAnswer {
    let contacts = try EventOutcome.looking { try desk.contacts(of: event) }
    let rows = event.bookings.enumerated().filter { $0.element.status == .confirmed }
      .map { place, booking in
        let name = "attended-\(booking.id)"
        let who = Self.who(contacts[booking.id], place)
        return EventRegisterPage.Row(
          who: who, places: String(booking.places),
          needs: contacts[booking.id].flatMap { $0.needs.isEmpty ? nil : $0.needs },
          field: .line(
            name, "\(who): how many came",
            value: typed?[name]
              ?? booking.attended.map(String.init) ?? "", error: errors?[name]))
      }
    let page = EventRegisterPage(
      title: "Register", when: EventWords.when(event.details),
      venue: "\(event.details.title), \(event.details.venue)", path: "/desk/events/\(event.id)",
      action: "/desk/events/\(event.id)/register", secret: visit.formSecret, errors: errors,
      rows: rows,
      walkIns: .line(
        "walk-ins", "How many came without a booking",
        value: typed?["walk-ins"] ?? event.walkIns.map(String.init) ?? "",
        error: errors?["walk-ins"]), isEmpty: rows.isEmpty)
    return .page(
      PortalPage(
        "Register: \(event.details.title)", template: "events-register", page, isPrivate: true),
      status: errors == nil ? 200 : 422)
  }
}
