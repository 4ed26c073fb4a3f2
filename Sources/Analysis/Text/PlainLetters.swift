// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a character beyond ASCII gives to a word: its small letters without accents.
struct PlainLetters {
  /// UTF-8, and empty for a mark that is dropped.
  let letters: [UInt8]
  /// Whether a word goes on through the character.
  let isInWord: Bool

  /// The scripts and the punctuation that are looked up; others are worked out each time.
  private static let tableEnd: UInt32 = 0x3000
  private static let table: [PlainLetters] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(PlainLetters.init) ?? PlainLetters(letters: [], isInWord: false)
  }

  static func letters(of scalar: Unicode.Scalar) -> PlainLetters {
    scalar.value < tableEnd ? table[Int(scalar.value)] : PlainLetters(scalar)
  }

  private init(letters: [UInt8], isInWord: Bool) {
    self.letters = letters
    self.isInWord = isInWord
  }

  private init(_ scalar: Unicode.Scalar) {
    let isApostrophe = scalar == "\u{2019}" || scalar == "\u{2018}"
    if isApostrophe || scalar.properties.generalCategory == .nonspacingMark {
      self.init(letters: [], isInWord: true)
      return
    }
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
    let kept = parts.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let letters = kept.filter { $0.properties.generalCategory != .nonspacingMark }
      .flatMap { Array($0.properties.lowercaseMapping.utf8) }
    self.init(letters: letters, isInWord: !letters.isEmpty)
  }
}
