// SPDX-License-Identifier: Apache-2.0

/// Text reduced to its words: small letters and digits, with no accents and no punctuation.
///
/// An apostrophe inside a word is dropped, so that "don't" is one word however it is typed.
enum PlainWords {
  /// The words of a text, in order.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    forEachWord(of: text) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  /// Calls the body with the UTF-8 bytes of each word, in order.
  static func forEachWord(of text: String, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard !append(scalar, to: &word) else { continue }
      if !word.isEmpty { body(word) }
      word.removeAll(keepingCapacity: true)
    }
    if !word.isEmpty { body(word) }
  }

  /// Adds what a scalar gives to a word; says whether the word goes on.
  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) -> Bool {
    guard scalar.isASCII else {
      let plain = PlainLetters.letters(of: scalar)
      word.append(contentsOf: plain.letters)
      return plain.isInWord
    }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
    default: return byte == UInt8(ascii: "'")
    }
    return true
  }
}
