// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Ledger

/// What happens to forms.
public enum FormEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "form"

  /// A definition became a version, which never changes again.
  case published(PublishedForm)
}

/// One version of a form, as it is asked.
public struct PublishedForm: Codable, Sendable, Equatable {
  /// From 1, one more with each publication of the same form.
  public let version: Int
  /// What is asked.
  public let definition: FormDefinition
  /// Why it was published, when it was not the first.
  public let reason: String?

  /// A version of a form.
  public init(version: Int, definition: FormDefinition, reason: String?) {
    self.version = version
    self.definition = definition
    self.reason = reason
  }
}

/// Every version of every form.
public struct FormState: Fold {
  /// What happens to forms.
  public typealias Event = FormEvent
  /// Versions by the id of the form, in order.
  public private(set) var versions: [String: [PublishedForm]] = [:]

  /// Before any publication.
  public init() {}

  /// Takes a publication into account.
  public mutating func apply(_ event: FormEvent, _ entry: Entry) {
    switch event {
    case .published(let form): versions[form.definition.id, default: []].append(form)
    }
  }

  /// The version on which a new response starts.
  public func latest(_ form: String) -> PublishedForm? { versions[form]?.last }

  /// A version by its number.
  public func version(_ number: Int, of form: String) -> PublishedForm? {
    versions[form]?.first { $0.version == number }
  }
}
