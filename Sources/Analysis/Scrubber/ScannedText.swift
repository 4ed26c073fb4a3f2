// SPDX-License-Identifier: Apache-2.0

/// A text as one small code per character, so that a place is a character offset.
///
/// Letters are made small. Kinds of space and of hyphen are made plain, and currency signs are made
/// one, since they mean the same to every pattern.
struct ScannedText {
  static let otherLetter: UInt8 = 0x80
  static let otherSign: UInt8 = 0x81
  private let codes: [UInt8]

  init(_ text: String) { codes = text.map(Self.code) }

  var count: Int { codes.count }

  /// The code at a place; 0 beyond either end.
  subscript(_ place: Int) -> UInt8 { codes.indices.contains(place) ? codes[place] : 0 }

  func isDigit(_ place: Int) -> Bool { Self.isDigit(self[place]) }
  func isLetter(_ place: Int) -> Bool { Self.isLetter(self[place]) }
  func isWordPart(_ place: Int) -> Bool { isDigit(place) || isLetter(place) }

  static func isDigit(_ code: UInt8) -> Bool {
    code >= UInt8(ascii: "0") && code <= UInt8(ascii: "9")
  }

  static func isLetter(_ code: UInt8) -> Bool {
    (code >= UInt8(ascii: "a") && code <= UInt8(ascii: "z")) || code == otherLetter
  }

  /// Whether a word or a number starts here.
  func startsWord(at place: Int) -> Bool { isWordPart(place) && !isWordPart(place - 1) }

  /// Whether the text has these plain small letters and signs here.
  func has(_ plain: StaticString, at place: Int) -> Bool {
    plain.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { buffer[$0] == self[place + $0] }
    }
  }

  /// The number written by the digits of a range of at most four places.
  func number(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 * 10 + Int(self[$1] &- UInt8(ascii: "0")) }
  }

  /// Where a run of at most `limit` digits that starts here ends.
  func digitsEnd(from place: Int, limit: Int) -> Int {
    var end = place
    while end - place < limit, isDigit(end) { end += 1 }
    return end
  }

  private static func code(_ character: Character) -> UInt8 {
    if let plain = character.asciiValue {
      let isCapital = plain >= UInt8(ascii: "A") && plain <= UInt8(ascii: "Z")
      return isCapital ? plain | 0x20 : plain
    }
    switch character {
    case "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": return UInt8(ascii: " ")
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": return UInt8(ascii: "-")
    case "£", "€": return UInt8(ascii: "$")
    default: return character.isLetter ? otherLetter : otherSign
    }
  }
}
