// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

extension MeasuresPart {
  /// What staff can do with a measure.
  enum Form: String, CaseIterable {
    case record, correct, target, rebase, exclude, include

    var title: String {
      switch self {
      case .record: "Record a month"
      case .correct: "Correct a month"
      case .target: "Change the target"
      case .rebase: "Start limits anew"
      case .exclude: "Leave a month out"
      case .include: "Count a month again"
      }
    }
  }

  func deskList() throws -> PortalAnswer {
    let view = try viewNow()
    var section = SectionPage.Section()
    section.items = view.standings.map { standing in
      SectionPage.Item(
        link: SectionLink(
          text: standing.definition.label,
          href: "/desk/programme/measures/\(standing.definition.id)"), text: standing.sentence)
    }
    return SectionPage(
      title: "Measures: desk",
      links: [
        SectionLink(text: "Import values", href: "/desk/programme/measures/import"),
        SectionLink(text: "The public page", href: "/programme/measures"),
      ], sections: [section]
    ).answer()
  }

  func deskPage(_ id: String) throws -> PortalAnswer {
    let standing = try standingNow(id)
    var section = SectionPage.Section(heading: "What do you want to do?")
    section.items = Form.allCases.map { form in
      SectionPage.Item(
        link: SectionLink(
          text: form.title, href: "/desk/programme/measures/\(id)/\(form.rawValue)"), text: "")
    }
    return SectionPage(
      title: "\(standing.definition.label): desk", answer: standing.sentence,
      links: [
        SectionLink(text: "All measures", href: "/desk/programme/measures"),
        SectionLink(text: "The public page", href: "/programme/measures/\(id)"),
      ], sections: [section]
    ).answer()
  }

  func form(
    _ id: String, _ name: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    guard let form = Form(rawValue: name) else { throw PortalProblem.notFound }
    let standing = try standingNow(id)
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: form.title, lead: standing.definition.label, errors: errors,
        action: "/desk/programme/measures/\(id)/\(name)", secret: visit.formSecret,
        token: fields.formToken, fields: shown(form, standing, fields, errors), button: "Save",
        back: "/desk/programme/measures/\(id)", backTitle: "Back to the measure"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(form, id, fields, visit.author)
      return "/desk/programme/measures/\(id)"
    }
  }

  private func shown(
    _ form: Form, _ standing: MeasureStanding, _ fields: FormFields, _ errors: FormErrors?
  ) -> [Field] {
    let unit = standing.definition.unit
    var shown: [Field] = []
    if form != .target {
      shown.append(
        .line(
          "month", "Month", value: fields["month"], hint: "Such as 2017-06.",
          error: errors?["month"]))
    }
    if [.record, .correct, .target].contains(form) {
      let hint: String? =
        switch form {
        case .correct: "In \(unit). Leave it empty to take the value away."
        case .target: "In \(unit). Leave it empty for no target."
        default: "In \(unit)."
        }
      shown.append(
        .line(
          "value", form == .target ? "Target" : "Value", value: fields["value"], hint: hint,
          error: errors?["value"]))
    }
    if form != .record {
      shown.append(
        .box(
          "reason", "Why", value: fields["reason"], hint: "Everybody can read this.",
          error: errors?["reason"], rows: 3))
    }
    if form != .record, form != .correct {
      shown.append(
        .line(
          "decided-by", "Decided by", value: fields["decided-by"],
          hint: "A body or a role, not a name.", error: errors?["decided-by"]))
    }
    return shown
  }

  private func keep(
    _ form: Form, _ id: String, _ fields: FormFields, _ author: Author
  ) async throws {
    let (reason, body, token) = (fields["reason"], fields["decided-by"], fields.formToken)
    if form == .target {
      return try await desk.retarget(
        id, to: Self.number(fields, isNeeded: false), reason: reason, decidedBy: body, by: author,
        token: token)
    }
    guard let month = CivilDay(month: fields["month"]) else {
      throw EventRefusal.faults([FieldFault("month", "Enter a month, such as 2017-06.")])
    }
    switch form {
    case .target: break
    case .record:
      guard let value = try Self.number(fields, isNeeded: true) else { return }
      try await desk.record(id, month: month, value: value, by: author, token: token)
    case .correct:
      try await desk.correct(
        id, month: month, value: Self.number(fields, isNeeded: false), reason: reason,
        by: author, token: token)
    case .rebase:
      try await desk.rebase(
        id, from: month, reason: reason, decidedBy: body, by: author, token: token)
    case .exclude, .include:
      try await desk.exclude(
        id, month: month, form == .exclude, reason: reason, decidedBy: body, by: author,
        token: token)
    }
  }

  private static func number(_ fields: FormFields, isNeeded: Bool) throws -> Double? {
    let text = fields["value"].filter { $0 != "," && $0 != "%" && $0 != " " }
    if text.isEmpty, !isNeeded { return nil }
    guard let value = Double(text), value.isFinite else {
      throw EventRefusal.faults([FieldFault("value", "Enter a number, such as 12.5.")])
    }
    return value
  }
}
