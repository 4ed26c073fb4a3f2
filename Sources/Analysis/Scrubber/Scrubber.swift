// SPDX-License-Identifier: Apache-2.0

/// Finds likely personal identifiers in free text, so that its writer can be warned.
///
/// It looks at form alone: it finds no names and no street addresses, and an identifier written
/// in words passes. Each place in the text is looked at with a bounded reach, so the time grows in
/// proportion to the length of the text whatever the text is.
public struct Scrubber: Sendable {
  /// The kinds looked for.
  public let kinds: Set<IdentifierKind>

  /// Every kind but postcodes, which a form often asks for.
  public static let usualKinds = Set(IdentifierKind.allCases).subtracting([.postcode])

  /// Makes a scrubber for some kinds.
  public init(kinds: Set<IdentifierKind> = Scrubber.usualKinds) {
    self.kinds = kinds
  }

  /// The identifiers found, in the order of the text.
  ///
  /// They do not overlap.
  public func identifiers(in text: String) -> [PersonalIdentifier] {
    let scanned = ScannedText(text)
    let addresses = kinds.contains(.emailAddress) ? EmailPattern.matches(in: scanned) : []
    var found: [PersonalIdentifier] = []
    var nextAddress = addresses.startIndex
    var place = 0
    while place < scanned.count {
      if nextAddress < addresses.endIndex, place >= addresses[nextAddress].lowerBound {
        found.append(PersonalIdentifier(kind: .emailAddress, range: addresses[nextAddress]))
        place = addresses[nextAddress].upperBound
        nextAddress += 1
        continue
      }
      guard let identifier = identifier(in: scanned, at: place) else {
        place += 1
        continue
      }
      found.append(identifier)
      place = max(place + 1, identifier.range.upperBound)
      while nextAddress < addresses.endIndex, addresses[nextAddress].lowerBound < place {
        nextAddress += 1
      }
    }
    return found
  }

  /// The text with each identifier replaced by a note of what was there.
  public func masked(_ text: String) -> String {
    let characters = Array(text)
    var masked = ""
    var place = 0
    for identifier in identifiers(in: text) {
      masked.append(contentsOf: characters[place..<identifier.range.lowerBound])
      masked += identifier.replacement
      place = identifier.range.upperBound
    }
    masked.append(contentsOf: characters[place...])
    return masked
  }

  private func identifier(in text: ScannedText, at place: Int) -> PersonalIdentifier? {
    guard text.startsWord(at: place) else { return nil }
    if text.isDigit(place) {
      let groups = DigitGroups(text, from: place)
      return match(.nhsNumber) { NHSNumberPattern.match(groups, in: text) }
        ?? match(.telephone) { TelephonePattern.match(groups, in: text) }
    }
    return match(.nationalInsurance) { NationalInsurancePattern.match(in: text, at: place) }
      ?? match(.dateOfBirth) { BirthDatePattern.match(in: text, at: place) }
      ?? match(.postcode) { PostcodePattern.match(in: text, at: place) }
  }

  private func match(
    _ kind: IdentifierKind, _ find: () -> Range<Int>?
  ) -> PersonalIdentifier? {
    guard kinds.contains(kind), let range = find() else { return nil }
    return PersonalIdentifier(kind: kind, range: range)
  }
}
