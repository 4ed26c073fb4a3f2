// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// One consultation for staff: its dates, what can be done with it, and what came in.
struct DeskConsultationPage {
  let title: String
  let home: String
  let desk: String
  let state: String
  let dates: String
  let done: [String]
  let errors: FormErrors
  let secret: String
  let token: String
  let mayRun: Bool
  let canOpen: Bool
  let openFields: [Field]
  let canExtend: Bool
  let extendFields: [Field]
  let canClose: Bool
  let closeFields: [Field]
  let canArchive: Bool
  let archiveFields: [Field]
  let history: [DatedLine]
  let received: String
  let waiting: String
  let hasDays: Bool
  let days: [Grid]
  let key: String
}

extension ConsultationPages {
  func deskConsultation(_ call: DeskCall, step: String) async throws -> PortalAnswer? {
    if step.isEmpty {
      guard call.path.isEmpty, !call.isPost else { return nil }
      _ = try call.visit.person(who: .enterTheDesk)
      return try deskPage(call, FormErrors())
    }
    guard call.isPost, call.path.isEmpty else { return nil }
    let person = try call.visit.person(who: .runConsultations)
    _ = try definition(call.id)
    try await keepName(of: person)
    var errors = FormErrors()
    do throws(ConsultationRefusal) {
      try await take(step, call, &errors)
    } catch {
      errors.add(field(for: error, step), error.description)
    }
    if errors.hasErrors { return try deskPage(call, errors) }
    return .see(call.home + "?done=" + step)
  }

  private func take(
    _ step: String, _ call: DeskCall, _ errors: inout FormErrors
  ) async throws(ConsultationRefusal) {
    let fields = call.fields
    let author = call.visit.author
    let token = call.token
    switch step {
    case "open":
      guard let day = day(fields, "open-until", &errors) else { return }
      try await desk.open(call.id, until: day, at: now, by: author, token: token)
    case "extend":
      let day = day(fields, "extend-until", &errors)
      errors.require(fields, "extend-reason", ConsultationRefusal.reasonMissing.description)
      guard let day, !errors.hasErrors else { return }
      try await desk.extend(
        call.id, until: day, reason: fields["extend-reason"], at: now, by: author, token: token)
    case "close":
      try await desk.close(
        call.id, reason: fields["close-reason"], at: now, by: author, token: token)
    default:
      guard fields["archive-sure"] == "yes" else {
        errors.add("archive-sure", "Tick the box to say that you are sure.")
        return
      }
      try await desk.archive(call.id, at: now, by: author, token: token)
    }
  }

  /// The day in a field, or nil and an error beside it.
  func day(_ fields: FormFields, _ name: String, _ errors: inout FormErrors) -> ConsultationDay? {
    let day = ConsultationDay(fields[name])
    if day == nil { errors.add(name, "Give a day as year-month-day, such as 2018-04-20.") }
    return day
  }

  private func field(for refusal: ConsultationRefusal, _ step: String) -> String {
    let isReason =
      switch refusal {
      case .reasonMissing, .tooLong: true
      default: false
      }
    return switch step {
    case "open": "open-until"
    case "extend": isReason ? "extend-reason" : "extend-until"
    case "close": "close-reason"
    default: "archive-sure"
    }
  }

  private func deskPage(_ call: DeskCall, _ errors: FormErrors) throws -> PortalAnswer {
    let definition = try definition(call.id)
    let record = try record(call.id)
    let phase = record.phase(at: now)
    let received = try services.ledger.state(ResponseState.self).responses(to: call.id)
    let waiting = try moderation.waitingCount(call.id)
    let steps = StepFields(call.fields, errors)
    let days = daysTable(received)
    let may = call.visit.person?.may(.runConsultations) ?? false
    let model = DeskConsultationPage(
      title: definition.title, home: "/consultations/\(call.id)", desk: call.home,
      state: phase.label, dates: dates(definition, record),
      done: doneText(call.request.query["done"]), errors: errors, secret: call.visit.formSecret,
      token: RandomID.make(), mayRun: may,
      canOpen: may && (phase == .planned || errors["open-until"] != nil), openFields: steps.open,
      canExtend: may && (phase == .open || phase == .closed), extendFields: steps.extend,
      canClose: may && (phase == .open || errors["close-reason"] != nil), closeFields: steps.close,
      canArchive: may && (phase == .closed || errors["archive-sure"] != nil),
      archiveFields: steps.archive, history: history(definition, record),
      received: ConsultationNumbers.counted(received.count, "response", "responses"),
      waiting: ConsultationNumbers.counted(waiting, "answer waits", "answers wait"),
      hasDays: !received.isEmpty, days: days, key: keyLine(record))
    return staff(definition.title, "desk", model, errors)
  }

  private func keyLine(_ record: ConsultationRecord) -> String {
    guard record.openedOn != nil else { return "" }
    return record.keyDestroyedOn.map {
      "The key that linked connections was destroyed on \(ConsultationTimes.moment($0))."
    } ?? "The key that links connections is destroyed when it closes."
  }

  private func doneText(_ code: String) -> [String] {
    switch code {
    case "open": ["It is open. People can respond."]
    case "extend": ["The last day is moved. The reason is on the public record."]
    case "close": ["It is closed. The reason is on the public record."]
    case "archive": ["It is archived. It is kept for reading."]
    default: []
    }
  }

  private func daysTable(_ received: [ResponseRecord]) -> [Grid] {
    guard !received.isEmpty else { return [] }
    var byDay: [String: [Channel: Int]] = [:]
    for record in received {
      let day = ConsultationDay(of: record.receivedOn).text
      byDay[day, default: [:]][record.response.channel, default: 0] += 1
    }
    let rows = byDay.sorted { $0.key > $1.key }.map { day, counts in
      [
        ConsultationDay(day).map { ConsultationTimes.day($0.end) } ?? day,
        ConsultationNumbers.whole(counts.values.reduce(0, +)),
      ] + Channel.allCases.map { ConsultationNumbers.whole(counts[$0] ?? 0) }
    }
    return [
      Grid(
        "Responses by day and channel, newest day first",
        ["Day", "All#"] + Channel.allCases.map { $0.label + "#" }, rows)
    ]
  }
}

/// The fields of the steps in the life of a consultation, with what was typed.
private struct StepFields {
  let open: [Field]
  let extend: [Field]
  let close: [Field]
  let archive: [Field]

  init(_ fields: FormFields, _ errors: FormErrors) {
    open = [
      .line(
        "open-until", "Last day", value: fields["open-until"],
        hint: "It closes at the end of this day, at midnight.", error: errors["open-until"],
        type: "date")
    ]
    extend = [
      .line(
        "extend-until", "New last day", value: fields["extend-until"],
        hint: "A later day than now. It closes at midnight.", error: errors["extend-until"],
        type: "date"),
      .box(
        "extend-reason", "Reason for more time", value: fields["extend-reason"],
        hint: "This is public. Name nobody.", error: errors["extend-reason"], rows: 3),
    ]
    close = [
      .box(
        "close-reason", "Reason for closing early", value: fields["close-reason"],
        hint: "This is public. Name nobody.", error: errors["close-reason"], rows: 3)
    ]
    archive = [
      .checkboxes(
        "archive-sure", "Archive this consultation",
        [("yes", "Yes. I know that it cannot be opened again.")],
        chosen: fields.all("archive-sure"), error: errors["archive-sure"])
    ]
  }
}
