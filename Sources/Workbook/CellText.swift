// SPDX-License-Identifier: Apache-2.0

extension String {
  /// True when a cell cannot hold the text once it is written.
  var isTooLong: Bool { forCell.utf16.count > 32_767 }

  /// The text as a cell can hold it: without characters that XML forbids, and with `_x0041_`, which
  /// Excel would read as "A", spelled so that it reads as written.
  var forCell: String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isForbiddenInXML { kept.append(scalar) }
    return String(kept).withEscapesSpelledOut
  }

  /// The text for a heading or a name: one line, with single spaces.
  var onOneLine: String {
    forCell.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  private var withEscapesSpelledOut: String {
    guard contains("_x") else { return self }
    let characters = Array(self)
    var result = ""
    for index in characters.indices {
      if Self.isEscape(characters[index...].prefix(7)) { result += "_x005F" }
      result.append(characters[index])
    }
    return result
  }

  /// True for an underscore, an x, four hexadecimal digits and an underscore.
  private static func isEscape(_ text: ArraySlice<Character>) -> Bool {
    text.count == 7 && text.first == "_" && text.dropFirst().first == "x" && text.last == "_"
      && text.dropFirst(2).prefix(4).allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}

extension Unicode.Scalar {
  fileprivate var isForbiddenInXML: Bool {
    let isAllowedControl = value == 0x9 || value == 0xA
    return value < 0x20 && !isAllowedControl || value == 0xFFFE || value == 0xFFFF
  }
}
