// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The fields of the words of a theme.
enum ThemeFields {
  static func words(_ sent: FormFields) -> ThemeWords {
    ThemeWords(
      title: sent["theme-title"], description: sent["theme-description"],
      said: sent["theme-said"], codes: sent.all("theme-codes"))
  }

  static func sent(_ words: ThemeWords) -> FormFields {
    FormFields(
      [
        ("theme-title", words.title), ("theme-description", words.description),
        ("theme-said", words.said),
      ] + words.codes.map { ("theme-codes", $0) })
  }

  static func fields(_ sent: FormFields, _ frame: CodeFrame, _ errors: FormErrors) -> [Field] {
    [
      .line(
        "theme-title", "Title", value: sent["theme-title"], error: errors["theme-title"]),
      .box(
        "theme-description", "Description", value: sent["theme-description"],
        hint: "What belongs to it, and what does not.", error: errors["theme-description"],
        rows: 3),
      .box(
        "theme-said", "What people said, in one sentence", value: sent["theme-said"],
        hint: "Without numbers: they are counted and put beside it.",
        error: errors["theme-said"], rows: 2),
      .checkboxes(
        "theme-codes", "Codes",
        frame.outline.map { (value: $0.code.id, label: $0.code.words.title) },
        chosen: sent.all("theme-codes").map(frame.present), error: errors["theme-codes"]),
    ]
  }

  static func field(_ error: ThemeError) -> String {
    switch error {
    case .missing("title"), .tooLong("title", _, _): "theme-title"
    case .missing("description"), .tooLong("description", _, _): "theme-description"
    case .noCodes, .unknownCode: "theme-codes"
    case .missing("reason"): "words-reason"
    default: "theme-said"
    }
  }
}

/// The fields of the steps of a theme; each step has a form of its own.
enum ThemeStepFields {
  typealias Make = (_ act: String, _ fields: [Field], _ button: String) -> SectionForm

  static func sections(
    _ theme: Theme, _ plan: EngagementPlan, _ sent: FormFields, _ errors: FormErrors,
    make: Make
  ) -> [SectionPage.Section] {
    var sections: [SectionPage.Section] = []
    func add(_ act: String, _ heading: String, _ fields: [Field], _ button: String) {
      sections.append(.init(heading: heading, forms: [make(act, fields, button)]))
    }
    func text(_ act: String, _ label: String) -> Field {
      .box("\(act)-text", label, value: sent["\(act)-text"], error: errors["\(act)-text"], rows: 3)
    }
    func day(_ act: String, _ label: String) -> Field {
      .line(
        "\(act)-day", label, value: sent["\(act)-day"], error: errors["\(act)-day"], type: "date")
    }
    if !theme.isPublished { add("publish", "Publish it", [], "Publish") }
    let streams = plan.workstreams.map { (value: $0.id, label: $0.name) }
    let isOver = [.done, .notDoing].contains(theme.status)
    if !isOver {
      add(
        "pass", "Pass it on",
        [
          .select(
            "pass-text", "Workstream", streams, chosen: sent["pass-text"],
            error: errors["pass-text"])
        ], "Pass on")
    }
    if !isOver, theme.status != .listening {
      add(
        "consider", "It was considered",
        [
          .line(
            "consider-text", "Meeting or body", value: sent["consider-text"],
            error: errors["consider-text"]), day("consider", "On"),
          .line("consider-paper", "Paper (if any)", value: sent["consider-paper"]),
          .line(
            "consider-link", "Link to the paper or minutes (if any)",
            value: sent["consider-link"], error: errors["consider-link"]),
        ], "Record")
    }
    if [.considered, .acting].contains(theme.status) {
      add(
        "lead", "It led to",
        [things(plan, sent, errors), text("lead", "What changed, or why nothing changes")], "Record"
      )
      add("acting", "It is being done", [text("acting", "What is being done")], "Record")
      add("done", "It is done", [text("done", "What was done"), day("done", "On")], "Record")
      add("not-doing", "It will not be done", [text("not-doing", "Reason")], "Record")
    }
    if !theme.standing.isEmpty {
      let steps = theme.standing.reversed().map {
        (value: "\($0.sequence)", label: "Entry \($0.sequence): \(StepWords.line($0.event, plan))")
      }
      add(
        "withdraw", "Withdraw a step that is wrong",
        [
          .select("withdraw-step", "Step", steps, chosen: sent["withdraw-step"]),
          text("withdraw", "Reason for withdrawing"),
        ], "Withdraw")
    }
    return sections
  }

  private static func things(
    _ plan: EngagementPlan, _ sent: FormFields, _ errors: FormErrors
  ) -> Field {
    let options = plan.options.map { (value: "option/\($0.id)", label: "Option: \($0.name)") }
    let criteria = plan.criteria.map {
      (value: "criterion/\($0.id)", label: "Criterion: \($0.name)")
    }
    let documents = plan.documents.map {
      (value: "document/\($0.id)", label: "Document: \($0.title)")
    }
    return .select(
      "lead-to", "What came of it",
      options + criteria + documents + [
        (value: "decision/", label: "A decision"), (value: "no-change/", label: "No change"),
      ], chosen: sent["lead-to"], error: errors["lead-to"])
  }

  static func step(_ sent: FormFields) throws(ThemeError) -> Theme.StepEvent {
    let act = sent["act"]
    let text = sent["\(act)-text"]
    func optional(_ name: String) -> String? { sent[name].isEmpty ? nil : sent[name] }
    func day() throws(ThemeError) -> CalendarDay {
      guard let day = CalendarDay(sent["\(act)-day"]) else { throw .notADay }
      return day
    }
    switch act {
    case "pass": return .passed(workstream: text)
    case "consider":
      return .considered(
        by: text, on: try day(), paper: optional("consider-paper"),
        link: optional("consider-link"))
    case "lead":
      let parts = sent["lead-to"].split(separator: "/", omittingEmptySubsequences: true)
      guard let kind = parts.first.flatMap({ ThemeResult.Kind(rawValue: String($0)) }) else {
        throw .unknownThing("result")
      }
      let id = parts.count > 1 ? String(parts[1]) : nil
      return .led(to: ThemeResult(kind: kind, id: id), what: text)
    case "acting": return .acting(what: text)
    case "done": return .done(what: text, on: try day())
    case "not-doing": return .notDoing(reason: text)
    default: throw .unknownStep
    }
  }

  static func field(_ act: String, _ error: ThemeError) -> String {
    switch error {
    case .notADay, .inTheFuture: "\(act)-day"
    case .unknownThing: "lead-to"
    case .notALink: "consider-link"
    default: "\(act)-text"
    }
  }
}
