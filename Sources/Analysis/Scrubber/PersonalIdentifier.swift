// SPDX-License-Identifier: Apache-2.0

/// A kind of personal identifier that people put in free text.
public enum IdentifierKind: String, Sendable, CaseIterable, Hashable {
  /// An NHS number with a correct check digit.
  case nhsNumber
  /// A United Kingdom telephone number.
  case telephone
  /// An e-mail address.
  case emailAddress
  /// A full United Kingdom postcode.
  case postcode
  /// A National Insurance number.
  case nationalInsurance
  /// A date given as somebody's date of birth.
  case dateOfBirth

  /// What to call it on a page.
  public var label: String {
    switch self {
    case .nhsNumber: "NHS number"
    case .telephone: "telephone number"
    case .emailAddress: "email address"
    case .postcode: "postcode"
    case .nationalInsurance: "National Insurance number"
    case .dateOfBirth: "date of birth"
    }
  }

  /// What to put in its place.
  public var replacement: String { "[\(label) removed]" }
}

/// A likely personal identifier and where it stands.
public struct PersonalIdentifier: Sendable, Equatable {
  /// What it seems to be.
  public let kind: IdentifierKind
  /// Where it is, counted in characters from the start of the text.
  public let range: Range<Int>

  /// What to put in its place.
  public var replacement: String { kind.replacement }
}
