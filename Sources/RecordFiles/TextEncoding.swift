// SPDX-License-Identifier: Apache-2.0

/// How the letters of a file are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// Unicode, as every file ought to be.
  case utf8 = "utf-8"
  /// What spreadsheets in Western Europe write as plain “CSV”.
  case windows1252 = "windows-1252"

  /// The bytes of a file of this encoding in UTF-8.
  ///
  /// A byte that Windows-1252 gives no letter stays, is not UTF-8, and spoils its row alone.
  func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
    guard self == .windows1252, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte >= 0x80, let scalar = Self.scalar(byte) {
        result += Array(String(Character(scalar)).utf8)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The text of one value of a file of which some is UTF-8 and some Windows-1252, as files that were put
  /// together from several systems have it.
  ///
  /// `isForeign` says that it was not UTF-8 and was read as Windows-1252.
  public static func guessed(
    _ bytes: some Collection<UInt8>
  ) -> (text: String, isForeign: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(scalar(byte) ?? "\u{FFFD}") }
    return (text, true)
  }

  /// What a byte is in Windows-1252; nil where it is nothing.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// 0x80 to 0x9F; 0 where there is none.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
