// SPDX-License-Identifier: Apache-2.0

/// Sex as recorded: m, f or x.
public enum StandardSex {
  /// Standardises words, letters and the codes of the NHS data dictionary: 1 male, 2 female, 0 not known,
  /// 9 not specified.
  public static func standardise(_ text: String) -> StandardisedValue {
    let word = trimmed(text).lowercased()
    switch word {
    case "m", "male", "man", "boy", "1": return .kept("m")
    case "f", "female", "woman", "girl", "2": return .kept("f")
    case "x", "other", "indeterminate", "non-binary", "nonbinary", "intersex", "i":
      return .kept("x")
    case "0", "9", "u", "n", "": return .missing()
    default:
      return standsForNothing(word)
        ? .missing("“\(word)” stands for no sex") : .invalid("not a sex", comparable: word)
    }
  }
}

/// Addresses of electronic mail in small letters.
public enum StandardEmail {
  /// Standardises an address: something, one @, and a domain with a full stop.
  public static func standardise(_ text: String) -> StandardisedValue {
    let address = trimmed(text).lowercased()
    guard !address.isEmpty else { return .missing() }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
      !address.contains(" ")
    else {
      return standsForNothing(address)
        ? .missing("stands for no address") : .invalid("not an address", comparable: address)
    }
    return .kept(address)
  }
}

/// Telephone numbers as digits alone, British ones with their leading 0.
public enum StandardPhone {
  /// Standardises a number; +44 and 0044 become 0.
  public static func standardise(_ text: String) -> StandardisedValue {
    let plain = trimmed(text)
    var digits = plain.filter { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return .missing() }
    if Set(digits).count == 1 { return .missing("the same digit throughout") }
    if plain.hasPrefix("+44") { digits = String(digits.dropFirst(2)) }
    if digits.hasPrefix("0044") { digits = String(digits.dropFirst(4)) }
    if digits.count < plain.count && (plain.hasPrefix("+44") || plain.hasPrefix("0044"))
      && !digits.hasPrefix("0")
    {
      digits = "0" + digits
    }
    return digits.count >= 6 ? .kept(digits) : .invalid("too short", comparable: digits)
  }
}

/// Any other text: small letters and digits with single spaces.
public enum StandardText {
  /// Standardises words: marks are taken off letters, signs become spaces.
  public static func standardise(_ text: String) -> StandardisedValue {
    var words: [String] = []
    var word = ""
    for scalar in LatinLetters.folded(text).unicodeScalars {
      let isDigit = (48...57).contains(scalar.value)
      if scalar.properties.isAlphabetic || isDigit {
        word.unicodeScalars.append(scalar)
      } else if scalar != "'" {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    guard !words.isEmpty else { return .missing() }
    let result = words.joined(separator: " ")
    return standIns.contains(result) ? .missing("“\(result)” stands for nothing") : .kept(result)
  }

  private static let standIns: Set<String> = [
    "unknown", "not known", "n a", "null", "nan", "none", "not stated", "not given", "not recorded",
    "not applicable", "missing", "undefined",
  ]
}

/// The text without spaces, tabs and line ends around it.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
