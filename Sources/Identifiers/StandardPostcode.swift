// SPDX-License-Identifier: Apache-2.0

/// A postcode of the United Kingdom, in capitals with one space.
public struct StandardPostcode: Sendable, Hashable, CustomStringConvertible {
  /// What comes before the space, such as `CT1`.
  public let outcode: String
  /// What comes after it, such as `2AB`.
  public let incode: String

  /// The postcode, such as `CT1 2AB`.
  public var text: String { "\(outcode) \(incode)" }
  /// The postcode, such as `CT1 2AB`.
  public var description: String { text }
  /// Its first letters, such as `CT`.
  public var area: String { String(outcode.prefix { $0.isLetter }) }
  /// The outcode with the first digit after the space, such as `CT1 2`.
  public var sector: String { "\(outcode) \(incode.prefix(1))" }

  /// Reads a postcode; nil where it is missing or none of the United Kingdom.
  public init?(_ text: String) {
    guard let found = Self.read(text) else { return nil }
    self = found.postcode
  }

  private init(outcode: String, incode: String) {
    self.outcode = outcode
    self.incode = incode
  }

  /// Standardises a postcode.
  ///
  /// Letters written as digits and digits as letters (O and 0, I and 1, S and 5) are put right by their
  /// position. Whether the postcode is in use is not looked up. What is no postcode of the United Kingdom
  /// is invalid and may still be compared, such as a code of another country.
  public static func standardise(_ text: String) -> StandardisedValue {
    let tidy = trimmed(text).uppercased()
    guard tidy.contains(where: { $0.isLetter || $0.isNumber }) else { return .missing() }
    if let found = read(tidy) {
      if noAddress.contains(found.postcode.outcode) {
        return .missing("\(found.postcode.text) stands for no address")
      }
      return found.isRepaired
        ? .repaired(found.postcode.text, "letter and digit confused") : .kept(found.postcode.text)
    }
    if standsForNothing(tidy) {
      return .missing("“\(tidy)” stands for no postcode")
    }
    return .invalid("not of the form of a postcode", comparable: tidy)
  }

  /// Pseudo-postcodes that the NHS gives to people with no address, from abroad or not known.
  private static let noAddress: Set<String> = ["ZZ99"]

  private static func read(_ text: String) -> (postcode: Self, isRepaired: Bool)? {
    var characters: [Character] = []
    for character in text.uppercased() {
      if character.isASCII && (character.isLetter || character.isNumber) {
        characters.append(character)
      } else if !" -.\t".contains(character) {
        return nil
      }
    }
    guard (5...7).contains(characters.count) else { return nil }
    var isRepaired = false
    func digit(_ index: Int) { repair(&characters, index, asDigit, &isRepaired) }
    func letter(_ index: Int) { repair(&characters, index, asLetter, &isRepaired) }
    let end = characters.count
    digit(end - 3)
    letter(end - 2)
    letter(end - 1)
    letter(0)
    if end == 5 { digit(1) }
    if end == 7 { letter(1) }
    if end == 7 { digit(2) }
    if end == 6 && characters[1].isLetter { digit(2) }
    let outcode = characters[..<(end - 3)]
    let incode = characters[(end - 3)...]
    guard isOutcode(Array(outcode)), isIncode(Array(incode)) else { return nil }
    return (Self(outcode: String(outcode), incode: String(incode)), isRepaired)
  }

  private static func repair(
    _ characters: inout [Character], _ index: Int, _ table: [Character: Character],
    _ isRepaired: inout Bool
  ) {
    guard let right = table[characters[index]] else { return }
    characters[index] = right
    isRepaired = true
  }

  /// A9, A99, A9A, AA9, AA99 or AA9A.
  private static func isOutcode(_ text: [Character]) -> Bool {
    let letters = text.prefix { $0.isLetter }.count
    let rest = text.dropFirst(letters)
    guard (1...2).contains(letters), (1...2).contains(rest.count), rest.first?.isNumber == true
    else { return false }
    return true
  }

  private static func isIncode(_ text: [Character]) -> Bool {
    text[0].isNumber && text[1].isLetter && text[2].isLetter
  }

  private static let asDigit: [Character: Character] = ["O": "0", "I": "1", "L": "1", "S": "5"]
  private static let asLetter: [Character: Character] = ["0": "O", "1": "I", "5": "S"]
}
