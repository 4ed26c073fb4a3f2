// SPDX-License-Identifier: Apache-2.0

/// A name of a person in standard form: small letters a to z with single spaces between words.
public struct StandardName: Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let text: String
  /// The name.
  public var description: String { text }

  /// Standardises a name; nil where none is given or what is given is no name.
  public init?(_ text: String) {
    guard let value = Self.standardise(text).value else { return nil }
    self.text = value
  }

  /// Standardises a name.
  ///
  /// Marks are taken off letters, apostrophes and full stops are left out, hyphens become spaces, and a
  /// title before the name is left out. Words that stand for no name, such as `baby` or `not known`, are
  /// missing. A name in another alphabet is invalid and may still be compared.
  public static func standardise(_ text: String) -> StandardisedValue {
    let folded = LatinLetters.folded(text)
    let words = words(of: folded)
    guard !words.isEmpty else { return empty(folded) }
    let name = words.joined(separator: " ")
    if standIns.contains(name) || isOfNewborn(words) {
      return .missing("“\(name)” stands for no name")
    }
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return .invalid("letters of another alphabet", comparable: name)
    }
    guard words.count > 1, titles.contains(words[0]) else {
      return folded.utf8.contains(where: isDigit) ? .repaired(name, "digits left out") : .kept(name)
    }
    return .repaired(words.dropFirst().joined(separator: " "), "title left out")
  }

  private static func empty(_ folded: String) -> StandardisedValue {
    folded.allSatisfy(\.isWhitespace) ? .missing() : .missing("no letters")
  }

  /// Words of letters; what joins two parts of one word, as in O'Neill, is left out.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "." && !isDigit(scalar) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// `baby`, `twin one`, `baby girl`, `baby of Anna`, as maternity records have them.
  private static func isOfNewborn(_ words: [String]) -> Bool {
    if words[0] == "baby" && words.count > 1 && words[1] == "of" { return true }
    return newborn.contains(words[0])
      && words.dropFirst().allSatisfy { newbornQualifiers.contains($0) }
  }

  private static let newborn: Set<String> = ["baby", "twin", "triplet", "infant", "newborn"]
  private static let newbornQualifiers: Set<String> = [
    "one", "two", "three", "i", "ii", "iii", "a", "b", "c", "boy", "girl", "male", "female",
    "baby", "twin", "infant", "unnamed", "unknown",
  ]
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "reverend", "master",
  ]
  private static let standIns: Set<String> = [
    "unknown", "not known", "notknown", "unk", "n k", "nk", "n a", "not available",
    "not applicable",
    "not given", "not stated", "not specified", "not recorded", "none", "no name", "noname", "null",
    "nil", "nan", "unnamed", "anonymous", "anon", "missing", "withheld", "refused", "tbc", "xx",
    "xxx",
    "xxxx", "known as", "surname", "forename", "first name", "given name", "last name",
    "test patient",
    "unidentified", "unknown male", "unknown female", "dummy", "undefined",
  ]
}

/// Whether words such as `not known` were written where there is a field to fill.
func standsForNothing(_ text: String) -> Bool {
  text.contains(where: \.isLetter) && StandardName.standardise(text).status == .missing
}
