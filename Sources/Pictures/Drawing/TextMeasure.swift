// SPDX-License-Identifier: Apache-2.0

/// Estimates of text width, since a server has no fonts.
///
/// 0.56 em a character is a little more than system fonts need for running text. Figures, capitals
/// and scripts that fill the square are counted wider, so that labels of nothing else fit as well,
/// even in the widest font we know of (DejaVu Sans).
enum TextMeasure {
  /// Width of one line in view box units.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0.0) { $0 + em($1) }
    return ems * size * (isBold ? 1.1 : 1)
  }

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x30...0x39, 0xA3: 0.64
    case 0x41...0x4C, 0x4E...0x56, 0x58...0x5A: 0.7
    case 0x25, 0x26, 0x2B, 0x40, 0x4D, 0x57, 0x6D, 0x77, 0x2014, 0x2212: 0.88
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x11FF, 0x2E80...0xFFEF, 0x1F000...0x3FFFF: 1.1
    default: 0.56
    }
  }

  /// Breaks text into lines no wider than `width`, between words where it can, inside them where
  /// it must.
  static func wrap(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
    let space = self.width(" ", size: size, isBold: isBold)
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for word in words(text).flatMap({ pieces($0, width: width, size: size, isBold: isBold) }) {
      let needed = self.width(word, size: size, isBold: isBold)
      if !line.isEmpty, used + space + needed <= width {
        line += " " + word
        used += space + needed
      } else {
        if !line.isEmpty { lines.append(line) }
        line = word
        used = needed
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace && $0 != "\u{A0}" }.map(String.init)
  }

  /// Cuts a word that is itself wider than a line.
  private static func pieces(_ word: String, width: Double, size: Double, isBold: Bool) -> [String]
  {
    guard self.width(word, size: size, isBold: isBold) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    var used = 0.0
    for character in word {
      let needed = self.width(String(character), size: size, isBold: isBold)
      if !piece.isEmpty, used + needed > width {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += needed
    }
    return pieces + [piece]
  }
}
