// SPDX-License-Identifier: Apache-2.0

import Identifiers

/// What a pseudonymised folder says of how it was made: `pseudonyms.json`.
struct PseudonymStatement: Encodable {
  let format = "weald pseudonyms 1"
  let key: PseudonymKey.Label
  let check: String
  let tokens = "HMAC-SHA-256, first 128 bits, a key for each field"
  let encodings: Encodings?
  let agesOn: String

  /// How names were written as filters.
  struct Encodings: Encodable {
    let bits = NameEncoder.bits
    let functions = NameEncoder.functions
    let saltedWithYear: Bool
    let folded: Bool
  }

  init(_ rules: PseudonymisationRules) {
    key = rules.key.label
    check = rules.key.checkValue
    encodings = rules.encoder.map {
      Encodings(
        saltedWithYear: $0.hardening.isSaltedWithYear, folded: $0.hardening.isFolded)
    }
    agesOn = rules.day.text
  }

  static let readme = """
    # Records under pseudonyms

    Made by `weald pseudonymise`. Names, dates and numbers of people stand here as keyed tokens.
    These are still records of persons: whoever knows enough about somebody can find them. Keep them
    in the controller's own environment. Tables leave only through `weald release`.

    - `sources/`: one row for each record of a person; `events/`: one row for each contact.
    - `quality.json`: what was found in the submission.
    - `pseudonyms.json`: which key was used (never the key itself), and the day ages are counted on.

    """
}
