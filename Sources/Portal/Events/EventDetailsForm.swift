// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// The form in which an event is described: from an event to fields, and from fields to an event.
struct EventDetailsForm {
  let plan: EngagementPlan
  let fields: FormFields

  /// The form as it was typed.
  init(_ fields: FormFields, plan: EngagementPlan) {
    self.fields = fields
    self.plan = plan
  }

  /// The form of an event that is to be changed.
  init(_ details: EventDetails, plan: EngagementPlan) {
    self.plan = plan
    var pairs = [
      ("title", details.title), ("kind", details.kind.rawValue), ("summary", details.summary),
      ("venue", details.venue), ("address", details.address), ("area", details.area ?? ""),
      ("travel", details.travel), ("day", LondonTime.day(details.starts).iso),
      ("starts", Self.typed(details.starts)), ("ends", Self.typed(details.ends)),
      ("capacity", details.capacity.map(String.init) ?? ""),
      ("consultation", details.consultation ?? ""), ("host", details.host),
    ]
    pairs += details.access.map { ("access", $0.rawValue) }
    pairs += details.workstreams.map { ("workstreams", $0) }
    fields = FormFields(pairs.map { (name: $0.0, value: $0.1) })
  }

  private static func typed(_ moment: Date) -> String {
    let minutes = LondonTime.minutes(moment)
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// What was typed, as an event.
  ///
  /// - Throws: `EventRefusal.faults` with everything that is wrong.
  func details(isSynthetic: Bool = false) throws(EventRefusal) -> EventDetails {
    var errors = FormErrors()
    let day = CivilDay(fields["day"])
    if day == nil || !(2000...2099).contains(day?.parts.year ?? 0) {
      errors.add("day", "Enter the day, such as 14/6/2017.")
    }
    let starts = LondonTime.minutes(typed: fields["starts"])
    if starts == nil { errors.add("starts", "Enter when it starts, such as 18:30.") }
    let ends = LondonTime.minutes(typed: fields["ends"])
    if ends == nil { errors.add("ends", "Enter when it ends, such as 20:30.") }
    let capacity = Int(fields["capacity"])
    if capacity == nil && !fields["capacity"].isEmpty {
      errors.add("capacity", "Enter a whole number of places, or leave it empty.")
    }
    let kind = EventKind(rawValue: fields["kind"])
    if kind == nil { errors.add("kind", "Choose the kind of event.") }
    let anyDay = day ?? CivilDay(number: 17_000)
    var details = EventDetails(
      title: fields["title"], kind: kind ?? .listening, venue: fields["venue"],
      address: fields["address"], starts: LondonTime.moment(anyDay, minutes: starts ?? 0),
      ends: LondonTime.moment(anyDay, minutes: ends ?? 1439))
    fill(&details)
    details.capacity = capacity
    details.isSynthetic = isSynthetic
    for fault in details.faults { errors.add(fault.field, fault.message) }
    try errors.refuse()
    return details
  }

  private func fill(_ details: inout EventDetails) {
    details.summary = fields["summary"]
    details.travel = fields["travel"]
    details.host = fields["host"]
    details.area = plan.areas.first { $0.id == fields["area"] }?.id
    details.consultation = plan.consultations.first { $0.id == fields["consultation"] }?.id
    let chosen = fields.all("workstreams")
    details.workstreams = plan.workstreams.map(\.id).filter(chosen.contains)
    let access = fields.all("access")
    details.access = AccessNote.allCases.filter { access.contains($0.rawValue) }
  }

  /// The fields, with what is wrong beside them.
  func shown(_ errors: FormErrors?) -> [Field] { what(errors) + place(errors) + time(errors) }

  private func what(_ errors: FormErrors?) -> [Field] {
    [
      .line("title", "Title", value: fields["title"], error: errors?["title"]),
      .select(
        "kind", "Kind of event", EventKind.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["kind"], hint: "Staff events are not on the public calendar.",
        error: errors?["kind"]),
      .box(
        "summary", "What it is about", value: fields["summary"], error: errors?["summary"], rows: 4),
      .select(
        "consultation", "Consultation",
        [("", "None")] + plan.consultations.map { ($0.id, $0.title) },
        chosen: fields["consultation"]),
      .checkboxes(
        "workstreams", "Workstreams", plan.workstreams.map { ($0.id, $0.name) },
        chosen: fields.all("workstreams")),
      .line(
        "host", "Run by", value: fields["host"], hint: "A team or a body, not a person’s name.",
        error: errors?["host"]),
    ]
  }

  private func place(_ errors: FormErrors?) -> [Field] {
    [
      .line("venue", "Name of the place", value: fields["venue"], error: errors?["venue"]),
      .box("address", "Address", value: fields["address"], error: errors?["address"], rows: 3),
      .select(
        "area", "Area", [("", "Not one area")] + plan.areas.map { ($0.id, $0.name) },
        chosen: fields["area"]),
      .checkboxes(
        "access", "Access", AccessNote.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields.all("access")),
      .box(
        "travel", "Getting there", value: fields["travel"], hint: "Parking, buses, trains.",
        error: errors?["travel"], rows: 3),
    ]
  }

  private func time(_ errors: FormErrors?) -> [Field] {
    [
      .line("day", "Day", value: fields["day"], error: errors?["day"], type: "date"),
      .line("starts", "Starts at", value: fields["starts"], error: errors?["starts"], type: "time"),
      .line("ends", "Ends at", value: fields["ends"], error: errors?["ends"], type: "time"),
      .line(
        "capacity", "Places", value: fields["capacity"],
        hint: "Leave it empty when nobody needs to book.", error: errors?["capacity"]),
    ]
  }
}
