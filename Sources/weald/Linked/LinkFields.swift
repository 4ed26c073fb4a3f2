// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LinkageFiles

/// What columns hold, from `kind=column`.
struct LinkFields {
  /// What else people call the kinds.
  private static let otherNames: [String: FieldKind] = [
    "first-name": .givenName, "forename": .givenName, "last-name": .surname,
    "family-name": .surname, "name": .fullName, "gender": .sex, "dob": .dateOfBirth,
    "birth-date": .dateOfBirth, "post-code": .postcode, "zip": .postcode, "nhs": .nhsNumber,
    "id-number": .identifier, "social-security": .identifier, "social-security-number": .identifier,
    "ssn": .identifier, "e-mail": .email, "telephone": .phone, "mobile": .phone, "city": .town,
    "suburb": .town, "locality": .town, "street": .address, "address-line": .address,
    "house-number": .streetNumber, "place-of-birth": .birthPlace, "birthplace": .birthPlace,
    "job": .occupation, "uprn": .property, "state": .category, "region": .category,
    "other": .category,
  ]

  let fields: [RecordField]

  init(_ texts: [String]) throws {
    fields = RecordField.named(
      try texts.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw ValidationError("--field is kind=column, such as surname=last_name; not “\(text)”.")
        }
        guard let kind = FieldKind(rawValue: parts[0]) ?? Self.otherNames[parts[0]] else {
          let kinds = FieldKind.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--field “\(parts[0])” is no kind; the kinds are \(kinds).")
        }
        return (kind: kind, header: parts[1])
      })
  }
}
