// SPDX-License-Identifier: Apache-2.0

public import Identifiers

/// What a column of a file of records holds, so that it is standardised and compared as such.
public enum FieldKind: String, Sendable, Hashable, CaseIterable, Codable {
  case givenName = "given-name"
  case middleName = "middle-name"
  case surname
  case fullName = "full-name"
  case sex
  case dateOfBirth = "date-of-birth"
  case postcode
  case nhsNumber = "nhs-number"
  case identifier, email, phone, town, address
  case streetNumber = "street-number"
  case birthPlace = "birth-place"
  case occupation, property, category, text
  /// A keyed token, equal or not.
  case token
  /// A Bloom filter in hexadecimal.
  case encoding

  /// Standardises one value of this kind.
  public func standardise(_ text: String, dates: DateOrder) -> StandardisedValue {
    switch self {
    case .givenName, .middleName, .surname, .fullName: StandardName.standardise(text)
    case .sex: StandardSex.standardise(text)
    case .dateOfBirth: StandardDate.standardise(text, order: dates)
    case .postcode: StandardPostcode.standardise(text)
    case .nhsNumber: NHSNumber.standardise(text)
    case .email: StandardEmail.standardise(text)
    case .phone: StandardPhone.standardise(text)
    case .identifier, .town, .address, .streetNumber, .birthPlace, .occupation, .property,
      .category,
      .text:
      StandardText.standardise(text)
    case .token, .encoding: text.isEmpty ? .missing() : .kept(text)
    }
  }
}

/// A column of a file and what it holds.
public struct RecordField: Sendable, Hashable {
  /// What it holds.
  public let kind: FieldKind
  /// The header in the file.
  public let header: String
  /// The name of the column in the table and the model: the kind, with a number from the second on.
  public let name: String

  /// A column that holds something of a kind.
  public init(kind: FieldKind, header: String, name: String? = nil) {
    self.kind = kind
    self.header = header
    self.name = name ?? kind.rawValue
  }

  /// Names fields by their kinds; a second of one kind is `address-2`.
  public static func named(_ pairs: [(kind: FieldKind, header: String)]) -> [RecordField] {
    var seen: [FieldKind: Int] = [:]
    return pairs.map { pair in
      seen[pair.kind, default: 0] += 1
      let number = seen[pair.kind] ?? 1
      let name = number == 1 ? pair.kind.rawValue : "\(pair.kind.rawValue)-\(number)"
      return RecordField(kind: pair.kind, header: pair.header, name: name)
    }
  }
}
