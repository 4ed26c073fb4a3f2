// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// A page with one form, as the template `events-form` draws it.
struct EventFormPage {
  let title: String
  var lead: String?
  var notes: [String] = []
  var errors: FormErrors?
  let action: String
  /// The secret of somebody who has signed in.
  var secret: String?
  /// A random word made with the page, so that the same form counts once.
  var token: String
  var fields: [Field]
  let button: String
  let back: String
  let backTitle: String

  /// The page; with errors, its status says that nothing was recorded.
  func answer() -> PortalAnswer {
    let hasErrors = errors?.hasErrors ?? false
    return .page(
      PortalPage(
        hasErrors ? "Problem: \(title)" : title, template: "events-form", self, isPrivate: true),
      status: hasErrors ? 422 : 200)
  }
}

extension FormErrors {
  init(_ faults: [FieldFault]) {
    self.init()
    for fault in faults { add(fault.field, fault.message) }
  }

  /// Demands that nothing is wrong.
  func refuse() throws(EventRefusal) {
    if hasErrors { throw .faults(errors.map { FieldFault($0.id, $0.message) }) }
  }
}

extension FormFields {
  /// The random word of the form, or a new one when it has none that can be used.
  var formToken: String {
    let token = self["token"]
    let isUsable =
      (20...40).contains(token.count)
      && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isUsable ? token : RandomID.make()
  }
}

extension Visit {
  /// The secret for a form, or nil for somebody who has not signed in.
  var secret: String? { formSecret.isEmpty ? nil : formSecret }
}

/// What became of something that somebody wanted to do.
enum EventOutcome {
  /// Does it and goes on to a page; when it is refused, the form comes back with the reasons.
  static func of(
    _ form: (FormErrors) throws -> PortalAnswer, _ act: () async throws -> String
  ) async throws -> PortalAnswer {
    do {
      return .see(try await act())
    } catch let refusal as EventRefusal {
      switch refusal {
      case .faults(let faults): return try form(FormErrors(faults))
      case .notFound: throw PortalProblem.notFound
      case .notNow, .ledger: return try form(FormErrors([FieldFault("form", "\(refusal)")]))
      }
    }
  }

  /// Does it; what is wrong with what was typed is shown beside one field.
  static func beside(_ field: String, _ act: () async throws -> Void) async throws {
    do {
      try await act()
    } catch let refusal as EventRefusal {
      guard case .faults(let faults) = refusal else { throw refusal }
      throw EventRefusal.faults(faults.map { FieldFault(field, $0.message) })
    }
  }

  /// Does it; a refusal becomes a page that says why.
  static func plainly<Result>(_ act: () async throws -> Result) async throws -> Result {
    do { return try await act() } catch let refusal as EventRefusal { throw problem(refusal) }
  }

  /// Looks something up; a refusal becomes a page that says why.
  static func looking<Result>(_ look: () throws -> Result) throws -> Result {
    do { return try look() } catch let refusal as EventRefusal { throw problem(refusal) }
  }

  private static func problem(_ refusal: EventRefusal) -> PortalProblem {
    switch refusal {
    case .notFound: .notFound
    case .notNow, .faults: PortalProblem(409, "This can’t be done", "\(refusal)")
    case .ledger: PortalProblem(503, "Something went wrong", "\(refusal)")
    }
  }
}

/// A text of several lines as paragraphs.
enum EventText {
  static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }
}
