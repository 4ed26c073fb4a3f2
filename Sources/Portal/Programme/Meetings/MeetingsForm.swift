// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// One form of staff: what it asks, and what is done with it.
struct MeetingsForm {
  let title: String
  var lead: String?
  var notes: [String] = []
  let action: String
  var button = "Save"
  let back: String
  let fields: (TypedForm) -> [Field]
  /// Keeps what was typed, and says to which page to go on.
  let keep: (FormFields, Author, String) async throws -> String

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let typed = request.fields
    let token = typed.formToken
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: title, lead: lead, notes: notes, errors: errors, action: action,
        secret: visit.formSecret, token: token, fields: fields(TypedForm(typed, errors)),
        button: button, back: back, backTitle: "Back"
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) { try await keep(typed, visit.author, token) }
  }
}

/// Fields with what was typed and what was wrong with it.
struct TypedForm {
  private let fields: FormFields
  private let errors: FormErrors?

  init(_ fields: FormFields, _ errors: FormErrors?) {
    self.fields = fields
    self.errors = errors
  }

  private func value(_ name: String, _ usual: String) -> String {
    fields.has(name) ? fields[name] : usual
  }

  func line(_ name: String, _ label: String, usual: String = "", hint: String? = nil) -> Field {
    .line(name, label, value: value(name, usual), hint: hint, error: errors?[name])
  }

  func date(_ name: String, _ label: String, usual: CivilDay? = nil, hint: String? = nil) -> Field {
    .line(
      name, label, value: value(name, usual?.iso ?? ""), hint: hint, error: errors?[name],
      type: "date")
  }

  func box(
    _ name: String, _ label: String, usual: String = "", hint: String? = nil, rows: Int = 4
  ) -> Field {
    .box(
      name, label, value: value(name, usual), hint: hint, error: errors?[name], rows: rows)
  }

  func select(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    usual: String = "", hint: String? = nil
  ) -> Field {
    .select(
      name, label, options, chosen: value(name, usual), hint: hint, error: errors?[name])
  }

  func radios(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    usual: String = ""
  ) -> Field {
    .radios(name, label, options, chosen: value(name, usual), error: errors?[name])
  }

  func tick(_ name: String, _ legend: String, _ label: String) -> Field {
    .checkboxes(name, legend, [("yes", label)], chosen: fields.all(name))
  }
}

extension FormFields {
  /// The day of a field, which must be there.
  func demandedDay(_ name: String) throws(EventRefusal) -> CivilDay {
    guard let day = CivilDay(self[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }

  /// The day of a field; nil when nothing was typed.
  func possibleDay(_ name: String) throws(EventRefusal) -> CivilDay? {
    self[name].isEmpty ? nil : try demandedDay(name)
  }

  /// One of a closed list, which must be chosen.
  func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ type: Choice.Type = Choice.self
  ) throws(EventRefusal) -> Choice {
    guard let choice = Choice(rawValue: self[name]) else {
      throw .faults([FieldFault(name, "Choose one from the list.")])
    }
    return choice
  }

  /// What was typed, or nil when nothing was.
  func text(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
}
