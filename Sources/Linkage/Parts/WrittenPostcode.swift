// SPDX-License-Identifier: Apache-2.0

/// The parts of a postcode that is written as `CT1 2AB`, as far as it has them.
///
/// The area is one or two letters; the outcode those, a digit and perhaps one letter or digit; the sector
/// the outcode, a space and a digit. What follows is not looked at.
struct WrittenPostcode {
  private(set) var area: ArraySlice<UInt8>?
  private(set) var outcode: ArraySlice<UInt8>?
  private(set) var sector: ArraySlice<UInt8>?

  init(_ text: ArraySlice<UInt8>) {
    let letters = text.prefix(2).prefix { Self.isLetter($0) }
    guard !letters.isEmpty else { return }
    area = letters
    var end = letters.endIndex
    guard end < text.endIndex, Self.isDigit(text[end]) else { return }
    end += 1
    if end < text.endIndex, Self.isLetter(text[end]) || Self.isDigit(text[end]) { end += 1 }
    outcode = text[text.startIndex..<end]
    guard end + 1 < text.endIndex, text[end] == 0x20, Self.isDigit(text[end + 1]) else { return }
    sector = text[text.startIndex...(end + 1)]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
