// SPDX-License-Identifier: Apache-2.0

/// The ids of forms and their parts: small letters, digits and single hyphens, as in "about-you".
public enum FormID {
  /// The longest id.
  public static let limit = 60

  /// Whether a text can be an id.
  public static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= limit else { return false }
    var wasHyphen = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        wasHyphen = false
      case UInt8(ascii: "-") where !wasHyphen: wasHyphen = true
      default: return false
      }
    }
    return !wasHyphen
  }

  /// An id made of the first words of a text, that is not among those taken.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - taken: ids that are in use.
  ///   - fallback: the id when the text has no letter or digit of its own to give.
  /// - Returns: an id that is not taken.
  public static func make(
    from text: String, taken: Set<String> = [], fallback: String = "part"
  ) -> String {
    var id = ""
    for byte in text.lowercased().replacingCurlyQuotes.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        id.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "'"): continue
      default: if !id.isEmpty, !id.hasSuffix("-") { id.append("-") }
      }
      if id.utf8.count >= 40, id.hasSuffix("-") { break }
      if id.utf8.count >= 50 { break }
    }
    while id.hasSuffix("-") { id.removeLast() }
    if id.isEmpty { id = fallback }
    guard taken.contains(id) else { return id }
    var number = 2
    while taken.contains("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }
}

extension String {
  /// The text with typographic apostrophes as plain ones.
  fileprivate var replacingCurlyQuotes: String {
    String(map { $0 == "’" || $0 == "‘" ? "'" : $0 })
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
