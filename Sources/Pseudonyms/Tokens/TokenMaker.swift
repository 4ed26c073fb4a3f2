// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// Makes the tokens of one field: the first 128 bits of HMAC-SHA-256 (RFC 2104, FIPS 180-4) under
/// the key of partnership, purpose and field.
public struct TokenMaker: Sendable {
  /// Bytes in a token.
  static let length = 16
  private let keyed: HMAC<SHA256>

  /// Makes tokens of a field.
  public init(_ key: PseudonymKey, field: TokenField) {
    keyed = HMAC<SHA256>(key: key.fieldKey(field.rawValue))
  }

  /// The token of a standardised value: 32 lower-case hexadecimal digits.
  public func token(of value: String) -> String {
    var text: [UInt8] = []
    append(Array(value.utf8), to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the digits of the token of a value.
  func append(_ value: some DataProtocol, to text: inout [UInt8]) {
    var code = keyed
    code.update(data: value)
    code.finalize().withUnsafeBytes { Hexadecimal.append($0.prefix(Self.length), to: &text) }
  }
}

/// The fields of which tokens are made, each under a key of its own.
public enum TokenField: String, CaseIterable, Sendable {
  case id
  case person
  case event
  case nhsNumber = "nhs-number"
  case givenName = "given-name"
  case givenNameSound = "given-name-sound"
  case surname
  case surnameSound = "surname-sound"
  case dateOfBirth = "date-of-birth"
  case month
  case day
  case yearMonth = "year-month"
  case postcode
  case postcodeSector = "postcode-sector"
  case outcode
  case property
}
