// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// A form about gates: what it asks, and what is done with it.
struct GateForm {
  let title: String
  var lead: String?
  var notes: [String] = []
  let fields: (FormFields, FormErrors?) -> [Field]
  let button: String
  /// Does what the form asks for; a refusal brings the form back.
  let act: (FormFields, Author) async throws -> Void

  /// The page of the form, or what follows from sending it.
  func answer(
    _ request: PortalRequest, _ visit: Visit, back: String, backTitle: String
  ) async throws -> PortalAnswer {
    let fields = request.fields
    let page = { (errors: FormErrors?) -> PortalAnswer in
      EventFormPage(
        title: title, lead: lead, notes: notes, errors: errors, action: request.fullPath,
        secret: visit.formSecret, token: fields.formToken, fields: self.fields(fields, errors),
        button: button, back: back, backTitle: backTitle
      ).answer()
    }
    guard request.method == .post else { return page(nil) }
    return try await EventOutcome.of(page) {
      try await act(fields, visit.author)
      return back
    }
  }

  /// The day of a field that must be there.
  static func day(_ fields: FormFields, _ name: String) throws(EventRefusal) -> CivilDay {
    guard let day = CivilDay(fields[name]) else {
      throw .faults([FieldFault(name, "Enter a day, such as 14/6/2017.")])
    }
    return day
  }

  /// The day of a field that may be empty.
  static func optionalDay(
    _ fields: FormFields, _ name: String
  ) throws(EventRefusal) -> CivilDay? {
    fields[name].isEmpty ? nil : try day(fields, name)
  }
}
