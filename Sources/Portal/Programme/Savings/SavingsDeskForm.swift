// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// One form of staff about savings: what it asks, and what is done with it.
struct SavingsDeskForm {
  let title: String
  var lead: String?
  var notes: [String] = []
  let back: String
  let backTitle: String
  var button = "Save"
  let fields: (FormFields, FormErrors?) -> [Field]
  /// Records it; afterwards the page `back` is shown.
  let keep: (FormFields) async throws -> Void

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer {
    let typed = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: title, lead: lead, notes: notes, errors: errors, action: request.fullPath,
        secret: visit.formSecret, token: typed.formToken, fields: fields(typed, errors),
        button: button, back: back, backTitle: backTitle
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await keep(typed)
      return back
    }
  }
}

extension FormFields {
  /// What was typed, or a usual value before anything was sent.
  func typed(_ name: String, usual: String) -> String { has(name) ? self[name] : usual }

  /// A day that must be there.
  func savingsDay(_ name: String) throws(EventRefusal) -> CivilDay {
    guard let day = CivilDay(self[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }

  /// A number; nil when nothing was typed.
  func savingsNumber(_ name: String) throws(EventRefusal) -> Double? {
    if self[name].isEmpty { return nil }
    guard let number = SavingsTyped.number(self[name]) else {
      throw .faults([FieldFault(name, "Enter a number, such as 12,500.")])
    }
    return number
  }

  /// A number that must be there.
  func savingsAmount(_ name: String) throws(EventRefusal) -> Double {
    guard let number = try savingsNumber(name) else {
      throw .faults([FieldFault(name, "Enter a number, such as 12,500.")])
    }
    return number
  }

  /// A share from a percentage that must be there.
  func savingsShare(_ name: String) throws(EventRefusal) -> Double {
    try savingsAmount(name) / 100
  }
}
