// SPDX-License-Identifier: Apache-2.0

/// Text of which some is UTF-8 and some Windows-1252, as files put together from several systems have it.
enum TextEncoding {
  /// The text of bytes; `isForeign` where they are not UTF-8 and were read as Windows-1252.
  static func decode(_ bytes: some Collection<UInt8>) -> (text: String, isForeign: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    var text = ""
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return (text, true)
  }

  /// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control signs.
  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
