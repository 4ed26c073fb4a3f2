// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// What staff can do with an entry.
enum RegisterAction: String, CaseIterable {
  case move, change, correct, close

  var title: String {
    switch self {
    case .move: "Move it on"
    case .change: "Change it"
    case .correct: "Correct it"
    case .close: "Close it"
    }
  }

  func isPossible(_ definition: RegisterDefinition, _ line: RegisterLine) -> Bool {
    switch self {
    case .correct: true
    case .change, .close: !line.entry.isClosed
    case .move:
      !line.entry.isClosed
        && definition.field(as: .status).map { !$0.next(after: line.status).isEmpty } == true
    }
  }
}

extension RegistersPart {
  func add(_ id: String, _ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    guard let definition = services.programme.registers.register(id) else {
      throw PortalProblem.notFound
    }
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: "Add an entry", lead: definition.title,
        notes: ["Name no person: entries are records that stay."], errors: errors,
        action: "/desk/programme/registers/\(id)/add", secret: visit.formSecret,
        token: fields.formToken,
        fields: definition.fields.map { input($0, fields[$0.id], errors) }, button: "Add it",
        back: "/desk/programme/registers/\(id)", backTitle: "Back to the register"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await desk.add(
        id, typed(definition.fields, fields), by: visit.author, token: fields.formToken)
      return "/desk/programme/registers/\(id)"
    }
  }

  func form(
    _ id: String, _ key: String, _ name: String, _ request: PortalRequest, _ visit: Visit
  ) async throws -> PortalAnswer {
    let standing = try standing(id, AsOf(request, services), isDesk: true)
    guard let action = RegisterAction(rawValue: name),
      let line = standing.lines.first(where: { $0.key == key })
    else { throw PortalProblem.notFound }
    let fields = request.fields
    let path = "/desk/programme/registers/\(id)/entry/\(key)"
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: action.title, lead: "\(line.key): \(line.title)", errors: errors,
        action: "\(path)/\(name)", secret: visit.formSecret, token: fields.formToken,
        fields: shown(action, standing, line, request, errors), button: "Save", back: path,
        backTitle: "Back to the entry"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(action, standing.definition, key, fields, visit.author)
      return path
    }
  }

  private func keep(
    _ action: RegisterAction, _ definition: RegisterDefinition, _ key: String,
    _ fields: FormFields, _ author: Author
  ) async throws {
    let (reason, token) = (fields["reason"], fields.formToken)
    switch action {
    case .close:
      try await desk.close(definition.id, key, reason: reason, by: author, token: token)
    case .move:
      guard let day = CivilDay(fields["on"]) else {
        throw EventRefusal.faults([FieldFault("on", "Enter a day, such as 14/6/2017.")])
      }
      try await desk.move(
        definition.id, key, to: fields["status"], on: day, reason: reason, by: author,
        token: token)
    case .change, .correct:
      try await desk.change(
        definition.id, key, typed(Self.changeable(definition), fields), reason: reason,
        isCorrection: action == .correct, by: author, token: token)
    }
  }

  private static func changeable(_ definition: RegisterDefinition) -> [RegisterField] {
    definition.fields.filter { $0.part != .key && $0.part != .status }
  }

  private func typed(_ fields: [RegisterField], _ form: FormFields) -> [String: String] {
    Dictionary(
      fields.filter { form.has($0.id) }.map { ($0.id, form[$0.id]) },
      uniquingKeysWith: { first, _ in first })
  }

  private func shown(
    _ action: RegisterAction, _ standing: RegisterStanding, _ line: RegisterLine,
    _ request: PortalRequest, _ errors: FormErrors?
  ) -> [Field] {
    let fields = request.fields
    var shown: [Field] = []
    switch action {
    case .close: break
    case .move:
      let next = standing.definition.field(as: .status)?.next(after: line.status) ?? []
      shown = [
        .radios(
          "status", "From “\(line.status)” to", next.map { ($0, $0) }, chosen: fields["status"],
          error: errors?["status"]),
        .line("on", "On", value: fields["on"], error: errors?["on"], type: "date"),
      ]
    case .change, .correct:
      shown = Self.changeable(standing.definition).map { field in
        input(
          field, request.method == .post ? fields[field.id] : line.entry.text(field), errors)
      }
    }
    let isNeeded = action != .move
    return shown + [
      .box(
        "reason", isNeeded ? "Why" : "Why (optional)", value: fields["reason"],
        error: errors?["reason"], rows: 3)
    ]
  }

  /// The field of a form for a field of the register.
  private func input(_ field: RegisterField, _ value: String, _ errors: FormErrors?) -> Field {
    let label = field.label + (field.isRequired ? "" : " (optional)")
    let hint = field.meaning.isEmpty ? nil : field.meaning
    let error = errors?[field.id]
    let plan = services.programme.registers
    let options: [(value: String, label: String)]
    switch field.kind {
    case .text where field.part == nil:
      return .box(field.id, label, value: value, hint: hint, error: error, rows: 3)
    case .text, .money, .number:
      return .line(field.id, label, value: value, hint: hint, error: error)
    case .day:
      return .line(field.id, label, value: value, hint: hint, error: error, type: "date")
    case .choice: options = field.choices.map { ($0, $0) }
    case .yesNo: options = [("yes", "Yes"), ("no", "No")]
    case .organisation: options = plan.organisations.map { ($0.id, $0.name) }
    case .workstream: options = plan.workstreams.map { ($0.id, $0.name) }
    }
    return .select(
      field.id, label, [("", "Choose")] + options, chosen: value, hint: hint, error: error)
  }
}
