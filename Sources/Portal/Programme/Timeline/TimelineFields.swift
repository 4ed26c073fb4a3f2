// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

extension TimelinePart {
  /// The fields of a form, with what was typed and what is wrong.
  func timelineFields(
    _ kind: TimelineForm.Kind, _ fields: FormFields, _ errors: FormErrors?, _ view: TimelineView
  ) -> [Field] {
    func line(_ name: String, _ label: String, _ type: String = "text", hint: String? = nil)
      -> Field
    {
      .line(name, label, value: fields[name], hint: hint, error: errors?[name], type: type)
    }
    func box(_ name: String, _ label: String) -> Field {
      .box(
        name, label, value: fields[name], hint: "Everybody can read this. Name nobody.",
        error: errors?[name])
    }
    func pick(_ name: String, _ label: String) -> Field {
      .select(
        name, label, [("", "Choose")] + view.activities.map { ($0.id, $0.activity.label) },
        chosen: fields[name], error: errors?[name])
    }
    let lengths = [
      line("low", "Days when all goes well", "number"),
      line("likely", "Most likely days", "number"),
      line("high", "Days when much goes wrong", "number"),
    ]
    switch kind {
    case .baseline: return [line("name", "Name"), box("reason", "Why these dates are kept")]
    case .add:
      return [line("label", "What is done")] + choices(fields, errors) + lengths
        + [box("reason", "Why it is needed, and why so long")]
    case .link:
      return [
        pick("from", "What comes first"), pick("to", "What waits"),
        .select(
          "kind", "How",
          [
            ("finish-to-start", "The second starts when the first ends"),
            ("start-to-start", "The second starts when the first starts"),
            ("finish-to-finish", "The second ends when the first ends"),
          ], chosen: fields["kind"]),
        line("lag", "Days between the two (optional)", "number"), box("reason", "Why"),
      ]
    case .ask:
      return [
        pick("from", "What is needed"), pick("to", "What needs it"),
        line("by-when", "By when", "date"), box("note", "What exactly, and why (optional)"),
      ]
    case .progress:
      return [
        line("started", "Day on which it started", "date"),
        line("finished", "Day on which it was done", "date"),
        line("forecast", "Day on which it will be done", "date"),
        line("percent", "How much is done, from 0 to 100", "number"),
        box("note", "Why a date changes, or what was done"),
      ]
    case .length: return lengths + [box("reason", "Why the length changes")]
    case .withdraw: return [box("reason", "Why")]
    case .handshake(let from, let to):
      return [
        .radios(
          "act", "What is recorded", acts(from, to), chosen: fields["act"], error: errors?["act"]),
        line("by-when", "Day, when one is asked for or offered", "date"),
        box("note", "What was said"),
      ]
    }
  }

  private func choices(_ fields: FormFields, _ errors: FormErrors?) -> [Field] {
    [
      .select(
        "workstream", "Workstream",
        [("", "Choose")]
          + plan.workstreams.sorted { $0.value < $1.value }.map { ($0.key, $0.value) },
        chosen: fields["workstream"], error: errors?["workstream"]),
      .select(
        "kind", "Kind", TimelineActivity.Kind.allCases.map { ($0.rawValue, $0.label) },
        chosen: fields["kind"]),
    ]
  }

  private func acts(_ from: String, _ to: String) -> [(value: String, label: String)] {
    let status = status(from, to)
    return HandshakeSide.allCases.flatMap { side in
      HandshakeRules.acts(in: status, for: side).map { act in
        ("\(side.rawValue):\(act.rawValue)", "\(side.label): \(act.label.lowercased())")
      }
    }
  }

  /// Records what a form says.
  func keep(
    _ kind: TimelineForm.Kind, _ fields: FormFields, _ author: Author
  ) async throws(EventRefusal) {
    let token = fields.formToken
    switch kind {
    case .baseline:
      try await desk.keepBaseline(
        name: fields["name"], reason: fields["reason"], by: author, token: token)
    case .add: try await desk.add(try newActivity(fields), by: author, token: token)
    case .link: try await desk.link(try newLink(fields), by: author, token: token)
    case .ask:
      let step = HandshakeStep(
        from: fields["from"], to: fields["to"], act: .request, side: .getting,
        byWhen: try day(fields, "by-when"))
      try await desk.handshake(step, note: fields["note"], by: author, token: token)
    case .progress(let id):
      let known = ActivityProgress(
        forecast: try day(fields, "forecast"), percent: try number(fields, "percent"),
        started: try day(fields, "started"), finished: try day(fields, "finished"))
      try await desk.progress(id, known, note: fields["note"], by: author, token: token)
    case .length(let id):
      let (low, likely, high) = try lengths(fields)
      try await desk.changeLength(
        id, low: low, likely: likely, high: high, reason: fields["reason"], by: author,
        token: token)
    case .withdraw(let id):
      try await desk.withdraw(id, reason: fields["reason"], by: author, token: token)
    case .handshake(let from, let to):
      try await keepStep(from, to, fields, author)
    }
  }

  private func keepStep(
    _ from: String, _ to: String, _ fields: FormFields, _ author: Author
  ) async throws(EventRefusal) {
    let parts = fields["act"].split(separator: ":").map(String.init)
    guard parts.count == 2, let side = HandshakeSide(rawValue: parts[0]),
      let act = HandshakeAct(rawValue: parts[1])
    else { throw .faults([FieldFault("act", "Choose what is recorded.")]) }
    let step = HandshakeStep(
      from: from, to: to, act: act, side: side,
      byWhen: act.namesDay ? try day(fields, "by-when") : nil)
    try await desk.handshake(step, note: fields["note"], by: author, token: fields.formToken)
  }

  private func newActivity(_ fields: FormFields) throws(EventRefusal) -> TimelineActivity {
    var activity = TimelineActivity(
      id: "", workstream: fields["workstream"], label: fields["label"],
      kind: TimelineActivity.Kind(rawValue: fields["kind"]) ?? .activity)
    if activity.kind == .activity || !fields["likely"].isEmpty {
      (activity.low, activity.likely, activity.high) = try lengths(fields)
    }
    activity.reason = fields["reason"]
    return activity
  }

  private func newLink(_ fields: FormFields) throws(EventRefusal) -> TimelineLink {
    var link = TimelineLink(fields["from"], fields["to"])
    link.kind = TimelineLink.Kind(rawValue: fields["kind"]) ?? .finishToStart
    link.lag = try number(fields, "lag") ?? 0
    link.reason = fields["reason"]
    return link
  }

  private func lengths(_ fields: FormFields) throws(EventRefusal) -> (Int, Int, Int) {
    guard let likely = try number(fields, "likely") else {
      throw .faults([FieldFault("likely", "Enter the most likely length in days.")])
    }
    return (try number(fields, "low") ?? likely, likely, try number(fields, "high") ?? likely)
  }

  private func day(_ fields: FormFields, _ name: String) throws(EventRefusal) -> CivilDay? {
    guard !fields[name].isEmpty else { return nil }
    guard let day = CivilDay(fields[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }

  private func number(_ fields: FormFields, _ name: String) throws(EventRefusal) -> Int? {
    guard !fields[name].isEmpty else { return nil }
    guard let number = Int(fields[name]) else {
      throw .faults([FieldFault(name, "Enter a whole number.")])
    }
    return number
  }
}
