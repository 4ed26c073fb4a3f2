// SPDX-License-Identifier: Apache-2.0

public import Forms
import Foundation
public import Ledger

/// Where forms become versions.
public struct FormDesk: Sendable {
  /// The most characters of a reason.
  public static let reasonLimit = 1_000
  private let ledger: Ledger

  /// The desk of a data folder.
  public init(_ data: DataFolder) { ledger = data.ledger }

  /// Publishes a definition as the next version of its form; it never changes again.
  ///
  /// - Parameters:
  ///   - definition: the form as it is to be asked.
  ///   - reason: why it changed; needed from version 2, public.
  ///   - author: who publishes it.
  /// - Returns: the version.
  /// - Throws: `FormPublicationError`; nothing was published then.
  @discardableResult
  public func publish(
    _ definition: FormDefinition, reason: String?, by author: Author
  ) async throws(FormPublicationError) -> PublishedForm {
    let latest = try latest(definition.id)
    let form = try Self.next(definition, after: latest, reason: reason)
    let receipt: Receipt
    do {
      receipt = try await ledger.append(
        FormEvent.published(form), subject: definition.id, by: author,
        token: "form-version/\(definition.id)/\(form.version)")
    } catch {
      throw .ledger(error)
    }
    if receipt.isRepeat { try check(form) }
    return form
  }

  /// The version that a definition would become.
  ///
  /// - Throws: `FormPublicationError` when it cannot be published.
  public static func next(
    _ definition: FormDefinition, after latest: PublishedForm?, reason: String?
  ) throws(FormPublicationError) -> PublishedForm {
    let problems = FormChecker.problems(in: definition)
    guard problems.isEmpty else { throw .problems(problems) }
    let reason = reason?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    guard reason.count <= reasonLimit else { throw .reasonTooLong(reason.count) }
    guard let latest else {
      return PublishedForm(
        version: 1, definition: definition, reason: reason.isEmpty ? nil : reason)
    }
    guard latest.definition != definition else { throw .unchanged(latest.version) }
    guard !reason.isEmpty else { throw .reasonMissing }
    return PublishedForm(version: latest.version + 1, definition: definition, reason: reason)
  }

  private func latest(_ form: String) throws(FormPublicationError) -> PublishedForm? {
    do {
      return try ledger.state(FormState.self).latest(form)
    } catch {
      throw .ledger(error)
    }
  }

  /// A version that was there already is the same one sent twice, or somebody else's.
  private func check(_ form: PublishedForm) throws(FormPublicationError) {
    let known: PublishedForm?
    do {
      known = try ledger.state(FormState.self).version(form.version, of: form.definition.id)
    } catch {
      throw .ledger(error)
    }
    if known != form { throw .overtaken(form.version) }
  }
}

/// Why a form was not published.
public enum FormPublicationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The form cannot be asked like this.
  case problems([FormProblem])
  /// It is the same as the latest version, whose number this is.
  case unchanged(Int)
  /// A change needs a reason.
  case reasonMissing
  /// The reason has so many characters.
  case reasonTooLong(Int)
  /// Somebody else published this version in the same moment.
  case overtaken(Int)
  case ledger(LedgerError)

  /// The reason in words for its user, with what to do.
  public var description: String {
    switch self {
    case .problems(let problems):
      "The form cannot be published yet. "
        + problems.map(\.description).joined(separator: " ")
    case .unchanged(let version):
      "Nothing changed since version \(version). Change something before you publish."
    case .reasonMissing: "Say why the form changed. People can read this reason."
    case .reasonTooLong(let count):
      "The reason can have \(FormDesk.reasonLimit) characters at most; this has \(count)."
    case .overtaken(let version):
      "Somebody else has just published version \(version). Look at it, then publish again."
    case .ledger(let error): error.description
    }
  }
}
